package io.github.tic4j.claims.alert;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;

/** Sundays and the federal holidays of the United States, on the days themselves. */
final class Holidays {

    private Holidays() {}

    static boolean isSundayOrHoliday(LocalDate day) {
        if (day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            return true;
        }
        Month month = day.getMonth();
        int number = day.getDayOfMonth();
        return month == Month.JANUARY && (number == 1 || isNth(day, 3, DayOfWeek.MONDAY))
                || month == Month.FEBRUARY && isNth(day, 3, DayOfWeek.MONDAY)
                || month == Month.MAY && day.equals(day.with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY)))
                || month == Month.JUNE && number == 19 && day.getYear() >= 2021
                || month == Month.JULY && number == 4
                || month == Month.SEPTEMBER && isNth(day, 1, DayOfWeek.MONDAY)
                || month == Month.OCTOBER && isNth(day, 2, DayOfWeek.MONDAY)
                || month == Month.NOVEMBER && (number == 11 || isNth(day, 4, DayOfWeek.THURSDAY))
                || month == Month.DECEMBER && number == 25;
    }

    private static boolean isNth(LocalDate day, int n, DayOfWeek weekday) {
        return day.equals(day.with(TemporalAdjusters.dayOfWeekInMonth(n, weekday)));
    }
}
