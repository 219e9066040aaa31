package io.github.tic4j.testing;

import java.nio.charset.StandardCharsets;

/** A money amount and its spelling as a JSON number. Reused for each amount. */
final class RateText {

    private long unscaled;
    private int scale;
    private final byte[] bytes = new byte[32];
    private int length;

    /** An amount above nought, spelt as a program prints it or in a rarer way. */
    void draw(MrfRandom random, boolean percentage, double oddShare) {
        unscaled = percentage ? random.between(100, 30_000) : 1 + random.below(1 << random.between(10, 24));
        scale = 2;
        if (random.below(16) == 0) {
            unscaled = unscaled * 100 + random.below(100);
            scale = 4;
        }
        while (scale > 0 && unscaled % 10 == 0) {
            unscaled /= 10;
            scale--;
        }
        if (random.chance(oddShare)) {
            spellOddly(random.below(5));
        } else {
            spellPlainly();
        }
    }

    long unscaled() {
        return unscaled;
    }

    int scale() {
        return scale;
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    long hash() {
        return PriceChecksum.hash(bytes, 0, length);
    }

    private void spellPlainly() {
        int end = bytes.length;
        int at = end;
        long rest = unscaled;
        int decimals = 0;
        while (rest > 0 || decimals <= scale) {
            if (decimals == scale && scale > 0) {
                bytes[--at] = '.';
            }
            bytes[--at] = (byte) ('0' + rest % 10);
            rest /= 10;
            decimals++;
        }
        length = end - at;
        System.arraycopy(bytes, at, bytes, 0, length);
    }

    private void spellOddly(int way) {
        spellPlainly();
        String plain = new String(bytes, 0, length, StandardCharsets.US_ASCII);
        String digits = Long.toString(unscaled);
        String odd = switch (way) {
            case 0 -> plain + (scale == 0 ? ".00" : "00");
            case 1 -> digits + "e-" + scale;
            case 2 -> digits + "00E-0" + (scale + 2);
            case 3 -> digits.charAt(0) + "." + digits.substring(1) + "0e+" + (digits.length() - 1 - scale);
            default -> "0." + digits + "E" + (digits.length() - scale);
        };
        // An exponent has one sign.
        odd = odd.replace("+-", "-");
        length = odd.length();
        System.arraycopy(odd.getBytes(StandardCharsets.US_ASCII), 0, bytes, 0, length);
    }
}
