package io.github.tic4j.mrf;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The NPIs of a group, in the order of the file. Immutable; eight bytes an NPI. */
public final class NpiList {

    /** The value of an entry that is no number. */
    public static final long NOT_A_NUMBER = -1;

    /** A list of none. */
    public static final NpiList EMPTY = new NpiList(new long[0], null);

    private final long[] values;
    private final @Nullable String @Nullable [] texts;

    private NpiList(long[] values, @Nullable String @Nullable [] texts) {
        this.values = values;
        this.texts = texts;
    }

    /**
     * A list of numbers and of the texts that differ from them.
     *
     * @param values the numbers; {@link #NOT_A_NUMBER} where the text is none
     * @param texts the text of each entry whose text is not simply its number, {@code null} elsewhere; or {@code null}
     */
    public static NpiList of(long[] values, @Nullable String @Nullable [] texts) {
        return new NpiList(values.clone(), texts == null ? null : texts.clone());
    }

    /** How many there are. */
    public int size() {
        return values.length;
    }

    /** The number at a position; {@link #NOT_A_NUMBER} if the text there is none. */
    public long at(int index) {
        return values[index];
    }

    /** The text at a position, as published. */
    public String text(int index) {
        String text = texts == null ? null : texts[index];
        return text != null ? text : Long.toString(values[index]);
    }

    /** Whether the text at a position is not simply its number. */
    public boolean hasOddText(int index) {
        return texts != null && texts[index] != null && !texts[index].equals(Long.toString(values[index]));
    }

    /** Whether a number is in the list. */
    public boolean contains(long npi) {
        for (long value : values) {
            if (value == npi) {
                return true;
            }
        }
        return false;
    }

    /** Whether the contract is with the TIN as a whole: no NPI, or only 0. */
    public boolean isTinLevel() {
        return values.length == 0 || (values.length == 1 && values[0] == 0);
    }

    /** The texts, as published. */
    public List<String> texts() {
        return IntStream.range(0, values.length).mapToObj(this::text).toList();
    }

    /** The numbers, without the entries that are none. */
    public long[] numbers() {
        return Arrays.stream(values).filter(value -> value != NOT_A_NUMBER).toArray();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof NpiList that && Arrays.equals(values, that.values) && texts().equals(that.texts());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return texts().toString();
    }
}
