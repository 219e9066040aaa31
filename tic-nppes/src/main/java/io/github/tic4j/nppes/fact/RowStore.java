package io.github.tic4j.nppes.fact;

import io.github.tic4j.table.Column;
import io.github.tic4j.table.ColumnType;
import io.github.tic4j.table.Row;
import io.github.tic4j.table.TableSchema;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rows of one table in scratch memory. Texts that repeat are stored by number: each column numbers its first few thousand,
 * and so the heap holds no more than those.
 *
 * <p>A row is a word with a bit for each column that is not null, followed by the values.
 */
final class RowStore {

    private static final int NUMBERED = 1 << 13;
    private static final int LONGEST_NUMBERED = 100;
    private static final int SKIPPED = -1;

    private final ScratchMemory memory;
    private final ColumnType[] types;
    private final Words[] words;
    private ByteBuffer buffer = ByteBuffer.allocate(1 << 12);

    RowStore(ScratchMemory memory, TableSchema schema) {
        if (schema.columns().size() > Long.SIZE) {
            throw new IllegalArgumentException("Table " + schema.name() + " has more than 64 columns");
        }
        this.memory = memory;
        types = schema.columns().stream().map(Column::type).toArray(ColumnType[]::new);
        words = new Words[types.length];
        for (int i = 0; i < types.length; i++) {
            words[i] = new Words();
        }
    }

    /**
     * Where the columns of a stored table go in another.
     *
     * @param prefix what the other's names have before ours
     * @return for each stored column the other's, or -1 if it has none
     */
    static int[] targets(TableSchema stored, TableSchema other, String prefix) {
        List<String> names = other.columns().stream().map(Column::name).toList();
        return stored.columns().stream()
                .mapToInt(column -> names.indexOf(prefix + column.name()))
                .toArray();
    }

    /** Stores a row; where it is. */
    long add(Row row) throws IOException {
        buffer.clear();
        buffer.putLong(0);
        long present = 0;
        for (int i = 0; i < types.length; i++) {
            Object value = row.value(i);
            if (value != null) {
                present |= 1L << i;
                write(value, words[i]);
            }
        }
        buffer.putLong(0, present);
        buffer.flip();
        long place = memory.take(buffer.remaining());
        memory.segment(place).put(ScratchMemory.within(place), buffer.array(), 0, buffer.remaining());
        return place;
    }

    /**
     * Sets columns of another table's row to the values stored at a place.
     *
     * @param targets the other table's columns, see {@link #targets}
     */
    void read(long place, int[] targets, Row row) {
        ByteBuffer segment = memory.segment(place);
        Reader in = new Reader(segment, ScratchMemory.within(place) + Long.BYTES);
        long present = segment.getLong(ScratchMemory.within(place));
        for (int i = 0; i < types.length; i++) {
            boolean isNull = (present & (1L << i)) == 0;
            if (targets[i] == SKIPPED) {
                if (!isNull) {
                    in.skip(types[i]);
                }
            } else {
                row.set(targets[i], isNull ? null : in.value(types[i], words[i]));
            }
        }
    }

    private void write(Object value, Words known) {
        if (value instanceof String text) {
            writeText(text, known);
        } else if (value instanceof Long number) {
            room(Long.BYTES).putLong(number);
        } else if (value instanceof LocalDate date) {
            room(Long.BYTES).putLong(date.toEpochDay());
        } else if (value instanceof Instant moment) {
            room(Long.BYTES).putLong(ChronoUnit.MICROS.between(Instant.EPOCH, moment));
        } else if (value instanceof List<?> list) {
            room(Integer.BYTES).putInt(list.size());
            list.forEach(element -> write(element, known));
        } else {
            throw new IllegalArgumentException("No column of a stored row holds " + value.getClass());
        }
    }

    private void writeText(String text, Words known) {
        int number = known.number(text);
        if (number >= 0) {
            room(Integer.BYTES).putInt(number);
            return;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        room(Integer.BYTES + bytes.length).putInt(~bytes.length).put(bytes);
    }

    private ByteBuffer room(int bytes) {
        if (buffer.remaining() < bytes) {
            buffer.flip();
            buffer = ByteBuffer.allocate(Math.max(2 * buffer.capacity(), buffer.limit() + bytes))
                    .put(buffer);
        }
        return buffer;
    }

    /** The texts of a column that are stored by number. */
    private static final class Words {

        private final Map<String, Integer> numbers = new HashMap<>();
        private final List<String> texts = new ArrayList<>();

        /** The number of a text, or -1 if it has none. */
        int number(String text) {
            Integer known = numbers.get(text);
            if (known != null) {
                return known;
            }
            if (texts.size() == NUMBERED || text.length() > LONGEST_NUMBERED) {
                return -1;
            }
            numbers.put(text, texts.size());
            texts.add(text);
            return texts.size() - 1;
        }
    }

    private static final class Reader {

        private final ByteBuffer in;
        private int at;

        Reader(ByteBuffer in, int at) {
            this.in = in;
            this.at = at;
        }

        @Nullable
        Object value(ColumnType type, Words known) {
            return switch (type) {
                case TEXT -> text(known);
                case LONG -> number();
                case DATE -> LocalDate.ofEpochDay(number());
                case TIMESTAMP -> Instant.EPOCH.plus(number(), ChronoUnit.MICROS);
                case TEXT_LIST -> texts(known);
                default -> throw new IllegalStateException("Not stored: " + type);
            };
        }

        void skip(ColumnType type) {
            switch (type) {
                case TEXT -> skipText();
                case TEXT_LIST -> {
                    for (int left = size(); left > 0; left--) {
                        skipText();
                    }
                }
                default -> at += Long.BYTES;
            }
        }

        private List<String> texts(Words known) {
            int size = size();
            List<String> list = new ArrayList<>(size);
            for (int i = 0; i < size; i++) {
                list.add(text(known));
            }
            return list;
        }

        private String text(Words known) {
            int number = size();
            if (number >= 0) {
                return known.texts.get(number);
            }
            byte[] bytes = new byte[~number];
            in.get(at, bytes);
            at += bytes.length;
            return new String(bytes, StandardCharsets.UTF_8);
        }

        private void skipText() {
            int number = size();
            at += number < 0 ? ~number : 0;
        }

        private int size() {
            int size = in.getInt(at);
            at += Integer.BYTES;
            return size;
        }

        private long number() {
            long number = in.getLong(at);
            at += Long.BYTES;
            return number;
        }
    }
}
