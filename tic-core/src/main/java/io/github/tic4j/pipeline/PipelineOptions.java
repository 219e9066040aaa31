package io.github.tic4j.pipeline;

import io.github.tic4j.mrf.IndexEntry.Slot;
import io.github.tic4j.mrf.Limits;
import io.github.tic4j.normalize.NormalizeOptions;
import io.github.tic4j.payer.PayerHandlers;
import io.github.tic4j.read.ReadOptions;
import io.github.tic4j.source.SourceResolver;
import io.github.tic4j.table.TableFolder;
import io.github.tic4j.table.TableFormat;
import io.github.tic4j.table.TextFormat;
import io.github.tic4j.validate.QualityRules;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a run does.
 *
 * @param folder where the tables go; it holds what all runs on it have read
 * @param payers the payers by name, each with the place of its index: a URL, a file or a folder
 * @param handlers who knows the payers' habits; default {@link PayerHandlers#defaults()}
 * @param sources how URLs are read; default {@link SourceResolver#defaults()}
 * @param format how tables are stored; default gzipped CSV
 * @param partitioning which folders a table has; default none
 * @param limits when the rows of one file are split; default {@link TableFolder.Limits#defaults()}
 * @param normalizing how files are read, filtered and normalised; default everything
 * @param rules the rules that every price is held to; one that breaks a rule of severity error becomes a row of {@code
 *     rejects}. Default none, which is faster
 * @param slots which files are read, by what the index says they are; default prices, allowed amounts,
 *     and those of which it does not say
 * @param maxFilesPerPayer how many files of each payer are read, the first of its index; default all
 * @param workers how many files are read at a time; default one for each processor
 * @param workersPerHost how many of these from one host; default 4
 * @param memory how much heap reading may use: {@code workers} is lowered until each has {@value #MEMORY_PER_FILE} bytes of
 *     it beside {@link NormalizeOptions#maxDistinctMemory}, and provider groups that need more than a quarter of what one has
 *     go to temporary files; default three quarters of the largest heap
 * @param cache where files are downloaded to before they are read, and kept; default nowhere, they are read as they come
 * @param steps what is done when all files are committed, by the name that the manifest keeps, in this order; default
 *     nothing
 * @param listeners who watches; default nobody
 * @param startedAt the moment that counts as the beginning of the run and names it; default now. With a fixed one, two runs
 *     over the same files write the same bytes
 */
public record PipelineOptions(
        Path folder,
        Map<String, String> payers,
        PayerHandlers handlers,
        SourceResolver sources,
        TableFormat format,
        Partitioning partitioning,
        TableFolder.Limits limits,
        NormalizeOptions normalizing,
        Optional<QualityRules> rules,
        Set<Slot> slots,
        long maxFilesPerPayer,
        int workers,
        int workersPerHost,
        long memory,
        Optional<Path> cache,
        Map<String, FinishingStep> steps,
        List<RunListener> listeners,
        Optional<Instant> startedAt) {

    /** What one file takes of the heap, with its provider groups and the buffers of its reader and of its tables. */
    public static final long MEMORY_PER_FILE = 128L << 20;

    private static final long LEAST_GROUP_MEMORY = 1 << 20;

    /**
     * Checks the numbers and copies the collections.
     *
     * @throws IllegalArgumentException if a number is less than one, or there is no payer
     */
    public PipelineOptions {
        payers = Collections.unmodifiableMap(new LinkedHashMap<>(payers));
        slots = Set.copyOf(slots);
        steps = Collections.unmodifiableMap(new LinkedHashMap<>(steps));
        listeners = List.copyOf(listeners);
        if (payers.isEmpty()) {
            throw new IllegalArgumentException("A run needs at least one payer");
        }
        if (payers.keySet().stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("A payer needs a name");
        }
        requirePositive("maxFilesPerPayer", maxFilesPerPayer);
        requirePositive("workers", workers);
        requirePositive("workersPerHost", workersPerHost);
        requirePositive("memory", memory);
    }

    /** A builder that starts from the defaults, without a payer. */
    public static Builder builder(Path folder) {
        return new Builder(folder);
    }

    /** How many files are read at a time: what {@code workers} asks for, and {@code memory} allows. */
    public int filesAtATime() {
        return (int) Math.max(1, Math.min(workers, memory / (MEMORY_PER_FILE + normalizing.maxDistinctMemory())));
    }

    /** How files are read: as the host says, but provider groups take no more of the heap than the share of one file. */
    ReadOptions reading() {
        ReadOptions reading = normalizing.reading();
        Limits host = reading.limits();
        long share = memory / filesAtATime() - normalizing.maxDistinctMemory();
        long groups = Math.min(host.maxGroupMemory(), Math.max(share / 4, LEAST_GROUP_MEMORY));
        return reading.toBuilder()
                .limits(host.toBuilder().maxGroupMemory(groups).build())
                .build();
    }

    private static void requirePositive(String name, long value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be at least 1, was " + value);
        }
    }

    /** Sets one option after the other. */
    public static final class Builder {

        private final Path folder;
        private final Map<String, String> payers = new LinkedHashMap<>();
        private PayerHandlers handlers = PayerHandlers.defaults();
        private SourceResolver sources = SourceResolver.defaults();
        private TableFormat format = TextFormat.CSV_GZIP;
        private Partitioning partitioning = Partitioning.NONE;
        private TableFolder.Limits limits = TableFolder.Limits.defaults();
        private NormalizeOptions normalizing = NormalizeOptions.defaults();
        private Optional<QualityRules> rules = Optional.empty();
        private Set<Slot> slots = EnumSet.of(Slot.IN_NETWORK, Slot.ALLOWED_AMOUNTS, Slot.UNKNOWN);
        private long maxFilesPerPayer = Long.MAX_VALUE;
        private int workers = Runtime.getRuntime().availableProcessors();
        private int workersPerHost = 4;
        private long memory = Runtime.getRuntime().maxMemory() / 4 * 3;
        private Optional<Path> cache = Optional.empty();
        private final Map<String, FinishingStep> steps = new LinkedHashMap<>();
        private final List<RunListener> listeners = new ArrayList<>();
        private Optional<Instant> startedAt = Optional.empty();

        private Builder(Path folder) {
            this.folder = folder;
        }

        /** Adds a payer and the place of its index. */
        public Builder payer(String name, String index) {
            payers.put(name, index);
            return this;
        }

        /** Sets {@link PipelineOptions#handlers}. */
        public Builder handlers(PayerHandlers value) {
            handlers = value;
            return this;
        }

        /** Sets {@link PipelineOptions#sources}. */
        public Builder sources(SourceResolver value) {
            sources = value;
            return this;
        }

        /** Sets {@link PipelineOptions#format}. */
        public Builder format(TableFormat value) {
            format = value;
            return this;
        }

        /** Sets {@link PipelineOptions#partitioning}. */
        public Builder partitioning(Partitioning value) {
            partitioning = value;
            return this;
        }

        /** Sets {@link PipelineOptions#limits}. */
        public Builder limits(TableFolder.Limits value) {
            limits = value;
            return this;
        }

        /** Sets {@link PipelineOptions#normalizing}. */
        public Builder normalizing(NormalizeOptions value) {
            normalizing = value;
            return this;
        }

        /** Sets {@link PipelineOptions#rules}. */
        public Builder rules(QualityRules value) {
            rules = Optional.of(value);
            return this;
        }

        /** Sets {@link PipelineOptions#slots}. */
        public Builder slots(Collection<Slot> value) {
            slots = Set.copyOf(value);
            return this;
        }

        /** Sets {@link PipelineOptions#maxFilesPerPayer}. */
        public Builder maxFilesPerPayer(long value) {
            maxFilesPerPayer = value;
            return this;
        }

        /** Sets {@link PipelineOptions#workers}. */
        public Builder workers(int value) {
            workers = value;
            return this;
        }

        /** Sets {@link PipelineOptions#workersPerHost}. */
        public Builder workersPerHost(int value) {
            workersPerHost = value;
            return this;
        }

        /** Sets {@link PipelineOptions#memory}. */
        public Builder memory(long bytes) {
            memory = bytes;
            return this;
        }

        /** Sets {@link PipelineOptions#cache}. */
        public Builder cache(Path value) {
            cache = Optional.of(value);
            return this;
        }

        /**
         * Adds a finishing step.
         *
         * @throws IllegalArgumentException if there is one of that name
         */
        public Builder step(String name, FinishingStep step) {
            if (steps.putIfAbsent(name, step) != null) {
                throw new IllegalArgumentException("Two finishing steps have the name " + name);
            }
            return this;
        }

        /** Adds a listener. */
        public Builder listener(RunListener listener) {
            listeners.add(listener);
            return this;
        }

        /** Sets {@link PipelineOptions#startedAt}. */
        public Builder startedAt(Instant value) {
            startedAt = Optional.of(value);
            return this;
        }

        /**
         * The options.
         *
         * @throws IllegalArgumentException as the constructor does
         */
        public PipelineOptions build() {
            return new PipelineOptions(
                    folder,
                    payers,
                    handlers,
                    sources,
                    format,
                    partitioning,
                    limits,
                    normalizing,
                    rules,
                    slots,
                    maxFilesPerPayer,
                    workers,
                    workersPerHost,
                    memory,
                    cache,
                    steps,
                    listeners,
                    startedAt);
        }
    }
}
