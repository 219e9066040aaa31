package io.github.tic4j.nppes.snapshot;

import java.time.DateTimeException;
import java.time.LocalDate;

/** Dates as NPPES writes them: {@code MM/DD/YYYY}. */
final class Dates {

    /** What {@link #epochDay} says of a text that is not a date. */
    static final long NOT_A_DATE = Long.MIN_VALUE;

    private static final int LENGTH = 10;

    private Dates() {}

    /** The day, counted from 1970, or {@link #NOT_A_DATE}. */
    static long epochDay(byte[] bytes, int from, int to) {
        if (to - from != LENGTH || bytes[from + 2] != '/' || bytes[from + 5] != '/') {
            return NOT_A_DATE;
        }
        int month = digits(bytes, from, 2);
        int day = digits(bytes, from + 3, 2);
        int year = digits(bytes, from + 6, 4);
        if (month < 1 || month > 12 || day < 1 || year < 0) {
            return NOT_A_DATE;
        }
        try {
            return LocalDate.of(year, month, day).toEpochDay();
        } catch (DateTimeException e) {
            return NOT_A_DATE;
        }
    }

    private static int digits(byte[] bytes, int from, int count) {
        int value = 0;
        for (int i = from; i < from + count; i++) {
            if (bytes[i] < '0' || bytes[i] > '9') {
                return -1;
            }
            value = 10 * value + bytes[i] - '0';
        }
        return value;
    }
}
