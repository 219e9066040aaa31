package io.github.tic4j.collaboratemd.table;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Turns the labels of a report into names of columns and tables. Stateless. */
public final class ColumnNames {

    /** The name of a label without a single letter or digit. */
    public static final String UNNAMED = "unnamed_column";

    /** Names of the columns that the load itself adds; a label that collides with one gets the prefix {@code src_}. */
    public static final Set<String> RESERVED = Set.of("customer_account", "instance_key", "created_at", "row_hash");

    // PostgreSQL cuts longer identifiers silently, which could merge two columns.
    private static final int MAX_BYTES = 63;

    private ColumnNames() {}

    /**
     * The snake case of a label: every run of characters that are neither letters nor digits (of any script) becomes
     * one underscore, none at the ends, all lower case; {@link #UNNAMED} where nothing is left. The length is not
     * limited.
     */
    public static String snakeCase(String label) {
        StringBuilder name = new StringBuilder(label.length());
        boolean gap = false;
        for (int i = 0; i < label.length(); ) {
            int point = label.codePointAt(i);
            i += Character.charCount(point);
            if (isWordCharacter(point)) {
                if (gap && name.length() > 0) {
                    name.append('_');
                }
                name.appendCodePoint(point);
                gap = false;
            } else {
                gap = true;
            }
        }
        return name.length() == 0 ? UNNAMED : name.toString().toLowerCase(Locale.ROOT);
    }

    /** The name of a report's table: {@link #snakeCase(String)}, cut to the 63 bytes that PostgreSQL allows. */
    public static String table(String reportName) {
        return fit(snakeCase(reportName), "");
    }

    /**
     * The columns of one header, in its order: each label in snake case, at most 63 bytes of UTF-8 long, all different.
     * The second and third of equal names become {@code name_1} and {@code name_2}, never taking the name that another
     * label has by itself.
     */
    public static List<String> of(List<String> labels) {
        List<String> natural = labels.stream().map(ColumnNames::natural).toList();
        Set<String> claimed = new HashSet<>(natural);
        Set<String> used = new HashSet<>();
        List<String> names = new ArrayList<>(labels.size());
        for (String name : natural) {
            String candidate = name;
            for (int copy = 1; !used.add(candidate); copy++) {
                candidate = fit(name, "_" + copy);
                if (claimed.contains(candidate)) {
                    candidate = name;
                }
            }
            names.add(candidate);
        }
        return List.copyOf(names);
    }

    private static String natural(String label) {
        String name = snakeCase(label);
        return fit(RESERVED.contains(name) ? "src_" + name : name, "");
    }

    private static boolean isWordCharacter(int point) {
        int type = Character.getType(point);
        return Character.isLetterOrDigit(point) || type == Character.LETTER_NUMBER || type == Character.OTHER_NUMBER;
    }

    private static String fit(String name, String suffix) {
        int room = MAX_BYTES - suffix.length();
        int end = 0;
        for (int bytes = 0; end < name.length(); ) {
            String character = Character.toString(name.codePointAt(end));
            bytes += character.getBytes(StandardCharsets.UTF_8).length;
            if (bytes > room) {
                break;
            }
            end += character.length();
        }
        return name.substring(0, end) + suffix;
    }
}
