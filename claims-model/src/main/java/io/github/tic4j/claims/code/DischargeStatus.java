package io.github.tic4j.claims.code;

import java.util.Set;

/** Patient discharge status: two digits; one is padded on the left. */
public final class DischargeStatus extends Code {

    private static final Set<String> ASSIGNED = Set.of(
            "01", "02", "03", "04", "05", "06", "07", "09", "20", "21", "30", "40", "41", "42", "43", "50", "51", "61",
            "62", "63", "64", "65", "66", "69", "70", "81", "82", "83", "84", "85", "86", "87", "88", "89", "90", "91",
            "92", "93", "94", "95");
    private static final Set<String> DIED = Set.of("20", "40", "41", "42");

    private DischargeStatus(String raw) {
        super(CodeSystem.DISCHARGE_STATUS, raw, Reading.paddedDigits(clean(raw), 1, 2));
    }

    /** Reads a discharge status; never throws. */
    public static DischargeStatus of(String raw) {
        return new DischargeStatus(raw);
    }

    /** Whether the patient died. */
    public boolean isDeath() {
        return DIED.contains(value());
    }

    /** Whether the patient had not left when the bill was made. */
    public boolean isStillPatient() {
        return value().equals("30");
    }

    /** Whether a return to inpatient care was planned (81 to 95). */
    public boolean plansReadmission() {
        return isKnown() && value().compareTo("81") >= 0;
    }

    /** Whether the code is on the list of assigned values. */
    @Override
    public boolean isKnown() {
        return ASSIGNED.contains(value());
    }
}
