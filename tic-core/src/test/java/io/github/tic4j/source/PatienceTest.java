package io.github.tic4j.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PatienceTest {

    private final FakeTiming time = new FakeTiming();

    private Patience patience(RetryPolicy policy) {
        return new Patience("x", policy, time.timing());
    }

    @Test
    void oneAttemptIsTheEnd() throws IOException {
        assertThat(patience(RetryPolicy.none()).endures("failed", null)).isFalse();
    }

    @Test
    void downloadThatGoesOnStartsTheCountAgain() throws IOException {
        Patience patience = patience(new RetryPolicy(2, Duration.ZERO, Duration.ZERO, Duration.ofSeconds(1)));

        assertThat(patience.endures("failed", null)).isTrue();
        patience.progress(64 * 1024);
        assertThat(patience.endures("failed", null)).isTrue();
        patience.progress(100);
        assertThat(patience.endures("failed", null)).isFalse();
    }

    @Test
    void deadlineEndsASeries() throws IOException {
        Patience patience =
                patience(new RetryPolicy(9, Duration.ofSeconds(4), Duration.ofSeconds(4), Duration.ofSeconds(10)));

        assertThat(patience.endures("failed", null)).isTrue();
        assertThat(patience.endures("failed", null)).isTrue();
        assertThat(patience.endures("failed", null)).isFalse();
        assertThat(time.pauses).containsExactly(Duration.ofSeconds(4), Duration.ofSeconds(4));
    }

    @Test
    void waitThatIsAskedForCountsIfLonger() throws IOException {
        Patience patience = patience(RetryPolicy.defaults());

        patience.endures("failed", Duration.ofSeconds(30));
        patience.endures("failed", Duration.ofMillis(1));
        patience.endures("failed", Duration.ofSeconds(-5));

        assertThat(time.pauses).containsExactly(Duration.ofSeconds(30), Duration.ofSeconds(2), Duration.ofSeconds(4));
    }

    @Property
    void delaysStayBetweenHalfAndWhole(
            @ForAll @IntRange(min = 1, max = 1000) int failures, @ForAll @DoubleRange(max = 1) double random) {
        Duration delay = RetryPolicy.defaults().delay(failures, random);
        long whole = Math.min(60_000, 1000L << Math.min(failures - 1, 20));

        assertThat(delay.toMillis()).isBetween(whole / 2, whole);
    }

    @Test
    void policiesAreChecked() {
        Duration second = Duration.ofSeconds(1);

        assertThatThrownBy(() -> new RetryPolicy(0, second, second, second))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("attempts must be at least 1, was 0");
        assertThatThrownBy(() -> new RetryPolicy(1, second, second.negated(), second))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("delays must not be negative: PT1S, PT-1S, PT1S");
    }
}
