package io.github.tic4j.internal.container;

import static io.github.tic4j.internal.container.Containers.documents;
import static io.github.tic4j.internal.container.Containers.notes;
import static io.github.tic4j.internal.container.Containers.utf8;
import static io.github.tic4j.internal.inflate.Samples.concat;
import static io.github.tic4j.internal.inflate.Samples.deflate;
import static io.github.tic4j.internal.inflate.Samples.littleEndian;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tic4j.internal.container.ContainerNote.Kind;
import io.github.tic4j.internal.container.Containers.Bytes;
import io.github.tic4j.internal.container.Containers.Found;
import io.github.tic4j.internal.container.Containers.Zip;
import io.github.tic4j.internal.inflate.Samples;
import io.github.tic4j.source.ContentException;
import io.github.tic4j.source.MalformedContentException;
import io.github.tic4j.source.TruncatedContentException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZipArchiveTest {

    private static final String JSON = "{\"in_network\":[1,2,3]}";
    private static final byte[] PLAIN = utf8(JSON);
    private static final byte[] PACKED = deflate(PLAIN, 6, 0);

    @Test
    void readsWhatThePlatformWrites() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setComment("a comment");
            for (int i = 0; i < 1500; i++) {
                zip.putNextEntry(new ZipEntry("part" + i + ".json"));
                zip.write(PLAIN);
            }
        }
        List<Found> found = documents("x.zip", out.toByteArray());
        assertThat(found).hasSize(1500).extracting(Found::text).containsOnly(JSON);
        assertThat(found.get(7).name()).isEqualTo("x.zip!/part7.json");
    }

    @Test
    void readsZip64AsAnotherLibraryWritesIt() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(out)) {
            zip.setUseZip64(Zip64Mode.Always);
            for (String name : List.of("a", "b")) {
                zip.putArchiveEntry(new ZipArchiveEntry(name));
                zip.write(PLAIN);
                zip.closeArchiveEntry();
            }
        }
        assertThat(documents("x", out.toByteArray())).extracting(Found::text).containsExactly(JSON, JSON);
        assertThat(notes(out.toByteArray())).isEmpty();
    }

    @Test
    void readsZip64WrittenByHand() throws IOException {
        byte[] other = concat(Zip.two(0x5455), Zip.two(3), new byte[3]);
        byte[] sizes = concat(Zip.two(1), Zip.two(16), wide(PLAIN.length), wide(PACKED.length));
        byte[] end64 = concat(littleEndian(0x06064b50), wide(44), new byte[44]);
        byte[] locator = concat(littleEndian(0x07064b50), new byte[16]);
        byte[] archive = new Zip()
                .member("a", 8, 0, Zip.crc(PLAIN), -1, -1, concat(other, sizes), PACKED)
                .bytes(concat(end64, locator), "");
        assertThat(documents("x", archive)).containsExactly(new Found("x!/a", List.of("zip"), JSON));
        assertThat(notes(archive)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"true,true", "true,false", "false,true", "false,false"})
    void readsEveryFormOfDataDescriptor(boolean signature, boolean wide) throws IOException {
        byte[] archive = new Zip()
                .described("empty", 8, new byte[0], deflate(new byte[0], 6, 0), signature, wide)
                .described("a", 8, PLAIN, PACKED, signature, wide)
                .described("b", 8, PLAIN, PACKED, signature, wide)
                .bytes();
        assertThat(documents("x", archive)).extracting(Found::text).containsExactly(JSON, JSON);
        assertThat(notes(archive)).extracting(ContainerNote::kind).containsExactly(Kind.SKIPPED_MEMBER);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void findsTheEndOfAStoredMemberOfUnknownSize(boolean wide) throws IOException {
        byte[] inner = new Zip().described("in", 0, PLAIN, PLAIN, true, wide).bytes();
        byte[] archive = new Zip().described("zip", 0, inner, inner, true, wide).bytes();
        assertThat(documents("x", archive)).containsExactly(new Found("x!/zip!/in", List.of("zip", "zip"), JSON));
        assertThat(notes(archive)).isEmpty();
    }

    @Test
    void aStoredMemberWhoseEndCannotBeFoundIsTruncated() {
        byte[] archive = new Zip().described("a", 0, PLAIN, PLAIN, false, false).bytes();
        assertFails(
                archive, TruncatedContentException.class, "within a stored member whose data descriptor has not come");
    }

    @Test
    void skipsWhatHoldsNoJson() throws IOException {
        byte[] appleDouble = {0, 5, 0x16, 7, 0, 2, 0, 0};
        byte[] archive = new Zip()
                .stored("folder/", new byte[0])
                .stored("data_$folder$", new byte[0])
                .stored("__MACOSX/._a.json", PLAIN)
                .stored("._b.json", appleDouble)
                .deflated("log.txt", utf8("validator: all fine"))
                .deflated("folder/a.json", PLAIN)
                .bytes();
        assertThat(documents("x", archive)).extracting(Found::name).containsExactly("x!/folder/a.json");
        assertThat(notes(archive))
                .extracting(ContainerNote::message)
                .containsExactly(
                        "x!/data_$folder$: Content is not JSON; it is empty",
                        "x!/__MACOSX/._a.json: Content belongs to the shadow folder of macOS",
                        "x!/._b.json: Content is not JSON; it is binary data of no known format",
                        "x!/log.txt: Content is not JSON; it is some other text");
    }

    @Test
    void anArchiveWithoutJsonIsAnError() {
        assertFails(
                new Zip().bytes(), MalformedContentException.class, "No JSON document in the archive in x (byte 22)");
        byte[] archive = new Zip().stored("a", utf8("<html>")).bytes();
        assertFails(archive, MalformedContentException.class, "No JSON document in the archive");
    }

    @Test
    void aWrongChecksumIsNotedOrRaisedBehindTheContent() throws IOException {
        byte[] archive = new Zip()
                .member("a", 8, 0, 0x1234, PACKED.length, PLAIN.length, new byte[0], PACKED)
                .stored("b", PLAIN)
                .bytes();
        assertThat(documents("x", archive)).extracting(Found::text).containsExactly(JSON, JSON);
        String message =
                "zip member a has CRC-32 " + String.format("%08x", Zip.crc(PLAIN)) + " where 00001234 is stated";
        assertThat(notes(archive)).containsExactly(new ContainerNote(Kind.WRONG_CHECKSUM, message, 31 + PACKED.length));
        assertFailsIfStrict(archive, message);
    }

    @ParameterizedTest
    @CsvSource({"0,1", "1,0", "5,0"})
    void wrongSizesAreNotedOrRaised(int packedMore, int more) throws IOException {
        byte[] packed = Arrays.copyOf(PACKED, PACKED.length + packedMore);
        byte[] archive = new Zip()
                .member("a", 8, 0, Zip.crc(PLAIN), packed.length, PLAIN.length + more, new byte[0], packed)
                .stored("b", PLAIN)
                .bytes();
        assertThat(documents("x", archive)).extracting(Found::text).containsExactly(JSON, JSON);
        assertThat(notes(archive)).extracting(ContainerNote::kind).containsExactly(Kind.WRONG_SIZE);
        assertFailsIfStrict(archive, "zip member a does not have the size stated; it has 22 bytes");
    }

    @Test
    void aDescriptorWithWrongSizesIsNotedOrRaised() throws IOException {
        byte[] descriptor =
                concat(littleEndian(0x08074b50), littleEndian(Zip.crc(PLAIN)), littleEndian(1), littleEndian(2));
        byte[] archive = new Zip()
                .member("a", 8, 8, 0, 0, 0, new byte[0], concat(PACKED, descriptor))
                .bytes();
        assertThat(documents("x", archive)).extracting(Found::text).containsExactly(JSON);
        assertThat(notes(archive)).extracting(ContainerNote::kind).containsExactly(Kind.WRONG_SIZE);
        assertFailsIfStrict(archive, "zip member a does not have the size stated");
    }

    @Test
    void aDirectoryThatListsSomethingElseIsNotedOrRaised() throws IOException {
        byte[] archive = concat(
                new Zip().stored("a", PLAIN).members(),
                new Zip().stored("b", PLAIN).stored("c", PLAIN).bytes());
        assertThat(notes(archive))
                .extracting(ContainerNote::message)
                .containsExactly("zip archive lists 2 members and holds 3");
        assertFailsIfStrict(archive, "zip archive lists 2 members and holds 3");
    }

    @Test
    void trailingBytesAreNotedOrRaisedUnlessBlank() throws IOException {
        byte[] archive = new Zip().stored("a", PLAIN).bytes(new byte[0], "a comment");
        assertThat(notes(concat(archive, utf8("\r\n\0 ")))).isEmpty();
        byte[] longer = concat(archive, utf8("rubbish"));
        String message = "zip archive is followed by 7 bytes from byte " + archive.length;
        assertThat(notes(longer)).containsExactly(new ContainerNote(Kind.TRAILING_BYTES, message, longer.length));
        assertFailsIfStrict(longer, message);
    }

    @Test
    void readsAnArchiveWithASplitMark() throws IOException {
        byte[] archive =
                concat(littleEndian(0x08074b50), new Zip().stored("a", PLAIN).bytes());
        assertThat(documents("x", archive)).hasSize(1);
    }

    @Test
    void encryptedMembersAreAnError() {
        byte[] archive =
                new Zip().member("a", 8, 1, 0, 9, 9, new byte[0], new byte[9]).bytes();
        assertFails(archive, MalformedContentException.class, "zip member a is encrypted");
    }

    @Test
    void unknownMethodsAreAnErrorThatNamesThem() {
        byte[] archive = new Zip().add("a", 14, PLAIN, PACKED).bytes();
        assertFails(
                archive,
                MalformedContentException.class,
                "zip member a has compression method 14, which is not supported");
    }

    @Test
    void unknownSizesNeedAMethodThatKnowsItsEnd() {
        byte[] archive = new Zip().described("a", 9, PLAIN, PACKED, true, false).bytes();
        assertFails(
                archive,
                MalformedContentException.class,
                "zip member a is compressed with Deflate64 and does not say its size");
    }

    @Test
    void damagedMembersAreAnErrorAtTheirPlace() {
        byte[] packed = PACKED.clone();
        packed[0] |= 6;
        byte[] archive =
                new Zip().stored("good", PLAIN).add("bad", 8, PLAIN, packed).bytes();
        List<Found> found = new ArrayList<>();
        assertThatThrownBy(() -> documents(new Bytes("x", archive, 9), Containers.LENIENT, found))
                .isInstanceOf(MalformedContentException.class)
                .hasMessageContaining("DEFLATE stream is damaged: unknown kind of block in x (byte ");
        assertThat(found).hasSize(1);
    }

    @Test
    void rubbishBetweenMembersIsAnError() {
        byte[] archive = new Zip().stored("a", PLAIN).raw(utf8("rubbish")).bytes();
        assertFails(
                archive,
                MalformedContentException.class,
                "neither a member nor a part of its directory here: 62627572");
    }

    @Test
    void everyTruncationIsAnErrorAfterEverythingComplete() {
        byte[] one = new Zip().described("a", 8, PLAIN, PACKED, true, false).members();
        byte[] archive = new Zip()
                .described("a", 8, PLAIN, PACKED, true, false)
                .stored("b", PLAIN)
                .bytes(concat(littleEndian(0x05054b50), Zip.two(2), new byte[2]), "comment");
        for (int length = 1; length < archive.length; length++) {
            Bytes cut = new Bytes("x", Arrays.copyOf(archive, length), 100);
            List<Found> found = new ArrayList<>();
            assertThatThrownBy(() -> documents(cut, Containers.LENIENT, found))
                    .as("cut at %d", length)
                    .isInstanceOf(TruncatedContentException.class)
                    .hasMessageContaining("in x (byte " + length + ")");
            assertThat(found).hasSizeGreaterThanOrEqualTo(length <= one.length + 1 ? 0 : 1);
        }
    }

    @Test
    void aBitFlipIsAnErrorOrANoteOrHarmless() throws IOException {
        byte[] archive = new Zip()
                .deflated("a", PLAIN)
                .described("b", 8, PLAIN, PACKED, true, false)
                .bytes();
        int fine = 0;
        for (int bit = 0; bit < archive.length * 8; bit++) {
            byte[] flipped = archive.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            try {
                List<Found> found = documents(new Bytes("x", flipped, 1000), Containers.STRICT, new ArrayList<>());
                assertThat(found).as("bit %d", bit).extracting(Found::text).containsOnly(JSON);
                fine++;
            } catch (ContentException e) {
                assertThat(e).hasMessageContaining(" in x");
            }
        }
        // Names, dates, versions and most of the directory mean nothing to the content.
        assertThat(fine).isBetween(archive.length, archive.length * 7);
    }

    @Test
    void namesInAnyEncodingStayDistinct() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out, java.nio.charset.StandardCharsets.ISO_8859_1)) {
            for (String name : List.of("pr\u00e9.json", "pr\u00e8.json")) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(PLAIN);
            }
        }
        assertThat(documents("x", out.toByteArray()))
                .extracting(Found::name)
                .containsExactly("x!/pr\u00e9.json", "x!/pr\u00e8.json");
    }

    @Test
    void largeMembersAreReadInLargePieces() throws IOException {
        byte[] large = concat(utf8("["), Samples.prices(2_000_000, 1));
        byte[] archive = new Zip()
                .deflated("a", large)
                .stored("b", large)
                .described("c", 0, large, large, true, false)
                .bytes();
        List<Integer> pieces = new ArrayList<>();
        byte[] buffer = new byte[1 << 18];
        try (ContainerReader reader = ContainerReader.open(new Bytes("x", archive, 1 << 16), Containers.LENIENT)) {
            for (Document document = reader.next(); document != null; document = reader.next()) {
                int total = 0;
                int reads = 0;
                for (int count = 0; count >= 0; count = document.stream().read(buffer)) {
                    total += count;
                    reads++;
                }
                assertThat(total).isEqualTo(large.length);
                pieces.add(total / reads);
            }
        }
        // A stored member of unknown size is searched for its end, from one P to the next.
        assertThat(pieces.subList(0, 2)).allMatch(size -> size > 50_000);
        assertThat(pieces.get(2)).isGreaterThan(50);
    }

    private static byte[] wide(long value) {
        return concat(littleEndian(value), littleEndian(value >> 32));
    }

    private static void assertFails(byte[] archive, Class<? extends ContentException> type, String message) {
        assertThatThrownBy(() -> documents("x", archive)).isInstanceOf(type).hasMessageContaining(message);
    }

    private static void assertFailsIfStrict(byte[] archive, String message) {
        assertThatThrownBy(() -> documents(new Bytes("x", archive, 1000), Containers.STRICT, new ArrayList<>()))
                .isInstanceOf(MalformedContentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void namesAreMadeReadable() throws IOException {
        String name = "a\n\u001bb" + "x".repeat(60_000);
        assertThat(documents("x", new Zip().stored(name, PLAIN).bytes()))
                .extracting(Found::name)
                .containsExactly("x!/a??b" + "x".repeat(246) + "...");
    }

    @Test
    void impossibleSizesInTheDirectoryEndTheReading() {
        byte[] negative = concat(littleEndian(0x06064b50), wide(-12), new byte[44]);
        assertFails(
                new Zip().stored("a", PLAIN).bytes(negative, ""),
                MalformedContentException.class,
                "zip archive's directory states an impossible size in x (byte ");
        byte[] endless = concat(littleEndian(0x06064b50), wide(Long.MAX_VALUE), new byte[44]);
        assertFails(
                new Zip().stored("a", PLAIN).bytes(endless, ""),
                TruncatedContentException.class,
                "zip archive ends within its directory");
    }
}
