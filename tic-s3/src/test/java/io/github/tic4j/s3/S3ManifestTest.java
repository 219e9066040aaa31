package io.github.tic4j.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tic4j.source.SourceUnreachableException;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class S3ManifestTest {

    private static final S3Store STORE = S3Server.store(S3Server.endpoint());
    private final S3Location bucket = S3Server.bucket();
    private final S3Manifest manifest = new S3Manifest(STORE, bucket.resolve("run"));

    @AfterAll
    static void close() {
        STORE.close();
    }

    @Test
    void holdsALineForEachCommittedTask() throws IOException {
        assertThat(manifest.committed()).isEmpty();

        assertThat(manifest.commit("file-2", "{\"rows\":2}")).isTrue();
        assertThat(manifest.commit("file-1", "{\"payer\":\"é\"}")).isTrue();

        assertThat(manifest.committed()).containsExactly("file-1", "file-2");
        assertThat(manifest.line("file-1")).isEqualTo("{\"payer\":\"é\"}");
        assertThat(TestContent.keys(bucket)).containsExactly("run/manifest/file-1.json", "run/manifest/file-2.json");
    }

    @Test
    void theFirstCommitStands() throws IOException {
        manifest.commit("task", "mine");

        assertThat(manifest.commit("task", "mine")).isTrue();
        assertThat(manifest.commit("task", "another's")).isFalse();
        assertThat(manifest.line("task")).isEqualTo("mine");
    }

    @Test
    void saysWhatItDoesNotHold() {
        assertThatThrownBy(() -> manifest.line("nothing"))
                .isInstanceOf(SourceUnreachableException.class)
                .hasMessageContaining("There is no such object");
        assertThatThrownBy(() -> manifest.commit("a/b", ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A task's name has letters, digits, dots, dashes and underscores: 'a/b'");
    }
}
