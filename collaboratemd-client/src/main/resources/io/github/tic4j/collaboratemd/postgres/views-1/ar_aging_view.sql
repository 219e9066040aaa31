-- Accounts receivable: who owes what for how long. One row per row of ar_aging.
CREATE OR REPLACE VIEW ar_aging_view AS
SELECT
    r.customer_account,
    r.instance_key,
    r.charge_id,
    r.claim_id,
    cmd_date(r.claim_first_billed_date) AS claim_first_billed_date,
    cmd_date(r.charge_from_date) AS charge_from_date,
    cmd_date(r.charge_to_date) AS charge_to_date,
    cmd_date(r.charge_entered_date) AS charge_entered_date,
    r.charge_primary_payer_name,
    r.charge_primary_payer_id,
    r.charge_current_payer_name,
    r.practice_name,
    r.office_name,
    r.facility_name,
    r.charge_cpt_code,
    r.charge_cpt_description,
    r.revenue_code,
    r.charge_fromdate_age,
    r.charge_fromdate_age_days,
    r.charge_first_bill_date_age,
    r.charge_first_bill_date_age_days,
    r.charge_balance,
    r.charge_balance_due_ins,
    r.charge_balance_due_other,
    r.charge_balance_due_pat,
    r.charge_balance_at_collections,
    r.charge_insurance_payments,
    r.charge_patient_payments,
    r.charge_total_payments,
    r.patient_stmts_sent_electronically,
    r.patient_statements_printed,
    r.claim_status,
    r.charge_amount,
    regexp_replace(r.patient_full_name, '\s*\(\d+\)\s*$', '') AS patient_full_name,
    coalesce(r.patient_id, substring(r.patient_full_name FROM '\((\d+)\)\s*$')) AS patient_id,
    coalesce(r.patient_id, substring(r.patient_full_name FROM '\((\d+)\)\s*$')) AS claim_patient_id,
    cmd_money(r.charge_amount) AS int_charge_amount,
    cmd_money(r.charge_balance) AS int_charge_balance,
    cmd_money(r.charge_balance_due_ins) AS int_charge_balance_due_ins,
    cmd_money(r.charge_balance_due_other) AS int_charge_balance_due_other,
    cmd_money(r.charge_balance_due_pat) AS int_charge_balance_due_pat,
    cmd_integer(r.patient_stmts_sent_electronically) AS int_patient_stmts_sent_electronically,
    cmd_integer(r.patient_statements_printed) AS int_patient_statements_printed,
    cmd_money(r.charge_balance_due_ins) + cmd_money(r.charge_balance_due_other) AS balance_due_payer,
    s.total AS total_statements,
    CASE
        WHEN s.total < 3 THEN 'less than 3 statements'
        WHEN s.total <= 4 THEN '3-4 statements'
        WHEN s.total <= 6 THEN '5-6 statements'
        WHEN s.total > 6 THEN 'over 6 statements'
    END AS total_statement_buckets,
    payer.payer_code,
    payer.payer_code AS payer_class,
    coalesce(by_rev.level_of_care, by_cpt.level_of_care) AS loc,
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
    d.billed - extract(dow FROM d.billed)::integer AS first_billed_week_date,
    cmd_billed_date(d.billed, d.entered, r.charge_primary_payer_name) AS claim_first_billed_date_cln
FROM ar_aging AS r
CROSS JOIN LATERAL (SELECT cmd_date(r.charge_entered_date) AS entered, cmd_date(r.claim_first_billed_date) AS billed) AS d
CROSS JOIN LATERAL (
    SELECT cmd_integer(r.patient_statements_printed) + cmd_integer(r.patient_stmts_sent_electronically) AS total
) AS s
LEFT JOIN cmd_loc_lookup AS by_rev ON by_rev.code = cmd_clean_code(r.revenue_code)
LEFT JOIN cmd_loc_lookup AS by_cpt ON by_cpt.code = cmd_clean_code(r.charge_cpt_code)
LEFT JOIN cmd_payer_lookup AS payer ON payer.payer_name = r.charge_primary_payer_name;
