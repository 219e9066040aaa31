-- What one service earns on average, by place and payer, against its agreed rate.
CREATE OR REPLACE VIEW pdr3_global_rate_card_view AS
SELECT
    card.*,
    rate.rate,
    coalesce(rate.inn_oon, 'OON') AS inn_oon,
    CASE
        WHEN card.revenue_recognized > rate.rate THEN 'Needs Review'
        WHEN card.revenue_recognized < rate.rate * 0.4 THEN 'Needs Review'
        ELSE 'OK'
    END AS flaged,
    'Q' || to_char(cmd_today(), 'Q YYYY') AS rate_period
FROM (
    SELECT
        p.instance_key,
        p.practice_name,
        p.facility_name,
        p.location_code,
        p.loc,
        p.payer_class,
        p.unique_id,
        round(
            avg(p.total_payment_received)
                FILTER (WHERE p.status = 'INCLUDE' AND cmd_counts_for_rate(p.charge_rev_code)),
            2
        ) AS revenue_recognized
    FROM pdr3_calculator_view AS p
    GROUP BY
        p.instance_key, p.practice_name, p.facility_name, p.location_code, p.loc, p.payer_class, p.unique_id
) AS card
LEFT JOIN cmd_rate_lookup AS rate ON rate.unique_id = card.unique_id;
