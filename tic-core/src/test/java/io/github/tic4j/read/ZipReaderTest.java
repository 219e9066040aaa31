package io.github.tic4j.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tic4j.source.MalformedContentException;
import io.github.tic4j.source.Sources;
import io.github.tic4j.source.TruncatedContentException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class ZipReaderTest {

    @Test
    void readsEachMemberInOrder() throws IOException {
        byte[] large = noise(3_000_000);
        byte[] zip = zip("folder/", text(""), "a.csv", text("x,y\n"), "b/large.bin", large, "empty", text(""));

        Map<String, byte[]> found = new LinkedHashMap<>();
        try (ZipReader reader = open(zip)) {
            for (ZipReader.Member member = reader.next(); member != null; member = reader.next()) {
                found.put(member.name(), member.content().readAllBytes());
            }
        }
        assertThat(found).containsOnlyKeys("a.csv", "b/large.bin", "empty");
        assertThat(found.get("a.csv")).isEqualTo(text("x,y\n"));
        assertThat(found.get("b/large.bin")).isEqualTo(large);
        assertThat(found.get("empty")).isEmpty();
    }

    @Test
    void stepsOverWhatIsLeftOfAMember() throws IOException {
        try (ZipReader reader = open(zip("large", noise(3_000_000), "unread", noise(10), "last", text("z")))) {
            ZipReader.Member large = reader.next();
            assertThat(large).isNotNull();
            assertThat(large.content().readNBytes(700_000)).hasSize(700_000);
            assertThat(reader.next()).extracting(ZipReader.Member::name).isEqualTo("unread");
            ZipReader.Member last = reader.next();
            assertThat(last).isNotNull();
            assertThat(last.content().readAllBytes()).isEqualTo(text("z"));
            assertThat(reader.next()).isNull();
        }
    }

    @Test
    void aMemberMayBeClosedHalfRead() throws IOException {
        try (ZipReader reader = open(zip("large", noise(3_000_000), "last", text("z")))) {
            ZipReader.Member large = reader.next();
            assertThat(large).isNotNull();
            try (InputStream content = large.content()) {
                assertThat(content.readNBytes(700_000)).hasSize(700_000);
            }
            ZipReader.Member last = reader.next();
            assertThat(last).isNotNull();
            assertThat(last.content().readAllBytes()).isEqualTo(text("z"));
        }
    }

    @Test
    void aMemberThatIsNotWhatItsChecksumSaysIsMalformed() throws IOException {
        byte[] zip = zip("a", text("first"), "b", text("second"));
        // The descriptor of the first member ends where the header of the second starts: 12 bytes from checksum to end.
        zip[new String(zip, StandardCharsets.ISO_8859_1).indexOf("b") - 30 - 12] ^= 1;

        try (ZipReader reader = open(zip)) {
            ZipReader.Member member = reader.next();
            assertThat(member).isNotNull();
            assertThatThrownBy(() -> member.content().readAllBytes())
                    .isInstanceOf(MalformedContentException.class)
                    .hasMessageContaining("zip member a has CRC-32")
                    .hasMessageContaining("test.zip");
            assertThatThrownBy(reader::next).hasMessageContaining("zip member a has CRC-32");
        }
    }

    @Test
    void aZipThatIsCutOffIsTruncated() throws IOException {
        byte[] zip = zip("a", noise(1_000_000));

        try (ZipReader reader = open(Arrays.copyOf(zip, zip.length / 2))) {
            ZipReader.Member member = reader.next();
            assertThat(member).isNotNull();
            assertThatThrownBy(() -> member.content().readAllBytes())
                    .isInstanceOf(TruncatedContentException.class)
                    .hasMessageContaining("ends too early");
        }
    }

    @Test
    void whatIsNotAZipIsMalformed() throws IOException {
        try (ZipReader reader = open(text("npi,name\n1234567893,X\n"))) {
            assertThatThrownBy(reader::next)
                    .isInstanceOf(MalformedContentException.class)
                    .hasMessageContaining("neither a member nor a part of its directory");
        }
    }

    @Test
    void closesItsSourceInTheMiddleOfAMember() throws IOException {
        AtomicBoolean closed = new AtomicBoolean();
        InputStream in = new ByteArrayInputStream(zip("a", noise(5_000_000))) {
            @Override
            public void close() {
                closed.set(true);
            }
        };
        try (ZipReader reader = ZipReader.open(Sources.once("test.zip", in))) {
            ZipReader.Member member = reader.next();
            assertThat(member).isNotNull();
            assertThat(member.content().readNBytes(600_000)).hasSize(600_000);
        }
        assertThat(closed).isTrue();
    }

    private static ZipReader open(byte[] zip) throws IOException {
        return ZipReader.open(Sources.once("test.zip", new ByteArrayInputStream(zip)));
    }

    private static byte[] zip(Object... namesAndContents) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                zip.putNextEntry(new ZipEntry((String) namesAndContents[i]));
                zip.write((byte[]) namesAndContents[i + 1]);
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] noise(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }
}
