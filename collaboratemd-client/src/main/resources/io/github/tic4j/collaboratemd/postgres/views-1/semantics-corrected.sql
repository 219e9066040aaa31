-- Where the original's formulas are accidents: what they should say.

-- An amount, exact: dollar signs and spaces ignored, commas by thousands, a minus or parentheses for less than nought;
-- null for anything else.
CREATE OR REPLACE FUNCTION cmd_money(raw text) RETURNS numeric LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $body$
DECLARE
    amount text := replace(replace(raw, '$', ''), ' ', '');
    sign integer := 1;
BEGIN
    IF amount ~ '^\(.+\)$' THEN
        sign := -1;
        amount := substr(amount, 2, length(amount) - 2);
    ELSIF left(amount, 1) = '-' THEN
        sign := -1;
        amount := substr(amount, 2);
    END IF;
    IF amount ~ '^\.?\d' AND amount ~ '^(\d*|\d{1,3}(,\d{3})+)(\.\d*)?$' THEN
        RETURN sign * replace(amount, ',', '')::numeric;
    END IF;
    RETURN NULL;
END
$body$;

CREATE OR REPLACE FUNCTION cmd_day(day date) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $body$
    SELECT to_char(day, 'FMday')
$body$;
CREATE OR REPLACE FUNCTION cmd_month(day date) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $body$
    SELECT to_char(day, 'FMMonth')
$body$;
CREATE OR REPLACE FUNCTION cmd_ym(day date) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $body$
    SELECT to_char(day, 'FMMonth YYYY')
$body$;

-- An id that a spreadsheet has given a fraction; leading noughts stay.
CREATE OR REPLACE FUNCTION cmd_id(raw text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $body$
    SELECT regexp_replace(btrim(raw), '\.0+$', '')
$body$;

-- The days from receipt to entry.
CREATE OR REPLACE FUNCTION cmd_posting_tat(received date, entered date)
RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $body$
    SELECT entered - received
$body$;

-- Nothing until billed, but for self pay; an unknown payer is not self pay.
CREATE OR REPLACE FUNCTION cmd_billed_amount(amount numeric, billed date, payer text)
RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $body$
    SELECT CASE WHEN billed IS NULL AND lower(payer) IS DISTINCT FROM 'self pay' THEN 0 ELSE amount END
$body$;

CREATE OR REPLACE FUNCTION cmd_applied_amount(payment_applied text, patient_applied text)
RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $body$
    SELECT payment_applied
$body$;

-- Interest is no service; a charge without a revenue code is one.
CREATE OR REPLACE FUNCTION cmd_counts_for_rate(rev_code text)
RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $body$
    SELECT coalesce(rev_code NOT IN ('INT', 'INTEREST', 'INTCHRG'), true)
$body$;

-- One answer per key, so that a key that is listed twice does not double the rows.
CREATE OR REPLACE VIEW cmd_loc_lookup AS
SELECT cmd_clean_code(rev_code::text) AS code, min(level_of_care::text) AS level_of_care
FROM loc_crosswalk
GROUP BY 1;
CREATE OR REPLACE VIEW cmd_payer_lookup AS
SELECT payer_name::text AS payer_name, min(payer_code::text) AS payer_code
FROM payer_name_crosswalk
GROUP BY 1;
CREATE OR REPLACE VIEW cmd_rate_lookup AS
SELECT DISTINCT ON (unique_id::text)
    unique_id::text AS unique_id, cmd_money(rate::text) AS rate, inn_oon::text AS inn_oon
FROM facility_rates
ORDER BY unique_id::text, cmd_money(rate::text), inn_oon::text;
