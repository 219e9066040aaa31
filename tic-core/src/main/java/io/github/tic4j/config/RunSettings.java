package io.github.tic4j.config;

import io.github.tic4j.config.Configuration.Alarm;
import io.github.tic4j.config.Configuration.Bucket;
import io.github.tic4j.config.Configuration.Output;
import io.github.tic4j.mrf.CodeList;
import io.github.tic4j.mrf.IndexEntry.Slot;
import io.github.tic4j.mrf.PriceFilter;
import io.github.tic4j.normalize.NormalizeOptions;
import io.github.tic4j.normalize.NormalizeOptions.RateIds;
import io.github.tic4j.pipeline.Partitioning;
import io.github.tic4j.pipeline.PipelineOptions;
import io.github.tic4j.read.ReadOptions;
import io.github.tic4j.source.HttpOptions;
import io.github.tic4j.source.RetryPolicy;
import io.github.tic4j.source.SourceResolver;
import io.github.tic4j.table.TableFolder;
import io.github.tic4j.table.TextFormat;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Turns settings into options. */
final class RunSettings {

    private static final String FOLDER = "production_data";
    private static final String PARQUET = "parquet";
    private static final Map<String, TextFormat> TEXT_FORMATS = Map.of(
            "csv", TextFormat.CSV,
            "csv.gz", TextFormat.CSV_GZIP,
            "jsonl", TextFormat.JSON_LINES,
            "jsonl.gz", TextFormat.JSON_LINES_GZIP);
    private static final Map<String, Set<Slot>> FILE_TYPES = Map.of(
            "in_network_rates", EnumSet.of(Slot.IN_NETWORK, Slot.UNKNOWN),
            "allowed_amounts", EnumSet.of(Slot.ALLOWED_AMOUNTS));
    private static final Map<String, RateIds> RATE_IDS = Map.of(
            "none", RateIds.NONE,
            "lossless", RateIds.LOSSLESS,
            "original", RateIds.LOSSLESS_AND_ORIGINAL);
    private static final Set<String> LOG_LEVELS =
            Set.of("trace", "debug", "info", "warn", "warning", "error", "critical", "off");
    private static final long TEST_FILES = 5;
    private static final long TEST_RECORDS = 1000;
    private static final long LONGEST_TIMEOUT = 86_400;

    private final Settings settings;
    private final RuleSettings rules;

    RunSettings(Settings settings) {
        this.settings = settings;
        this.rules = new RuleSettings(settings);
    }

    /** Notes what cannot be used, though each value by itself is well-formed. */
    void check() {
        Map<String, Setting> payers = settings.map(Key.ENDPOINTS);
        if (payers.isEmpty()) {
            settings.problem("payer_endpoints names no payer");
        }
        Map<String, String> names = new HashMap<>();
        payers.forEach((payer, index) -> {
            if (index.isEmpty()) {
                settings.problem(index.origin() + ": the payer " + payer + " has no address");
            }
            String before = names.putIfAbsent(payer.toLowerCase(Locale.ROOT), payer);
            if (before != null) {
                settings.problem(index.origin() + ": the payer " + payer + " is " + before + " in other letters");
            }
        });
        settings.requireOneOf(Key.FORMAT, Set.of(PARQUET, "csv", "csv.gz", "jsonl", "jsonl.gz"));
        settings.requireOneOf(Key.RATE_IDS, RATE_IDS.keySet());
        settings.requireOneOf(Key.COMPRESSION, Set.of("zstd", "snappy", "gzip", "none"));
        settings.requireOneOf(Key.FILE_TYPES, FILE_TYPES.keySet());
        settings.requireOneOf(Key.LOG_LEVEL, LOG_LEVELS);
        settings.text(Key.WEBHOOK)
                .filter(webhook -> !isWebAddress(webhook))
                .ifPresent(webhook ->
                        // Not the value: it is a secret, and one that is mistyped is one still.
                        settings.reject(Key.WEBHOOK, "must be an http or https address"));
        rules.check();
    }

    private static boolean isWebAddress(String text) {
        try {
            URI uri = new URI(text);
            return uri.getHost() != null && String.valueOf(uri.getScheme()).matches("(?i)https?");
        } catch (URISyntaxException e) {
            return false;
        }
    }

    PipelineOptions.Builder pipeline(Collection<String> payers) {
        PipelineOptions.Builder options =
                PipelineOptions.builder(Path.of(settings.text(Key.DIRECTORY).orElse(FOLDER)));
        settings.map(Key.ENDPOINTS).forEach((payer, index) -> {
            if (payers.contains(payer)) {
                options.payer(payer, index.value());
            }
        });
        Optional.ofNullable(TEXT_FORMATS.get(output().format())).ifPresent(options::format);
        if (settings.flag(Key.PARTITIONED).orElse(false)) {
            options.partitioning(Partitioning.PAYER_AND_DATE);
        }
        TableFolder.Limits limits = TableFolder.Limits.defaults();
        settings.count(Key.BATCH_SIZE)
                .ifPresent(rows ->
                        options.limits(new TableFolder.Limits(rows, limits.bytesPerFile(), limits.openWriters())));
        settings.count(Key.WORKERS).ifPresent(count -> options.workers((int) Math.min(count, 1024)));
        settings.count(Key.WORKERS_PER_HOST).ifPresent(count -> options.workersPerHost((int) Math.min(count, 1024)));
        long most = Runtime.getRuntime().maxMemory() / 4 * 3;
        settings.count(Key.MEMORY).ifPresent(megabytes -> options.memory(Math.min(megabytes, most >> 20) << 20));
        settings.moment(Key.START_TIME).ifPresent(options::startedAt);
        if (settings.flag(Key.CACHING).orElse(settings.has(Key.CACHE))) {
            options.cache(Path.of(settings.text(Key.CACHE).orElse(".cache")));
        }
        if (settings.has(Key.FILE_TYPES)) {
            options.slots(slots());
        }
        options.maxFilesPerPayer(settings.count(Key.MAX_FILES).orElse(isTest() ? TEST_FILES : Long.MAX_VALUE));
        options.sources(SourceResolver.builder().http(http()).build());
        options.normalizing(normalizing());
        rules.rules().ifPresent(options::rules);
        return options;
    }

    Output output() {
        Optional<Bucket> bucket = settings.text(Key.S3_BUCKET)
                .map(name -> new Bucket(
                        name,
                        settings.text(Key.S3_PREFIX).orElse("").replaceFirst("/+$", ""),
                        settings.text(Key.S3_REGION),
                        settings.text(Key.S3_ENDPOINT)));
        return new Output(
                lower(Key.FORMAT).orElse(PARQUET),
                lower(Key.COMPRESSION).orElse("zstd"),
                settings.flag(Key.CONSOLIDATE).orElse(true),
                bucket);
    }

    Alarm alarm() {
        return new Alarm(
                settings.text(Key.WEBHOOK), settings.count(Key.ERROR_THRESHOLD).orElse(0));
    }

    private NormalizeOptions normalizing() {
        long most = Math.min(
                settings.count(Key.MAX_RECORDS).orElse(Long.MAX_VALUE),
                settings.count(Key.SAFETY_LIMIT).orElse(Long.MAX_VALUE));
        if (isTest() && most == Long.MAX_VALUE) {
            most = settings.count(Key.SAMPLE_SIZE).orElse(TEST_RECORDS);
        }
        PriceFilter.Builder filter = PriceFilter.builder();
        settings.list(Key.WHITELIST).forEach(code -> addCode(filter, code));
        return NormalizeOptions.builder()
                .reading(ReadOptions.builder().filter(filter.build()).build())
                .rateIds(RATE_IDS.getOrDefault(lower(Key.RATE_IDS).orElse("none"), RateIds.NONE))
                .maxPrices(most)
                .build();
    }

    private static void addCode(PriceFilter.Builder filter, String code) {
        int colon = code.indexOf(':');
        if (CodeList.BUILT_IN.contains(code)) {
            filter.codes(CodeList.builtIn(code));
        } else if (colon < 0) {
            filter.code(code);
        } else {
            filter.code(
                    code.substring(0, colon).strip(), code.substring(colon + 1).strip());
        }
    }

    private HttpOptions http() {
        HttpOptions.Builder http = HttpOptions.builder();
        settings.count(Key.TIMEOUT).ifPresent(seconds -> {
            Duration timeout = Duration.ofSeconds(Math.min(seconds, LONGEST_TIMEOUT));
            http.answerTimeout(timeout).stallTimeout(timeout);
        });
        RetryPolicy usual = RetryPolicy.defaults();
        settings.count(Key.MAX_RETRIES)
                .ifPresent(retries -> http.retries(new RetryPolicy(
                        (int) Math.min(retries, 1000) + 1,
                        usual.firstDelay(),
                        usual.longestDelay(),
                        usual.deadline())));
        settings.text(Key.USER_AGENT).ifPresent(http::userAgent);
        return http.build();
    }

    private Set<Slot> slots() {
        Set<Slot> slots = EnumSet.noneOf(Slot.class);
        settings.list(Key.FILE_TYPES).forEach(type -> slots.addAll(FILE_TYPES.getOrDefault(type, Set.of())));
        return slots;
    }

    private boolean isTest() {
        return settings.flag(Key.TEST_MODE).orElse(false);
    }

    private Optional<String> lower(Key key) {
        return settings.text(key).map(text -> text.toLowerCase(Locale.ROOT));
    }
}
