package io.github.tic4j.mrf;

import java.math.BigDecimal;

/** When two spellings of a {@code provider_group_id} are the same id. */
public enum IdRule {
    /** When the texts are equal: 690.1 and 690.10 differ. */
    TEXT {
        @Override
        public String key(String id) {
            return id;
        }
    },
    /**
     * When the numbers are equal: for payers that write 17 in one place and 17.0, 017 or 1.7e1 in another. Texts that are no
     * numbers, or longer than 64 characters, are still told apart by their text.
     */
    NUMBER {
        @Override
        public String key(String id) {
            String text = id.strip();
            if (text.length() > LONGEST_NUMBER) {
                return id;
            }
            try {
                return new BigDecimal(text).stripTrailingZeros().toString();
            } catch (ArithmeticException | NumberFormatException notANumber) {
                return id;
            }
        }
    };

    private static final int LONGEST_NUMBER = 64;

    /** What an id has in common with all its spellings, and with no other id. */
    public abstract String key(String id);
}
