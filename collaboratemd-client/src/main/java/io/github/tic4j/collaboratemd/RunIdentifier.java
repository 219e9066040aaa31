package io.github.tic4j.collaboratemd;

import java.util.regex.Pattern;

/**
 * What the service calls an accepted run; its result is fetched with it.
 *
 * @param value the identifier as the service wrote it
 */
public record RunIdentifier(String value) {

    private static final Pattern FORM = Pattern.compile("[0-9A-Za-z_-]{1,50}");

    /** Checks the form: up to fifty letters, digits, hyphens and underscores. */
    public RunIdentifier {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not the identifier of a run");
        }
    }

    /** The identifier. */
    @Override
    public String toString() {
        return value;
    }
}
