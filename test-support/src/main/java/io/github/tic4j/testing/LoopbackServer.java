package io.github.tic4j.testing;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * A web server on 127.0.0.1 and a free port that serves what it is told to, misbehaves as it is told to, and remembers
 * every request. Paths that nothing was served at answer 404.
 *
 * <pre>{@code
 * try (LoopbackServer server = LoopbackServer.start()) {
 *     server.serve("/rates.json.gz", bytes).cut(1000, 2);
 *     read(server.uri("/rates.json.gz"));
 * }
 * }</pre>
 */
public final class LoopbackServer implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads;
    private final Map<String, ServedResource> resources = new ConcurrentHashMap<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();

    private LoopbackServer(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    /** Starts a server that serves nothing yet. */
    public static LoopbackServer start() throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
        ExecutorService threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "loopback-server");
            thread.setDaemon(true);
            return thread;
        });
        LoopbackServer loopback = new LoopbackServer(server, threads);
        server.setExecutor(threads);
        server.createContext("/", loopback::handle);
        server.start();
        return loopback;
    }

    /** Serves content at a path that begins with a slash. */
    public ServedResource serve(String path, byte[] content) {
        ServedResource resource = new ServedResource(content);
        resources.put(path, resource);
        return resource;
    }

    /** Redirects a path to a URL, absolute or relative, with status 302. */
    public ServedResource redirect(String path, String to) {
        return serve(path, new byte[0]).redirect(302, to);
    }

    /** The URL of a path, which may carry a query. */
    public URI uri(String pathAndQuery) {
        return URI.create("http://127.0.0.1:" + port() + pathAndQuery);
    }

    /** The port. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** The requests so far, in order of arrival. */
    public List<Request> requests() {
        return List.copyOf(requests);
    }

    /** Stops at once; paused bodies break off. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        URI uri = exchange.getRequestURI();
        Headers headers = exchange.getRequestHeaders();
        requests.add(new Request(exchange.getRequestMethod(), uri.getRawPath(), uri.getRawQuery(), copy(headers)));
        ServedResource resource = resources.get(uri.getPath());
        Answer answer = resource == null
                ? Answer.status(404)
                : resource.answer(uri.getRawQuery(), headers.getFirst("Range"), headers.getFirst("If-Range"));
        answer.send(exchange);
    }

    private static Map<String, List<String>> copy(Headers headers) {
        Map<String, List<String>> copy = new ConcurrentHashMap<>();
        headers.forEach((name, values) -> copy.put(name, new ArrayList<>(values)));
        return copy;
    }

    /**
     * A request that arrived.
     *
     * @param method the method
     * @param path the path, as it was sent
     * @param query the query, as it was sent, or {@code null}
     * @param headers the headers by name, each with a capital at the start of the name and small letters after it
     */
    public record Request(
            String method, String path, @Nullable String query, Map<String, List<String>> headers) {

        /** The first value of a header, or {@code null}. */
        public @Nullable String header(String name) {
            for (Map.Entry<String, List<String>> header : headers.entrySet()) {
                if (header.getKey().equalsIgnoreCase(name)) {
                    return header.getValue().get(0);
                }
            }
            return null;
        }
    }
}
