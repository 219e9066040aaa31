-- What was billed, and how fast. One row per row of gross_billing.
CREATE OR REPLACE VIEW gross_billing_view AS
SELECT
    r.customer_account,
    r.instance_key,
    r.practice_name,
    r.charge_primary_payer_name,
    r.charge_patient_id,
    r.charge_claim_id,
    r.charge_id,
    r.patient_full_name,
    r.primary_payer_member_id,
    cmd_date(r.charge_from_date) AS charge_from_date,
    cmd_date(r.charge_to_date) AS charge_to_date,
    cmd_date(r.charge_entered_date) AS charge_entered_date,
    r.type_of_bill,
    cmd_date(r.claim_first_billed_date) AS claim_first_billed_date,
    r.charge_cpt_code,
    r.charge_rev_code,
    r.charge_units_sum,
    r.charge_amount,
    r.charge_current_payer_name,
    r.claim_status,
    coalesce(r.office_name, r.practice_name) AS office_name,
    coalesce(r.facility_name, r.practice_name) AS facility_name,
    d.entered AS date_charge_entered_date,
    cmd_today() - d.entered AS days_on_hold,
    cmd_hold_range(cmd_today() - d.entered) AS days_on_hold_range,
    d.billed - d.entered AS charge_lag,
    CASE WHEN d.billed IS NULL THEN 'Not Billed' ELSE 'Billed' END AS billed_or_not_billed,
    cmd_day(d.billed) AS claim_first_billed_day,
    cmd_week(d.billed) AS claim_first_billed_week,
    cmd_week_year(d.billed) AS claim_first_billed_week_year,
    cmd_month(d.billed) AS claim_first_billed_month,
    cmd_year(d.billed) AS claim_first_billed_year,
    cmd_ym(d.billed) AS claim_first_billed_ym,
    coalesce(by_rev.level_of_care, by_cpt.level_of_care) AS loc,
    cmd_money(r.charge_amount) AS int_charge_amount,
    d.billed - extract(dow FROM d.billed)::integer AS first_billed_week_date,
    cmd_billed_date(d.billed, d.entered, r.charge_primary_payer_name) AS claim_first_billed_date_cln,
    cmd_billed_amount(cmd_money(r.charge_amount), d.billed, r.charge_primary_payer_name) AS int_charge_amount_cln,
    payer.payer_code AS payer_class,
    cmd_unique_id(r.practice_name, payer.payer_code, coalesce(by_rev.level_of_care, by_cpt.level_of_care)) AS unique_id,
    coalesce(rate.inn_oon, 'OON') AS inn_oon,
    coalesce(rate.inn_oon, 'OON') AS network_status
FROM gross_billing AS r
CROSS JOIN LATERAL (SELECT cmd_date(r.charge_entered_date) AS entered, cmd_date(r.claim_first_billed_date) AS billed) AS d
LEFT JOIN cmd_loc_lookup AS by_rev ON by_rev.code = cmd_clean_code(r.charge_rev_code)
LEFT JOIN cmd_loc_lookup AS by_cpt ON by_cpt.code = cmd_clean_code(r.charge_cpt_code)
LEFT JOIN cmd_payer_lookup AS payer ON payer.payer_name = r.charge_primary_payer_name
LEFT JOIN cmd_rate_lookup AS rate ON rate.unique_id = cmd_unique_id(r.practice_name, payer.payer_code, coalesce(by_rev.level_of_care, by_cpt.level_of_care));
