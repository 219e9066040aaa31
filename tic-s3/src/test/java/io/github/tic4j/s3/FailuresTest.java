package io.github.tic4j.s3;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tic4j.source.SourceUnreachableException;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.S3Exception;

class FailuresTest {

    private static final S3Location AT = S3Location.of("bb", "k");

    @ParameterizedTest
    @CsvFileSource(resources = "/failures.csv", delimiter = '|', useHeadersInDisplayName = true)
    void saysWhatToDo(int status, String code, Permission permission, String message) {
        AwsServiceException answer = S3Exception.builder()
                .statusCode(status)
                .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).build())
                .build();

        IOException failure = Failures.of(answer, permission, AT);

        assertThat(failure)
                .hasMessageContaining(message)
                .hasMessageEndingWith(": " + AT)
                .hasCause(answer);
        assertThat(failure instanceof SourceUnreachableException).isEqualTo(permission.isForReading());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Unable to load credentials from any of the providers in the chain ... | There are no credentials. Set them by",
                "Unable to load region from any of the providers | There is no region. Set it by AWS_REGION",
                "To use assumed roles in the 'default' profile, the 'sts' service module must be on the class path. | software.amazon.awssdk:sts must be on the class path",
                "Unable to execute HTTP request: Connection refused | The store does not answer (Unable to execute HTTP request: Connection refused)",
            })
    void saysWhatToDoWithoutAnAnswer(String cause, String message) {
        SdkException failure = SdkClientException.create(cause);

        assertThat(Failures.of(failure, Permission.READ, AT))
                .isInstanceOf(SourceUnreachableException.class)
                .hasMessageContaining(message);
    }
}
