package io.github.tic4j.internal.scan;

import io.github.tic4j.mrf.Leniency;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The keys met in one document, by the bytes between their quotes. A spelling that is not CMS's own is looked up once,
 * by case and by alias, and then found as fast as the others.
 */
final class Keys {

    private static final int TABLE = 4096;

    private final @Nullable Key[] table = new Key[TABLE];
    private final Map<String, Field> extraAliases;
    private final int maxUnknown;
    private int unknown;

    Keys(Map<String, Field> extraAliases, int maxUnknown) {
        this.extraAliases = extraAliases;
        this.maxUnknown = Math.min(maxUnknown, TABLE / 4);
        Field.known().forEach((name, field) -> add(new Key(name.getBytes(StandardCharsets.UTF_8), name, field, null)));
    }

    /** The key whose bytes stand at {@code from} to {@code to}, or {@code null} if that spelling is new. */
    @Nullable
    Key find(byte[] bytes, int from, int to) {
        int slot = hash(bytes, from, to);
        for (Key key = table[slot]; key != null; key = table[slot]) {
            if (Arrays.equals(key.spelling, 0, key.spelling.length, bytes, from, to)) {
                return key;
            }
            slot = (slot + 1) & (TABLE - 1);
        }
        return null;
    }

    /** Adds a spelling that {@link #find} did not know; beyond the limit unknown ones are not told apart. */
    Key learn(byte[] bytes, int from, int to, String name) {
        Key key = resolve(bytes, from, to, name);
        if (key.leniency != null || unknown < maxUnknown) {
            unknown++;
            if (unknown < TABLE / 2) {
                add(key);
            }
        }
        return key;
    }

    /** A spelling that is looked up each time. */
    Key resolve(byte[] bytes, int from, int to, String name) {
        byte[] spelling = Arrays.copyOfRange(bytes, from, to);
        Field exact = Field.known().get(name);
        if (exact != null) {
            return new Key(spelling, name, exact, null);
        }
        String folded = name.strip().toLowerCase(Locale.ROOT);
        Field sameButCase = Field.known().get(folded);
        if (sameButCase != null) {
            return new Key(spelling, name, sameButCase, Leniency.KEY_CASE);
        }
        Field alias = extraAliases.getOrDefault(folded, Field.aliases().get(folded));
        return alias != null
                ? new Key(spelling, name, alias, Leniency.KEY_ALIAS)
                : new Key(spelling, name, Field.UNKNOWN, null);
    }

    private void add(Key key) {
        int slot = hash(key.spelling, 0, key.spelling.length);
        while (table[slot] != null) {
            slot = (slot + 1) & (TABLE - 1);
        }
        table[slot] = key;
    }

    private static int hash(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length == 0) {
            return 0;
        }
        int h = length * 31 + bytes[from];
        h = h * 31 + bytes[to - 1];
        h = h * 31 + bytes[from + (length >>> 1)];
        h = h * 31 + bytes[from + (length >>> 2)];
        return (h ^ (h >>> 12)) & (TABLE - 1);
    }

    /** One spelling of a key. */
    static final class Key {
        final byte[] spelling;
        final String name;
        final Field field;
        final @Nullable Leniency leniency;

        Key(byte[] spelling, String name, Field field, @Nullable Leniency leniency) {
            this.spelling = spelling;
            this.name = name;
            this.field = field;
            this.leniency = leniency;
        }
    }
}
