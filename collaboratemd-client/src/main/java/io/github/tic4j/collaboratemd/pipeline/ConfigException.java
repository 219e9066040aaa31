package io.github.tic4j.collaboratemd.pipeline;

import java.util.List;

/** A configuration that cannot be used. It tells everything that is wrong with it at once, and no value. */
public final class ConfigException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final List<String> problems;

    ConfigException(String source, List<String> problems) {
        super("Invalid configuration " + source + ":\n  " + String.join("\n  ", problems));
        this.problems = List.copyOf(problems);
    }

    /** What is wrong, each naming its key. */
    public List<String> problems() {
        return problems;
    }
}
