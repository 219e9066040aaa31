-- The original's formulas as they were, for comparison with its figures.

-- Any other symbol than the dollar sign and the comma is an error.
CREATE OR REPLACE FUNCTION cmd_money(raw text) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $body$
    SELECT nullif(replace(replace(raw, '$', ''), ',', ''), '')::numeric
$body$;

-- Names are padded with blanks to nine characters.
CREATE OR REPLACE FUNCTION cmd_day(day date) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $body$
    SELECT to_char(day, 'day')
$body$;
CREATE OR REPLACE FUNCTION cmd_month(day date) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $body$
    SELECT to_char(day, 'Month')
$body$;
CREATE OR REPLACE FUNCTION cmd_ym(day date) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $body$
    SELECT to_char(day, 'MonthYYYY')
$body$;

-- An id by way of a number, which costs leading noughts.
CREATE OR REPLACE FUNCTION cmd_id(raw text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $body$
    SELECT CASE
        WHEN btrim(raw) ~ '^-?\d{1,18}(\.0*)?$' THEN split_part(btrim(raw), '.', 1)::bigint::text
        ELSE raw
    END
$body$;

-- The days from entry back to receipt: usually less than nought.
CREATE OR REPLACE FUNCTION cmd_posting_tat(received date, entered date)
RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $body$
    SELECT received - entered
$body$;

-- An unknown payer counts in full.
CREATE OR REPLACE FUNCTION cmd_billed_amount(amount numeric, billed date, payer text)
RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $body$
    SELECT CASE WHEN billed IS NULL AND lower(payer) <> 'self pay' THEN 0 ELSE amount END
$body$;

CREATE OR REPLACE FUNCTION cmd_applied_amount(payment_applied text, patient_applied text)
RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $body$
    SELECT patient_applied
$body$;

-- A charge without a revenue code is left out.
CREATE OR REPLACE FUNCTION cmd_counts_for_rate(rev_code text)
RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $body$
    SELECT rev_code NOT IN ('INT', 'INTEREST', 'INTCHRG')
$body$;

-- A key that is listed twice doubles the rows that it matches.
CREATE OR REPLACE VIEW cmd_loc_lookup AS
SELECT cmd_clean_code(rev_code::text) AS code, level_of_care::text AS level_of_care
FROM loc_crosswalk;
CREATE OR REPLACE VIEW cmd_payer_lookup AS
SELECT payer_name::text AS payer_name, payer_code::text AS payer_code
FROM payer_name_crosswalk;
CREATE OR REPLACE VIEW cmd_rate_lookup AS
SELECT unique_id::text AS unique_id, cmd_money(rate::text) AS rate, inn_oon::text AS inn_oon
FROM facility_rates;
