-- Charges with the revenue that their rate lets expect. One row per row of rev_rec_charges.
CREATE OR REPLACE VIEW rev_rec_charges_view AS
SELECT
    r.customer_account,
    r.instance_key,
    r.practice_name,
    r.charge_primary_payer_name,
    r.charge_primary_payer_id,
    r.claim_primary_payer_type,
    r.charge_secondary_payer_name,
    r.claim_type,
    r.charge_patient_id,
    r.charge_id,
    r.claim_id,
    r.patient_full_name,
    r.primary_payer_member_id,
    cmd_date(r.charge_from_date) AS charge_from_date,
    cmd_date(r.charge_to_date) AS charge_to_date,
    cmd_date(r.claim_first_billed_date) AS claim_first_billed_date,
    r.times_billed,
    cmd_date(r.admission_date) AS admission_date,
    r.claim_admit_code,
    r.charge_cpt_code,
    r.charge_rev_code,
    r.charge_units_sum,
    r.type_of_bill,
    r.claim_status,
    r.charge_amount,
    r.primary_group,
    r.claim_primary_member_id,
    cmd_money(r.charge_amount) AS int_charge_amount,
    coalesce(by_rev.level_of_care, by_cpt.level_of_care) AS loc,
    payer.payer_code AS payer_class,
    cmd_unique_id(r.practice_name, payer.payer_code, coalesce(by_rev.level_of_care, by_cpt.level_of_care)) AS unique_id,
    concat(r.charge_id, r.claim_id, r.practice_name) AS abs_unique_id,
    rate.rate,
    coalesce(rate.inn_oon, 'OON') AS inn_oon,
    rate.rate AS revenue_recognized
FROM rev_rec_charges AS r
LEFT JOIN cmd_loc_lookup AS by_rev ON by_rev.code = cmd_clean_code(r.charge_rev_code)
LEFT JOIN cmd_loc_lookup AS by_cpt ON by_cpt.code = cmd_clean_code(r.charge_cpt_code)
LEFT JOIN cmd_payer_lookup AS payer ON payer.payer_name = r.charge_primary_payer_name
LEFT JOIN cmd_rate_lookup AS rate ON rate.unique_id = cmd_unique_id(r.practice_name, payer.payer_code, coalesce(by_rev.level_of_care, by_cpt.level_of_care));
