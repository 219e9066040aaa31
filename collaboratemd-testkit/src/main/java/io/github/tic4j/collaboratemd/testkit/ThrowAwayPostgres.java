package io.github.tic4j.collaboratemd.testkit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.Closeable;
import java.io.IOException;
import javax.sql.DataSource;

/**
 * A PostgreSQL server of one's own on the loopback interface, gone when closed. It starts in some three seconds, also for
 * the user root, where the kernel allows user namespaces.
 */
public final class ThrowAwayPostgres implements Closeable {

    private final EmbeddedPostgres postgres;

    private ThrowAwayPostgres(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /**
     * Starts a server.
     *
     * @throws IOException if it cannot run on this machine; the message says why
     */
    public static ThrowAwayPostgres start() throws IOException {
        try {
            return new ThrowAwayPostgres(EmbeddedPostgres.builder()
                    // What is lost in a power cut is thrown away anyway.
                    .setServerConfig("fsync", "off")
                    .setServerConfig("full_page_writes", "off")
                    .setServerConfig("timezone", "UTC")
                    .start());
        } catch (IOException | RuntimeException e) {
            throw new IOException("PostgreSQL cannot be started here (no binaries, or no user namespaces)", e);
        }
    }

    /** Connections to the server as its owner. */
    public DataSource dataSource() {
        return postgres.getPostgresDatabase();
    }

    /** The port on 127.0.0.1; user and database are {@code postgres}, any password will do. */
    public int port() {
        return postgres.getPort();
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
