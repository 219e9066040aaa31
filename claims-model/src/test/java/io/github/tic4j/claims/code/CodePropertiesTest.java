package io.github.tic4j.claims.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;

class CodePropertiesTest {

    @Property(tries = 3000)
    void anyTextIsReadAndKept(@ForAll CodeSystem system, @ForAll @StringLength(max = 14) String text) {
        Code code = Codes.READERS.get(system).apply(text);

        assertThat(code.raw()).isEqualTo(text);
        assertThat(code.isValid()).isEqualTo(code.problem().isEmpty());
        assertThat(code.isKnown()).isIn(code.isValid(), false);
    }

    @Property(tries = 5000)
    void normalFormIsReadAsItself(@ForAll CodeSystem system, @ForAll("almostCodes") String text) {
        Code code = Codes.READERS.get(system).apply(text);
        Code again = Codes.READERS.get(system).apply(code.value());

        assertThat(again.value()).isEqualTo(code.value());
        assertThat(again).isEqualTo(code).hasSameHashCodeAs(code);
    }

    @Property
    void caseAndBlanksDoNotMatter(@ForAll CodeSystem system, @ForAll("almostCodes") String text) {
        Code code = Codes.READERS.get(system).apply(text);
        Code other = Codes.READERS.get(system).apply("  " + text.toLowerCase(Locale.ROOT) + " ");

        assertThat(other).isEqualTo(code);
        assertThat(other.isValid()).isEqualTo(code.isValid());
    }

    @Property
    void oneCheckDigitInTenIsRight(@ForAll("npiStems") String stem) {
        long right = IntStream.range(0, 10)
                .filter(digit -> Npi.of(stem + digit).isValid())
                .count();

        assertThat(right).isEqualTo(1);
    }

    @Property
    void checkDigitFindsEveryWrongDigit(
            @ForAll("npiStems") String stem,
            @ForAll @IntRange(min = 1, max = 9) int place,
            @ForAll @IntRange(min = 1, max = 9) int shift) {
        String npi = valid(stem);
        char wrong = (char) ('0' + (npi.charAt(place) - '0' + shift) % 10);

        assertThat(Npi.of(npi.substring(0, place) + wrong + npi.substring(place + 1))
                        .isValid())
                .isFalse();
    }

    @Property
    void checkDigitAgreesWithTheWholeCardNumber(@ForAll("npiStems") String stem) {
        assertThat(luhn("80840" + valid(stem))).isZero();
    }

    @Property
    void hyphenatedNdcComesBackWhicheverSegmentIsShort(
            @ForAll @StringLength(5) @NumericChars String labeler,
            @ForAll @StringLength(4) @NumericChars String product,
            @ForAll @StringLength(2) @NumericChars String pack) {
        Ndc full = Ndc.of(labeler + "-" + product + "-" + pack);

        assertThat(full.value()).isEqualTo(labeler + product + pack);
        assertThat(Ndc.of(full.hyphenated())).isEqualTo(full);
        assertThat(Ndc.of(labeler.substring(1) + "-" + product + "-" + pack).value())
                .isEqualTo("0" + labeler.substring(1) + product + pack);
        assertThat(Ndc.of(labeler + "-" + product.substring(1) + "-" + pack).value())
                .isEqualTo(labeler + "0" + product.substring(1) + pack);
        assertThat(Ndc.of(labeler + "-" + product + "-" + pack.substring(1)).value())
                .isEqualTo(labeler + product + "0" + pack.substring(1));
    }

    @Property
    void ambiguousNdcHasItsThreeReadingsAndIsNotValid(@ForAll @StringLength(10) @NumericChars String digits) {
        Ndc ndc = Ndc.of(digits);

        assertThat(ndc.isAmbiguous()).isTrue();
        assertThat(ndc.isValid()).isFalse();
        assertThat(ndc.candidates()).hasSize(3).allMatch(Ndc::isValid);
        assertThat(ndc.candidates())
                .extracting(Code::value)
                .contains(
                        Ndc.of(digits.substring(0, 4) + "-" + digits.substring(4, 8) + "-" + digits.substring(8))
                                .value(),
                        Ndc.of(digits.substring(0, 5) + "-" + digits.substring(5, 8) + "-" + digits.substring(8))
                                .value(),
                        Ndc.of(digits.substring(0, 5) + "-" + digits.substring(5, 9) + "-" + digits.substring(9))
                                .value());
    }

    @Property
    void dottedDiagnosisIsTheSameCode(@ForAll("diagnoses") String text) {
        DiagnosisCode code = DiagnosisCode.icd10(text);

        assertThat(code.isValid()).isTrue();
        assertThat(DiagnosisCode.icd10(code.dotted())).isEqualTo(code);
        assertThat(code.dotted().length() > 3).isEqualTo(code.dotted().contains("."));
    }

    @Property
    void billTypeFallsIntoFacilityAndFrequency(
            @ForAll @IntRange(min = 11, max = 99) int facility, @ForAll @IntRange(min = 0, max = 9) int frequency) {
        BillType billType = BillType.of("0" + facility + frequency);

        if (facility % 10 != 0) {
            assertThat(billType.facility() + billType.frequency()).isEqualTo("" + facility + frequency);
        } else {
            assertThat(billType.isValid()).isFalse();
        }
    }

    @Property
    void maskedCodesNeverShowThemselves(@ForAll @StringLength(min = 1, max = 12) String text) {
        assertThat(Ssn.of(text)).hasToString("Ssn[masked]");
        assertThat(Mbi.of(text)).hasToString("Mbi[masked]");
        assertThat(Tin.of(text)).hasToString("Tin[masked]");
    }

    @Provide
    Arbitrary<String> npiStems() {
        return Combinators.combine(
                        Arbitraries.of("1", "2"),
                        Arbitraries.strings().numeric().ofLength(8))
                .as((first, rest) -> first + rest);
    }

    @Provide
    Arbitrary<String> diagnoses() {
        Arbitrary<String> tail = Arbitraries.strings()
                .withCharRange('0', '9')
                .withCharRange('A', 'Z')
                .ofMaxLength(4);
        return Combinators.combine(
                        Arbitraries.chars().range('A', 'Z'),
                        Arbitraries.chars().range('0', '9'),
                        Arbitraries.of('0', '1', '9', 'A', 'B'),
                        tail)
                .as((letter, second, third, rest) -> "" + letter + second + third + rest);
    }

    /** Text in which every system finds some valid codes. */
    @Provide
    Arbitrary<String> almostCodes() {
        return Arbitraries.strings()
                .withChars("0123456789")
                .withChars("0123456789ABDEFMUVX")
                .withChars(".-")
                .ofMinLength(1)
                .ofMaxLength(12);
    }

    private static String valid(String stem) {
        for (int digit = 0; digit < 10; digit++) {
            if (Npi.of(stem + digit).isValid()) {
                return stem + digit;
            }
        }
        throw new AssertionError("No check digit fits " + stem);
    }

    private static int luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighted = i % 2 == 1 ? digit * 2 : digit;
            sum += weighted / 10 + weighted % 10;
        }
        return sum % 10;
    }
}
