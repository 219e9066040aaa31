package io.github.tic4j.s3;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Stands before a server, passes bytes on as they are, so that signatures stay valid, and spoils the requests it is told
 * to. Each connection carries one request.
 */
final class FaultyProxy implements AfterEachCallback {

    /** What happens to a request. */
    interface Fault {
        void apply(Exchange exchange) throws IOException;
    }

    private record Rule(Predicate<String> head, AtomicInteger left, Fault fault) {}

    private final URI server;
    private final ServerSocket listener;
    private final S3Store store;
    private final List<Rule> rules = new CopyOnWriteArrayList<>();
    private final List<String> heads = new CopyOnWriteArrayList<>();

    private FaultyProxy(URI server, ServerSocket listener) {
        this.server = server;
        this.listener = listener;
        this.store = S3Server.store(endpoint());
    }

    /** A proxy before the server of the tests, for one test, which registers it. */
    static FaultyProxy start() {
        try {
            ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            FaultyProxy proxy = new FaultyProxy(S3Server.endpoint(), listener);
            daemon(proxy::accept);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A store that goes through this proxy. */
    S3Store store() {
        return store;
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort());
    }

    /** Spoils that many of the requests whose head, the request line with all headers, matches. */
    FaultyProxy spoil(int times, Predicate<String> head, Fault fault) {
        rules.add(new Rule(head, new AtomicInteger(times), fault));
        return this;
    }

    /** The heads of all requests so far. */
    List<String> heads() {
        return heads;
    }

    /** Matches request lines by their beginning and a part of what follows. */
    static Predicate<String> request(String method, String containing) {
        return head -> {
            String line = head.substring(0, head.indexOf('\r'));
            return line.startsWith(method + " ") && line.contains(containing);
        };
    }

    /** Does not ask the server, and answers with an error of S3. */
    static Fault error(int status, String code) {
        return exchange -> {
            exchange.readBody();
            exchange.answer(status, "", "<Error><Code>" + code + "</Code><Message>as told</Message></Error>");
        };
    }

    /** Lets the server do what was asked, and answers with an error all the same. */
    static Fault errorAfterSuccess(int status, String code) {
        return exchange -> {
            exchange.forward();
            exchange.serverIn().readAllBytes();
            exchange.answer(status, "", "<Error><Code>" + code + "</Code><Message>as told</Message></Error>");
        };
    }

    /** Does not ask the server, and answers without a body, as to a HEAD request. */
    static Fault headers(int status, String headers) {
        return exchange -> exchange.answer(status, headers, "");
    }

    /** Breaks off after that many bytes of the answer's body. */
    static Fault cutAnswer(int bytes) {
        return exchange -> {
            exchange.forward();
            exchange.clientOut().write(readHead(exchange.serverIn()).getBytes(StandardCharsets.ISO_8859_1));
            exchange.clientOut().write(exchange.serverIn().readNBytes(bytes));
        };
    }

    /** Breaks off after that many bytes of the request's body. */
    static Fault cutRequest(int bytes) {
        return exchange -> exchange.clientIn().readNBytes(bytes);
    }

    /** Sends the answer byte by byte. */
    static Fault drip() {
        return exchange -> {
            exchange.forward();
            for (int value = exchange.serverIn().read();
                    value >= 0;
                    value = exchange.serverIn().read()) {
                exchange.clientOut().write(value);
                exchange.clientOut().flush();
            }
        };
    }

    /** Does something first, then passes the request on. */
    static Fault after(Runnable action) {
        return exchange -> {
            action.run();
            exchange.forward();
            exchange.serverIn().transferTo(exchange.clientOut());
        };
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        store.close();
        listener.close();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                daemon(() -> serve(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                Socket upstream = new Socket(server.getHost(), server.getPort())) {
            client.setTcpNoDelay(true);
            String head = readHead(client.getInputStream());
            if (head.isEmpty()) {
                return;
            }
            heads.add(head);
            fault(head).apply(new Exchange(head, client, upstream));
            client.shutdownOutput();
        } catch (IOException e) {
            // The client has gone, or was sent away: what it makes of that is what the tests look at.
        }
    }

    private Fault fault(String head) {
        for (Rule rule : rules) {
            if (rule.head().test(head) && rule.left().getAndDecrement() > 0) {
                return rule.fault();
            }
        }
        return after(() -> {});
    }

    private static String readHead(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int newlines = 0;
        while (newlines < 2) {
            int value = in.read();
            if (value < 0) {
                return "";
            }
            head.write(value);
            newlines = value == '\n' ? newlines + 1 : value == '\r' ? newlines : 0;
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "faulty-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    /** One request on its way. */
    record Exchange(String head, Socket client, Socket server) {

        InputStream clientIn() throws IOException {
            return client.getInputStream();
        }

        OutputStream clientOut() throws IOException {
            return client.getOutputStream();
        }

        InputStream serverIn() throws IOException {
            return server.getInputStream();
        }

        byte[] readBody() throws IOException {
            return clientIn().readNBytes(contentLength());
        }

        /** Sends the request on; the server closes after its answer. */
        void forward() throws IOException {
            String closing = head.replaceAll("(?i)\r\nConnection: [^\r]*", "");
            OutputStream out = server.getOutputStream();
            out.write((closing.substring(0, closing.length() - 2) + "Connection: close\r\n\r\n")
                    .getBytes(StandardCharsets.ISO_8859_1));
            out.write(readBody());
            out.flush();
        }

        void answer(int status, String headers, String body) throws IOException {
            clientOut()
                    .write(("HTTP/1.1 " + status + " Told\r\nConnection: close\r\n" + headers + "Content-Length: "
                                    + body.length() + "\r\n\r\n" + body)
                            .getBytes(StandardCharsets.ISO_8859_1));
            clientOut().flush();
        }

        private int contentLength() {
            for (String line : head.split("\r\n")) {
                if (line.regionMatches(true, 0, "Content-Length:", 0, 15)) {
                    return Integer.parseInt(line.substring(15).trim());
                }
            }
            return 0;
        }
    }
}
