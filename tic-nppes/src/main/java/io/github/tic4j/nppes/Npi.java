package io.github.tic4j.nppes;

import org.jspecify.annotations.Nullable;

/**
 * A National Provider Identifier: ten digits, the first 1 or 2, the last a check digit. An instance is always well formed;
 * whether it was ever issued only a {@link ProviderDirectory} can tell.
 *
 * <p>Where millions of them pass, the primitive form is the {@code long} of {@link #value()}, checked by {@link #isValid}.
 *
 * @param value the ten digits as a number
 */
public record Npi(long value) implements Comparable<Npi> {

    private static final int LENGTH = 10;
    private static final long FIRST = 1_000_000_000L;
    private static final long LAST = 2_999_999_999L;

    /**
     * Checks the number.
     *
     * @throws IllegalArgumentException if it is not an NPI; the message says why
     */
    public Npi {
        NpiFault fault = fault(value);
        if (fault != null) {
            throw refused(Long.toString(value), fault);
        }
    }

    /**
     * The NPI that the text spells, without regard to blanks around it.
     *
     * @throws IllegalArgumentException if it is not an NPI; the message says why
     */
    public static Npi parse(CharSequence text) {
        NpiReading reading = read(text);
        if (reading.npi() == null) {
            throw refused(text.toString(), reading.fault());
        }
        return reading.npi();
    }

    /** Reads a text that may or may not be an NPI, without regard to blanks around it. Never throws. */
    public static NpiReading read(@Nullable CharSequence text) {
        String digits = text == null ? "" : text.toString().strip();
        NpiFault fault = digits.isEmpty() ? NpiFault.ABSENT : faultOfDigits(digits);
        if (fault != null) {
            return new NpiReading(null, fault);
        }
        return new NpiReading(new Npi(Long.parseLong(digits)), null);
    }

    /** Whether the number is an NPI. */
    public static boolean isValid(long number) {
        return number >= FIRST && number <= LAST && CheckDigit.of((int) (number / 10)) == number % 10;
    }

    /** What is wrong with the number, or {@code null} if it is an NPI. */
    public static @Nullable NpiFault fault(long number) {
        if (isValid(number)) {
            return null;
        }
        if (number < FIRST || number >= FIRST * 10) {
            return NpiFault.WRONG_LENGTH;
        }
        return number > LAST ? NpiFault.WRONG_FIRST_DIGIT : NpiFault.WRONG_CHECK_DIGIT;
    }

    /**
     * The NPI whose first nine digits are given: the check digit is computed.
     *
     * @throws IllegalArgumentException if the number has not nine digits or does not start with 1 or 2
     */
    public static Npi ofNineDigits(int nineDigits) {
        if (nineDigits < FIRST / 10 || nineDigits > LAST / 10) {
            throw new IllegalArgumentException("Not nine digits that start with 1 or 2: " + nineDigits);
        }
        return new Npi(nineDigits * 10L + CheckDigit.of(nineDigits));
    }

    @Override
    public int compareTo(Npi other) {
        return Long.compare(value, other.value);
    }

    /** The ten digits. */
    @Override
    public String toString() {
        return Long.toString(value);
    }

    private static @Nullable NpiFault faultOfDigits(String digits) {
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            if (c < '0' || c > '9') {
                return NpiFault.NOT_DIGITS;
            }
        }
        if (digits.length() != LENGTH) {
            return NpiFault.WRONG_LENGTH;
        }
        NpiFault fault = fault(Long.parseLong(digits));
        // Ten digits with a leading zero make a short number, but their fault is the first digit.
        return fault == NpiFault.WRONG_LENGTH ? NpiFault.WRONG_FIRST_DIGIT : fault;
    }

    private static IllegalArgumentException refused(String text, @Nullable NpiFault fault) {
        String shown = text.length() > 40 ? text.substring(0, 40) + "..." : text;
        return new IllegalArgumentException(
                "Not an NPI: \"" + shown + "\": " + (fault == null ? "unknown" : fault.reason()));
    }
}
