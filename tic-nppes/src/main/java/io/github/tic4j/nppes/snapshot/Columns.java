package io.github.tic4j.nppes.snapshot;

import io.github.tic4j.source.ContentException.Location;
import io.github.tic4j.source.MalformedContentException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which column of a CSV member holds which field. Bound by name without regard to case, blanks and punctuation, never by position. */
final class Columns {

    /** A slot is stored in a byte. */
    private static final int MOST_SLOTS = 255;

    private static final Pattern NUMBERED = Pattern.compile("(.*?)[_ ]*([0-9]{1,3})\\s*");

    private final @Nullable Column[] columns;
    private final List<String> unknown = new ArrayList<>();

    /**
     * Binds a header.
     *
     * @param source the member's name, for messages
     * @throws MalformedContentException if a column is missing without which the table makes no sense
     */
    Columns(Table table, List<String> header, String source) {
        Map<String, Field> byName = new HashMap<>();
        for (Field field : Field.values()) {
            if (field.table() == table) {
                field.headers().forEach(name -> byName.put(normal(name), field));
            }
        }
        columns = new Column[header.size()];
        List<Field> bound = new ArrayList<>();
        for (int i = 0; i < columns.length; i++) {
            Column column = column(byName, header.get(i));
            if (column == null) {
                unknown.add(header.get(i));
            } else {
                columns[i] = column;
                bound.add(column.field);
            }
        }
        for (Field field : required(table)) {
            if (!bound.contains(field)) {
                throw new MalformedContentException(
                        "Cannot read the NPPES header: no column \""
                                + field.headers().get(0) + "\"",
                        Location.of(source, 0));
            }
        }
    }

    int count() {
        return columns.length;
    }

    /** What a column holds, or {@code null} where the snapshot does not keep it. */
    @Nullable
    Column at(int column) {
        return columns[column];
    }

    /** The highest number within a group. */
    int slots() {
        int slots = 0;
        for (Column column : columns) {
            slots = column == null ? slots : Math.max(slots, column.slot);
        }
        return slots;
    }

    /** The headers that were not recognised. */
    List<String> unknown() {
        return unknown;
    }

    private static @Nullable Column column(Map<String, Field> byName, String header) {
        Field field = byName.get(normal(header));
        int slot = 0;
        Matcher numbered = NUMBERED.matcher(header);
        if (field == null && numbered.matches()) {
            field = byName.get(normal(numbered.group(1)));
            slot = Integer.parseInt(numbered.group(2));
        }
        return field == null || field.isNumbered() != (slot > 0) || slot > MOST_SLOTS ? null : new Column(field, slot);
    }

    private static List<Field> required(Table table) {
        return switch (table) {
            case PROVIDER ->
                List.of(
                        Field.NPI,
                        Field.ENTITY_TYPE,
                        Field.ORGANIZATION,
                        Field.LAST,
                        Field.FIRST,
                        Field.PRACTICE_STATE,
                        Field.DEACTIVATED,
                        Field.REACTIVATED,
                        Field.TAXONOMY_CODE,
                        Field.TAXONOMY_PRIMARY);
            case OTHER_NAME -> List.of(Field.NAME_NPI, Field.NAME_ORGANIZATION);
            case LOCATION -> List.of(Field.LOCATION_NPI, Field.LOCATION_LINE1);
            case ENDPOINT -> List.of(Field.ENDPOINT_NPI, Field.ENDPOINT_ADDRESS);
        };
    }

    private static String normal(String header) {
        return header.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    /**
     * What a column holds.
     *
     * @param slot its number within its group, from 1; 0 where it belongs to none
     */
    record Column(Field field, int slot) {}
}
