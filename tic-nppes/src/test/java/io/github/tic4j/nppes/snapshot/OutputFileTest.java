package io.github.tic4j.nppes.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFileTest {

    @TempDir
    private Path folder;

    @Test
    void saysWhatItWroteHoweverLarge() throws IOException {
        Path path = folder.resolve("large.bin");
        byte[] noise = new byte[999_983];
        new Random(1).nextBytes(noise);
        CRC32C checksum = new CRC32C();
        Manifest.File file;
        try (OutputFile out = new OutputFile(path)) {
            // Enough for the disk to be at work before the end.
            for (int i = 0; i < 150; i++) {
                out.write(noise, 0, noise.length);
                checksum.update(noise);
            }
            file = out.finish();
        }

        assertThat(file)
                .isEqualTo(new Manifest.File("large.bin", 150L * noise.length, Manifest.hex(checksum.getValue())));
        assertThat(path).hasSize(file.bytes());
        assertThat(MappedFile.open(folder, file, Verification.FULL).whole().getLong(noise.length))
                .isEqualTo(ByteBuffer.wrap(noise).order(ByteOrder.LITTLE_ENDIAN).getLong(0));
    }

    @Test
    void anythingThatIsThereAlreadyIsLeftAlone() throws IOException {
        Path path = Files.writeString(folder.resolve("there"), "x");

        assertThatThrownBy(() -> new OutputFile(path))
                .isInstanceOf(FileAlreadyExistsException.class)
                .hasMessageContaining("there");
        assertThat(path).hasContent("x");
    }

    @Test
    void mayBeGivenUpAtAnyPoint() throws IOException {
        Path path = folder.resolve("given-up");
        OutputFile out = new OutputFile(path);
        out.write(new byte[100_000_000], 0, 100_000_000);
        out.close();
        out.close();

        Files.delete(path);
        assertThat(folder).isEmptyDirectory();
    }
}
