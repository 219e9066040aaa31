package io.github.tic4j.internal.schema;

/** The forms that a string may have to have. They look at decoded bytes and make no object. */
public enum TextForm {
    /** Anything. */
    ANY("text", "a string") {
        @Override
        public boolean matches(byte[] bytes, int from, int to) {
            return true;
        }
    },
    /** Anything but nothing. */
    FILLED("text+", "a string that is not empty") {
        @Override
        public boolean matches(byte[] bytes, int from, int to) {
            return to > from;
        }
    },
    /** A day of the calendar. */
    DATE("date", "a date as YYYY-MM-DD") {
        @Override
        public boolean matches(byte[] bytes, int from, int to) {
            if (to - from != 10 || bytes[from + 4] != '-' || bytes[from + 7] != '-') {
                return false;
            }
            int year = number(bytes, from, 4);
            int month = number(bytes, from + 5, 2);
            int day = number(bytes, from + 8, 2);
            return year >= 0 && month >= 1 && month <= 12 && day >= 1 && day <= days(year, month);
        }
    },
    /** An absolute URI with the scheme https. */
    HTTPS("https", "a URL that starts with https://") {
        @Override
        public boolean matches(byte[] bytes, int from, int to) {
            return startsWith(bytes, from, to, "https://") && Uri.isSound(bytes, from + "https://".length(), to);
        }
    },
    /** A tax number: two digits, perhaps a dash, seven digits. */
    EIN("ein", "an EIN of nine digits as NN-NNNNNNN") {
        @Override
        public boolean matches(byte[] bytes, int from, int to) {
            return isEin(bytes, from, to) && (to - from == 9 || to - from == 10 && bytes[from + 2] == '-');
        }
    },
    /** A tax number with anything around it. */
    HOLDS_EIN("holds-ein", "a text with an EIN of nine digits in it") {
        @Override
        public boolean matches(byte[] bytes, int from, int to) {
            for (int p = from; p < to; p++) {
                if (isEin(bytes, p, to)) {
                    return true;
                }
            }
            return false;
        }
    },
    /** Ten digits, the first not 0. */
    NPI("npi", "an NPI of ten digits that does not start with 0") {
        @Override
        public boolean matches(byte[] bytes, int from, int to) {
            return to - from == 10 && bytes[from] != '0' && digits(bytes, from, 10, to);
        }
    };

    private final String word;
    private final String expectation;

    TextForm(String word, String expectation) {
        this.word = word;
        this.expectation = expectation;
    }

    /** Whether the bytes have the form. */
    public abstract boolean matches(byte[] bytes, int from, int to);

    /** Its name in the tables. */
    String word() {
        return word;
    }

    /** What to call it in a message. */
    public String expectation() {
        return expectation;
    }

    private static boolean startsWith(byte[] bytes, int from, int to, String prefix) {
        if (to - from < prefix.length()) {
            return false;
        }
        for (int i = 0; i < prefix.length(); i++) {
            if (bytes[from + i] != prefix.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isEin(byte[] bytes, int from, int to) {
        if (!digits(bytes, from, 2, to)) {
            return false;
        }
        int rest = from + 2 < to && bytes[from + 2] == '-' ? from + 3 : from + 2;
        return digits(bytes, rest, 7, to);
    }

    private static boolean digits(byte[] bytes, int from, int count, int to) {
        return from + count <= to && number(bytes, from, count) >= 0;
    }

    /** The number that so many digits mean, or -1 if one is no digit; overflow does no harm to the sign check. */
    private static int number(byte[] bytes, int from, int count) {
        int number = 0;
        for (int p = from; p < from + count; p++) {
            int digit = bytes[p] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = (number * 10 + digit) & Integer.MAX_VALUE;
        }
        return number;
    }

    private static int days(int year, int month) {
        return switch (month) {
            case 2 -> year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
            case 4, 6, 9, 11 -> 30;
            default -> 31;
        };
    }
}
