package io.github.tic4j.config;

import io.github.tic4j.pipeline.PipelineOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a run is to do, as a file says it, with the environment over the file and flags over both. Takes the configurations
 * of the original pipeline: what of them has no effect is a warning.
 *
 * <pre>{@code
 * Configuration configuration = Configuration.read(Path.of("production_config.yaml"), System.getenv(), List.of());
 * configuration.warnings().forEach(System.err::println);
 * Pipeline.of(configuration.pipeline().build()).run();
 * }</pre>
 *
 * <p>Reading needs snakeyaml-engine on the class path. {@code docs/configuration.md} lists the keys. Immutable.
 */
public final class Configuration {

    private static final Set<String> OTHER_VARIABLES = Set.of("ETL_CONFIG");

    private final Settings settings;
    private final RunSettings run;
    private final List<String> warnings;

    private Configuration(Settings settings, RunSettings run, List<String> warnings) {
        this.settings = settings;
        this.run = run;
        this.warnings = List.copyOf(warnings);
    }

    /**
     * A value that takes the place of what a file says.
     *
     * @param key the key, such as {@code processing.parallel_workers}
     * @param value the value
     * @param origin what messages call it, such as {@code --workers}
     */
    public record Flag(String key, String value, String origin) {}

    /**
     * Reads a file.
     *
     * @param environment the variables, for {@code ${NAME}} in values and for those that stand for a key
     * @param flags what takes the place of both
     * @throws IOException if the file cannot be read
     * @throws ConfigurationException if something is wrong with what is set; it names everything that is
     */
    public static Configuration read(Path file, Map<String, String> environment, List<Flag> flags) throws IOException {
        List<String> problems = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        Settings settings = new Settings(problems, warnings);
        List<String> unset = new ArrayList<>();
        YamlFile.read(file, new Variables(environment, unset, problems), problems)
                .forEach(settings::put);
        warnings.addAll(unset);
        putEnvironment(environment, settings, warnings);
        flags.forEach(flag -> settings.put(Setting.scalar(flag.key(), flag.value(), flag.origin())));
        RunSettings run = new RunSettings(settings);
        run.check();
        if (!problems.isEmpty()) {
            // They may be why something is missing.
            problems.addAll(unset);
            throw new ConfigurationException(file.toString(), problems);
        }
        return new Configuration(settings, run, warnings);
    }

    private static void putEnvironment(Map<String, String> environment, Settings settings, List<String> warnings) {
        Set<String> known = new TreeSet<>(OTHER_VARIABLES);
        for (Key key : Key.values()) {
            if (key.variable != null) {
                known.add(key.variable);
                String value = environment.get(key.variable);
                if (value != null && !value.isBlank()) {
                    settings.put(Setting.scalar(key.key, value.strip(), key.variable));
                }
            }
        }
        for (String variable : new TreeSet<>(environment.keySet())) {
            if (variable.startsWith("ETL_") && !known.contains(variable)) {
                warnings.add(variable + " is no variable of this pipeline");
            }
        }
    }

    /**
     * The options of a run, to which the host adds what it has itself: steps and listeners, and the {@linkplain #output()
     * format} where that is Parquet. A new builder each time.
     */
    public PipelineOptions.Builder pipeline() {
        return run.pipeline(payers());
    }

    /**
     * The same for some of the payers.
     *
     * @throws IllegalArgumentException if the configuration has none of such a name
     */
    public PipelineOptions.Builder pipeline(Collection<String> payers) {
        for (String payer : payers) {
            if (!payers().contains(payer)) {
                throw new IllegalArgumentException("There is no payer " + payer + ", only " + payers());
            }
        }
        return run.pipeline(payers);
    }

    /** What becomes of the tables. */
    public Output output() {
        return run.output();
    }

    /** When to raise an alarm, and where. */
    public Alarm alarm() {
        return run.alarm();
    }

    /** The names of the payers. */
    public Set<String> payers() {
        return settings.map(Key.ENDPOINTS).keySet();
    }

    /** The level of logging that is asked for, such as {@code DEBUG}. */
    public Optional<String> logLevel() {
        return settings.text(Key.LOG_LEVEL);
    }

    /** Whether progress is to be shown; so it is unless the configuration says otherwise. */
    public boolean showsProgress() {
        return settings.flag(Key.SHOW_PROGRESS).orElse(true);
    }

    /** What is taken and has no effect, and variables that are not set. */
    public List<String> warnings() {
        return warnings;
    }

    /** What is set, as YAML. Secrets are masked: signatures of URLs, the webhook, credentials. */
    @Override
    public String toString() {
        return ShownSettings.print(settings.shown());
    }

    /**
     * What becomes of the tables.
     *
     * @param format {@code parquet}, {@code csv}, {@code csv.gz}, {@code jsonl} or {@code jsonl.gz}
     * @param compression how Parquet is compressed: {@code zstd}, {@code snappy}, {@code gzip} or {@code none}
     * @param consolidate whether the batches of a table are joined into one file when all are there
     * @param bucket where they are uploaded to, if anywhere
     */
    public record Output(String format, String compression, boolean consolidate, Optional<Bucket> bucket) {}

    /**
     * A place in a store.
     *
     * @param name the bucket
     * @param prefix the prefix in it, maybe empty, without a slash at its end
     * @param region the store's region, if it is said
     * @param endpoint the store, if it is not AWS
     */
    public record Bucket(String name, String prefix, Optional<String> region, Optional<String> endpoint) {}

    /**
     * When to raise an alarm, and where.
     *
     * @param webhook the address that a message is sent to, if there is one; a secret
     * @param errors more failures than this raise it; default 0
     */
    public record Alarm(Optional<String> webhook, long errors) {

        /** Leaves the address out. */
        @Override
        public String toString() {
            return "Alarm[webhook=" + (webhook.isPresent() ? "set" : "none") + ", errors=" + errors + "]";
        }
    }
}
