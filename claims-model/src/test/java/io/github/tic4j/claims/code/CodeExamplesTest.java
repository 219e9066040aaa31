package io.github.tic4j.claims.code;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class CodeExamplesTest {

    @ParameterizedTest
    @CsvFileSource(
            resources = "/codes.csv",
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            emptyValue = "")
    void codeIsReadAsListed(CodeSystem system, String raw, String value, String problem) {
        Code code = Codes.READERS.get(system).apply(raw);

        assertThat(code.system()).isEqualTo(system);
        assertThat(code.raw()).isEqualTo(raw);
        assertThat(code.value()).isEqualTo(value);
        assertThat(code.problem().orElse(null)).isEqualTo(problem);
        assertThat(code.isValid()).isEqualTo(problem == null);
    }
}
