-- Who followed up on claims, and how soon. One row per row of rcm_productivity.
CREATE OR REPLACE VIEW rcm_productivity_view AS
SELECT
    r.customer_account,
    r.instance_key,
    r.created_by_user,
    r.practice_name,
    r.office_name,
    r.note_count_cntunq,
    r.claim_id,
    cmd_date(r.claim_first_billed_date) AS claim_first_billed_date,
    cmd_date(r.claim_last_billed_date) AS claim_last_billed_date,
    cmd_date(r.claim_from_date) AS claim_from_date,
    cmd_date(r.claim_to_date) AS claim_to_date,
    cmd_date(r.last_note_date_max) AS last_note_date_max,
    r.claim_status,
    initcap(cmd_day(d.billed)) AS billed_day,
    cmd_week(d.billed) AS billed_week,
    cmd_week_year(d.billed) AS billed_week_year,
    cmd_month(d.billed) AS billed_month,
    cmd_year(d.billed) AS billed_year,
    initcap(cmd_day(d.last_note)) AS last_note_day,
    cmd_week(d.last_note) AS last_note_week,
    cmd_week_year(d.last_note) AS last_note_week_year,
    cmd_month(d.last_note) AS last_note_month,
    cmd_year(d.last_note) AS last_note_year,
    cmd_today() - d.last_note AS days_since_last_action,
    d.last_note - d.billed AS billing_to_note_lag_days,
    CASE
        WHEN d.last_note - d.billed < 0 THEN 'Action Before Billing'
        WHEN d.last_note - d.billed <= 7 THEN '0-7 Days'
        WHEN d.last_note - d.billed <= 14 THEN '8-14 Days'
        WHEN d.last_note - d.billed <= 30 THEN '15-30 Days'
        WHEN d.last_note - d.billed > 30 THEN 'Over 30 Days'
        ELSE 'No Action Recorded'
    END AS follow_up_efficiency_bucket,
    CASE
        WHEN cmd_integer(r.note_count_cntunq) = 0 THEN 'Unworked'
        WHEN cmd_integer(r.note_count_cntunq) = 1 THEN 'Single Touch'
        WHEN cmd_integer(r.note_count_cntunq) BETWEEN 2 AND 5 THEN '2-5 Touches'
        WHEN cmd_integer(r.note_count_cntunq) > 5 THEN 'High Touch'
        ELSE 'Unknown'
    END AS touch_point_category
FROM rcm_productivity AS r
CROSS JOIN LATERAL (SELECT cmd_date(r.claim_first_billed_date) AS billed, cmd_date(r.last_note_date_max) AS last_note) AS d;
