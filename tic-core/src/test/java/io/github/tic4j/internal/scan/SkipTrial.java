package io.github.tic4j.internal.scan;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/** Has a form of skipping do what walking does, and compares position and state after each chunk. */
final class SkipTrial {

    private static final int SLACK = 64;

    /** The bytes that matter and those that could be mistaken for them, in any order: hardly ever JSON. */
    private static final byte[] ALPHABET =
            "\"\"\"\"\"\\\\\\[[[]]{{{}}::,, aInfinity_xyzXYZ^|~!#'0\u0000\u0002\u007f\u00db\u00dd\u00fb\u00fd\u00a2\u00dc"
                    .getBytes(StandardCharsets.ISO_8859_1);

    private SkipTrial() {}

    /** Anything between brackets. */
    static byte[] noise(Random random) {
        byte[] noise = new byte[random.nextInt(400)];
        // Few kinds of bytes make runs of them, which many kinds would not.
        int kinds = 1 + random.nextInt(ALPHABET.length);
        int first = random.nextInt(ALPHABET.length);
        for (int i = 0; i < noise.length; i++) {
            noise[i] = ALPHABET[(first + random.nextInt(kinds)) % ALPHABET.length];
        }
        return noise;
    }

    /** Text with brackets and escapes within strings, and the closing bracket at the end. */
    static byte[] escapes(int before, int backslashes, int behind) {
        String text =
                "[\"" + "a".repeat(before) + "\\".repeat(backslashes) + "\"]" + "}".repeat(behind) + "\",\"]}\"]]";
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /**
     * Steps through the bytes in chunks of random sizes, each at a random place of its window.
     *
     * @return what differs, or the empty string
     */
    static String difference(BracketSkipper form, byte[] bytes, Random random) {
        BracketSkipper walker = new SwarSkipper();
        walker.restart();
        form.restart();
        // With one bracket open, most noise would end after a few bytes.
        walker.depth += random.nextInt(30);
        form.depth = walker.depth;
        int largest = 1 + random.nextInt(bytes.length + 1);
        for (int from = 0; from < bytes.length; ) {
            int length = Math.min(bytes.length - from, random.nextInt(largest + 1));
            int start = random.nextInt(80);
            byte[] window = new byte[start + length + SLACK];
            Arrays.fill(window, 0, start, (byte) '}');
            System.arraycopy(bytes, from, window, start, length);
            int expected = walker.walk(window, start, start + length);
            int actual = form.advance(window, start, start + length);
            if (expected != actual || !state(walker).equals(state(form))) {
                return "walking ends at " + expected + state(walker) + ", "
                        + form.getClass().getSimpleName() + " at "
                        + actual + state(form) + ", from " + start + " of "
                        + Arrays.toString(Arrays.copyOf(window, start + length));
            }
            if (expected >= 0) {
                return "";
            }
            from += length;
        }
        return "";
    }

    private static String state(BracketSkipper skipper) {
        return " (depth " + skipper.depth + ", quoted " + skipper.quoted + ", escaped " + skipper.escaped + ")";
    }

    /** Puts the form that is named through many trials; prints the automatic choice and the first difference. */
    public static void main(String[] args) throws ReflectiveOperationException {
        System.out.println(SkipKernels.choose("").getSimpleName());
        Class<?> named = Class.forName(SkipTrial.class.getPackageName() + "." + args[0]);
        BracketSkipper form = (BracketSkipper) named.getDeclaredConstructor().newInstance();
        Random random = new Random(20_000);
        String difference = "";
        for (int i = 0; i < 20_000 && difference.isEmpty(); i++) {
            byte[] bytes =
                    i % 2 == 0 ? noise(random) : escapes(random.nextInt(140), random.nextInt(140), random.nextInt(80));
            difference = difference(form, bytes, random);
        }
        System.out.println(difference.isEmpty() ? "no difference" : difference);
    }
}
