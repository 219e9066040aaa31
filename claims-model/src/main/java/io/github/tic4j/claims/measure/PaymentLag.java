package io.github.tic4j.claims.measure;

import io.github.tic4j.claims.Claim;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Days from an event to payment.
 *
 * @param days the days of each claim that has both dates, in ascending order
 */
public record PaymentLag(List<Long> days) {

    /** Copies the list. */
    public PaymentLag {
        days = List.copyOf(days);
    }

    /** Days from receipt to payment. */
    public static PaymentLag sinceReceipt(Stream<Claim> claims) {
        return since(claims, Claim::receivedDate);
    }

    /** Days from the end of service to payment. */
    public static PaymentLag sinceService(Stream<Claim> claims) {
        return since(claims, Claim::endDate);
    }

    /** The smallest number of days within which at least this many of 100 claims were paid; empty without claims. */
    public OptionalLong percentile(int percent) {
        if (percent < 1 || percent > 100) {
            throw new IllegalArgumentException("percent must be from 1 to 100, was " + percent);
        }
        if (days.isEmpty()) {
            return OptionalLong.empty();
        }
        int rank = (int) ((days.size() * (long) percent + 99) / 100);
        return OptionalLong.of(days.get(rank - 1));
    }

    private static PaymentLag since(Stream<Claim> claims, Function<Claim, @Nullable LocalDate> event) {
        List<Long> days = new ArrayList<>(claims.filter(InForce::test)
                .map(claim -> between(event.apply(claim), claim.paidDate()))
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList());
        Collections.sort(days);
        return new PaymentLag(days);
    }

    private static @Nullable Long between(@Nullable LocalDate from, @Nullable LocalDate to) {
        return from == null || to == null ? null : ChronoUnit.DAYS.between(from, to);
    }
}
