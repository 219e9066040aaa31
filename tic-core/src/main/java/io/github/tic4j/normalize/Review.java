package io.github.tic4j.normalize;

import io.github.tic4j.mrf.AllowedAmount;
import io.github.tic4j.mrf.Price;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;

/**
 * Looks at every price before it is written: a payer's handler that repairs or drops it, or rules that flag or reject it.
 * What an implementation throws ends the file.
 *
 * <p>A review costs an object for each price; without one none is made.
 */
public interface Review {

    /** Keeps everything. */
    Review NONE = new Review() {};

    /** What becomes of a negotiated price. */
    default Verdict<Price> price(Price price) {
        return Verdict.keep(price);
    }

    /** What becomes of a payment without a contract. */
    default Verdict<AllowedAmount> allowedAmount(AllowedAmount amount) {
        return Verdict.keep(amount);
    }

    /** This review, and then another one of what it keeps. Flags add up. */
    default Review andThen(Review next) {
        Review first = this;
        return new Review() {
            @Override
            public Verdict<Price> price(Price price) {
                return both(first.price(price), next::price);
            }

            @Override
            public Verdict<AllowedAmount> allowedAmount(AllowedAmount amount) {
                return both(first.allowedAmount(amount), next::allowedAmount);
            }
        };
    }

    private static <T> Verdict<T> both(Verdict<T> first, Function<T, Verdict<T>> next) {
        if (!(first instanceof Verdict.Keep<T> kept)) {
            return first;
        }
        Verdict<T> second = next.apply(kept.value());
        if (kept.flags().isEmpty() || !(second instanceof Verdict.Keep<T> keptToo)) {
            return second;
        }
        Set<String> flags = new LinkedHashSet<>(kept.flags());
        flags.addAll(keptToo.flags());
        return new Verdict.Keep<>(keptToo.value(), flags.stream().toList());
    }
}
