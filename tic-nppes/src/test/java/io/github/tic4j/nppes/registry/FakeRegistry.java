package io.github.tic4j.nppes.registry;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A loopback registry that behaves as the real one is known to: one NPI per request, limits cut silently to 200, skips
 * clamped silently to 1,000, errors within status 200.
 */
public final class FakeRegistry implements AutoCloseable {

    /** An answer out of turn. */
    record Script(int status, String body, Map<String, String> headers) {}

    private final HttpServer server;
    private final java.util.concurrent.ExecutorService executor = Executors.newFixedThreadPool(8);
    private final Map<String, String> providers = new ConcurrentHashMap<>();
    private final Set<String> deactivated = ConcurrentHashMap.newKeySet();
    private final Queue<Script> scripts = new ArrayDeque<>();
    private final Queue<Map<String, String>> requests = new ConcurrentLinkedQueue<>();
    private volatile int matches;
    private volatile Runnable beforeAnswer = () -> {};

    public FakeRegistry() throws IOException {
        // Without it every small answer waits 40 ms for an acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/", this::handle);
        server.setExecutor(executor);
        server.start();
    }

    public URI uri() {
        return URI.create("http://" + server.getAddress().getHostString() + ":"
                + server.getAddress().getPort() + "/api/");
    }

    /** Makes an NPI known, with the JSON of its result. */
    public FakeRegistry knows(String npi, String result) {
        providers.put(npi, result);
        return this;
    }

    /** Makes an NPI one that is out of use. */
    public FakeRegistry deactivates(String npi) {
        deactivated.add(npi);
        return this;
    }

    /** Has so many providers match every search. */
    FakeRegistry matches(int count) {
        matches = count;
        return this;
    }

    /** Answers the next request in its own way. */
    synchronized FakeRegistry then(int status, String body, String... headers) {
        Map<String, String> map = new TreeMap<>();
        for (int i = 0; i < headers.length; i += 2) {
            map.put(headers[i], headers[i + 1]);
        }
        scripts.add(new Script(status, body, map));
        return this;
    }

    /** Runs before each answer, on the server's thread. */
    public FakeRegistry beforeAnswer(Runnable action) {
        beforeAnswer = action;
        return this;
    }

    /** The parameters of the requests so far. */
    public List<Map<String, String>> requests() {
        return List.copyOf(requests);
    }

    public static String organization(String npi, String name) {
        return "{\"number\":\"" + npi + "\",\"enumeration_type\":\"NPI-2\",\"basic\":{\"organization_name\":\"" + name
                + "\",\"status\":\"A\"}}";
    }

    @Override
    public void close() {
        server.stop(0);
        executor.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        Map<String, String> query = query(exchange.getRequestURI());
        query.put("user-agent", exchange.getRequestHeaders().getFirst("User-Agent"));
        requests.add(query);
        beforeAnswer.run();
        Script script = next();
        byte[] body = (script == null ? answer(query) : script.body()).getBytes(StandardCharsets.UTF_8);
        if (script != null) {
            script.headers().forEach(exchange.getResponseHeaders()::add);
        }
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(script == null ? 200 : script.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private synchronized Script next() {
        return scripts.poll();
    }

    private String answer(Map<String, String> query) {
        if (!"2.1".equals(query.get("version"))) {
            return error("04", "version", "Unsupported Version");
        }
        String number = query.get("number");
        if (number == null) {
            return search(query);
        }
        if (deactivated.contains(number)) {
            return error("15", "number", "CMS deactivated NPI " + number + ".");
        }
        String result = providers.get(number);
        return "{\"result_count\":" + (result == null ? 0 : 1) + ",\"results\":[" + (result == null ? "" : result)
                + "]}";
    }

    private String search(Map<String, String> query) {
        int limit = Math.min(200, Integer.parseInt(query.getOrDefault("limit", "10")));
        int skip = Math.min(1000, Integer.parseInt(query.getOrDefault("skip", "0")));
        String results = IntStream.range(skip, Math.max(skip, Math.min(matches, skip + limit)))
                .mapToObj(i -> organization(
                        io.github.tic4j.nppes.Npi.ofNineDigits(100_000_000 + i).toString(), "MATCH " + i))
                .collect(Collectors.joining(","));
        return "{\"result_count\":0,\"results\":[" + results + "]}";
    }

    private static String error(String number, String field, String description) {
        return "{\"Errors\":[{\"description\":\"" + description + "\",\"field\":\"" + field + "\",\"number\":\""
                + number + "\"}]}";
    }

    private static Map<String, String> query(URI uri) {
        Map<String, String> query = new TreeMap<>();
        Arrays.stream(uri.getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .forEach(pair -> query.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
        return query;
    }
}
