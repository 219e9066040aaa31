package io.github.tic4j.collaboratemd;

import io.github.tic4j.collaboratemd.testkit.FakeAnswer;
import io.github.tic4j.collaboratemd.testkit.FakeCollaborateMd;
import java.io.IOException;
import java.time.Duration;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What tests of the client share: a fresh server, one user, and time that jumps. */
abstract class FakeServerTest {

    static final Credentials USER = new Credentials("partner", "p@ss:w%rd/#é");

    final VirtualTime time = new VirtualTime();
    FakeCollaborateMd server;

    @BeforeEach
    void startServer() throws IOException {
        server = FakeCollaborateMd.start().user(USER.username(), USER.password());
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    ClientBuilder builder() {
        return CollaborateMdClient.builder(USER)
                .baseUrl(server.baseUrl())
                .clock(time)
                .delay(time);
    }

    static FakeAnswer document(String xml) {
        return FakeAnswer.text(200, "application/xml", xml);
    }

    static Duration seconds(long seconds) {
        return Duration.ofSeconds(seconds);
    }

    static Tuple tuple(Object... values) {
        return Tuple.tuple(values);
    }
}
