package io.github.tic4j.claims.read;

import io.github.tic4j.claims.Address;
import io.github.tic4j.claims.CoverageSpan;
import io.github.tic4j.claims.Patient;
import io.github.tic4j.claims.PatientBuilder;
import io.github.tic4j.claims.code.Mbi;
import io.github.tic4j.claims.code.ZipCode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes persons and coverage of Medicare beneficiary files, one row per person and year. */
final class Beneficiaries {

    // The numbers of the Social Security Administration, from 01 to 53.
    private static final String[] SSA_STATES =
            ("AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN"
                            + " MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA PR RI SC SD TN TX UT VT VI VA WA WV WI WY")
                    .split(" ");
    private static final Map<String, String> PARTS = Map.of(
            "1", "part A", "A", "part A", "2", "part B", "B", "part B", "3", "parts A and B", "C", "parts A and B");
    private static final Pattern YEAR_IN_NAME = Pattern.compile("(?:^|[^0-9])(20\\d{2})_Beneficiary");

    private Beneficiaries() {}

    static List<Sourced<Patient>> rifPatient(List<SourceRow> rows, Consumer<Refusal> refusals) {
        Fields fields = Fields.of(List.of(latest(rows, "RFRNC_YR")), refusals);
        PatientBuilder patient = demographics(fields, "BENE_ID", "DEATH_DT")
                .name(fields.text("BENE_GVN_NAME"), fields.text("BENE_SRNM_NAME"))
                .address(new Address(
                        fields.text("DRVD_LINE_1_ADR"),
                        fields.text("CITY_NAME"),
                        fields.text("BENE_COUNTY_CD"),
                        state(fields.text("STATE_CODE")),
                        zip(fields.text("BENE_ZIP_CD"))));
        String mbi = fields.text("MBI_NUM");
        return List.of(Sourced.of(patient.mbi(mbi == null ? null : Mbi.of(mbi)).build(), rows));
    }

    static List<Sourced<Patient>> synPufPatient(List<SourceRow> rows, Consumer<Refusal> refusals) {
        Fields fields = Fields.of(List.of(latest(rows, "YEAR")), refusals);
        int conditions = 0;
        for (String column : rows.get(0).columns()) {
            if (column.startsWith("SP_") && !column.equals("SP_STATE_CODE") && "1".equals(fields.text(column))) {
                conditions++;
            }
        }
        Patient patient = demographics(fields, "DESYNPUF_ID", "BENE_DEATH_DT")
                .chronicConditions(conditions)
                .address(new Address(
                        null, null, fields.text("BENE_COUNTY_CD"), state(fields.text("SP_STATE_CODE")), null))
                .build();
        return List.of(Sourced.of(patient, rows));
    }

    /** Coverage by month, where the buy-in indicators of the year say so. */
    static List<Sourced<CoverageSpan>> rifCoverage(List<SourceRow> rows, Consumer<Refusal> refusals) {
        Map<YearMonth, String> months = new TreeMap<>();
        for (SourceRow row : rows) {
            Fields fields = Fields.of(List.of(row), refusals);
            Integer year = fields.count("coverage", "RFRNC_YR");
            for (int month = 1; year != null && month <= 12; month++) {
                String indicator = fields.text("MDCR_ENTLMT_BUYIN_" + month + "_IND");
                String parts = indicator == null ? null : PARTS.get(indicator);
                if (parts != null) {
                    months.put(YearMonth.of(year, month), parts);
                }
            }
        }
        List<Sourced<CoverageSpan>> spans = new ArrayList<>();
        String person = RifClaims.orEmpty(rows.get(0).value("BENE_ID"));
        YearMonth start = null;
        for (YearMonth month : months.keySet()) {
            start = start == null ? month : start;
            String parts = months.get(month);
            if (!String.valueOf(parts).equals(months.get(month.plusMonths(1)))) {
                spans.add(Sourced.of(span(person, parts, start.atDay(1), month.atEndOfMonth(), "rif"), rows));
                start = null;
            }
        }
        return spans;
    }

    /** DE-SynPUF says how many months of a year were covered but not which: fewer than twelve count from January. */
    static List<Sourced<CoverageSpan>> synPufCoverage(List<SourceRow> rows, Consumer<Refusal> refusals) {
        Fields fields = Fields.of(rows, refusals);
        Integer hospital = fields.count("coverage", "BENE_HI_CVRAGE_TOT_MONS");
        Integer medical = fields.count("coverage", "BENE_SMI_CVRAGE_TOT_MONS");
        int months = Math.min(12, Math.max(hospital == null ? 0 : hospital, medical == null ? 0 : medical));
        if (months <= 0) {
            return List.of();
        }
        Integer year = year(rows.get(0), fields);
        if (year == null) {
            fields.refuse(
                    "coverage",
                    "YEAR",
                    rows.get(0).lineage().source(),
                    "neither a column nor the file name has the year");
            return List.of();
        }
        if (months < 12) {
            fields.refuse(
                    "coverage",
                    "BENE_HI_CVRAGE_TOT_MONS",
                    "" + months,
                    "months without names are counted from January");
        }
        LocalDate start = LocalDate.of(year, 1, 1);
        LocalDate end = start.plusMonths(months).minusDays(1);
        String person = RifClaims.orEmpty(fields.text("DESYNPUF_ID"));
        return List.of(Sourced.of(span(person, null, start, end, "synpuf"), rows));
    }

    private static PatientBuilder demographics(Fields fields, String id, String death) {
        return Patient.builder(RifClaims.orEmpty(fields.text(id)))
                .birthDate(fields.date("birthDate", "BENE_BIRTH_DT"))
                .deathDate(fields.date("deathDate", death))
                .sex(sex(fields.text("BENE_SEX_IDENT_CD")))
                .race(fields.text("BENE_RACE_CD"));
    }

    private static SourceRow latest(List<SourceRow> rows, String yearColumn) {
        return rows.stream()
                .max(Comparator.comparing((SourceRow row) -> RifClaims.orEmpty(row.value(yearColumn)))
                        .thenComparing(row -> row.lineage().source()))
                .orElseThrow();
    }

    private static CoverageSpan span(
            String person, @Nullable String plan, LocalDate start, LocalDate end, String source) {
        return new CoverageSpan(person, null, null, null, "medicare", "medicare", plan, null, start, end, source);
    }

    private static @Nullable Integer year(SourceRow row, Fields fields) {
        if (fields.has("YEAR")) {
            return fields.count("coverage", "YEAR");
        }
        Matcher matcher = YEAR_IN_NAME.matcher(row.lineage().source());
        return matcher.find() ? Integer.valueOf(matcher.group(1)) : null;
    }

    private static @Nullable String sex(@Nullable String code) {
        if (code == null) {
            return null;
        }
        return switch (code) {
            case "0" -> "U";
            case "1" -> "M";
            case "2" -> "F";
            default -> code;
        };
    }

    private static @Nullable String state(@Nullable String code) {
        if (code == null || !code.matches("\\d{1,2}")) {
            return code;
        }
        int number = Integer.parseInt(code);
        return number >= 1 && number <= SSA_STATES.length ? SSA_STATES[number - 1] : null;
    }

    private static @Nullable ZipCode zip(@Nullable String code) {
        return code == null ? null : ZipCode.of(code);
    }
}
