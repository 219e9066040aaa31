package io.github.tic4j.nppes.fact;

import io.github.tic4j.table.Column;
import io.github.tic4j.table.TableSchema;
import java.nio.file.Path;
import java.util.List;

/**
 * How to make a fact table.
 *
 * @param join what becomes of NPIs that NPPES does not know; default {@link Join#LEFT}
 * @param grain what a row stands for; default {@link Grain#NPI}
 * @param sample how many prices to take, drawn at random; default {@link Long#MAX_VALUE}, all of them. Drawing reads the rates
 *     twice
 * @param seed what the drawing starts from: the same prices are drawn whenever seed and rates are the same; default 42
 * @param services what service categories are; default {@link ServiceClassifier#standard()}
 * @param columns which columns the table has; default all. Fewer cost less
 * @param scratch a folder for temporary files, which grow with organisations, provider groups and NPIs but not with rates;
 *     default the system's
 */
public record FactOptions(
        Join join,
        Grain grain,
        long sample,
        long seed,
        ServiceClassifier services,
        List<String> columns,
        Path scratch) {

    private static final FactOptions DEFAULTS = new FactOptions(
            Join.LEFT,
            Grain.NPI,
            Long.MAX_VALUE,
            42,
            ServiceClassifier.standard(),
            FactColumns.FACT_TABLE.columns().stream().map(Column::name).toList(),
            Path.of(System.getProperty("java.io.tmpdir")));

    /** What becomes of NPIs that NPPES does not know. */
    public enum Join {
        /** They stay, without NPPES columns; so does a price without any NPI. */
        LEFT,
        /** Only those that are known and in use stay; by organisation, those with at least one such NPI. */
        INNER
    }

    /** What a row stands for. */
    public enum Grain {
        /** A price and one NPI of one organisation. */
        NPI,
        /** A price and one organisation. NPPES columns are those of the organisation's own NPI, where its tax number is one. */
        ORGANIZATION
    }

    /** Copies the list and checks the sample and that there are such columns. */
    public FactOptions {
        if (sample < 1) {
            throw new IllegalArgumentException("A sample has at least 1 price, not " + sample);
        }
        columns = List.copyOf(columns);
        FactColumns.FACT_TABLE.select(columns.toArray(String[]::new));
    }

    /** The defaults. */
    public static FactOptions defaults() {
        return DEFAULTS;
    }

    /** These with another join. */
    public FactOptions withJoin(Join value) {
        return new FactOptions(value, grain, sample, seed, services, columns, scratch);
    }

    /** These with another grain. */
    public FactOptions withGrain(Grain value) {
        return new FactOptions(join, value, sample, seed, services, columns, scratch);
    }

    /** These with a sample of so many prices, drawn from a seed. */
    public FactOptions withSample(long prices, long from) {
        return new FactOptions(join, grain, prices, from, services, columns, scratch);
    }

    /** These with other service categories. */
    public FactOptions withServices(ServiceClassifier value) {
        return new FactOptions(join, grain, sample, seed, value, columns, scratch);
    }

    /** These with some of the columns, in the order given. */
    public FactOptions withColumns(List<String> value) {
        return new FactOptions(join, grain, sample, seed, services, value, scratch);
    }

    /** These with another folder for temporary files. */
    public FactOptions withScratch(Path value) {
        return new FactOptions(join, grain, sample, seed, services, columns, value);
    }

    /** The table that comes out: {@link FactColumns#FACT_TABLE} with the columns chosen. */
    public TableSchema schema() {
        return FactColumns.FACT_TABLE.select(columns.toArray(String[]::new));
    }
}
