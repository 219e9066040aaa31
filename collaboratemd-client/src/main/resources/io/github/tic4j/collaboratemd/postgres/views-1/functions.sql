-- What all views share. Tables that others fill are created empty where they are missing.

CREATE TABLE IF NOT EXISTS loc_crosswalk (rev_code text, level_of_care text);
CREATE TABLE IF NOT EXISTS payer_name_crosswalk (payer_name text, payer_code text);
CREATE TABLE IF NOT EXISTS facility_rates (unique_id text, rate numeric, inn_oon text);

-- The date of MM/DD/YYYY (one digit will do for month and day) or YYYY-MM-DD; null for anything else.
CREATE OR REPLACE FUNCTION cmd_date(raw text) RETURNS date LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $body$
DECLARE
    part text[] := regexp_match(btrim(raw), '^(\d{1,2})/(\d{1,2})/(\d{4})$');
    y integer;
    m integer;
    d integer;
BEGIN
    IF part IS NOT NULL THEN
        y := part[3];
        m := part[1];
        d := part[2];
    ELSE
        part := regexp_match(btrim(raw), '^(\d{4})-(\d{2})-(\d{2})$');
        y := part[1];
        m := part[2];
        d := part[3];
    END IF;
    IF y >= 1 AND m BETWEEN 1 AND 12 THEN
        IF d BETWEEN 1 AND extract(day FROM make_date(y, m, 1) + interval '1 month - 1 day') THEN
            RETURN make_date(y, m, d);
        END IF;
    END IF;
    RETURN NULL;
END
$body$;

-- A whole number; a fraction of noughts is dropped; null for anything else.
CREATE OR REPLACE FUNCTION cmd_integer(raw text) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $body$
    SELECT CASE WHEN btrim(raw) ~ '^-?\d{1,18}(\.0*)?$' THEN split_part(btrim(raw), '.', 1)::bigint END
$body$;

-- Today in the zone that the business lives by, wherever the server stands.
CREATE OR REPLACE FUNCTION cmd_today() RETURNS date LANGUAGE sql STABLE PARALLEL SAFE AS $body$
    SELECT (now() AT TIME ZONE ${zone})::date
$body$;

-- The window of payments from which rate cards are drawn.
CREATE OR REPLACE FUNCTION cmd_rate_card_from() RETURNS date LANGUAGE sql STABLE PARALLEL SAFE AS $body$
    SELECT ${rate_card_from}
$body$;
CREATE OR REPLACE FUNCTION cmd_rate_card_to() RETURNS date LANGUAGE sql STABLE PARALLEL SAFE AS $body$
    SELECT ${rate_card_to}
$body$;

CREATE OR REPLACE FUNCTION cmd_hold_range(days integer) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $body$
    SELECT CASE
        WHEN days <= 5 THEN '0-5 days'
        WHEN days <= 10 THEN '6-10 days'
        WHEN days <= 14 THEN '11-14 days'
        WHEN days <= 21 THEN '15-21 days'
        WHEN days <= 30 THEN '22-30 days'
        WHEN days <= 45 THEN '31-45 days'
        WHEN days <= 60 THEN '46-60 days'
        WHEN days <= 90 THEN '61-90 days'
        WHEN days > 90 THEN 'over 90 days'
    END
$body$;

-- ISO week and the year that it belongs to, which around New Year is not the calendar year.
CREATE OR REPLACE FUNCTION cmd_week(day date) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $body$
    SELECT to_char(day, '"Week"IW')
$body$;
CREATE OR REPLACE FUNCTION cmd_week_year(day date) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $body$
    SELECT to_char(day, 'IYYY')
$body$;
CREATE OR REPLACE FUNCTION cmd_year(day date) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $body$
    SELECT to_char(day, 'YYYY')
$body$;

CREATE OR REPLACE FUNCTION cmd_first_word(raw text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $body$
    SELECT split_part(btrim(raw), ' ', 1)
$body$;

-- A revenue or procedure code without a trailing .0, anything after a space, and leading noughts.
CREATE OR REPLACE FUNCTION cmd_clean_code(raw text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $body$
    SELECT nullif(ltrim(split_part(regexp_replace(btrim(raw), '\.0$', ''), ' ', 1), '0'), '')
$body$;

CREATE OR REPLACE FUNCTION cmd_unique_id(practice text, payer_class text, loc text)
RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $body$
    SELECT regexp_replace(concat(split_part(btrim(practice), ' ', 1), payer_class, loc), '\s', '', 'g')
$body$;

-- A charge to a patient who pays alone counts as billed when it is entered.
CREATE OR REPLACE FUNCTION cmd_billed_date(billed date, entered date, payer text)
RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $body$
    SELECT CASE WHEN lower(payer) = 'self pay' THEN entered ELSE billed END
$body$;
