package io.github.tic4j.claims.alert;

import io.github.tic4j.claims.rule.Severity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a rule saw. Two observations of one rule about the same subject, topic and window are the same alert.
 *
 * @param subject whom it is about
 * @param topic what tells it from others about the same subject and window, such as a code; may be empty
 * @param start first day of the window
 * @param end last day of the window
 * @param severity how much it weighs
 * @param observed what was seen, as a number or a word
 * @param expected what is usual
 * @param threshold where the rule begins to speak
 * @param text the same in a sentence, without naming a person
 * @param evidence the claims and lines, sorted, each once, at least one
 */
public record Observation(
        Subject subject,
        String topic,
        @Nullable LocalDate start,
        @Nullable LocalDate end,
        Severity severity,
        String observed,
        String expected,
        String threshold,
        String text,
        List<Evidence> evidence) {

    /** Sorts the evidence. */
    public Observation {
        if (evidence.isEmpty()) {
            throw new IllegalArgumentException("an observation needs evidence");
        }
        evidence = evidence.stream().distinct().sorted().toList();
    }

    /** Begins an observation about a claim. */
    public static Draft ofClaim(String claimId) {
        return new Draft(new Subject(Subject.Kind.CLAIM, claimId));
    }

    /** Begins an observation about a provider. */
    public static Draft ofProvider(String npi) {
        return new Draft(new Subject(Subject.Kind.PROVIDER, npi));
    }

    /** Begins an observation about a person. */
    public static Draft ofPerson(String personId) {
        return new Draft(new Subject(Subject.Kind.PERSON, personId));
    }

    /** Collects the parts of an observation. Not thread-safe. */
    public static final class Draft {

        private final Subject subject;
        private final List<Evidence> evidence = new ArrayList<>();
        private String topic = "";
        private @Nullable LocalDate start;
        private @Nullable LocalDate end;
        private Severity severity = Severity.WARNING;
        private String observed = "";
        private String expected = "";
        private String threshold = "";

        private Draft(Subject subject) {
            this.subject = subject;
        }

        /** Tells it from others about the same subject and window. */
        public Draft topic(String value) {
            topic = value;
            return this;
        }

        /** The days that were looked at. */
        public Draft window(@Nullable LocalDate first, @Nullable LocalDate last) {
            start = first;
            end = last;
            return this;
        }

        /** How much it weighs; a warning by default. */
        public Draft severity(Severity value) {
            severity = value;
            return this;
        }

        /** What was seen, what is usual, and where the rule begins to speak. */
        public Draft measured(Object seen, Object usual, Object limit) {
            observed = seen.toString();
            expected = usual.toString();
            threshold = limit.toString();
            return this;
        }

        /** Adds evidence. */
        public Draft evidence(Collection<Evidence> values) {
            evidence.addAll(values);
            return this;
        }

        /** Adds evidence. */
        public Draft evidence(Evidence... values) {
            return evidence(List.of(values));
        }

        /** The observation, said in a sentence that names no person. */
        public Observation saying(String text) {
            return new Observation(subject, topic, start, end, severity, observed, expected, threshold, text, evidence);
        }
    }
}
