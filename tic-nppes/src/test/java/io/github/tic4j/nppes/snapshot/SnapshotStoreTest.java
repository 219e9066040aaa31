package io.github.tic4j.nppes.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tic4j.nppes.Npi;
import io.github.tic4j.nppes.Provider;
import io.github.tic4j.nppes.ProviderStatus;
import io.github.tic4j.source.MalformedContentException;
import io.github.tic4j.source.TruncatedContentException;
import io.github.tic4j.testing.NppesHeaders;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotStoreTest {

    private static final String A = "1234567893";
    private static final String B = "1679576722";
    private static final String C = "1558598797";
    private static final String D = "1720377294";
    private static final String PROVIDERS = "npidata_pfile_20050523-20260809.csv";
    private static final String ORGANIZATION = "Provider Organization Name (Legal Business Name)";

    @TempDir
    private Path temp;

    private Path folder;
    private Path monthly;

    @BeforeEach
    void writeMonthly() throws IOException {
        folder = temp.resolve("snapshot");
        monthly = BulkZipBuilder.monthly(temp)
                .provider("NPI", A, "Entity Type Code", "2", ORGANIZATION, "A OLD")
                .provider("NPI", B, "Entity Type Code", "2", ORGANIZATION, "B OLD")
                .provider("NPI", D, "NPI Deactivation Date", "01/01/2020")
                .row(Table.OTHER_NAME, "NPI", A, "Provider Other Organization Name", "A OTHER")
                .row(Table.OTHER_NAME, "NPI", B, "Provider Other Organization Name", "B OTHER")
                .write();
    }

    @Test
    void weeklyRowsReplaceWholeProvidersWithTheirReferenceRows() throws IOException {
        NppesSnapshot.build(folder, List.of(monthly));
        SnapshotReport report = NppesSnapshot.update(folder, List.of(week1()));

        assertThat(report.through()).isEqualTo(LocalDate.of(2026, 8, 16));
        try (NppesSnapshot snapshot = NppesSnapshot.open(folder)) {
            Provider a = provider(snapshot, A);
            assertThat(a.displayName()).isEqualTo("A NEW");
            assertThat(a.otherNames()).isEmpty();
            assertThat(a.provenance().name()).contains("Weekly");
            Provider b = provider(snapshot, B);
            assertThat(b.displayName()).isEqualTo("B OLD");
            assertThat(b.otherNames()).hasSize(1);
            assertThat(b.provenance().asOf()).isEqualTo(Instant.parse("2026-08-16T00:00:00Z"));
            assertThat(provider(snapshot, C).displayName()).isEqualTo("C NEW");
        }
    }

    @Test
    void weeksAreLaidInTheOrderOfTheirDatesHoweverGiven() throws IOException {
        NppesSnapshot.build(folder, List.of(week2(), monthly, week1()));

        try (NppesSnapshot snapshot = NppesSnapshot.open(folder)) {
            assertThat(provider(snapshot, A).displayName()).isEqualTo("A NEWEST");
            assertThat(snapshot.report().layers())
                    .extracting(SnapshotReport.Layer::kind)
                    .containsExactly("FULL", "WEEKLY", "WEEKLY");
        }
    }

    @Test
    void aMissingWeekIsRefusedAndTheSnapshotStaysAsItWas() throws IOException {
        NppesSnapshot.build(folder, List.of(monthly));

        assertThatThrownBy(() -> NppesSnapshot.update(folder, List.of(week2())))
                .isInstanceOf(MalformedContentException.class)
                .hasMessageContaining("covers 2026-08-17 to 2026-08-23, the snapshot ends 2026-08-09")
                .hasMessageContaining("missing weeks");
        try (NppesSnapshot snapshot = NppesSnapshot.open(folder)) {
            assertThat(snapshot.report().layers()).hasSize(1);
        }
        assertThat(layerFolders()).hasSize(1);
    }

    @Test
    void aWeekThatIsThereAlreadyIsPassedOver() throws IOException {
        NppesSnapshot.build(folder, List.of(monthly, week1()));
        SnapshotReport report = NppesSnapshot.update(folder, List.of(week1(), week2()));

        assertThat(report.layers()).hasSize(3);
        assertThat(report.through()).isEqualTo(LocalDate.of(2026, 8, 23));
    }

    @Test
    void aReaderKeepsWhatItOpenedWhileANewBuildIsPublished() throws IOException {
        NppesSnapshot.build(folder, List.of(monthly));
        try (NppesSnapshot before = NppesSnapshot.open(folder)) {
            NppesSnapshot.build(folder, List.of(monthly, week1()));

            assertThat(provider(before, A).displayName()).isEqualTo("A OLD");
            try (NppesSnapshot after = NppesSnapshot.open(folder)) {
                assertThat(provider(after, A).displayName()).isEqualTo("A NEW");
            }
        }
        assertThat(layerFolders()).hasSize(2);
    }

    @Test
    void whatAnInterruptedBuildLeftIsRemovedByTheNext() throws IOException {
        Files.createDirectories(folder.resolve("layer-000007"));
        Files.writeString(folder.resolve("layer-000007").resolve("rows.bin"), "half");

        NppesSnapshot.build(folder, List.of(monthly));

        assertThat(layerFolders()).containsExactly("layer-000008");
    }

    @Test
    void onlyOneBuildAtATime() throws IOException {
        try (SnapshotFolder held = SnapshotFolder.lock(folder)) {
            assertThatThrownBy(() -> NppesSnapshot.build(held.path(), List.of(monthly)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("Another build is at work");
        }
        NppesSnapshot.build(folder, List.of(monthly));
    }

    @Test
    void aBuildNeedsExactlyOneMonthlyAndAnUpdateNone() throws IOException {
        assertThatThrownBy(() -> NppesSnapshot.build(folder, List.of(week1())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("exactly one monthly zip, not 0");
        NppesSnapshot.build(folder, List.of(monthly));
        assertThatThrownBy(() -> NppesSnapshot.update(folder, List.of(monthly)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("build a new snapshot");
    }

    @Test
    void anUpdateOfNothingIsRefusedAndCreatesNothing() {
        assertThatThrownBy(() -> NppesSnapshot.update(folder, List.of(week1())))
                .isInstanceOf(MalformedContentException.class)
                .hasMessageContaining("has no manifest.json");
        assertThat(folder).doesNotExist();
    }

    @Test
    void aDeactivationReportMarksWhatTheFilesShowAsActive() throws IOException {
        Path report = new XlsxBuilder(temp.resolve("NPPES Deactivated NPI Report 20260810.xlsx"))
                .row("NPPES Deactivated NPI Report as of Aug 10 2026")
                .row("NPI", "NPPES Deactivation Date")
                .row(A, "08/01/2026")
                .row(C, "07/01/2026")
                .row(D, "01/01/2020")
                .row("1234567890", "01/01/2020")
                .zipped(temp.resolve("NPPES_Deactivated_NPI_Report_081026_V2.zip"));

        SnapshotReport built = NppesSnapshot.build(folder, List.of(report, monthly));

        SnapshotReport.Layer layer = built.layers().get(1);
        assertThat(layer.kind()).isEqualTo("DEACTIVATIONS");
        assertThat(layer.count("rows.DEACTIVATION")).isEqualTo(3);
        assertThat(layer.count("providers")).isEqualTo(2);
        assertThat(layer.rejected()).isEqualTo(1);
        try (NppesSnapshot snapshot = NppesSnapshot.open(folder)) {
            assertThat(provider(snapshot, A).status()).isEqualTo(ProviderStatus.DEACTIVATED);
            assertThat(provider(snapshot, A).lifecycle().deactivated()).isEqualTo(LocalDate.of(2026, 8, 1));
            assertThat(provider(snapshot, B).status()).isEqualTo(ProviderStatus.ACTIVE);
            assertThat(provider(snapshot, C).lifecycle().deactivated()).isEqualTo(LocalDate.of(2026, 7, 1));
            assertThat(provider(snapshot, D).provenance().name()).contains("August");
        }
    }

    @Test
    void aReportOlderThanAReactivationChangesNothing() throws IOException {
        Path reactivated = BulkZipBuilder.monthly(temp)
                .provider(
                        "NPI", A,
                        "Entity Type Code", "1",
                        "NPI Deactivation Date", "06/01/2026",
                        "NPI Reactivation Date", "07/01/2026")
                .write();
        Path report = new XlsxBuilder(temp.resolve("report.xlsx"))
                .row("NPI", "NPPES Deactivation Date")
                .row(A, "06/01/2026")
                .write();

        NppesSnapshot.build(folder, List.of(reactivated, report));

        try (NppesSnapshot snapshot = NppesSnapshot.open(folder)) {
            assertThat(provider(snapshot, A).status()).isEqualTo(ProviderStatus.REACTIVATED);
            assertThat(snapshot.report().layers()).hasSize(1);
        }
        assertThat(layerFolders()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rows.bin", "records.bin", "children.bin", "child-keys.bin", "words.bin"})
    void aChangedByteIsNoticed(String name) throws IOException {
        NppesSnapshot.build(folder, List.of(monthly));
        Path file = layer().resolve(name);
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);

        assertThatThrownBy(() -> NppesSnapshot.open(folder))
                .isInstanceOf(MalformedContentException.class)
                .hasMessageContaining("does not match its checksum")
                .hasMessageContaining(name);
    }

    @Test
    void aShortOrMissingFileIsNoticedEvenInAQuickCheck() throws IOException {
        NppesSnapshot.build(folder, List.of(monthly));
        Path file = layer().resolve("records.bin");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(3);
        }
        assertThatThrownBy(() -> NppesSnapshot.open(folder, Verification.QUICK))
                .hasMessageContaining("the file has 3 bytes, its manifest says");
        Files.delete(file);
        assertThatThrownBy(() -> NppesSnapshot.open(folder, Verification.QUICK))
                .hasMessageContaining("the file is absent")
                .hasMessageContaining("records.bin");
    }

    @Test
    void aForeignOrChangedManifestIsRefused() throws IOException {
        NppesSnapshot.build(folder, List.of(monthly));
        Path manifest = folder.resolve("manifest.json");
        String json = Files.readString(manifest);

        Files.writeString(manifest, json.replace("\"providers\" : 3", "\"providers\" : 4"));
        assertThatThrownBy(() -> NppesSnapshot.open(folder)).hasMessageContaining("does not match its own checksum");
        Files.writeString(manifest, json.replace("\"version\" : 2", "\"version\" : 1"));
        assertThatThrownBy(() -> NppesSnapshot.open(folder))
                .hasMessageContaining("format version 1 is not the version 2");
        Files.writeString(manifest, "{\"layers\": []}");
        assertThatThrownBy(() -> NppesSnapshot.open(folder))
                .hasMessageContaining("not a tic4j-nppes-snapshot manifest");
        Files.writeString(manifest, "[]");
        assertThatThrownBy(() -> NppesSnapshot.open(folder)).hasMessageContaining("expected an object");
        Files.writeString(manifest, json.substring(0, json.length() / 2));
        assertThatThrownBy(() -> NppesSnapshot.open(folder)).isInstanceOf(MalformedContentException.class);
    }

    @Test
    void aTruncatedOrForeignZipIsRefusedByName() throws IOException {
        byte[] bytes = Files.readAllBytes(monthly);
        Path cut = Files.write(temp.resolve("cut.zip"), Arrays.copyOf(bytes, bytes.length - 100));
        Path foreign = new XlsxBuilder(temp.resolve("foreign.zip"))
                .member("readme.txt", "hello")
                .write();

        assertThatThrownBy(() -> NppesSnapshot.build(folder, List.of(cut)))
                .isInstanceOf(TruncatedContentException.class)
                .hasMessageContaining("not all of it is there")
                .hasMessageContaining("cut.zip");
        assertThatThrownBy(() -> NppesSnapshot.build(folder, List.of(foreign)))
                .isInstanceOf(MalformedContentException.class)
                .hasMessageContaining("neither a member npidata_pfile_*.csv nor an .xlsx");
    }

    @Test
    void aMemberThatDoesNotMatchItsChecksumIsRefused() throws IOException {
        byte[] bytes = Files.readAllBytes(monthly);
        // The checksum of the second member stands behind it, 12 bytes before the header of the third.
        bytes[indexOf(bytes, "othername_pfile") - 30 - 12] ^= 1;
        Path damaged = Files.write(temp.resolve("damaged.zip"), bytes);

        assertThatThrownBy(() -> NppesSnapshot.build(folder, List.of(damaged)))
                .isInstanceOf(MalformedContentException.class)
                .hasMessageContaining("zip member npidata_pfile_20050523-20260809.csv has CRC-32")
                .hasMessageContaining("damaged.zip (byte");
        assertThat(layerFolders()).isEmpty();
    }

    @Test
    void bytesThatCannotBeInflatedAreRefused() throws IOException {
        byte[] bytes = Files.readAllBytes(monthly);
        // A block of the reserved type 3.
        bytes[indexOf(bytes, PROVIDERS) + PROVIDERS.length()] |= 6;
        Path damaged = Files.write(temp.resolve("damaged.zip"), bytes);

        assertThatThrownBy(() -> NppesSnapshot.build(folder, List.of(damaged)))
                .isInstanceOf(MalformedContentException.class)
                .hasMessageContaining("DEFLATE stream is damaged")
                .hasMessageContaining("damaged.zip (byte");
    }

    @Test
    void aZipWhoseMembersAreNotThoseOfItsDirectoryIsRefused() throws IOException {
        byte[] bytes = Files.readAllBytes(monthly);
        bytes[indexOf(bytes, PROVIDERS)] = 'X';
        Path damaged = Files.write(temp.resolve("damaged.zip"), bytes);

        assertThatThrownBy(() -> NppesSnapshot.build(folder, List.of(damaged)))
                .isInstanceOf(MalformedContentException.class)
                .hasMessageContaining("the zip's members are not those that its directory lists")
                .hasMessageContaining("damaged.zip");
        assertThat(layerFolders()).isEmpty();
    }

    @Test
    void twoMembersOfOneTableAreRefused() throws IOException {
        String table = String.join(",", NppesHeaders.provider()) + "\n" + A + ",".repeat(329) + "\n";
        Path twice = new XlsxBuilder(temp.resolve("twice.zip"))
                .member(PROVIDERS, table)
                .member("again/" + PROVIDERS, table)
                .write();

        assertThatThrownBy(() -> NppesSnapshot.build(folder, List.of(twice)))
                .isInstanceOf(MalformedContentException.class)
                .hasMessageContaining("more than one member npidata_pfile*.csv")
                .hasMessageContaining("again/npidata");
    }

    @Test
    void rowsThatAreNoTableAreRefusedEvenInAQuickCheck() throws IOException {
        NppesSnapshot.build(folder, List.of(monthly));
        Path file = layer().resolve("rows.bin");
        byte[] bytes = Files.readAllBytes(file);
        bytes[3] = 0x7F;
        Files.write(file, bytes);

        assertThatThrownBy(() -> NppesSnapshot.open(folder, Verification.QUICK))
                .isInstanceOf(MalformedContentException.class)
                .hasMessageContaining("its rows are not a table");
    }

    private Path week1() throws IOException {
        return BulkZipBuilder.weekly(temp, BulkZipBuilder.WEEK_1)
                .provider("NPI", A, "Entity Type Code", "2", ORGANIZATION, "A NEW")
                .provider("NPI", C, "Entity Type Code", "2", ORGANIZATION, "C NEW")
                .write();
    }

    private Path week2() throws IOException {
        return BulkZipBuilder.weekly(temp, BulkZipBuilder.WEEK_2)
                .provider("NPI", A, "Entity Type Code", "2", ORGANIZATION, "A NEWEST")
                .write();
    }

    private Path layer() throws IOException {
        return folder.resolve(layerFolders().get(0));
    }

    private List<String> layerFolders() throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString())
                    .filter(name -> name.startsWith("layer-"))
                    .sorted()
                    .toList();
        }
    }

    private static Provider provider(NppesSnapshot snapshot, String npi) {
        return snapshot.find(Npi.parse(npi)).orElseThrow();
    }

    private static int indexOf(byte[] bytes, String text) {
        return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(text);
    }
}
