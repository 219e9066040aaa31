package io.github.tic4j.nppes;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A person's name, in NPPES's parts. The placeholder {@code --} that NPPES puts for an unset prefix or suffix is dropped.
 *
 * @param prefix such as {@code DR.}
 * @param first the given name
 * @param middle the middle name or initial
 * @param last the family name
 * @param suffix such as {@code JR.}
 * @param credential as typed by the provider, such as {@code MD} or {@code M.D., PH.D.}
 */
public record PersonName(
        @Nullable String prefix,
        @Nullable String first,
        @Nullable String middle,
        @Nullable String last,
        @Nullable String suffix,
        @Nullable String credential) {

    private static final String PLACEHOLDER = "--";

    /** Drops the placeholder. */
    public PersonName {
        prefix = PLACEHOLDER.equals(prefix) ? null : prefix;
        suffix = PLACEHOLDER.equals(suffix) ? null : suffix;
    }

    /** First, middle and last name and suffix, as they are there, with blanks between. */
    public String display() {
        return Stream.of(first, middle, last, suffix).filter(Objects::nonNull).collect(Collectors.joining(" "));
    }
}
