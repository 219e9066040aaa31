package io.github.tic4j.internal.scan;

/**
 * A {@code provider_group_id} as a {@code long} that stands for its text, digit by digit: 690.1 and 690.10 differ. The
 * low five bits hold the number of digits behind the point, the rest the digits; 31 marks an odd text that is kept aside.
 */
final class RefCode {

    private static final int SCALE_BITS = 5;
    private static final int ODD = 31;
    private static final long LARGEST = 100_000_000_000_000_000L;

    private RefCode() {}

    static long of(long digits, int scale) {
        return digits << SCALE_BITS | scale;
    }

    static long odd(int index) {
        return (long) index << SCALE_BITS | ODD;
    }

    static boolean isOdd(long code) {
        return (code & ODD) == ODD;
    }

    static int oddIndex(long code) {
        return (int) (code >>> SCALE_BITS);
    }

    /** The code of a text, or -1 if it has to be kept aside. */
    static long parse(byte[] bytes, int from, int to) {
        int p = from;
        if (p == to || to - from > 19 || bytes[p] == '-') {
            return -1;
        }
        long digits = 0;
        int point = -1;
        for (; p < to; p++) {
            byte b = bytes[p];
            if (b == '.' && point < 0 && p > from) {
                point = p;
            } else if (b < '0' || b > '9') {
                return -1;
            } else {
                digits = digits * 10 + (b - '0');
            }
        }
        boolean leadingZero = bytes[from] == '0' && to - from > 1 && bytes[from + 1] != '.';
        if (digits >= LARGEST || leadingZero || point == to - 1) {
            return -1;
        }
        return of(digits, point < 0 ? 0 : to - point - 1);
    }

    static String text(long code) {
        int scale = (int) (code & ODD);
        String digits = Long.toString(code >>> SCALE_BITS);
        if (scale == 0) {
            return digits;
        }
        String padded = "0".repeat(Math.max(0, scale + 1 - digits.length())) + digits;
        int point = padded.length() - scale;
        return padded.substring(0, point) + "." + padded.substring(point);
    }
}
