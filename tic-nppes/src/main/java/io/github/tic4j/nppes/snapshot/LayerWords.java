package io.github.tic4j.nppes.snapshot;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** The dictionaries of an open layer. */
final class LayerWords {

    private final @Nullable String[] taxonomies;
    private final @Nullable String[] states;
    private final @Nullable String[] cities;

    /** Reads them from the file of {@link Words}. */
    LayerWords(ByteBuffer stored) {
        ByteBuffer in = stored.duplicate().order(stored.order());
        taxonomies = Dictionary.read(in);
        states = Dictionary.read(in);
        cities = Dictionary.read(in);
    }

    /** Whether the values of a kind of column are stored by number. */
    static boolean has(Field.Kind kind) {
        return kind == Field.Kind.TAXONOMY || kind == Field.Kind.STATE || kind == Field.Kind.CITY;
    }

    /** A word by its number; {@code null} for {@link Dictionary#NONE}, and for a column without a dictionary. */
    @Nullable
    String word(Field.Kind kind, int number) {
        return switch (kind) {
            case TAXONOMY -> taxonomies[number];
            case STATE -> states[number];
            case CITY -> cities[number];
            default -> null;
        };
    }
}
