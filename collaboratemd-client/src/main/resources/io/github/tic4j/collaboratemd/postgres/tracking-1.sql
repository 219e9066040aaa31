-- The table of report runs. It can be read as the original's (customer_account, report_name, identifier, status; status 1
-- marks the current identifier, which says nothing about completion), and a table of the original's is brought to this
-- form. Rows that were there before keep a null created_at and are exempt from the unique indexes.

CREATE TABLE IF NOT EXISTS account_reports (
    customer_account varchar(50),
    report_name varchar(100),
    identifier varchar(50),
    status integer DEFAULT 0
);
ALTER TABLE account_reports
    ADD COLUMN IF NOT EXISTS id bigserial,
    ADD COLUMN IF NOT EXISTS instance_key varchar(100) NOT NULL DEFAULT 'default',
    ADD COLUMN IF NOT EXISTS run_id varchar(40),
    ADD COLUMN IF NOT EXISTS report_seq varchar(20),
    ADD COLUMN IF NOT EXISTS filter_seq varchar(20),
    ADD COLUMN IF NOT EXISTS state varchar(20),
    ADD COLUMN IF NOT EXISTS api_status varchar(50),
    ADD COLUMN IF NOT EXISTS http_status integer,
    ADD COLUMN IF NOT EXISTS attempts integer,
    ADD COLUMN IF NOT EXISTS row_count bigint,
    ADD COLUMN IF NOT EXISTS error text,
    ADD COLUMN IF NOT EXISTS created_at timestamptz,
    ADD COLUMN IF NOT EXISTS completed_at timestamptz,
    -- A run that was never accepted has no identifier.
    ALTER COLUMN identifier DROP NOT NULL;

CREATE UNIQUE INDEX IF NOT EXISTS account_reports_identifier ON account_reports (instance_key, identifier)
    WHERE created_at IS NOT NULL;
CREATE UNIQUE INDEX IF NOT EXISTS account_reports_current ON account_reports (instance_key, customer_account, report_name)
    WHERE status = 1 AND created_at IS NOT NULL;
CREATE INDEX IF NOT EXISTS account_reports_run ON account_reports (run_id);

CREATE TABLE IF NOT EXISTS account_report_runs (
    run_id varchar(40) PRIMARY KEY,
    started_at timestamptz NOT NULL,
    finished_at timestamptz
);
