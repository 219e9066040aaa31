package io.github.tic4j.claims.code;

import java.util.Set;

/** Place of service of a professional line: two digits; one is padded on the left. */
public final class PlaceOfService extends Code {

    private static final Set<String> ASSIGNED = Set.of(
            "01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12", "13", "14", "15", "16", "17", "18",
            "19", "20", "21", "22", "23", "24", "25", "26", "27", "31", "32", "33", "34", "41", "42", "49", "50", "51",
            "52", "53", "54", "55", "56", "57", "58", "60", "61", "62", "65", "66", "71", "72", "81", "99");
    private static final Set<String> INPATIENT = Set.of("21", "31", "51", "55", "56", "61");

    private PlaceOfService(String raw) {
        super(CodeSystem.PLACE_OF_SERVICE, raw, Reading.paddedDigits(clean(raw), 1, 2));
    }

    /** Reads a place of service; never throws. */
    public static PlaceOfService of(String raw) {
        return new PlaceOfService(raw);
    }

    /** Whether the place treats inpatients or residents. */
    public boolean isInpatient() {
        return INPATIENT.contains(value());
    }

    /** Whether the service was given by telehealth. */
    public boolean isTelehealth() {
        return value().equals("02") || value().equals("10");
    }

    /** Whether the code is on the list of assigned places. */
    @Override
    public boolean isKnown() {
        return ASSIGNED.contains(value());
    }
}
