package io.github.tic4j.parquet;

import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/** How the pages of a Parquet file are compressed. Every engine reads all four. */
public enum Compression {
    /** Zstandard at level 3: the smallest files at good speed; the default. */
    ZSTD(CompressionCodecName.ZSTD),
    /** Snappy: larger files, faster to write and read. */
    SNAPPY(CompressionCodecName.SNAPPY),
    /** Gzip: for old engines; several times slower to write. */
    GZIP(CompressionCodecName.GZIP),
    /** None: for looking into files. */
    NONE(CompressionCodecName.UNCOMPRESSED);

    private final CompressionCodecName codec;

    Compression(CompressionCodecName codec) {
        this.codec = codec;
    }

    CompressionCodecName codec() {
        return codec;
    }
}
