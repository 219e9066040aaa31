package io.github.tic4j.collaboratemd.postgres;

import java.util.Set;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Where the database is and who connects to it.
 *
 * @param host the server
 * @param port its port
 * @param database the database
 * @param user the user
 * @param password the password
 * @param sslMode one of PostgreSQL's SSL modes; {@link #DEFAULT_SSL_MODE} unless there is a reason
 */
public record PostgresSettings(String host, int port, String database, String user, String password, String sslMode) {

    /** Encrypted or not at all. */
    public static final String DEFAULT_SSL_MODE = "require";

    private static final Set<String> SSL_MODES =
            Set.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full");
    private static final int CONNECT_TIMEOUT_SECONDS = 10;

    /** Checks the port and the mode. */
    public PostgresSettings {
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("a port lies between 1 and 65535");
        }
        if (!SSL_MODES.contains(sslMode)) {
            throw new IllegalArgumentException("the SSL mode is none of PostgreSQL's");
        }
    }

    /**
     * A data source that opens a connection each time. User and password go to the driver as properties, never in a URL,
     * and the driver keeps rows out of its messages. Needs the PostgreSQL driver on the class path.
     */
    public DataSource dataSource() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {host});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName(database);
        source.setUser(user);
        source.setPassword(password);
        source.setSslMode(sslMode);
        source.setConnectTimeout(CONNECT_TIMEOUT_SECONDS);
        source.setTcpKeepAlive(true);
        source.setLogServerErrorDetail(false);
        source.setApplicationName("tic4j-collaboratemd");
        return source;
    }

    /** Everything but the password. */
    @Override
    public String toString() {
        return "PostgresSettings[" + user + "@" + host + ":" + port + "/" + database + ", sslMode=" + sslMode + "]";
    }
}
