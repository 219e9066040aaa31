-- What payers denied, and why. One row per row of denial_trends.
CREATE OR REPLACE VIEW denial_trends_view AS
SELECT
    r.customer_account,
    r.instance_key,
    r.practice_name,
    r.facility_name,
    r.office_name,
    cmd_date(r.charge_entered_date) AS charge_entered_date,
    cmd_date(r.charge_from_date) AS charge_from_date,
    cmd_date(r.charge_to_date) AS charge_to_date,
    cmd_date(r.charge_first_bill_date) AS charge_first_bill_date,
    r.patient_id,
    r.patient_full_name,
    r.charge_id,
    r.charge_rev_code,
    r.charge_cpt_code,
    r.remark_code_s,
    r.unpaid_reason_code_s,
    cmd_date(r.charge_primary_payment_date) AS charge_primary_payment_date,
    cmd_date(r.payment_received) AS payment_received,
    cmd_date(r.payment_entered) AS payment_entered,
    r.payer_name,
    r.charge_amount,
    r.insurance_paid_amount,
    cmd_money(r.charge_amount) AS int_charge_amount,
    cmd_money(r.insurance_paid_amount) AS int_insurance_paid_amount,
    cmd_today() - d.entered AS days_on_hold,
    cmd_hold_range(cmd_today() - d.entered) AS days_on_hold_range,
    cmd_day(d.received) AS payment_received_day,
    cmd_week(d.received) AS payment_received_week,
    cmd_week_year(d.received) AS payment_received_week_year,
    cmd_month(d.received) AS payment_received_month,
    cmd_year(d.received) AS payment_received_year,
    coalesce(by_rev.level_of_care, by_cpt.level_of_care) AS loc,
    payer.payer_code AS payer_class,
    cmd_unique_id(r.practice_name, payer.payer_code, coalesce(by_rev.level_of_care, by_cpt.level_of_care)) AS unique_id
FROM denial_trends AS r
CROSS JOIN LATERAL (SELECT cmd_date(r.charge_entered_date) AS entered, cmd_date(r.payment_received) AS received) AS d
LEFT JOIN cmd_loc_lookup AS by_rev ON by_rev.code = cmd_clean_code(r.charge_rev_code)
LEFT JOIN cmd_loc_lookup AS by_cpt ON by_cpt.code = cmd_clean_code(r.charge_cpt_code)
LEFT JOIN cmd_payer_lookup AS payer ON payer.payer_name = r.payer_name;
