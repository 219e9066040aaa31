package io.github.tic4j.pipeline;

/** Which folders a table has. */
public enum Partitioning {
    /** None: {@code rates/rates_batch_001.parquet}. */
    NONE,
    /**
     * {@code rates/payer=P/date=D/rates_batch_001.parquet}, which Hive, Spark and DuckDB read as two more columns. The date is
     * that of the run that first listed the file.
     */
    PAYER_AND_DATE
}
