package io.github.tic4j.s3;

import static io.github.tic4j.s3.FaultyProxy.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tic4j.s3.S3RunUpload.Report;
import io.github.tic4j.table.Partition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class S3RunUploadTest {

    private final S3Location bucket = S3Server.bucket();

    @TempDir
    private Path run;

    @RegisterExtension
    private final FaultyProxy proxy = FaultyProxy.start();

    private final S3RunUpload upload =
            new S3RunUpload(proxy.store(), new S3Layout(bucket.resolve("p")), S3WriteOptions.defaults());

    @Test
    void mirrorsARun() throws IOException {
        byte[] large = TestContent.bytes((8 << 20) + 5);
        write("rates/payer=a/date=2025-01-01/rates_batch_001.parquet", large);
        write("summary.json", new byte[] {1});
        write("empty.json", new byte[0]);

        Report report = upload.mirror(run);

        assertThat(TestContent.keys(bucket))
                .containsExactly(
                        "p/empty.json", "p/rates/payer=a/date=2025-01-01/rates_batch_001.parquet", "p/summary.json");
        assertThat(TestContent.get(bucket.resolve("p/rates/payer=a/date=2025-01-01/rates_batch_001.parquet")))
                .isEqualTo(large);
        assertThat(report).hasToString("3 uploaded (8388614 bytes), 0 unchanged");
    }

    @Test
    void sendsOnlyWhatIsNew() throws IOException {
        write("a.json", new byte[] {1});
        write("b.json", new byte[] {2});
        write("c/d.json", new byte[] {3});
        upload.mirror(run);
        write("b.json", new byte[] {4});
        write("e.json", new byte[] {5});

        Report report = upload.mirror(run);

        assertThat(report.uploaded()).containsExactlyInAnyOrder(bucket.resolve("p/b.json"), bucket.resolve("p/e.json"));
        assertThat(report.unchanged())
                .containsExactlyInAnyOrder(bucket.resolve("p/a.json"), bucket.resolve("p/c/d.json"));
        assertThat(report.bytes()).isEqualTo(2);
        assertThat(TestContent.get(bucket.resolve("p/b.json"))).containsExactly(4);
    }

    @Test
    void replacesWhatOthersHavePutThere() throws IOException {
        write("a.json", new byte[] {1});
        TestContent.put(bucket.resolve("p/a.json"), new byte[] {1});

        assertThat(upload.mirror(run).uploaded()).hasSize(1);
    }

    @Test
    void partitionsARunThatIsNot() throws IOException {
        write("rates/rates_final.parquet", new byte[] {1});
        write("processing_statistics.json", new byte[] {2});
        Files.setLastModifiedTime(
                run.resolve("processing_statistics.json"), FileTime.from(Instant.parse("2025-01-29T14:30:22Z")));

        upload.partition(run, new Partition("a", LocalDate.of(2025, 1, 29)));

        assertThat(TestContent.keys(bucket))
                .containsExactly(
                        "p/processing_statistics/2025-01-29/processing_statistics_1738161022.json",
                        "p/rates/payer=a/date=2025-01-29/rates_final.parquet");
        assertThat(upload.partition(run, new Partition("a", LocalDate.of(2025, 1, 29)))
                        .uploaded())
                .isEmpty();
    }

    @Test
    void leavesOutWhatIsNotFinished() throws IOException {
        write(".lock", new byte[] {1});
        write("rates/.rates_batch_002.parquet.part", new byte[] {1});
        write(".work/a.json", new byte[] {1});
        write("a.tmp", new byte[] {1});
        write("b.part", new byte[] {1});
        write("c.json", new byte[] {1});

        upload.mirror(run);

        assertThat(TestContent.keys(bucket)).containsExactly("p/c.json");
    }

    @Test
    void sendsLastWhatSaysThatTheRestIsThere() throws IOException {
        write("manifest.jsonl", new byte[] {1});
        write("rates/big.parquet", TestContent.bytes((8 << 20) + 1));
        write("z.json", new byte[] {1});

        upload.mirror(run);

        List<String> puts = proxy.heads().stream().filter(request("PUT", "")).toList();
        assertThat(puts.get(puts.size() - 1)).contains("/p/manifest.jsonl");
    }

    @Test
    void stopsAtAFailureAndGoesOnLater() throws IOException {
        write("a.json", new byte[] {1});
        write("b.json", new byte[] {2});
        write("manifest.jsonl", new byte[] {3});
        proxy.spoil(1, request("PUT", "b.json"), FaultyProxy.error(403, "AccessDenied"));

        assertThatThrownBy(() -> upload.mirror(run))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("allow s3:PutObject");
        assertThat(TestContent.keys(bucket)).doesNotContain("p/b.json", "p/manifest.jsonl");

        upload.mirror(run);
        assertThat(TestContent.keys(bucket)).containsExactly("p/a.json", "p/b.json", "p/manifest.jsonl");
    }

    @Test
    void aFileThatChangesMeanwhileIsAnError() throws IOException {
        write("a.json", new byte[] {1});
        proxy.spoil(1, request("HEAD", "a.json"), FaultyProxy.after(() -> write("a.json", new byte[] {2})));

        assertThatThrownBy(() -> upload.mirror(run))
                .isInstanceOf(IOException.class)
                .hasMessageEndingWith("a.json changed while it was uploaded; upload the run again once it has ended");
        assertThat(TestContent.keys(bucket)).isEmpty();
    }

    @Test
    void aFolderThatIsNotThereIsAnError() {
        assertThatThrownBy(() -> upload.mirror(run.resolve("none")))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessageContaining("none");
    }

    private void write(String name, byte[] content) {
        try {
            Files.createDirectories(run.resolve(name).getParent());
            Files.write(run.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
