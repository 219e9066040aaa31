package io.github.tic4j.collaboratemd.postgres;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * What views are parameterised by.
 *
 * @param zone where today is today; default America/Phoenix
 * @param semantics the formulas; default corrected
 * @param rateCardFrom the first day of the payments behind rate cards; null for twelve months before the last day
 * @param rateCardTo the last day of them; null for today
 */
public record ViewOptions(
        ZoneId zone,
        ViewSemantics semantics,
        @Nullable LocalDate rateCardFrom,
        @Nullable LocalDate rateCardTo) {

    /** The defaults named above. */
    public static ViewOptions defaults() {
        return new ViewOptions(ZoneId.of("America/Phoenix"), ViewSemantics.CORRECTED, null, null);
    }

    /** A fixed offset is written as an interval: PostgreSQL reads the sign of "UTC-7" the other way round. */
    String zoneSql() {
        return zone.normalized() instanceof ZoneOffset offset
                ? "make_interval(secs => " + offset.getTotalSeconds() + ")"
                : literal(zone.getId());
    }

    String rateCardFromSql() {
        return rateCardFrom != null
                ? "date " + literal(rateCardFrom.toString())
                : "(" + rateCardToSql() + " - interval '12 months')::date + 1";
    }

    String rateCardToSql() {
        return rateCardTo != null
                ? "date " + literal(rateCardTo.toString())
                : "(now() AT TIME ZONE " + zoneSql() + ")::date";
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
