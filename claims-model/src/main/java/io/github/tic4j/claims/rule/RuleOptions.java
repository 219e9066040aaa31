package io.github.tic4j.claims.rule;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;

/**
 * The thresholds of the rules. None of them costs anything.
 *
 * @param clock tells today's date, after which no date may lie
 * @param tolerance how far sums of amounts may be apart per claim; 0.01 by default
 * @param deathGraceDays days after death on which a service is still accepted; 0 by default
 * @param timelyFilingDays days from the end of the service to its receipt; 365 by default
 * @param earliestDate the first date that is believed; 1950-01-01 by default
 */
public record RuleOptions(
        Clock clock, BigDecimal tolerance, int deathGraceDays, int timelyFilingDays, LocalDate earliestDate) {

    /** Rejects negative thresholds. */
    public RuleOptions {
        if (tolerance.signum() < 0 || deathGraceDays < 0 || timelyFilingDays < 0) {
            throw new IllegalArgumentException("tolerance, deathGraceDays and timelyFilingDays must not be negative");
        }
    }

    /** The defaults, with the system's clock in UTC. */
    public static RuleOptions defaults() {
        return new RuleOptions(Clock.systemUTC(), new BigDecimal("0.01"), 0, 365, LocalDate.of(1950, 1, 1));
    }

    /** The same with another clock. */
    public RuleOptions withClock(Clock value) {
        return new RuleOptions(value, tolerance, deathGraceDays, timelyFilingDays, earliestDate);
    }

    /** The same with another tolerance. */
    public RuleOptions withTolerance(BigDecimal value) {
        return new RuleOptions(clock, value, deathGraceDays, timelyFilingDays, earliestDate);
    }

    /** The same with another grace after death. */
    public RuleOptions withDeathGraceDays(int value) {
        return new RuleOptions(clock, tolerance, value, timelyFilingDays, earliestDate);
    }

    /** The same with another time for filing. */
    public RuleOptions withTimelyFilingDays(int value) {
        return new RuleOptions(clock, tolerance, deathGraceDays, value, earliestDate);
    }

    /** The same with another first date. */
    public RuleOptions withEarliestDate(LocalDate value) {
        return new RuleOptions(clock, tolerance, deathGraceDays, timelyFilingDays, value);
    }
}
