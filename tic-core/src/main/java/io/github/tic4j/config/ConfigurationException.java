package io.github.tic4j.config;

import java.util.List;

/** A configuration that cannot be used. It names everything that is wrong, not only the first thing. */
public final class ConfigurationException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final List<String> problems;

    /** An error that lists the problems, each with the place that it comes from. */
    ConfigurationException(String name, List<String> problems) {
        super(name + " cannot be used:\n  " + String.join("\n  ", problems));
        this.problems = List.copyOf(problems);
    }

    /** What is wrong, with line numbers, variables or flags. */
    public List<String> problems() {
        return problems;
    }
}
