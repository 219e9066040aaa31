-- What users did. One row per row of user_time_spread.
CREATE OR REPLACE VIEW user_time_spread_view AS
SELECT
    r.customer_account,
    r.instance_key,
    r.practice_name,
    r.facility_name,
    r.office_name,
    r.audit_username,
    r.audit_action,
    r.audit_type,
    r.audit_entered_date,
    r.audit_entity_id,
    r.audit_patient_id,
    r.patient_full_name
FROM user_time_spread AS r;
