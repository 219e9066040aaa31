package io.github.tic4j.normalize;

import io.github.tic4j.read.MrfReader;
import io.github.tic4j.read.MrfVisitor;
import io.github.tic4j.table.TableSet;
import java.io.IOException;

/**
 * Reads machine-readable files and writes what they hold into the tables of {@link io.github.tic4j.table.Tables}, all
 * tables of a file in one pass.
 *
 * <pre>{@code
 * TableFolder folder = new TableFolder(path, TextFormat.CSV);
 * try (TableSet tables = new TableSet(folder::batches)) {
 *     SourceFile file = SourceFile.builder(Sources.of(mrf), Payer.named("bcbs_il")).build();
 *     NormalizedFile result = Normalizer.withDefaults().normalize(file, tables);
 *     tables.commit();
 * }
 * }</pre>
 *
 * <p>With two or more {@linkplain io.github.tic4j.read.ReadOptions#threads threads}, tables are written on a thread of their
 * own; what they get, and in which order, is the same.
 *
 * <p>Immutable and safe for use by several threads, each with tables of its own.
 */
public final class Normalizer {

    private final NormalizeOptions options;

    private Normalizer(NormalizeOptions options) {
        this.options = options;
    }

    /** A normaliser with the default options. */
    public static Normalizer withDefaults() {
        return with(NormalizeOptions.defaults());
    }

    /** A normaliser. */
    public static Normalizer with(NormalizeOptions options) {
        return new Normalizer(options);
    }

    /**
     * Normalises a file. The tables are neither committed nor closed: a file that is broken is reported in the result, after
     * everything complete before the fault was written, and the caller decides what it is worth.
     *
     * @throws IOException if the file cannot be opened or a table cannot be written
     */
    public NormalizedFile normalize(SourceFile file, TableSet tables) throws IOException {
        return normalize(file, tables, new MrfVisitor() {});
    }

    /**
     * As {@link #normalize(SourceFile, TableSet)}, with somebody who listens to all that is no price: documents, references,
     * contained codes, rejects and findings. Prices go to the {@link Review}.
     *
     * @throws IOException if the file cannot be opened or a table cannot be written
     */
    public NormalizedFile normalize(SourceFile file, TableSet tables, MrfVisitor listener) throws IOException {
        try (MrfReader reader = MrfReader.open(file.source(), options.reading());
                FileNormalization normalization = new FileNormalization(file, options, reader, tables, listener)) {
            return normalization.run();
        }
    }
}
