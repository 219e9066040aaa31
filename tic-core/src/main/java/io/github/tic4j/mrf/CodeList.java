package io.github.tic4j.mrf;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list of billing codes, as a text file holds it: one {@code TYPE,CODE} or {@code CODE} a line; blank lines and what
 * follows a {@code #} are ignored.
 *
 * @param entries the codes, in the order of the file
 */
public record CodeList(List<Entry> entries) {

    /** The lists that come with the library: codes only, as the pipeline that this project follows used them. */
    public static final List<String> BUILT_IN = List.of("general", "ortho-radiology", "sample", "production", "uhc");

    /** Copies the list. */
    public CodeList {
        entries = List.copyOf(entries);
    }

    /**
     * One code.
     *
     * @param type the code system, or {@code null} for any
     * @param code the code
     */
    public record Entry(@Nullable String type, String code) {}

    /**
     * Reads a file of codes.
     *
     * @throws IOException if the file cannot be read
     * @throws IllegalArgumentException if a line is neither {@code TYPE,CODE} nor {@code CODE}; the message names it
     */
    public static CodeList read(Path file) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            return parse(lines, file.toString());
        }
    }

    /**
     * A list that comes with the library.
     *
     * @throws IllegalArgumentException if there is none of that name; the message lists the names
     */
    public static CodeList builtIn(String name) {
        if (!BUILT_IN.contains(name)) {
            throw new IllegalArgumentException("No code list \"" + name + "\"; there are " + BUILT_IN);
        }
        try (InputStream in = CodeList.class.getResourceAsStream("codes/" + name + ".txt")) {
            if (in == null) {
                throw new IllegalStateException("The jar lacks its code list " + name);
            }
            return parse(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)), name);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    private static CodeList parse(BufferedReader lines, String name) throws IOException {
        List<Entry> entries = new ArrayList<>();
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            int comment = line.indexOf('#');
            String text = (comment < 0 ? line : line.substring(0, comment)).strip();
            if (!text.isEmpty()) {
                entries.add(entry(text, name + " line " + number));
            }
        }
        return new CodeList(entries);
    }

    private static Entry entry(String text, String where) {
        String[] parts = text.split(",", -1);
        if (parts.length == 1) {
            return new Entry(null, text);
        }
        if (parts.length == 2 && !parts[0].isBlank() && !parts[1].isBlank()) {
            return new Entry(parts[0].strip(), parts[1].strip());
        }
        throw new IllegalArgumentException(
                "Cannot read a code in " + where + ": expected TYPE,CODE or CODE, was \"" + text + "\"");
    }
}
