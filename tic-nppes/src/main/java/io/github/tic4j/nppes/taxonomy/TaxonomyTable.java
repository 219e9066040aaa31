package io.github.tic4j.nppes.taxonomy;

import io.github.tic4j.nppes.internal.CsvCursor;
import io.github.tic4j.source.ContentException.Location;
import io.github.tic4j.source.MalformedContentException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The meaning of taxonomy codes. NUCC's code set may not be shipped with this library, so its CSV is loaded from where the
 * user keeps it; without it only {@link #specialty} has something to say, by our own roll-up.
 *
 * <p>Immutable.
 */
public final class TaxonomyTable {

    private static final TaxonomyTable EMPTY = new TaxonomyTable(Map.of());

    private final Map<String, TaxonomyEntry> entries;
    private final SpecialtyRollup rollup = SpecialtyRollup.builtIn();

    private TaxonomyTable(Map<String, TaxonomyEntry> entries) {
        this.entries = Map.copyOf(entries);
    }

    /** A table without NUCC's code set. */
    public static TaxonomyTable empty() {
        return EMPTY;
    }

    /**
     * Loads issues of NUCC's CSV. Codes that were retired stay in use in NPPES, so several issues may be given, oldest first;
     * of a code in more than one the last counts.
     *
     * @throws MalformedContentException if a file is not NUCC's CSV
     */
    public static TaxonomyTable load(Path... issues) throws IOException {
        Map<String, TaxonomyEntry> entries = new HashMap<>();
        for (Path issue : issues) {
            try (CsvCursor rows = new CsvCursor(new ByteArrayInputStream(utf8(issue)), issue.toString())) {
                read(rows, issue.toString(), entries);
            }
        }
        return new TaxonomyTable(entries);
    }

    /** What NUCC says of a code; empty where the code is not in the issues loaded. */
    public Optional<TaxonomyEntry> find(@Nullable String code) {
        return Optional.ofNullable(code == null ? null : entries.get(code));
    }

    /**
     * The specialty in a few words: NUCC's classification, followed by the specialization where there is one; failing that our
     * roll-up of the code's prefix; {@code null} for no code, or one that nothing is known of.
     */
    public @Nullable String specialty(@Nullable String code) {
        if (code == null) {
            return null;
        }
        TaxonomyEntry entry = entries.get(code);
        if (entry == null) {
            return rollup.specialty(code);
        }
        String specialization = entry.specialization();
        return specialization == null ? entry.classification() : entry.classification() + ", " + specialization;
    }

    /** The coarsest level in a few words, by NUCC or by our roll-up; {@code null} where nothing is known. */
    public @Nullable String grouping(@Nullable String code) {
        if (code == null) {
            return null;
        }
        TaxonomyEntry entry = entries.get(code);
        return entry == null ? rollup.grouping(code) : entry.grouping();
    }

    /** How many codes NUCC's issues explain. */
    public int size() {
        return entries.size();
    }

    private static void read(CsvCursor rows, String name, Map<String, TaxonomyEntry> entries) throws IOException {
        List<String> header = rows.next()
                ? rows.texts().stream()
                        .map(each -> each.toLowerCase(Locale.ROOT))
                        .toList()
                : List.of();
        int code = required(header, "code", name);
        int grouping = required(header, "grouping", name);
        int classification = required(header, "classification", name);
        int specialization = required(header, "specialization", name);
        int displayName = header.indexOf("display name");
        int section = header.indexOf("section");
        while (rows.next()) {
            List<String> row = rows.texts();
            String key = text(row, code);
            String group = text(row, grouping);
            String classified = text(row, classification);
            // Issues end in a copyright line that has a single cell.
            if (key != null && group != null && classified != null) {
                entries.put(
                        key,
                        new TaxonomyEntry(
                                key,
                                group,
                                classified,
                                text(row, specialization),
                                text(row, displayName),
                                text(row, section)));
            }
        }
    }

    private static int required(List<String> header, String column, String name) {
        int index = header.indexOf(column);
        if (index < 0) {
            throw new MalformedContentException(
                    "Cannot read the NUCC code set: no column \"" + column + "\"", Location.of(name, 0));
        }
        return index;
    }

    private static @Nullable String text(List<String> row, int column) {
        return column < 0 || column >= row.size() || row.get(column).isEmpty() ? null : row.get(column);
    }

    /** The file's bytes as UTF-8; older issues are in Windows' code page. */
    private static byte[] utf8(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return bytes;
        } catch (CharacterCodingException e) {
            return new String(bytes, Charset.forName("windows-1252")).getBytes(StandardCharsets.UTF_8);
        }
    }
}
