package io.github.tic4j.source;

import io.github.tic4j.testing.LoopbackServer;
import io.github.tic4j.testing.ServedResource;
import io.github.tic4j.testing.StreamContract;
import io.github.tic4j.testing.Streams;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** Every kind of source keeps the contract of streams. */
class SourceKindsTest {

    @Nested
    class OfPath extends StreamContract {

        @TempDir
        Path folder;

        @Override
        protected InputStream open(byte[] content) throws IOException {
            return Sources.of(Files.write(folder.resolve("a file.json"), content))
                    .open();
        }
    }

    @Nested
    class OfFileUrl extends StreamContract {

        @TempDir
        Path folder;

        @Override
        protected InputStream open(byte[] content) throws IOException {
            Path file = Files.write(folder.resolve("a file.json"), content);
            return Sources.of(file.toUri().toString()).open();
        }
    }

    @Nested
    class OfOpenerThatGivesSingleBytes extends StreamContract {

        @Override
        protected InputStream open(byte[] content) throws IOException {
            return Sources.of("memory", () -> Streams.neverAvailable(Streams.oneByteAtATime(closable(content))))
                    .open();
        }
    }

    @Nested
    class OfSingleStream extends StreamContract {

        @Override
        protected InputStream open(byte[] content) throws IOException {
            return Sources.once("memory", closable(content)).open();
        }
    }

    @Nested
    class OfHttp extends HttpContract {}

    @Nested
    class OfHttpInChunks extends HttpContract {

        @Override
        void prepare(ServedResource resource) {
            resource.withoutLength();
        }
    }

    @Nested
    class OfHttpThatBreaksOff extends HttpContract {

        @Override
        void prepare(ServedResource resource) {
            resource.cut(70_000, 3);
        }
    }

    @Nested
    class OfHttpThatBreaksOffInChunksAndKnowsADateOnly extends HttpContract {

        @Override
        void prepare(ServedResource resource) {
            resource.withoutLength().withLastModified().cut(70_000, 2);
        }
    }

    @Nested
    class OfHttpThatBreaksOffAndCannotResume extends HttpContract {

        @Override
        void prepare(ServedResource resource) {
            resource.withoutRanges().withoutValidator().cut(70_000, 2);
        }
    }

    @Nested
    class OfHttpBehindRedirect extends HttpContract {

        @Override
        String path() throws IOException {
            server().redirect("/elsewhere", "/data");
            return "/elsewhere";
        }
    }

    /** Serves the content on loopback. */
    abstract static class HttpContract extends StreamContract {

        private final AtomicInteger opened = new AtomicInteger();
        private LoopbackServer server;

        LoopbackServer server() throws IOException {
            if (server == null) {
                server = LoopbackServer.start();
            }
            return server;
        }

        void prepare(ServedResource resource) {}

        String path() throws IOException {
            return "/data";
        }

        @Override
        protected InputStream open(byte[] content) throws IOException {
            if (opened.getAndIncrement() == 0) {
                prepare(server().serve("/data", content));
            }
            return HttpSource.of(server().uri(path()), HttpOptions.defaults(), new FakeTiming().timing())
                    .open();
        }

        @AfterEach
        void stop() {
            server.close();
        }
    }

    private static InputStream closable(byte[] content) {
        return new BufferedInputStream(new ByteArrayInputStream(content));
    }
}
