package io.github.tic4j.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.tic4j.config.Configuration.Flag;
import io.github.tic4j.mrf.CodeList;
import io.github.tic4j.mrf.IndexEntry.Slot;
import io.github.tic4j.pipeline.Partitioning;
import io.github.tic4j.pipeline.PipelineOptions;
import io.github.tic4j.table.TextFormat;
import io.github.tic4j.validate.QualityRule;
import io.github.tic4j.validate.QualityRules;
import io.github.tic4j.validate.RequiredField;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationTest {

    private static final String PAYER = "payer_endpoints: {acme: /data/acme}\n";

    @TempDir
    Path folder;

    @Test
    void takesAConfigurationOfTheOriginal() throws IOException {
        PipelineOptions options =
                original(Map.of("DATA", "/mnt", "S3_BUCKET", "b")).pipeline().build();

        assertThat(options.payers())
                .containsEntry("bcbs_il", "https://mrf.example.org/2026-11_index.json?sig=secret&Expires=1794009600")
                .containsEntry("aetna", "/data/aetna");
        assertThat(options.folder()).isEqualTo(Path.of("/mnt/tables"));
        assertThat(options.maxFilesPerPayer()).isEqualTo(50);
        assertThat(options.limits().rowsPerFile()).isEqualTo(10_000);
        assertThat(options.workers()).isEqualTo(4);
        assertThat(options.memory()).isEqualTo(64L << 20);
        assertThat(options.slots()).containsExactlyInAnyOrder(Slot.IN_NETWORK, Slot.UNKNOWN);
        assertThat(options.normalizing().maxPrices()).isEqualTo(1_000_000);
        assertThat(options.normalizing().reading().filter().toString())
                .contains("72148", "99202", "00100", "typedCodes=[MS-DRG 470]");
    }

    @Test
    void rulesComeFromItToo() throws IOException {
        QualityRules rules =
                original(Map.of("DATA", "/mnt")).pipeline().build().rules().orElseThrow();

        assertThat(rules.minRate()).isEqualByComparingTo("0.05");
        assertThat(rules.maxRate()).isEqualByComparingTo("50000");
        assertThat(rules.requiredFields())
                .containsExactlyInAnyOrder(RequiredField.BILLING_CODE, RequiredField.NEGOTIATED_RATE);
        assertThat(rules.reasonableRates())
                .containsEntry(new CodeList.Entry(null, "27130"), new BigDecimal("75000.00"));
        assertThat(rules.severity(QualityRule.NPI_SHAPE)).isEmpty();
        assertThat(rules.severity(QualityRule.TIN_SHAPE)).isPresent();
        assertThat(rules.completeness().failBelow()).isEqualTo(30);
        assertThat(rules.accuracy().failBelow()).isEqualTo(50);
    }

    @Test
    void outputAndAlarmAreTheHosts() throws IOException {
        Configuration configuration =
                original(Map.of("DATA", "/mnt", "S3_BUCKET", "b", "SLACK_WEBHOOK_URL", "https://hooks.example.org/x"));

        assertThat(configuration.output().format()).isEqualTo("parquet");
        assertThat(configuration.output().compression()).isEqualTo("snappy");
        assertThat(configuration.output().bucket()).hasValueSatisfying(bucket -> {
            assertThat(bucket.name()).isEqualTo("b");
            assertThat(bucket.prefix()).isEqualTo("healthcare-rates");
            assertThat(bucket.region()).hasValue("us-east-2");
        });
        assertThat(configuration.alarm().errors()).isEqualTo(10);
        assertThat(configuration.alarm().webhook()).hasValue("https://hooks.example.org/x");
        assertThat(configuration.alarm()).hasToString("Alarm[webhook=set, errors=10]");
        assertThat(configuration.logLevel()).hasValue("INFO");
    }

    @Test
    void whatHasNoEffectIsAWarningThatSaysWhy() throws IOException {
        assertThat(original(Map.of("DATA", "/mnt", "ETL_COLOR", "red")).warnings())
                .contains(
                        "line 23: processing.enable_streaming has no effect: files are always read as a stream",
                        "line 31: the variable S3_BUCKET is not set and stands for nothing",
                        "ETL_COLOR is no variable of this pipeline")
                .anyMatch(warning -> warning.contains("output.partitioning.rates_by has no effect"))
                .anyMatch(warning -> warning.contains("versioning.retention_days has no effect"))
                .hasSize(13);
    }

    @Test
    void theEnvironmentGoesOverTheFileAndFlagsOverBoth() throws IOException {
        Path file = write(PAYER + "processing: {parallel_workers: 4, batch_size: 10, max_files_per_payer: 3}\n");
        Configuration configuration = Configuration.read(
                file,
                Map.of("ETL_PARALLEL_WORKERS", "5", "ETL_BATCH_SIZE", "20", "S3_PREFIX", "p", "S3_BUCKET", "b"),
                List.of(new Flag("processing.parallel_workers", "6", "--workers")));
        PipelineOptions options = configuration.pipeline().build();

        assertThat(options.workers()).isEqualTo(6);
        assertThat(options.limits().rowsPerFile()).isEqualTo(20);
        assertThat(options.maxFilesPerPayer()).isEqualTo(3);
        assertThat(configuration.output().bucket().orElseThrow().prefix()).isEqualTo("p");
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnceWithItsPlace() throws IOException {
        Path file = write("""
                processing:
                  batch_size: many
                  parallel_workers: 0
                  min_completeness_pct: 101
                  parallel_worker: 2
                output:
                  partitioned: maybe
                  s3: [a]
                cpt_whitelist:
                  - {code: 1}
                output: {}
                """);

        ConfigurationException failure = catchThrowableOfType(
                ConfigurationException.class,
                () -> Configuration.read(
                        file,
                        Map.of("ETL_MAX_FILES", "-1"),
                        List.of(new Flag("processing.max_records_per_file", "x", "--max-records"))));
        assertThat(failure.problems())
                .containsExactlyInAnyOrder(
                        "line 2: processing.batch_size must be a whole number of at least 1, was \"many\"",
                        "line 3: processing.parallel_workers must be a whole number of at least 1, was \"0\"",
                        "line 4: processing.min_completeness_pct must be a number from 0 to 100, was \"101\"",
                        "line 5: unknown key processing.parallel_worker",
                        "line 7: output.partitioned must be true or false, was \"maybe\"",
                        "line 8: unknown key output.s3",
                        "line 10: cpt_whitelist is a list of texts",
                        "line 11: output stands here a second time",
                        "ETL_MAX_FILES: processing.max_files_per_payer must be a whole number of at least 1, was \"-1\"",
                        "--max-records: processing.max_records_per_file must be a whole number of at least 1, was \"x\"",
                        "payer_endpoints names no payer");
        assertThat(failure).hasMessageStartingWith(file + " cannot be used:\n  line");
    }

    @Test
    void valuesThatDoNotFitTogetherAreNamedToo() throws IOException {
        Path file = write("""
                payer_endpoints: {acme: "${NOWHERE}"}
                endpoints: {acme: /data/acme}
                output: {format: xml, rate_ids: all}
                monitoring: {webhook_url: "https://hooks example.org/s3cr3t"}
                processing: {file_types: [prices]}
                logging: {level: loud}
                quality_rules:
                  rates: {min_rate: 5, max_rate: 1, required_fields: [price]}
                  high_cost_procedures: {max_reasonable_rates: {"27130": much}}
                """);

        assertThatThrownBy(() -> Configuration.read(file, Map.of(), List.of()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll(
                        "line 2: endpoints.acme differs from payer_endpoints.acme in line 1",
                        "line 3: output.format must be of [csv, csv.gz, jsonl, jsonl.gz, parquet], was \"xml\"",
                        "line 3: output.rate_ids must be of [lossless, none, original], was \"all\"",
                        "line 4: monitoring.webhook_url must be an http or https address",
                        "line 5: processing.file_types must be of [",
                        "line 6: logging.level must be of [critical, debug, error, info, off, trace, warn, warning], was",
                        "line 8: quality_rules.rates.required_fields has \"price\", which is none of [billing_class",
                        "quality_rules.rates.min_rate 5 exceeds quality_rules.rates.max_rate 1",
                        "27130 must be a number, was \"much\"")
                .hasMessageNotContaining("s3cr3t");
    }

    @Test
    void aPayerNeedsAnAddress() throws IOException {
        Path file = write("payer_endpoints:\n  acme:\n  other: \"${NOWHERE}\"\n");

        assertThatThrownBy(() -> Configuration.read(file, Map.of(), List.of()))
                .hasMessageContainingAll(
                        "line 2: the payer acme has no address",
                        "line 3: the payer other has no address",
                        "line 3: the variable NOWHERE is not set");
    }

    @Test
    void aPayerIsNamedOnceInWhateverLetters() throws IOException {
        Path file = write("payer_endpoints:\n  acme: /data/a\n  ACME: /data/b\n");

        assertThatThrownBy(() -> Configuration.read(file, Map.of(), List.of()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageEndingWith("line 3: the payer ACME is acme in other letters");
    }

    @Test
    void moreMemoryThanThereIsMeansAllThatThereIs() throws IOException {
        Path file = write(PAYER + "processing: {memory_threshold_mb: 99999999999999, parallel_workers: 3}\n");

        PipelineOptions options =
                Configuration.read(file, Map.of(), List.of()).pipeline().build();
        assertThat(options.memory())
                .isPositive()
                .isLessThanOrEqualTo(Runtime.getRuntime().maxMemory() / 4 * 3);
    }

    @Test
    void aVariableThatIsPartOfAValueMustBeSet() throws IOException {
        Path file =
                write("payer_endpoints:\n  acme: /data/index.json\noutput:\n  local_directory: \"${NOWHERE}/data\"\n");

        assertThatThrownBy(() -> Configuration.read(file, Map.of(), List.of()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("line 4: the variable NOWHERE is not set");
        assertThat(Configuration.read(file, Map.of("NOWHERE", "/srv"), List.of())
                        .pipeline()
                        .build()
                        .folder())
                .isEqualTo(Path.of("/srv/data"));
    }

    @Test
    void whatIsNoYamlIsSaidWithItsLine() throws IOException {
        Path broken = write("a: 1\nb: [1, 2\nc: 3\n");
        assertThatThrownBy(() -> Configuration.read(broken, Map.of(), List.of()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("line 3: no YAML, expected ',' or ']'");
        Path list = write("- 1\n");
        assertThatThrownBy(() -> Configuration.read(list, Map.of(), List.of()))
                .hasMessageContaining("line 1: a configuration is a map of keys and values");
        Path alias = write(PAYER + "output: &a {s3: {bucket: b}}\nprocessing: *a\n");
        assertThatThrownBy(() -> Configuration.read(alias, Map.of(), List.of()))
                .hasMessageContaining("aliases of maps and lists are not supported");
        assertThatThrownBy(() -> Configuration.read(folder.resolve("absent.yaml"), Map.of(), List.of()))
                .hasMessageEndingWith("absent.yaml cannot be used:\n  there is no such file");
        assertThatThrownBy(() -> Configuration.read(folder, Map.of(), List.of()))
                .hasMessage(folder + " cannot be used:\n  it is a folder");
        Path latin = Files.write(folder.resolve("latin.yaml"), new byte[] {'a', ':', ' ', (byte) 0xE9, '\n'});
        assertThatThrownBy(() -> Configuration.read(latin, Map.of(), List.of()))
                .hasMessage(latin + " cannot be used:\n  it is no text in UTF-8");
    }

    @Test
    void ownKeysChooseWhatTheOriginalHadNot() throws IOException {
        Path file = write(PAYER + """
                cpt_whitelist: ortho-radiology
                processing: {timeout_seconds: 7, max_retries: 2, workers_per_host: 1, user_agent: Mozilla, start_time: "2026-11-20T08:00:00Z", show_progress: false}
                output: {format: csv, partitioned: true, consolidate: false, rate_ids: original}
                performance: {cache_directory: /cache}
                development: {test_mode: true}
                quality_rules: {enabled: false}
                """);
        Configuration configuration = Configuration.read(file, Map.of(), List.of());
        PipelineOptions options = configuration.pipeline().build();

        assertThat(options.format()).isEqualTo(TextFormat.CSV);
        assertThat(options.partitioning()).isEqualTo(Partitioning.PAYER_AND_DATE);
        assertThat(options.startedAt()).hasValue(Instant.parse("2026-11-20T08:00:00Z"));
        assertThat(options.cache()).hasValue(Path.of("/cache"));
        assertThat(options.workersPerHost()).isOne();
        assertThat(options.sources().http().stallTimeout()).isEqualTo(Duration.ofSeconds(7));
        assertThat(options.sources().http().retries().attempts()).isEqualTo(3);
        assertThat(options.maxFilesPerPayer()).as("test mode").isEqualTo(5);
        assertThat(options.normalizing().maxPrices()).as("test mode").isEqualTo(1000);
        assertThat(options.rules()).isEmpty();
        assertThat(options.normalizing().reading().filter().choosesItems()).isTrue();
        assertThat(configuration.showsProgress()).isFalse();
        assertThat(configuration.output().consolidate()).isFalse();
    }

    @Test
    void whatIsShownHasNoSecretAndCanBeReadAgain() throws IOException {
        Configuration configuration =
                original(Map.of("DATA", "/mnt", "SLACK_WEBHOOK_URL", "https://hooks.example.org/services/T0/s3cr3t"));
        String shown = configuration.toString();

        assertThat(shown)
                .contains(
                        "payer_endpoints:\n  bcbs_il: \"https://mrf.example.org/2026-11_index.json?***\"\n  aetna: /data/aetna\n",
                        "cpt_whitelist:\n  - 99202\n  - 72148\n  - 00100\n",
                        "  webhook_url: \"https://hooks.example.org/***\"\n")
                .doesNotContain("secret", "s3cr3t");
        Configuration again = Configuration.read(write(shown), Map.of(), List.of());
        assertThat(again).hasToString(shown);
    }

    @Test
    void everyKeyAndVariableIsInTheGuide() throws IOException {
        String guide = Files.readString(Path.of("../docs/configuration.md"));
        for (Key key : Key.values()) {
            assertThat(guide).contains(key.key.substring(key.key.lastIndexOf('.') + 1));
            if (key.variable != null) {
                assertThat(guide).contains("`" + key.variable + "`");
            }
        }
    }

    private Configuration original(Map<String, String> environment) throws IOException {
        Path file = folder.resolve("original.yaml");
        try (InputStream in = ConfigurationTest.class.getResourceAsStream("original.yaml")) {
            Files.write(file, in.readAllBytes());
        }
        return Configuration.read(file, environment, List.of());
    }

    private Path write(String yaml) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "config", ".yaml"), yaml);
    }
}
