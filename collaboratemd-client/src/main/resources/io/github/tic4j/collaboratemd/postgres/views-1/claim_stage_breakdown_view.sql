-- Where claims stand, and the balances there. One row per row of claim_stage_breakdown.
CREATE OR REPLACE VIEW claim_stage_breakdown_view AS
SELECT
    r.customer_account,
    r.instance_key,
    r.practice_name,
    r.facility_name,
    r.office_name,
    r.patient_id,
    r.claim_id,
    r.charge_id,
    r.patient_full_name,
    cmd_date(r.charge_from_date) AS charge_from_date,
    cmd_date(r.charge_to_date) AS charge_to_date,
    cmd_date(r.charge_entered_date) AS charge_entered_date,
    r.type_of_bill,
    r.charge_cpt_code,
    r.charge_rev_code,
    r.charge_amount,
    r.charge_primary_payer_name,
    r.charge_current_payer_name,
    r.claim_status,
    r.charge_balance,
    r.charge_balance_due_ins,
    r.charge_balance_due_other,
    r.charge_balance_due_pat,
    r.charge_balance_at_collections,
    cmd_money(r.charge_amount) AS int_charge_amount,
    cmd_money(r.charge_balance) AS int_charge_balance,
    cmd_money(r.charge_balance_due_ins) AS int_charge_balance_due_ins,
    cmd_money(r.charge_balance_due_other) AS int_charge_balance_due_other,
    cmd_money(r.charge_balance_due_pat) AS int_charge_balance_due_pat,
    cmd_money(r.charge_balance_at_collections) AS int_charge_balance_at_collections,
    cmd_day(d.entered) AS charge_entered_day,
    cmd_week(d.entered) AS charge_entered_week,
    cmd_week_year(d.entered) AS charge_entered_week_year,
    cmd_month(d.entered) AS charge_entered_month,
    cmd_year(d.entered) AS charge_entered_year,
    cmd_today() - d.entered AS days_on_hold,
    cmd_hold_range(cmd_today() - d.entered) AS days_on_hold_range,
    coalesce(by_rev.level_of_care, by_cpt.level_of_care) AS loc,
    payer.payer_code AS payer_class,
    cmd_unique_id(r.practice_name, payer.payer_code, coalesce(by_rev.level_of_care, by_cpt.level_of_care)) AS unique_id
FROM claim_stage_breakdown AS r
CROSS JOIN LATERAL (SELECT cmd_date(r.charge_entered_date) AS entered) AS d
LEFT JOIN cmd_loc_lookup AS by_rev ON by_rev.code = cmd_clean_code(r.charge_rev_code)
LEFT JOIN cmd_loc_lookup AS by_cpt ON by_cpt.code = cmd_clean_code(r.charge_cpt_code)
LEFT JOIN cmd_payer_lookup AS payer ON payer.payer_name = r.charge_primary_payer_name;
