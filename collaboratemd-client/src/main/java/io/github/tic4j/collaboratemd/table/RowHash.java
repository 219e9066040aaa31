package io.github.tic4j.collaboratemd.table;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The stable identity of a row's content: {@code v1:} and the first 128 bits of a SHA-256, in hex, over the cells that
 * are not null, by name of column, each written as name, length and text. The order of columns and columns that are
 * empty throughout therefore do not matter, no separator can be forged, and nothing is converted first. Not thread-safe.
 */
public final class RowHash {

    private static final int BYTES = 16;

    private final MessageDigest digest;
    private final List<byte[]> names = new ArrayList<>();
    private final int[] order;

    /** Hashes rows of these columns. */
    public RowHash(List<String> columns) {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
        order = IntStream.range(0, columns.size())
                .boxed()
                .sorted(Comparator.comparing(columns::get))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int position : order) {
            names.add((columns.get(position) + '=').getBytes(StandardCharsets.UTF_8));
        }
    }

    /** The hash of one row, its cells in the order of the columns. */
    public String of(List<? extends @Nullable String> cells) {
        for (int i = 0; i < order.length; i++) {
            String cell = cells.get(order[i]);
            if (cell != null) {
                byte[] text = cell.getBytes(StandardCharsets.UTF_8);
                digest.update(names.get(i));
                updateLength(text.length);
                digest.update(text);
            }
        }
        return "v1:" + HexFormat.of().formatHex(digest.digest(), 0, BYTES);
    }

    private void updateLength(int length) {
        for (int shift = 24; shift >= 0; shift -= 8) {
            digest.update((byte) (length >>> shift));
        }
    }
}
