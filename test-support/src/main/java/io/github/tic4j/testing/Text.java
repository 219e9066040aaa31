package io.github.tic4j.testing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** A name or string in ASCII that is written again and again: encoded and hashed once. */
final class Text {

    private final String value;
    private final byte[] quoted;
    private final long hash;

    private Text(String value) {
        this.value = value;
        this.quoted = ('"' + value + '"').getBytes(StandardCharsets.US_ASCII);
        this.hash = PriceChecksum.hash(value);
    }

    static Text of(String value) {
        return new Text(value);
    }

    static List<Text> all(String... values) {
        return Stream.of(values).map(Text::new).toList();
    }

    String value() {
        return value;
    }

    /** The JSON string; not a copy. */
    byte[] quoted() {
        return quoted;
    }

    /** The hash of {@link PriceChecksum}. */
    long hash() {
        return hash;
    }
}
