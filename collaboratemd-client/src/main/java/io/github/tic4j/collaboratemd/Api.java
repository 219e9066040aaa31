package io.github.tic4j.collaboratemd;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** What the sub-clients share: requests whose answers are documents, and requests whose answers are files. */
final class Api {

    private final ClientOptions options;
    private final Transport transport;

    Api(ClientOptions options) {
        this.options = options;
        this.transport = new Transport(options);
    }

    ClientOptions options() {
        return options;
    }

    /** Asks for a document, whatever its status. */
    CompletableFuture<Answer> ask(Request request, Operation operation) {
        return transport.send(request, options.format().mediaType(), Answer::read, operation);
    }

    /** A call whose answer is a document; the reader sees only those with a status of success. */
    <T> ApiCall<T> call(Request request, Function<Answer, T> reader) {
        return callAny(request, answer -> {
            if (!answer.isSuccess()) {
                throw answer.toException(request.label());
            }
            return reader.apply(answer);
        });
    }

    /** A call whose answer is a document of any status. */
    <T> ApiCall<T> callAny(Request request, Function<Answer, T> reader) {
        return new ApiCall<>(
                request.label(), operation -> ask(request, operation).thenApply(reader));
    }

    /** A call whose answer is a file. */
    <T> ApiCall<T> download(Request request, Function<Response, T> reader) {
        return new ApiCall<>(request.label(), operation -> transport.send(request, "*/*", reader, operation));
    }

    static boolean isZip(Response response) {
        return startsWith(response, "PK");
    }

    static boolean startsWith(Response response, String text) {
        byte[] prefix = text.getBytes(StandardCharsets.US_ASCII);
        return response.body().length >= prefix.length
                && Arrays.equals(response.body(), 0, prefix.length, prefix, 0, prefix.length);
    }
}
