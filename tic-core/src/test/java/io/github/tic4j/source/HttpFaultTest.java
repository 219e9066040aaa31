package io.github.tic4j.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.channels.UnresolvedAddressException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;

class HttpFaultTest {

    @Test
    void unknownHostsAreFinal() {
        ConnectException failure = new ConnectException();
        failure.initCause(new ConnectException().initCause(new UnresolvedAddressException()));

        assertThat(HttpFault.isFinal(failure)).isTrue();
        assertThat(HttpFault.describe(failure)).isEqualTo("The host is unknown");
    }

    @Test
    void untrustedCertificatesAreFinal() {
        IOException failure = new SSLHandshakeException("no trusted certificate");

        assertThat(HttpFault.isFinal(failure)).isTrue();
        assertThat(HttpFault.describe(failure)).isEqualTo("no trusted certificate");
    }

    @Test
    void brokenConnectionsAreNot() {
        assertThat(HttpFault.isFinal(new EOFException("EOF reached while reading")))
                .isFalse();
        assertThat(HttpFault.describe(new EOFException("EOF reached while reading")))
                .isEqualTo("no answer (EOFException)");
        assertThat(HttpFault.describe(new ConnectException())).isEqualTo("no answer (ConnectException)");
        assertThat(HttpFault.describe(new IOException("Connection reset"))).isEqualTo("Connection reset");
    }
}
