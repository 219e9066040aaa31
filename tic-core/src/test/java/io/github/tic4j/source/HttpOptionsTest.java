package io.github.tic4j.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpOptionsTest {

    @Test
    void builderSetsEverythingAndStartsFromWhatThereIs() {
        RetryPolicy twice = new RetryPolicy(2, Duration.ZERO, Duration.ZERO, Duration.ZERO);
        AddressGuard guard = AddressGuard.publicOnly();
        HttpOptions options = HttpOptions.builder()
                .answerTimeout(Duration.ofSeconds(1))
                .stallTimeout(Duration.ofSeconds(2))
                .retries(twice)
                .redirects(3)
                .downgrade(HttpOptions.Downgrade.FOLLOWED)
                .header("X-Key", "secret")
                .userAgent("Mozilla/5.0")
                .addresses(guard)
                .build();

        assertThat(options.toBuilder().build()).isEqualTo(options);
        assertThat(options.retries()).isEqualTo(twice);
        assertThat(options.addresses()).isSameAs(guard);
        assertThat(options.headers()).containsEntry("X-Key", "secret");
        assertThat(options.toString()).contains("redirects=3", "X-Key").doesNotContain("secret");
    }

    @Test
    void timeoutsArePositive() {
        HttpOptions.Builder builder = HttpOptions.builder().stallTimeout(Duration.ZERO);

        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("stallTimeout must be positive, was PT0S");
    }

    @Test
    void redirectsAreNotNegative() {
        HttpOptions.Builder builder = HttpOptions.builder().redirects(-1);

        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("redirects must not be negative, was -1");
    }

    @ParameterizedTest
    @CsvSource({"Host, secret", "X Key, secret", "X-Key, 'secret\r\nX-Other: 1'"})
    void headersAreCheckedWithoutShowingThem(String name, String value) {
        HttpOptions.Builder builder = HttpOptions.builder().header(name, value);

        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The header " + name + " is malformed or reserved")
                .hasNoCause();
    }
}
