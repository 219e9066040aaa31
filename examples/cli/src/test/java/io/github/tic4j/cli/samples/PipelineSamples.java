package io.github.tic4j.cli.samples;

import io.github.tic4j.config.Configuration;
import io.github.tic4j.parquet.Consolidation;
import io.github.tic4j.parquet.ParquetFormat;
import io.github.tic4j.pipeline.Pipeline;
import io.github.tic4j.pipeline.PipelineOptions;
import io.github.tic4j.pipeline.RunReport;
import io.github.tic4j.table.Tables;
import io.github.tic4j.validate.QualityRules;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The samples of docs/pipeline.md and docs/configuration.md. */
final class PipelineSamples {

    private PipelineSamples() {}

    static void run() throws IOException {
        PipelineOptions options = PipelineOptions.builder(Path.of("production_data"))
                .payer("bcbs_il", "https://mrf.example.org/2026-11_index.json")
                .payer("aetna", "/data/aetna") // a folder of files is an index too
                .format(ParquetFormat.defaults())
                .rules(QualityRules.defaults())
                .step("consolidation", folder -> Consolidation.of(folder).run(Tables.RATES))
                .build();
        RunReport report = Pipeline.of(options).run();
        report.failures().forEach(System.err::println);
        System.out.println(report.prices()); // seen = delivered + filtered + rejected
    }

    static void configure() throws IOException {
        Configuration configuration = Configuration.read(Path.of("production_config.yaml"), System.getenv(), List.of());
        configuration.warnings().forEach(System.err::println);
        Pipeline.of(configuration.pipeline().build()).run();
    }
}
