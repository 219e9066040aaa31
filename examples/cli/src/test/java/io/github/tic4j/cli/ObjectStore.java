package io.github.tic4j.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;

/** A store of one bucket that lists, sends and takes objects as S3 does, and is where the SDK looks while it is open. */
final class ObjectStore implements Closeable {

    private static final List<String> SETTINGS =
            List.of("aws.accessKeyId", "aws.secretAccessKey", "aws.endpointUrlS3", "aws.region");

    final Map<String, byte[]> objects = new ConcurrentSkipListMap<>();
    private final HttpServer server;

    ObjectStore() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/bucket", this::answer);
        server.start();
        SETTINGS.forEach(name -> System.setProperty(name, "us-east-1"));
        System.setProperty(
                "aws.endpointUrlS3", "http://localhost:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        SETTINGS.forEach(System::clearProperty);
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String key = exchange.getRequestURI().getPath().replaceFirst("^/bucket/?", "");
        byte[] sent = exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders().add("ETag", "\"e\"");
        if (exchange.getRequestMethod().equals("PUT")) {
            objects.put(key, sent);
            respond(exchange, 200, new byte[0]);
        } else if (key.isEmpty()) {
            String query = exchange.getRequestURI().getQuery();
            respond(exchange, 200, listing(query.replaceAll(".*prefix=([^&]*).*", "$1")));
        } else {
            send(exchange, objects.get(key));
        }
        exchange.close();
    }

    private byte[] listing(String prefix) {
        String contents = objects.entrySet().stream()
                .filter(object -> object.getKey().startsWith(prefix))
                .map(object -> "<Contents><Key>%s</Key><Size>%d</Size></Contents>"
                        .formatted(object.getKey(), object.getValue().length))
                .collect(Collectors.joining());
        return ("<ListBucketResult><IsTruncated>false</IsTruncated>" + contents + "</ListBucketResult>")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static void send(HttpExchange exchange, byte[] object) throws IOException {
        String range = exchange.getRequestHeaders().getFirst("Range");
        if (object == null || range == null) {
            respond(exchange, object == null ? 404 : 200, object == null ? new byte[0] : object);
            return;
        }
        String[] ends = range.replace("bytes=", "").split("-");
        int from = Integer.parseInt(ends[0]);
        int to = Math.min(object.length, ends.length < 2 ? object.length : Integer.parseInt(ends[1]) + 1);
        exchange.getResponseHeaders().add("Content-Range", "bytes " + from + "-" + (to - 1) + "/" + object.length);
        respond(exchange, 206, Arrays.copyOfRange(object, from, to));
    }

    private static void respond(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }
}
