-- Payments that a rate card can be drawn from: entered in the window, with practice and payer.
CREATE OR REPLACE VIEW pdr3_calculator_view AS
SELECT
    r.customer_account,
    r.instance_key,
    r.facility_name,
    r.practice_name,
    r.charge_cpt_code,
    r.charge_rev_code,
    r.charge_amount,
    r.payment_allowed_amount,
    r.primary_group_number,
    r.primary_member_id,
    r.credit_payer_name,
    r.insurance_paid_amount,
    r.patient_paid_amount_w_copays,
    cmd_date(r.payment_received) AS payment_received,
    cmd_date(r.payment_entered) AS payment_entered,
    cmd_date(r.charge_from_date) AS charge_from_date,
    cmd_date(r.charge_to_date) AS charge_to_date,
    r.primary_ins_zip,
    r.primary_ins_city,
    r.primary_ins_state,
    r.primary_ins_addr_1,
    r.patient_zip,
    r.patient_city,
    r.patient_state,
    r.patient_address_1,
    r.charge_balance_due_ins,
    r.charge_balance_due_pat,
    r.charge_balance_at_collections,
    cmd_first_word(r.practice_name) AS location_code,
    coalesce(cmd_money(r.insurance_paid_amount), 0) + coalesce(cmd_money(r.patient_paid_amount_w_copays), 0) AS total_payment_received,
    CASE WHEN cmd_money(r.charge_balance_due_ins) > 0 THEN 'DO NOT INCLUDE' ELSE 'INCLUDE' END AS status,
    coalesce(by_rev.level_of_care, by_cpt.level_of_care) AS loc,
    payer.payer_code AS payer_class,
    cmd_unique_id(r.practice_name, payer.payer_code, coalesce(by_rev.level_of_care, by_cpt.level_of_care)) AS unique_id
FROM pdr3_calculator AS r
LEFT JOIN cmd_loc_lookup AS by_rev ON by_rev.code = cmd_clean_code(r.charge_rev_code)
LEFT JOIN cmd_loc_lookup AS by_cpt ON by_cpt.code = cmd_clean_code(r.charge_cpt_code)
LEFT JOIN cmd_payer_lookup AS payer ON payer.payer_name = r.credit_payer_name
WHERE cmd_date(r.payment_entered) BETWEEN cmd_rate_card_from() AND cmd_rate_card_to()
  AND btrim(r.practice_name) <> ''
  AND btrim(r.credit_payer_name) <> '';
