package io.github.tic4j.nppes.snapshot;

import java.io.IOException;

/** The dictionaries of a layer that is being built. */
final class Words {

    private final Dictionary taxonomies = new Dictionary(HotRow.INLINE_16 - 1);
    private final Dictionary states = new Dictionary(HotRow.INLINE_16 - 1);
    /** Bounded by the heap that an open snapshot may take, not by the width of the number. */
    private final Dictionary cities = new Dictionary((1 << 17) - 1);

    /** The number of a value of a column that is stored by number. */
    int number(Field.Kind kind, byte[] bytes, int from, int to) {
        return switch (kind) {
            case TAXONOMY -> taxonomies.number(bytes, from, to);
            case STATE -> states.number(bytes, from, to);
            case CITY -> cities.number(bytes, from, to);
            default -> Dictionary.NONE;
        };
    }

    void write(OutputFile out) throws IOException {
        taxonomies.write(out);
        states.write(out);
        cities.write(out);
    }
}
