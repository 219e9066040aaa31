package io.github.tic4j.claims.x12;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.tic4j.claims.read.Refusal;
import io.github.tic4j.claims.read.UnreadableInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong is told with segment and place; what is cut off is never taken for whole. */
class BrokenInputTest {

    private static final Path FOLDER = Path.of("src/test/resources/x12");

    @TempDir
    Path folder;

    private final List<Refusal> refusals = new ArrayList<>();

    private long read(String text) throws IOException {
        refusals.clear();
        Path file = Files.writeString(folder.resolve("input.x12"), text);
        X12Source source = X12Source.open(file, refusals::add);
        try (var claims = source.claims();
                var remittances = source.remittances()) {
            return claims.count() + remittances.count();
        }
    }

    private static String sample(String name) throws IOException {
        return Files.readString(FOLDER.resolve(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"professional.x12", "institutional.x12", "dental.x12", "remittance.x12"})
    void everyTruncationIsAnError(String name) throws IOException {
        String whole = sample(name).strip();
        for (int length = 1; length < whole.length(); length += 7) {
            String cut = whole.substring(0, length);
            UnreadableInputException error = catchThrowableOfType(UnreadableInputException.class, () -> read(cut));
            assertThat(error).as("cut after " + length).isNotNull();
            assertThat(error.getMessage())
                    .containsPattern("Cannot read input.x12, line \\d+: segment \\d+.*at character \\d+");
        }
        assertThat(read(whole)).isPositive();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    SE*53*0001~|""|line 55: segment 55 (GE) at character 1386: the transaction before it has not ended (SE)
                    GE*1*101~|""|line 56: segment 56 (IEA) at character 1398: the input ends after it, before the group (GE) does
                    IEA*1*000000101~|""|line 56: segment 56 (GE) at character 1397: the input ends after it, before the interchange (IEA) does
                    ISA*00*|ISA*|segment 1 (ISA) at character 0: the segment does not state its delimiters: it is too short or too long
                    ST*837*0001*005010X222A1~|""|segment 3 (BHT) at character 161: the segment stands outside of any transaction
                    CLM*C100*170.5***11:B:1*Y*A*Y*Y~|""|the segment does not belong where it stands
                    NM1*85*2*NORTH CLINIC*****XX*1234567893~|""|the segment does not belong where it stands
                    HL*2*1*22*0~|"12 34~"|this does not begin as a segment of X12 does
                    """)
    void whatIsOutOfPlaceIsNamed(String part, String instead, String message) throws IOException {
        String text = sample("professional.x12").replaceFirst(Pattern.quote(part), instead);
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(UnreadableInputException.class)
                .hasMessageContaining(message);
    }

    @Test
    void aRemittanceNeedsItsAmounts() throws IOException {
        String text = sample("remittance.x12");
        assertThatThrownBy(() -> read(text.replace("CLP*C100*1*170.5", "CLP*C100*1*1O0")))
                .isInstanceOf(UnreadableInputException.class)
                .hasMessageMatching(
                        "Cannot read input.x12, line 13: segment 13 \\(CLP\\) at character \\d+: CLP03 is not an amount, and must be one");
    }

    @Test
    void aValueThatDoesNotFitIsRefusedAndKept() throws IOException {
        String text = sample("professional.x12")
                .replace("*150.5*UN*1***1:2~", "*abc*UN*1***1:X~")
                .replace("DTP*472*D8*20260107", "DTP*472*D8*20260230")
                .replace("HI*ABK:J069", "HI*ABK");
        assertThat(read(text)).isEqualTo(2);
        assertThat(refusals)
                .extracting(Refusal::toString)
                .containsExactly(
                        "input.x12:32 SV102: not a decimal number",
                        "input.x12:32 SV107: not the number of a diagnosis",
                        "input.x12:54 DTP03: not a day of the calendar",
                        "input.x12:51 HI01: a code has a qualifier before it");
    }

    @Test
    void countsAndControlNumbersThatDoNotAgreeAreTold() throws IOException {
        String text = sample("professional.x12")
                .replace("SE*53*0001", "SE*52*0002")
                .replace("GE*1*101", "GE*2*101")
                .replace("IEA*1*000000101", "IEA*1*000000999");
        assertThat(read(text)).isEqualTo(2);
        assertThat(refusals)
                .extracting(Refusal::toString)
                .contains(
                        "input.x12:55 SE01: states another count than found",
                        "input.x12:55 SE02: states another control number than found",
                        "input.x12:56 GE01: states another count than found",
                        "input.x12:57 IEA02: states another control number than found");
    }

    @Test
    void otherTransactionsAreSkippedAndTold() throws IOException {
        String text = sample("professional.x12").replace("ST*837*0001*005010X222A1", "ST*834*0001*005010X220A1");
        assertThat(read(text)).isZero();
        assertThat(refusals.get(0))
                .hasToString("input.x12:3: the transaction is skipped: 834 of version 005010X220A1 is not read");
    }

    @Test
    void aSegmentWithoutAnEndIsNotPiledUp() {
        assertThatThrownBy(() -> read("ST*837*" + "x".repeat(100_000)))
                .isInstanceOf(UnreadableInputException.class)
                .hasMessageContaining("segment 1 (ST) at character 0: the segment is longer than 65536 characters");
    }

    @Test
    void anInputThatIsNotThereIsAnErrorAtOnce() {
        assertThatThrownBy(() -> X12Source.open(folder.resolve("absent"), refusals::add))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessageContaining("absent");
        assertThatThrownBy(() -> X12Source.open(folder, refusals::add))
                .isInstanceOf(UnreadableInputException.class)
                .hasMessageContaining("no file in it");
    }

    @Test
    void anInterchangeChoosesItsDelimiters() throws IOException {
        String text = sample("professional.x12")
                .replace("~\n", "\r\n")
                .replace(':', '|')
                .replace('*', '^')
                .replace("1200^^^00501", "1200^+^00501");
        assertThat(read(text)).isEqualTo(2);
        assertThat(refusals).isEmpty();
    }
}
