package io.github.tic4j.claims.code;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the HCPCS field of a line holds: CPT, HCPCS level II, CDT, or, on the revenue codes 0022, 0023 and 0024, HIPPS.
 *
 * <p>HIPPS has no form of its own beyond five characters, so only the revenue code tells it apart: use
 * {@link #of(String, RevenueCode)} for institutional lines.
 */
public final class HcpcsCode extends Code {

    /** The list within the HCPCS field. */
    public enum Kind {
        /** CPT, which is HCPCS level I. */
        CPT,
        /** HCPCS level II but for dental codes. */
        LEVEL_II,
        /** Dental codes. */
        CDT,
        /** Prospective payment codes of skilled nursing, home health and rehabilitation. */
        HIPPS,
        /** Not a valid code. */
        UNKNOWN
    }

    private static final Pattern CPT = Pattern.compile("[0-9]{4}[0-9AFTUM]");
    private static final Pattern LEVEL_II = Pattern.compile("[A-V][0-9]{4}");
    private static final Pattern HIPPS = Pattern.compile("[0-9A-Z]{5}");

    private final Kind kind;

    private HcpcsCode(CodeSystem system, String raw, Reading reading, Kind kind) {
        super(system, raw, reading);
        this.kind = kind;
    }

    /** Reads a CPT, HCPCS level II or CDT code; never throws. */
    public static HcpcsCode of(String raw) {
        String text = clean(raw);
        Kind kind = kindOf(text);
        Reading reading = kind == Kind.UNKNOWN
                ? Reading.refused(text, "not of the form of CPT, HCPCS level II or CDT")
                : Reading.of(text);
        return new HcpcsCode(CodeSystem.HCPCS, raw, reading, kind);
    }

    /** Reads the HCPCS field of a line with this revenue code: HIPPS on 0022, 0023 and 0024, otherwise as {@link #of(String)}. */
    public static HcpcsCode of(String raw, @Nullable RevenueCode revenueCode) {
        if (revenueCode == null || !revenueCode.carriesHipps()) {
            return of(raw);
        }
        String text = clean(raw);
        boolean valid = HIPPS.matcher(text).matches();
        Reading reading =
                valid ? Reading.of(text) : Reading.refused(text, "not of the form of HIPPS (five characters)");
        return new HcpcsCode(CodeSystem.HIPPS, raw, reading, valid ? Kind.HIPPS : Kind.UNKNOWN);
    }

    /** The list this code belongs to. */
    public Kind kind() {
        return kind;
    }

    private static Kind kindOf(String text) {
        if (CPT.matcher(text).matches()) {
            return Kind.CPT;
        }
        if (LEVEL_II.matcher(text).matches()) {
            return text.charAt(0) == 'D' ? Kind.CDT : Kind.LEVEL_II;
        }
        return Kind.UNKNOWN;
    }
}
