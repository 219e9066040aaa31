package io.github.tic4j.nppes.snapshot;

import java.util.EnumMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The fields of one record by name. */
final class RecordFields {

    private final Map<Field, String> plain = new EnumMap<>(Field.class);
    private final Map<Field, Map<Integer, String>> numbered = new EnumMap<>(Field.class);

    /** Reads all fields of a record. */
    RecordFields(FieldReader reader) {
        while (reader.next()) {
            if (reader.slot() == 0) {
                plain.put(reader.field(), reader.text());
            } else {
                numbered.computeIfAbsent(reader.field(), field -> new TreeMap<>())
                        .put(reader.slot(), reader.text());
            }
        }
    }

    @Nullable
    String text(Field field) {
        return plain.get(field);
    }

    @Nullable
    String text(Field field, int slot) {
        Map<Integer, String> slots = numbered.get(field);
        return slots == null ? null : slots.get(slot);
    }

    /** The slots in which a numbered field is filled, in order. */
    SortedSet<Integer> slots(Field field) {
        Map<Integer, String> slots = numbered.get(field);
        return slots == null ? new TreeSet<>() : new TreeSet<>(slots.keySet());
    }

    /** Whether any of the fields is filled. */
    boolean hasAny(Field... fields) {
        for (Field field : fields) {
            if (plain.containsKey(field)) {
                return true;
            }
        }
        return false;
    }

    boolean isEmpty() {
        return plain.isEmpty() && numbered.isEmpty();
    }
}
