package io.github.tic4j.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class PartSizesTest {

    private static final long LARGEST_PART = 5L << 30;
    private static final long FIVE_TERABYTES = 5L << 40;

    @Property(tries = 50)
    void tenThousandPartsHoldTheLargestObject(@ForAll @LongRange(min = 5 << 20, max = 1 << 30) long first) {
        long all = IntStream.rangeClosed(1, PartSizes.MOST_PARTS)
                .mapToLong(number -> PartSizes.of(number, first))
                .sum();

        assertThat(all).isGreaterThan(FIVE_TERABYTES);
    }

    @Property(tries = 200)
    void partsGrowAndStayWithinWhatAStoreTakes(
            @ForAll @IntRange(min = 2, max = 10_000) int number,
            @ForAll @LongRange(min = 5 << 20, max = 1 << 30) long first) {
        assertThat(PartSizes.of(number, first)).isBetween(PartSizes.of(number - 1, first), LARGEST_PART);
    }

    @Test
    void theFirstSeventeenGibibytesGoInEqualParts() {
        assertThat(PartSizes.of(3_500, 5 << 20)).isEqualTo(5 << 20);
        assertThat(PartSizes.of(3_501, 5 << 20)).isGreaterThan(5 << 20);
    }
}
