package io.github.tic4j.collaboratemd.postgres;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import javax.sql.DataSource;

/** A pool as small as can be: tests open many connections, and hosts usually have a pool too. */
final class ConnectionPool {

    private final DataSource source;
    private final Deque<Connection> idle = new ConcurrentLinkedDeque<>();

    ConnectionPool(DataSource source) {
        this.source = source;
    }

    DataSource dataSource() {
        return proxy(DataSource.class, source, method -> method.equals("getConnection") ? take() : null);
    }

    private Connection take() throws SQLException {
        Connection pooled = idle.poll();
        Connection connection = pooled != null ? pooled : source.getConnection();
        boolean[] closed = {false};
        return proxy(Connection.class, connection, method -> switch (method) {
            case "close" -> {
                if (!closed[0]) {
                    closed[0] = true;
                    giveBack(connection);
                }
                yield false;
            }
            case "isClosed" -> closed[0];
            default -> null;
        });
    }

    private void giveBack(Connection connection) throws SQLException {
        if (!connection.isClosed()) {
            if (!connection.getAutoCommit()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
            idle.push(connection);
        }
    }

    private interface Instead {
        /** The result of the method, or null to ask the real object. */
        Object call(String method) throws SQLException;
    }

    private static <T> T proxy(Class<T> type, T real, Instead instead) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    Object result = instead.call(method.getName());
                    if (result != null) {
                        return result;
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
