-- Payments under the same keys as the charges. One row per row of rev_rec_payments.
CREATE OR REPLACE VIEW rev_rec_payments_view AS
SELECT
    r.customer_account,
    r.instance_key,
    r.practice_name,
    r.charge_cpt_code,
    r.charge_rev_code,
    r.charge_primary_payer_name,
    r.charge_id,
    r.charge_claim_id,
    r.charge_amount,
    r.payment_allowed_amount,
    r.primary_group_number,
    r.primary_member_id,
    r.credit_payer_name,
    r.payment_total_paid,
    cmd_date(r.payment_received) AS payment_received,
    cmd_date(r.payment_entered) AS payment_entered,
    cmd_date(r.charge_from_date) AS charge_from_date,
    cmd_date(r.charge_to_date) AS charge_to_date,
    cmd_money(r.charge_amount) AS int_charge_amount,
    cmd_money(r.payment_allowed_amount) AS int_payment_allowed_amount,
    cmd_money(r.payment_total_paid) AS int_payment_total_paid,
    coalesce(by_rev.level_of_care, by_cpt.level_of_care) AS loc,
    payer.payer_code AS payer_class,
    cmd_unique_id(r.practice_name, payer.payer_code, coalesce(by_rev.level_of_care, by_cpt.level_of_care)) AS unique_id,
    concat(r.charge_id, r.charge_claim_id, r.practice_name) AS abs_unique_id
FROM rev_rec_payments AS r
LEFT JOIN cmd_loc_lookup AS by_rev ON by_rev.code = cmd_clean_code(r.charge_rev_code)
LEFT JOIN cmd_loc_lookup AS by_cpt ON by_cpt.code = cmd_clean_code(r.charge_cpt_code)
LEFT JOIN cmd_payer_lookup AS payer ON payer.payer_name = r.charge_primary_payer_name;
