-- Charges that wait, by facility, status and code. The original called it charges_on_hold, a name that its table has already.
CREATE OR REPLACE VIEW charges_on_hold_summary_view AS
SELECT
    r.instance_key,
    r.practice_name AS facility_name,
    r.claim_status,
    r.charge_cpt_code AS level_of_care,
    sum(cmd_money(r.charge_amount)) AS total_amount
FROM charges_on_hold AS r
GROUP BY r.instance_key, r.practice_name, r.claim_status, r.charge_cpt_code;
