package io.github.tic4j.payer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tic4j.spi.PayerHandler;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PayerHandlersTest {

    /** A handler with a name, as a jar would bring it. */
    public static class First implements PayerHandler {
        @Override
        public String name() {
            return "first";
        }

        @Override
        public Set<String> payers() {
            return Set.of("Acme", "aetna");
        }
    }

    /** Another one for the same payer. */
    public static class Second extends First {
        @Override
        public String name() {
            return "second";
        }

        @Override
        public Set<String> payers() {
            return Set.of("ACME ");
        }
    }

    @TempDir
    Path folder;

    @Test
    void namesAreTheSameInUpperAndLowerCase() {
        assertThat(PayerHandlers.defaults().payer("Fidelis").handler()).isEqualTo("centene");
        assertThat(PayerHandlers.defaults().payer(" BCBSIL").handler()).isEqualTo("bcbs_il");
        assertThat(PayerHandlers.defaults().payer("never heard of")).hasToString("never heard of (default)");
    }

    @Test
    void whatIsRegisteredComesFirst() throws IOException {
        PayerHandlers handlers = PayerHandlers.builder().register(new Second()).build();

        withServices(First.class, () -> {
            assertThat(handlers.payer("acme").handler()).isEqualTo("second");
            assertThat(handlers.payer("aetna").handler()).isEqualTo("first");
            assertThat(handlers.payer("cigna").handler()).isEqualTo("cigna");
        });
    }

    @Test
    void twoRegisteredHandlersForOnePayerAreAnError() {
        assertThatThrownBy(() -> PayerHandlers.builder().register(new First()).register(new Second()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Two handlers are registered for payer ACME , first and second");
    }

    @Test
    void twoHandlersOnTheClassPathForOnePayerAreAnErrorThatNamesBoth() throws IOException {
        PayerHandlers handlers = PayerHandlers.builder().build();

        withServices(First.class.getName() + "\n" + Second.class.getName(), () -> {
            assertThatThrownBy(() -> handlers.payer("acme"))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("Two handlers are for payer acme, first and second; register one of them explicitly");
            assertThat(handlers.payer("aetna").handler()).isEqualTo("first");
        });
    }

    @Test
    void aHandlerThatCannotBeLoadedIsAnError() throws IOException {
        withServices(
                "org.example.Absent",
                () -> assertThatThrownBy(() -> PayerHandlers.builder().build().payer("acme"))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("A payer handler cannot be loaded:")
                        .hasMessageContaining("org.example.Absent"));
    }

    private void withServices(Class<?> provider, Runnable test) throws IOException {
        withServices(provider.getName(), test);
    }

    /** Runs a test with providers named on the class path, as a jar that was dropped there names them. */
    private void withServices(String providers, Runnable test) throws IOException {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(services.resolve(PayerHandler.class.getName()), providers);
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader dropped =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, before)) {
            Thread.currentThread().setContextClassLoader(dropped);
            test.run();
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }
}
