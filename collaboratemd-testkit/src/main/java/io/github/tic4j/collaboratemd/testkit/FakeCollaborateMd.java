package io.github.tic4j.collaboratemd.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A CollaborateMD server on the loopback interface that keeps state as the real one does: one running report per user,
 * identifiers in sequence, results that run, come late, stay empty or time out, customers that are inactive, answers in
 * XML or JSON. Time does not pass in it: a report runs for a number of looks at it. Thread-safe.
 */
public final class FakeCollaborateMd implements Closeable {

    static {
        // Without it each answer waits 40 ms for the client's acknowledgement of its head.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Map<String, String> users = new HashMap<>();
    private final Map<String, FakeAnswer> answers = new HashMap<>();
    private final Map<String, Deque<Fault>> faults = new HashMap<>();
    private final List<Received> received = new ArrayList<>();
    private final FakeRuns runs = new FakeRuns();

    private FakeCollaborateMd(HttpServer server) {
        this.server = server;
    }

    /** Starts a server that knows no user yet. */
    public static FakeCollaborateMd start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        FakeCollaborateMd fake = new FakeCollaborateMd(server);
        server.setExecutor(fake.threads);
        server.createContext("/", fake::handle);
        server.start();
        return fake;
    }

    /** The address as configurations state it, with the version. */
    public String baseUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
    }

    /** Lets a user in, or changes the password. */
    public synchronized FakeCollaborateMd user(String name, String password) {
        users.put(name, basic(name, password));
        return this;
    }

    /** Says what a report does for a customer, whatever the filter. */
    public synchronized FakeCollaborateMd report(String reportId, String customer, FakeReport report) {
        runs.script(reportId, customer, report);
        return this;
    }

    /** Says what a report does for a customer under one filter. */
    public synchronized FakeCollaborateMd report(String reportId, String filterId, String customer, FakeReport report) {
        runs.script(reportId + '/' + filterId, customer, report);
        return this;
    }

    /** Answers a request outside the reports; the target is the method, a space and the path. */
    public synchronized FakeCollaborateMd answer(String target, FakeAnswer answer) {
        answers.put(target, answer);
        return this;
    }

    /** Lets the next requests whose path contains the fragment fail, one fault each. */
    public synchronized FakeCollaborateMd fail(String pathFragment, Fault... next) {
        faults.computeIfAbsent(pathFragment, key -> new ArrayDeque<>()).addAll(List.of(next));
        return this;
    }

    /** Forgets the results of all runs so far, as the real server does after some time. */
    public synchronized void expireResults() {
        runs.expire();
    }

    /** Lets the next run get an identifier that was given before. */
    public synchronized void repeatIdentifier() {
        runs.repeatIdentifier();
    }

    /** The requests so far, in the order of arrival. */
    public synchronized List<Received> received() {
        return List.copyOf(received);
    }

    /** The requests so far whose path contains the fragment. */
    public List<Received> received(String pathFragment) {
        return received().stream()
                .filter(request -> request.path().contains(pathFragment))
                .toList();
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        Received request = read(exchange);
        FakeAnswer answer;
        Fault fault;
        synchronized (this) {
            received.add(request);
            fault = nextFault(request.path());
            answer = fault != null && fault.kind() == Fault.Kind.STATUS
                    ? FakeAnswer.text(fault.httpStatus(), "text/html", "<html><body>Error</body></html>")
                    : answer(request);
        }
        if (fault == null || fault.kind() == Fault.Kind.STATUS) {
            if (fault != null && !fault.retryAfter().isEmpty()) {
                exchange.getResponseHeaders().set("Retry-After", fault.retryAfter());
            }
            send(exchange, answer, answer.body().length);
            exchange.close();
        } else {
            spoil(exchange, answer, fault);
        }
    }

    private FakeAnswer answer(Received request) {
        String user = userOf(request.authorization());
        boolean isJson = request.accept().equals("application/json");
        if (user.isEmpty()) {
            return FakeAnswer.text(401, "text/html", "<html><body>Unauthorized</body></html>");
        }
        FakeAnswer canned = answers.get(request.method() + ' ' + request.path());
        if (canned != null) {
            return canned;
        }
        if (!isJson && !List.of("application/xml", "*/*", "").contains(request.accept())) {
            return FakeAnswer.text(415, "text/html", "<html><body>Unsupported Media Type</body></html>");
        }
        return request.method().equals("POST")
                ? runs.answer(user, request, isJson)
                : FakeAnswer.text(404, "text/html", "<html><body>Not Found</body></html>");
    }

    private void spoil(HttpExchange exchange, FakeAnswer answer, Fault fault) throws IOException {
        switch (fault.kind()) {
            case HTML -> {
                FakeAnswer page = FakeAnswer.text(200, "text/html", "<html><body>Maintenance<br></body></html>");
                send(exchange, page, page.body().length);
            }
            case CUT_BODY -> send(exchange, answer, answer.body().length / 2);
            case SLOW_BODY -> {
                send(exchange, answer, answer.body().length / 2);
                try {
                    closed.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            default -> {
                // Closing without an answer is all.
            }
        }
        exchange.close();
    }

    private static void send(HttpExchange exchange, FakeAnswer answer, int bytes) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", answer.contentType());
        exchange.sendResponseHeaders(answer.httpStatus(), answer.body().length == 0 ? -1 : answer.body().length);
        OutputStream out = exchange.getResponseBody();
        out.write(answer.body(), 0, bytes);
        out.flush();
    }

    private static Received read(HttpExchange exchange) throws IOException {
        String query = exchange.getRequestURI().getRawQuery();
        return new Received(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                query == null ? "" : query,
                header(exchange, "Accept"),
                header(exchange, "Content-Type"),
                header(exchange, "Authorization"),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    }

    private static String header(HttpExchange exchange, String name) {
        String value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }

    private @org.jspecify.annotations.Nullable Fault nextFault(String path) {
        return faults.entrySet().stream()
                .filter(entry ->
                        path.contains(entry.getKey()) && !entry.getValue().isEmpty())
                .findFirst()
                .map(entry -> entry.getValue().remove())
                .orElse(null);
    }

    private String userOf(String authorization) {
        return users.entrySet().stream()
                .filter(user -> user.getValue().equals(authorization))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }

    private static String basic(String name, String password) {
        byte[] pair = (name + ':' + password).getBytes(StandardCharsets.ISO_8859_1);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }
}
