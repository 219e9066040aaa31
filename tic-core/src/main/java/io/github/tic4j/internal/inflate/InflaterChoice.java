package io.github.tic4j.internal.inflate;

import java.util.Locale;

/**
 * Which DEFLATE decoder to use. A further one, native for instance, is one more constant and one more
 * {@link DeflateDecoder}.
 */
public enum InflaterChoice {
    /** The decoder in this package. */
    OWN {
        @Override
        DeflateDecoder decoder(ByteInput input) {
            return new OwnDecoder(input);
        }
    },
    /** {@link java.util.zip.Inflater}. */
    JDK {
        @Override
        DeflateDecoder decoder(ByteInput input) {
            return new JdkDecoder(input);
        }
    };

    /** The system property that overrules the default: {@code own} or {@code jdk}. */
    public static final String PROPERTY = "tic4j.inflater";

    abstract DeflateDecoder decoder(ByteInput input);

    /**
     * {@link #OWN}, unless the system property {@value #PROPERTY} says otherwise.
     *
     * @throws IllegalArgumentException if the property names no decoder
     */
    public static InflaterChoice preferred() {
        String wanted = System.getProperty(PROPERTY, "own");
        return switch (wanted.toLowerCase(Locale.ROOT)) {
            case "own" -> OWN;
            case "jdk" -> JDK;
            default ->
                throw new IllegalArgumentException(
                        "System property " + PROPERTY + " must be own or jdk, was \"" + wanted + "\"");
        };
    }
}
