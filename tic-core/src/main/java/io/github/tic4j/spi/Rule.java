package io.github.tic4j.spi;

import io.github.tic4j.mrf.FileReport;
import io.github.tic4j.mrf.Finding.Severity;
import io.github.tic4j.mrf.Price;
import io.github.tic4j.mrf.ProviderGroup;
import org.jspecify.annotations.Nullable;

/**
 * A quality rule of the host. Registered with {@link io.github.tic4j.validate.QualityRules.Builder#rule}, or named in
 * {@code META-INF/services}. Each method looks at one thing and does nothing unless overridden. One object serves every
 * file of a run, on several threads, so it keeps no state; what it throws ends the validation.
 */
public interface Rule {

    /** A stable id, such as {@code acme-per-diem}; no other rule may have it. */
    String id();

    /** How bad a finding of this rule is. A price with an {@link Severity#ERROR} is one that a pipeline leaves out. */
    Severity severity();

    /** Looks at a negotiated price. */
    default void price(Price price, Report report) {}

    /** Looks at a provider group, be it in a rate or in a reference. */
    default void group(ProviderGroup group, Report report) {}

    /** Looks at what is known at the end of a document. */
    default void file(FileReport file, Report report) {}

    /** Takes what a rule has to say about the thing it was shown; it knows where that is. */
    @FunctionalInterface
    interface Report {

        /**
         * A finding.
         *
         * @param rawText the text at fault, if there is one
         * @param message what was expected, and what was there
         */
        void finding(@Nullable String rawText, String message);
    }
}
