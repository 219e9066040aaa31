package io.github.tic4j.claims.deid;

import io.github.tic4j.claims.Claim;
import io.github.tic4j.claims.ClaimLine;
import io.github.tic4j.claims.CoverageSpan;
import io.github.tic4j.claims.Patient;
import io.github.tic4j.claims.PrescriptionFill;
import io.github.tic4j.claims.code.Code;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Looks at what is about to leave and stops it if it finds a person: texts that look like an SSN, an MBI, a telephone
 * number, an e-mail or an internet address; under Safe Harbor also full dates, ZIP codes of more than three digits and
 * ages above 90; and any removed value of the records it was shown, as a whole or as a word. The first find is an
 * {@link IdentifierFoundException}; there is no way to go on.
 *
 * <p>A value that happens to be a common word stops harmless data too: that is the safe side. Of the records it keeps
 * hashes, some forty bytes for each value. Not thread-safe.
 */
public final class Verifier {

    private static final Map<String, Pattern> ALWAYS = new LinkedHashMap<>();
    private static final Pattern FULL_DATE = Pattern.compile(
            "(?<![0-9])(?:(?:19|20)\\d{2}-(?!01-01)\\d{2}-\\d{2}|(?:19|20)\\d{2}(?!0101)(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])"
                    + "|\\d{1,2}/\\d{1,2}/(?:19|20)\\d{2}|\\d{1,2}-[A-Za-z]{3}-(?:19|20)\\d{2})(?![0-9])");
    private static final Pattern NOT_A_WORD = Pattern.compile("[^\\p{L}\\p{N}-]+");
    private static final int MIN_VALUE_LENGTH = 3;

    static {
        ALWAYS.put("an SSN", Pattern.compile("(?<![0-9-])\\d{3}-\\d{2}-\\d{4}(?![0-9-])"));
        ALWAYS.put(
                "an MBI",
                Pattern.compile(
                        "\\b[1-9][AC-HJKMNP-TV-Y][0-9AC-HJKMNP-TV-Y]\\d-?[AC-HJKMNP-TV-Y][0-9AC-HJKMNP-TV-Y]\\d-?[AC-HJKMNP-TV-Y]{2}\\d{2}\\b"));
        ALWAYS.put("a telephone number", Pattern.compile("(?<![0-9-])\\(?\\d{3}\\)?[-. ]\\d{3}[-. ]\\d{4}(?![0-9-])"));
        ALWAYS.put("an e-mail address", Pattern.compile("[\\w.+-]+@[\\w-]+\\.[\\w.]+"));
        ALWAYS.put(
                "an internet address",
                Pattern.compile("https?://|www\\.|(?<![0-9.])\\d{1,3}(?:\\.\\d{1,3}){3}(?![0-9.])"));
    }

    private final boolean safeHarbor;
    private final Set<Long> removed = new HashSet<>();

    private Verifier(boolean safeHarbor) {
        this.safeHarbor = safeHarbor;
    }

    /** Checks what a profile makes. */
    public static Verifier of(Deidentifier profile) {
        return new Verifier(profile.isSafeHarbor());
    }

    /** Notes what of an original patient must not leave. */
    public Verifier remember(Patient patient) {
        remember(patient.id(), patient.firstName(), patient.lastName(), patient.medicalRecordNumber());
        for (String name : (patient.firstName() + " " + patient.lastName()).split(" ")) {
            remember(name.equals("null") ? null : name);
        }
        remember(patient.phone(), patient.email(), patient.address().street());
        remember(raw(patient.ssn()), raw(patient.mbi()), value(patient.ssn()), value(patient.mbi()));
        if (safeHarbor) {
            remember(patient.address().city());
        }
        return this;
    }

    /** Notes what of an original claim must not leave. */
    public Verifier remember(Claim claim) {
        remember(claim.id(), claim.personId(), claim.memberId(), claim.originalClaimId());
        remember(
                claim.patientControlNumber(),
                claim.payerControlNumber(),
                value(claim.providers().billingTin()));
        claim.refused().forEach(refused -> remember(refused.raw()));
        for (ClaimLine line : claim.lines()) {
            PrescriptionFill fill = line.fill();
            if (fill != null) {
                remember(fill.prescriptionNumber());
            }
        }
        return this;
    }

    /** Notes what of original coverage must not leave. */
    public Verifier remember(CoverageSpan span) {
        return remember(span.personId(), span.memberId(), span.subscriberId(), span.group());
    }

    /**
     * Checks a text.
     *
     * @param place where it is about to be written, such as a table and a column; ages and ZIP codes are known by it
     * @throws IdentifierFoundException if the text may identify a person
     */
    public void check(String place, String text) {
        for (Map.Entry<String, Pattern> pattern : ALWAYS.entrySet()) {
            if (pattern.getValue().matcher(text).find()) {
                throw new IdentifierFoundException(place, pattern.getKey());
            }
        }
        String column = place.substring(place.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (safeHarbor) {
            checkSafeHarbor(place, column, text);
        }
        if (removed.contains(hash(text))) {
            throw new IdentifierFoundException(place, "a value that was removed");
        }
        for (String word : NOT_A_WORD.split(text)) {
            if (removed.contains(hash(word))) {
                throw new IdentifierFoundException(place, "a value that was removed");
            }
        }
    }

    /** Checks a date: under Safe Harbor only a first of January, which stands for its year, may leave. */
    public void check(String place, LocalDate date) {
        if (safeHarbor && date.getDayOfYear() != 1) {
            throw new IdentifierFoundException(place, "a full date");
        }
    }

    /** Checks a number by the place it is written to: under Safe Harbor no age above 90 may leave. */
    public void check(String place, Number number) {
        String column = place.substring(place.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (safeHarbor && isAge(column) && number.doubleValue() > Ages.TOP) {
            throw new IdentifierFoundException(place, "an age above 89");
        }
    }

    private void checkSafeHarbor(String place, String column, String text) {
        if (FULL_DATE.matcher(text).find()) {
            throw new IdentifierFoundException(place, "a full date");
        }
        if (column.contains("zip") && text.strip().length() > 3) {
            throw new IdentifierFoundException(place, "a ZIP code of more than three digits");
        }
        if (isAge(column) && text.strip().matches("\\d{1,3}") && Integer.parseInt(text.strip()) > Ages.TOP) {
            throw new IdentifierFoundException(place, "an age above 89");
        }
    }

    private static boolean isAge(String column) {
        return column.equals("age") || column.endsWith("_age") || column.startsWith("age_");
    }

    private Verifier remember(@Nullable String... values) {
        for (String value : values) {
            if (value != null && value.strip().length() >= MIN_VALUE_LENGTH) {
                removed.add(hash(value));
            }
        }
        return this;
    }

    private static @Nullable String raw(@Nullable Code code) {
        return code == null ? null : code.raw();
    }

    private static @Nullable String value(@Nullable Code code) {
        return code == null ? null : code.value();
    }

    /** 64 bits of FNV-1a over the text in lower case: among a billion values, one harmless text in ten billion is stopped. */
    private static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        String normal = text.strip().toLowerCase(Locale.ROOT);
        for (int i = 0; i < normal.length(); i++) {
            hash = (hash ^ normal.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }
}
