package io.github.tic4j.config;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The keys that have an effect, in the order in which they are shown. */
enum Key {
    ENDPOINTS("payer_endpoints", Kind.MAP, null),
    WHITELIST("cpt_whitelist", Kind.LIST, null),
    BATCH_SIZE("processing.batch_size", Kind.COUNT, "ETL_BATCH_SIZE"),
    WORKERS("processing.parallel_workers", Kind.COUNT, "ETL_PARALLEL_WORKERS"),
    WORKERS_PER_HOST("processing.workers_per_host", Kind.COUNT, null),
    FILE_TYPES("processing.file_types", Kind.LIST, null),
    MAX_FILES("processing.max_files_per_payer", Kind.COUNT, "ETL_MAX_FILES"),
    MAX_RECORDS("processing.max_records_per_file", Kind.COUNT, "ETL_MAX_RECORDS"),
    SAFETY_LIMIT("processing.safety_limit_records_per_file", Kind.COUNT, null),
    MIN_COMPLETENESS("processing.min_completeness_pct", Kind.PERCENT, "ETL_MIN_COMPLETENESS"),
    MIN_ACCURACY("processing.min_accuracy_score", Kind.SHARE, "ETL_MIN_ACCURACY"),
    MEMORY("processing.memory_threshold_mb", Kind.COUNT, null),
    TIMEOUT("processing.timeout_seconds", Kind.COUNT, "ETL_TIMEOUT"),
    MAX_RETRIES("processing.max_retries", Kind.COUNT, "ETL_MAX_RETRIES"),
    USER_AGENT("processing.user_agent", Kind.TEXT, null),
    START_TIME("processing.start_time", Kind.MOMENT, "ETL_START_TIME"),
    SHOW_PROGRESS("processing.show_progress", Kind.FLAG, "ETL_SHOW_PROGRESS"),
    DIRECTORY("output.local_directory", Kind.TEXT, null),
    FORMAT("output.format", Kind.TEXT, null),
    PARTITIONED("output.partitioned", Kind.FLAG, null),
    CONSOLIDATE("output.consolidate", Kind.FLAG, null),
    RATE_IDS("output.rate_ids", Kind.TEXT, null),
    S3_BUCKET("output.s3.bucket", Kind.TEXT, "S3_BUCKET"),
    S3_PREFIX("output.s3.prefix", Kind.TEXT, "S3_PREFIX"),
    S3_REGION("output.s3.region", Kind.TEXT, null),
    S3_ENDPOINT("output.s3.endpoint", Kind.TEXT, null),
    QUALITY("quality_rules.enabled", Kind.FLAG, null),
    MIN_RATE("quality_rules.rates.min_rate", Kind.DECIMAL, null),
    MAX_RATE("quality_rules.rates.max_rate", Kind.DECIMAL, null),
    REQUIRED_FIELDS("quality_rules.rates.required_fields", Kind.LIST, null),
    REASONABLE_RATES("quality_rules.high_cost_procedures.max_reasonable_rates", Kind.MAP, null),
    NPI_VALIDATION("quality_rules.providers.npi_validation", Kind.FLAG, null),
    TIN_VALIDATION("quality_rules.organizations.tin_validation", Kind.FLAG, null),
    EXCLUDE_ZERO("business_rules.exclude_zero_rates", Kind.FLAG, null),
    EXCLUDE_NEGATIVE("business_rules.exclude_negative_rates", Kind.FLAG, null),
    CACHING("performance.enable_caching", Kind.FLAG, null),
    CACHE("performance.cache_directory", Kind.TEXT, null),
    COMPRESSION("performance.parquet_compression", Kind.TEXT, null),
    ERROR_THRESHOLD("monitoring.error_threshold", Kind.COUNT, null),
    WEBHOOK("monitoring.webhook_url", Kind.TEXT, "SLACK_WEBHOOK_URL"),
    LOG_LEVEL("logging.level", Kind.TEXT, "ETL_LOG_LEVEL"),
    TEST_MODE("development.test_mode", Kind.FLAG, null),
    SAMPLE_SIZE("development.sample_size", Kind.COUNT, null);

    /** What values a key takes. */
    enum Kind {
        TEXT("a text"),
        LIST("a list"),
        /** The keys below it are names of the user's. */
        MAP("a map"),
        COUNT("a whole number of at least 1"),
        DECIMAL("a number"),
        PERCENT("a number from 0 to 100"),
        SHARE("a number from 0 to 1"),
        FLAG("true or false"),
        MOMENT("a moment such as 2026-11-20T08:00:00Z");

        final String expectation;

        Kind(String expectation) {
            this.expectation = expectation;
        }
    }

    final String key;
    final Kind kind;

    /** The environment variable that overrides it, or {@code null}. */
    final @Nullable String variable;

    Key(String key, Kind kind, @Nullable String variable) {
        this.key = key;
        this.kind = kind;
        this.variable = variable;
    }

    /** The key that a setting is for, under the name that it has or had. */
    static Optional<Key> of(Setting setting) {
        String given = setting.key().replaceFirst("^endpoints(?=\\.|$)", ENDPOINTS.key);
        return Stream.of(values())
                .filter(known -> known.kind == Kind.MAP
                        ? given.startsWith(known.key + ".") || given.equals(known.key)
                        : given.equals(known.key))
                .findFirst();
    }
}
