-- Charges that wait, and for how long. One row per row of charges_on_hold.
CREATE OR REPLACE VIEW charges_on_hold_view AS
SELECT
    r.customer_account,
    r.instance_key,
    r.practice_name,
    r.facility_name,
    r.office_name,
    r.charge_primary_payer_name,
    r.charge_primary_payer_type,
    r.patient_id,
    r.charge_id,
    r.claim_id,
    r.patient_full_name,
    cmd_date(r.charge_entered_date) AS charge_entered_date,
    r.charge_cpt_code,
    r.charge_rev_code,
    r.type_of_bill,
    r.charge_entered_age,
    r.charge_entered_age_days,
    cmd_date(r.charge_from_date) AS charge_from_date,
    cmd_date(r.charge_to_date) AS charge_to_date,
    r.charge_amount,
    r.claim_status,
    r.claim_set_to_status,
    r.times_billed,
    cmd_today() - d.entered AS days_on_hold,
    cmd_hold_range(cmd_today() - d.entered) AS days_on_hold_range,
    coalesce(by_rev.level_of_care, by_cpt.level_of_care) AS loc,
    cmd_money(r.charge_amount) AS int_charge_amount,
    d.entered AS date_charge_entered,
    payer.payer_code AS payer_class
FROM charges_on_hold AS r
CROSS JOIN LATERAL (SELECT cmd_date(r.charge_entered_date) AS entered) AS d
LEFT JOIN cmd_loc_lookup AS by_rev ON by_rev.code = cmd_clean_code(r.charge_rev_code)
LEFT JOIN cmd_loc_lookup AS by_cpt ON by_cpt.code = cmd_clean_code(r.charge_cpt_code)
LEFT JOIN cmd_payer_lookup AS payer ON payer.payer_name = r.charge_primary_payer_name;
