package io.github.tic4j.parquet;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.KeyValue;
import org.apache.parquet.format.Util;

/**
 * What the footer of a Parquet file says. Reading it needs no Hadoop.
 *
 * @param rows the number of rows
 * @param rowGroups the number of row groups
 * @param metadata the key-value metadata; see {@link ParquetFormat} for the keys of our tables
 */
public record ParquetInfo(long rows, int rowGroups, Map<String, String> metadata) {

    private static final int MAGIC = 0x31524150; // "PAR1", little endian
    private static final int TAIL = 8;

    /** Copies the map. */
    public ParquetInfo {
        metadata = Map.copyOf(metadata);
    }

    /**
     * Reads the footer of a file.
     *
     * @throws UnreadableParquetException if the file is not Parquet or is cut off
     * @throws IOException if the file cannot be read
     */
    public static ParquetInfo of(Path file) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            long size = channel.size();
            ByteBuffer tail = ByteBuffer.allocate(TAIL).order(ByteOrder.LITTLE_ENDIAN);
            if (size >= TAIL) {
                channel.position(size - TAIL);
                Channels.newInputStream(channel).readNBytes(tail.array(), 0, TAIL);
            }
            int footerBytes = tail.getInt(0);
            if (tail.getInt(Integer.BYTES) != MAGIC || footerBytes < 0 || footerBytes > size - TAIL) {
                throw new UnreadableParquetException("Not a complete Parquet file", file, null);
            }
            channel.position(size - TAIL - footerBytes);
            return of(new BufferedInputStream(Channels.newInputStream(channel)), file);
        }
    }

    private static ParquetInfo of(InputStream in, Path file) throws IOException {
        try {
            FileMetaData footer = Util.readFileMetaData(in);
            Map<String, String> metadata = new LinkedHashMap<>();
            List<KeyValue> pairs = footer.getKey_value_metadata();
            if (pairs != null) {
                pairs.forEach(pair -> metadata.put(pair.getKey(), String.valueOf(pair.getValue())));
            }
            return new ParquetInfo(footer.getNum_rows(), footer.getRow_groupsSize(), metadata);
        } catch (IOException | RuntimeException e) {
            throw new UnreadableParquetException("The footer is damaged, " + e, file, e);
        }
    }
}
