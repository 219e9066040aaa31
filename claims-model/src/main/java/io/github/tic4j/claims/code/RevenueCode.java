package io.github.tic4j.claims.code;

/** A revenue centre code: four digits; three are padded on the left. */
public final class RevenueCode extends Code {

    private RevenueCode(String raw) {
        super(CodeSystem.REVENUE, raw, Reading.paddedDigits(clean(raw), 3, 4));
    }

    /** Reads a revenue code; never throws. */
    public static RevenueCode of(String raw) {
        return new RevenueCode(raw);
    }

    /** Whether this is 0001, the line that repeats the total of the claim. */
    public boolean isTotal() {
        return value().equals("0001");
    }

    /** Whether this is 010x to 021x, room and board. */
    public boolean isRoomAndBoard() {
        return isValid() && value().compareTo("0100") >= 0 && value().compareTo("0219") <= 0;
    }

    /** Whether the HCPCS field of a line with this code holds a HIPPS code. */
    public boolean carriesHipps() {
        return value().equals("0022") || value().equals("0023") || value().equals("0024");
    }
}
