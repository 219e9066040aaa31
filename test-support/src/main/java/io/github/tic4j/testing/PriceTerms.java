package io.github.tic4j.testing;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * All of a price but its rate.
 *
 * @param negotiatedType the kind of price
 * @param expirationDate the date, ISO
 * @param serviceCodes places of service, or {@code null} where the class does without
 * @param billingClass the class
 * @param setting the setting, written in schema 2 only
 * @param modifiers modifiers, or {@code null} for none
 * @param information a remark, or {@code null} for none
 * @param hash the hash of {@link PriceChecksum#terms}
 */
record PriceTerms(
        Text negotiatedType,
        Text expirationDate,
        @Nullable List<Text> serviceCodes,
        Text billingClass,
        Text setting,
        @Nullable List<Text> modifiers,
        @Nullable Text information,
        long hash) {

    /** The kind whose rates are percentages. */
    static final Text PERCENTAGE = Text.of("percentage");

    private static final Text NEGOTIATED = Text.of("negotiated");
    private static final Text FEE_SCHEDULE = Text.of("fee schedule");
    private static final Text PROFESSIONAL = Text.of("professional");
    private static final Text INSTITUTIONAL = Text.of("institutional");
    private static final List<Text> TYPES = List.of(
            NEGOTIATED,
            NEGOTIATED,
            NEGOTIATED,
            NEGOTIATED,
            NEGOTIATED,
            FEE_SCHEDULE,
            FEE_SCHEDULE,
            Text.of("derived"),
            PERCENTAGE,
            Text.of("per diem"));
    private static final Text NO_END = Text.of("9999-12-31");
    private static final List<Text> DATES = List.of(
            NO_END,
            NO_END,
            NO_END,
            Text.of("2026-12-31"),
            Text.of("2027-03-31"),
            Text.of("2027-06-30"),
            Text.of("2027-09-30"),
            Text.of("2027-12-31"),
            Text.of("2028-12-31"));
    private static final List<Text> CLASSES = List.of(PROFESSIONAL, PROFESSIONAL, PROFESSIONAL, INSTITUTIONAL);
    private static final List<Text> SETTINGS = Text.all("inpatient", "outpatient", "both");
    private static final List<Text> PLACES = Text.all(
            "01", "02", "03", "05", "10", "11", "12", "13", "15", "19", "20", "21", "22", "23", "24", "31", "32", "33",
            "41", "42", "49", "50", "52", "57", "61", "62", "65", "71", "72", "81");
    private static final List<Text> MODIFIERS = Text.all("26", "TC", "50", "59", "XU", "RT", "LT", "80", "AS", "GT");
    private static final Text REMARK = Text.of("Rate applies per unit; see contract [exhibit {B}, part 2].");

    private static final int TABLE_SIZE = 1024;

    /** A table of terms to draw from. */
    static List<PriceTerms> table(long seed) {
        return IntStream.range(0, TABLE_SIZE)
                .mapToObj(i -> draw(MrfRandom.of(seed, RandomStream.TERMS, i)))
                .toList();
    }

    private static PriceTerms draw(MrfRandom random) {
        Text type = random.pick(TYPES);
        Text date = random.pick(DATES);
        Text billingClass = random.pick(CLASSES);
        @Nullable List<Text> places = billingClass == PROFESSIONAL ? some(PLACES, random.between(1, 8), random) : null;
        @Nullable List<Text> modifiers = random.below(4) == 0 ? some(MODIFIERS, random.between(1, 2), random) : null;
        return new PriceTerms(
                type,
                date,
                places,
                billingClass,
                random.pick(SETTINGS),
                modifiers,
                random.below(50) == 0 ? REMARK : null,
                PriceChecksum.terms(type.hash(), date.hash(), billingClass.hash()));
    }

    /** A run of neighbours out of a list: distinct, and in order as publishers write them. */
    private static List<Text> some(List<Text> of, int count, MrfRandom random) {
        int from = random.below(of.size() - count + 1);
        return of.subList(from, from + count);
    }
}
