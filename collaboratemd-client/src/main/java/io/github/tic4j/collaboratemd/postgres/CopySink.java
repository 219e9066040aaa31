package io.github.tic4j.collaboratemd.postgres;

import io.github.tic4j.collaboratemd.table.CsvWriter;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Rows by PostgreSQL's COPY. */
final class CopySink implements RowSink {

    private static final int CHUNK = 1 << 16;

    private final CopyIn copy;
    private final StringBuilder chunk = new StringBuilder(CHUNK + 4096);

    private CopySink(CopyIn copy) {
        this.copy = copy;
    }

    static boolean isOfferedBy(Connection connection) throws SQLException {
        try {
            return connection.isWrapperFor(PGConnection.class);
        } catch (NoClassDefFoundError e) {
            return false;
        }
    }

    static RowSink open(Connection connection, String table, List<String> columns) throws SQLException {
        String sql = "COPY " + table + " (" + String.join(", ", columns) + ") FROM STDIN (FORMAT csv)";
        return new CopySink(connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql));
    }

    @Override
    public void add(List<? extends @Nullable String> cells) throws SQLException {
        CsvWriter.append(chunk, cells);
        if (chunk.length() >= CHUNK) {
            flush();
        }
    }

    @Override
    public void finish() throws SQLException {
        flush();
        copy.endCopy();
    }

    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }

    private void flush() throws SQLException {
        byte[] bytes = chunk.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        chunk.setLength(0);
    }
}
