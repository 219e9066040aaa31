package io.github.tic4j.claims.code;

import java.util.Set;
import java.util.regex.Pattern;

/** Type of bill: facility, classification and frequency, three characters; a leading zero is dropped. */
public final class BillType extends Code {

    private static final Pattern FORM = Pattern.compile("0?[1-9][1-9][0-9A-Z]");
    private static final Set<String> INPATIENT = Set.of(
            "11", "12", "15", "16", "17", "18", "21", "22", "25", "26", "27", "28", "31", "41", "42", "45", "46", "47",
            "48", "61", "62", "65", "66", "67", "68", "82");

    private BillType(String raw) {
        super(CodeSystem.BILL_TYPE, raw, read(clean(raw)));
    }

    /** Reads a type of bill; never throws. */
    public static BillType of(String raw) {
        return new BillType(raw);
    }

    /** Facility and classification, the first two characters; an invalid code as {@link #value()}. */
    public String facility() {
        return isValid() ? value().substring(0, 2) : value();
    }

    /** The frequency, the last character; empty if the code is invalid. */
    public String frequency() {
        return isValid() ? value().substring(2) : "";
    }

    /** Whether the bill is for an inpatient or resident. */
    public boolean isInpatient() {
        return INPATIENT.contains(facility());
    }

    /** Facility digits 5 and 9 and the frequency 6 are not assigned. */
    @Override
    public boolean isKnown() {
        return isValid() && "1234678".indexOf(value().charAt(0)) >= 0 && value().charAt(2) != '6';
    }

    private static Reading read(String text) {
        return FORM.matcher(text).matches()
                ? Reading.of(text.substring(text.length() - 3))
                : Reading.refused(text, "expected facility, classification and frequency");
    }
}
