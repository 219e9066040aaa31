package io.github.tic4j.nppes.backfill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tic4j.nppes.Lifecycle;
import io.github.tic4j.nppes.Npi;
import io.github.tic4j.nppes.Provenance;
import io.github.tic4j.nppes.Provider;
import io.github.tic4j.nppes.ProviderDirectory;
import io.github.tic4j.nppes.ProviderStatus;
import io.github.tic4j.source.MalformedContentException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LookupJournalTest {

    private static final Npi KNOWN = Npi.parse("1234567893");
    private static final Npi GONE = Npi.parse("1679576722");
    private static final Npi UNKNOWN = Npi.parse("1558598797");

    @TempDir
    private Path temp;

    private final List<Npi> asked = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-20T00:00:00Z");

    @Test
    void anAnswerIsKeptAcrossRunsAndSaysSo() throws IOException {
        askAll();
        askAll();

        assertThat(asked).containsExactly(KNOWN, GONE, UNKNOWN);
        try (LookupJournal journal = open()) {
            Provider known = directory(journal).find(KNOWN).orElseThrow();
            assertThat(known.provenance().origin()).isEqualTo(Provenance.Origin.CACHE);
            assertThat(known.provenance().name()).isEqualTo("registry");
            assertThat(known.status()).isEqualTo(ProviderStatus.ACTIVE);
            assertThat(directory(journal).find(GONE).orElseThrow().status()).isEqualTo(ProviderStatus.DEACTIVATED);
            assertThat(directory(journal).find(UNKNOWN)).isEmpty();
            assertThat(journal.size()).isEqualTo(3);
        }
        assertThat(asked).hasSize(3);
    }

    @Test
    void aBatchAsksOnlyForWhatIsNotKept() throws IOException {
        try (LookupJournal journal = open()) {
            ProviderDirectory directory = directory(journal);
            directory.find(GONE);

            assertThat(directory.findAll(List.of(UNKNOWN, KNOWN, GONE)).keySet())
                    .containsExactly(KNOWN, GONE);
            assertThat(directory.findAll(List.of(GONE, KNOWN, UNKNOWN)).keySet())
                    .containsExactly(GONE, KNOWN);
        }
        assertThat(asked).containsExactly(GONE, UNKNOWN, KNOWN);
    }

    @Test
    void eachKindOfAnswerHasItsLifetime() throws IOException {
        askAll();
        now = now.plus(Duration.ofDays(7));
        askAll();
        assertThat(asked.subList(3, asked.size())).containsExactly(UNKNOWN);

        now = now.plus(Duration.ofDays(23));
        askAll();
        assertThat(asked.subList(4, asked.size())).containsExactly(KNOWN, UNKNOWN);

        now = now.plus(Duration.ofDays(60));
        askAll();
        assertThat(asked.subList(6, asked.size())).containsExactly(KNOWN, GONE, UNKNOWN);
    }

    @Test
    void aFailureIsNotKept() throws IOException {
        try (LookupJournal journal = open()) {
            ProviderDirectory failing = new CachedDirectory(
                    npi -> {
                        throw new IllegalStateException("down");
                    },
                    journal);
            assertThatThrownBy(() -> failing.find(KNOWN)).hasMessage("down");
            assertThat(journal.size()).isZero();
        }
    }

    @Test
    void aLineThatWasCutShortIsDroppedAndAskedForAgain() throws IOException {
        askAll();
        byte[] whole = Files.readAllBytes(path());
        for (int cut = whole.length - 1; cut > 0; cut -= 41) {
            Files.write(path(), java.util.Arrays.copyOf(whole, cut));
            askAll();
            assertThat(Files.readAllBytes(path())).isEqualTo(whole);
        }
    }

    @Test
    void garbageAfterThePowerFailedIsDropped() throws IOException {
        askAll();
        byte[] whole = Files.readAllBytes(path());
        Files.write(path(), new byte[] {0, 0, '\n', 0, 0}, StandardOpenOption.APPEND);

        askAll();

        assertThat(asked).hasSize(3);
        assertThat(Files.readAllBytes(path())).isEqualTo(whole);
    }

    @Test
    void damageInTheMidstIsRefused() throws IOException {
        askAll();
        String text = Files.readString(path());
        int second = text.indexOf('\n', text.indexOf('\n') + 1) + 1;
        Files.writeString(path(), text.substring(0, second) + "{}" + text.substring(second + 2));

        assertThatThrownBy(this::open)
                .isInstanceOf(MalformedContentException.class)
                .hasMessage("Cannot read the journal: an unreadable line in " + path() + " (byte " + second + ")");
    }

    @Test
    void aForeignFileIsRefusedAndLeftAlone() throws IOException {
        Files.writeString(path(), "npi,name\n1234567893,x\n");

        assertThatThrownBy(this::open)
                .isInstanceOf(MalformedContentException.class)
                .hasMessageContaining("the file is not one of lookups");
        Files.write(path(), new byte[6 << 20]);
        assertThatThrownBy(this::open).hasMessageContaining("a line of more than 4194304 bytes");
        assertThat(Files.size(path())).isEqualTo(6 << 20);
    }

    @Test
    void onlyOneAtATime() throws IOException {
        try (LookupJournal held = open()) {
            assertThatThrownBy(this::open)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("Another process has the journal open");
            assertThat(held.size()).isZero();
        }
    }

    @Test
    void aClosedJournalFailsLoudly() throws IOException {
        LookupJournal journal = LookupJournal.open(path());
        journal.close();
        journal.close();

        assertThatThrownBy(() -> directory(journal).find(KNOWN))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("ClosedChannel");
    }

    @Test
    void keepsManyAnswers() throws IOException {
        try (LookupJournal journal = open()) {
            ProviderDirectory directory = directory(journal);
            for (int i = 0; i < 3000; i++) {
                directory.find(Npi.ofNineDigits(100_000_000 + i));
            }
        }
        asked.clear();
        try (LookupJournal journal = open()) {
            ProviderDirectory directory = directory(journal);
            for (int i = 0; i < 3000; i++) {
                assertThat(directory.find(Npi.ofNineDigits(100_000_000 + i))).isEmpty();
            }
            assertThat(journal.size()).isEqualTo(3000);
        }
        assertThat(asked).isEmpty();
        assertThatThrownBy(() -> new CacheLifetimes(Duration.ofDays(-1), Duration.ZERO, Duration.ZERO))
                .hasMessageContaining("not negative");
    }

    private void askAll() throws IOException {
        try (LookupJournal journal = open()) {
            List.of(KNOWN, GONE, UNKNOWN).forEach(directory(journal)::find);
        }
    }

    private LookupJournal open() throws IOException {
        return LookupJournal.open(path(), CacheLifetimes.defaults(), () -> now);
    }

    private ProviderDirectory directory(LookupJournal journal) {
        return new CachedDirectory(
                npi -> {
                    asked.add(npi);
                    return answer(npi);
                },
                journal);
    }

    private static Optional<Provider> answer(Npi npi) {
        Provenance from = new Provenance(Provenance.Origin.REGISTRY, "registry", Instant.parse("2026-11-20T00:00:00Z"));
        Provider gone = Provider.deactivated(npi, Lifecycle.UNKNOWN, from);
        if (npi.equals(GONE)) {
            return Optional.of(gone);
        }
        return npi.equals(KNOWN)
                ? Optional.of(new Provider(
                        npi,
                        ProviderStatus.ACTIVE,
                        null,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        Lifecycle.UNKNOWN,
                        from))
                : Optional.empty();
    }

    private Path path() {
        return temp.resolve("journal.jsonl");
    }
}
