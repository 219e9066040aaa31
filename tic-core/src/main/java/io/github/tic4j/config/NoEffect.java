package io.github.tic4j.config;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The keys that configurations of the original pipeline have and that change nothing. */
final class NoEffect {

    private static final Map<String, String> REASONS = load();

    private NoEffect() {}

    /** Why a key changes nothing, if it is one of these. */
    static Optional<String> reason(String key) {
        return REASONS.entrySet().stream()
                .filter(known -> key.equals(known.getKey()) || key.startsWith(known.getKey() + "."))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static Map<String, String> load() {
        try (InputStream in = NoEffect.class.getResourceAsStream("no-effect.txt")) {
            if (in == null) {
                throw new IllegalStateException("The jar lacks no-effect.txt");
            }
            Map<String, String> reasons = new LinkedHashMap<>();
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", 2))
                    .forEach(fields -> reasons.put(fields[0], fields[1]));
            return reasons;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
