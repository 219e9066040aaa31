package io.github.tic4j.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tic4j.pipeline.Pipeline;
import io.github.tic4j.pipeline.PipelineOptions;
import io.github.tic4j.pipeline.Progress;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunMetersTest {

    private static final String FILE = """
            {"reporting_entity_name": "Acme", "in_network": [{"billing_code_type": "CPT", "billing_code": "99213",
              "negotiated_rates": [{"negotiated_prices": [{"negotiated_rate": 81.5}, {"negotiated_rate": 40}, {"negotiated_rate": "?"}]}]}]}
            """;

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @TempDir
    Path folder;

    @Test
    void countsFilesPricesBytesAndRuns() throws IOException {
        Path in = Files.createDirectory(folder.resolve("in"));
        Files.writeString(in.resolve("a.json"), FILE);
        Files.writeString(in.resolve("b.json"), FILE.substring(0, 100));
        Pipeline pipeline = Pipeline.of(PipelineOptions.builder(folder.resolve("out"))
                .payer("acme", in.toString())
                .listener(new RunMeters(registry))
                .build());
        pipeline.run();
        pipeline.run();

        assertThat(files("committed")).isEqualTo(1);
        assertThat(files("unchanged")).isEqualTo(1);
        assertThat(files("failed")).isEqualTo(2);
        assertThat(prices("delivered")).isEqualTo(2);
        assertThat(prices("rejected")).isEqualTo(1);
        assertThat(prices("filtered")).isZero();
        assertThat(registry.get("tic.bytes").tag("payer", "acme").counter().count())
                .isEqualTo(FILE.length());
        assertThat(registry.get("tic.run").tag("complete", "false").timer().count())
                .isEqualTo(2);
        assertThat(progress()).isEqualTo(1);
    }

    @Test
    void tellsHowFarTheRunIs() {
        RunMeters meters = new RunMeters(registry);
        assertThat(progress()).isZero();
        meters.listed(new Progress(4, 0, OptionalLong.empty(), 0, 0, 0, Duration.ZERO));
        meters.progress(new Progress(4, 3, OptionalLong.empty(), 0, 0, 0, Duration.ofSeconds(1)));
        assertThat(progress()).isEqualTo(0.75);
    }

    private long files(String outcome) {
        return registry.get("tic.file")
                .tag("payer", "acme")
                .tag("outcome", outcome)
                .timer()
                .count();
    }

    private double prices(String outcome) {
        return registry.get("tic.prices")
                .tag("payer", "acme")
                .tag("outcome", outcome)
                .counter()
                .count();
    }

    private double progress() {
        return registry.get("tic.run.progress").gauge().value();
    }
}
