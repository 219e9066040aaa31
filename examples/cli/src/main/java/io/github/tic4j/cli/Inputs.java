package io.github.tic4j.cli;

import io.github.tic4j.source.Source;
import io.github.tic4j.source.Sources;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The sources that a user names. */
final class Inputs {

    private Inputs() {}

    /**
     * The sources of these paths and URLs, in the order given; a prefix stands for the objects below it.
     *
     * @throws IOException if there is nothing below a prefix
     */
    static List<Source> of(List<String> pathsOrUrls) throws IOException {
        List<Source> sources = new ArrayList<>();
        for (String name : pathsOrUrls) {
            int before = sources.size();
            try (Stream<Source> named = Sources.all(name)) {
                named.forEach(sources::add);
            }
            if (sources.size() == before) {
                throw new FileNotFoundException("There is nothing below " + name);
            }
        }
        return sources;
    }
}
