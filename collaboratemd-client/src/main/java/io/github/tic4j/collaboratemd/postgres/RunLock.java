package io.github.tic4j.collaboratemd.postgres;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Advisory locks of the database, held by a connection of its own until closed. They hold across machines and vanish with
 * the connection, so that no crash leaves one behind.
 */
public final class RunLock implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ReportDatabase.class);

    private final Connection connection;
    private final List<Long> held;

    private RunLock(Connection connection, List<Long> held) {
        this.connection = connection;
        this.held = held;
    }

    /** All of the named locks, or none if somebody else holds one. */
    static Optional<RunLock> tryAll(Connection connection, Set<String> names) throws SQLException {
        RunLock lock = new RunLock(connection, new ArrayList<>());
        boolean isMine = false;
        try {
            for (String name : new TreeSet<>(names)) {
                long key = key(name);
                if (!lock.ask("SELECT pg_try_advisory_lock(?)", key)) {
                    return Optional.empty();
                }
                lock.held.add(key);
            }
            isMine = true;
            return Optional.of(lock);
        } finally {
            if (!isMine) {
                lock.close();
            }
        }
    }

    /** Releases the locks; a second time does nothing. */
    @Override
    public void close() {
        try (connection) {
            if (!connection.isClosed()) {
                for (long key : held) {
                    // A pooled connection would keep them.
                    boolean unused = ask("SELECT pg_advisory_unlock(?)", key);
                }
            }
        } catch (SQLException e) {
            LOG.debug("The run lock was lost before its release (SQL state {})", e.getSQLState());
        }
        held.clear();
    }

    private boolean ask(String sql, long key) throws SQLException {
        try (PreparedStatement query = Database.prepare(connection, sql, key);
                ResultSet answer = query.executeQuery()) {
            return answer.next() && answer.getBoolean(1);
        }
    }

    private static long key(String name) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(("tic4j collaboratemd " + name).getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(hash).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
