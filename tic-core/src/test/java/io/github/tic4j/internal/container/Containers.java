package io.github.tic4j.internal.container;

import static io.github.tic4j.internal.inflate.Samples.concat;
import static io.github.tic4j.internal.inflate.Samples.littleEndian;

import io.github.tic4j.internal.inflate.Samples;
import io.github.tic4j.mrf.Strictness;
import io.github.tic4j.source.Source;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/** Sources in memory, and what a reader makes of them. */
final class Containers {

    static final ContainerOptions LENIENT = ContainerOptions.defaults();
    static final ContainerOptions STRICT = ContainerOptions.of(Strictness.STRICT, null);

    private Containers() {}

    /** A source that gives at most so many bytes at a time. */
    static class Bytes implements Source {

        private final String name;
        private final byte[] data;
        private final int most;

        Bytes(String name, byte[] data, int most) {
            this.name = name;
            this.data = data;
            this.most = most;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public InputStream open() throws IOException {
            return Samples.trickle(data, most);
        }
    }

    /** A document with all of its content. */
    record Found(String name, List<String> chain, String text) {}

    static List<Found> documents(String name, byte[] data) throws IOException {
        return documents(new Bytes(name, data, Integer.MAX_VALUE), LENIENT, new ArrayList<>());
    }

    /** Reads everything; what was found before an error stands in {@code found} even so. */
    static List<Found> documents(Source source, ContainerOptions options, List<Found> found) throws IOException {
        try (ContainerReader reader = ContainerReader.open(source, options)) {
            for (Document document = reader.next(); document != null; document = reader.next()) {
                byte[] content = document.stream().readAllBytes();
                found.add(new Found(document.name(), document.chain(), new String(content, StandardCharsets.UTF_8)));
            }
        }
        return found;
    }

    static List<ContainerNote> notes(byte[] data) throws IOException {
        try (ContainerReader reader = ContainerReader.open(new Bytes("x", data, 4096), LENIENT)) {
            while (reader.next() != null) {
                // The notes are what is wanted.
            }
            return reader.notes();
        }
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A zip archive written by hand, so that every oddity can be written. */
    static final class Zip {

        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private final ByteArrayOutputStream directory = new ByteArrayOutputStream();
        private int members;

        /** Adds a member whose sizes stand before it. */
        Zip add(String name, int method, byte[] data, byte[] packed) {
            return member(name, method, 0, crc(data), packed.length, data.length, new byte[0], packed);
        }

        Zip stored(String name, byte[] data) {
            return add(name, 0, data, data);
        }

        Zip deflated(String name, byte[] data) {
            return add(name, 8, data, Samples.deflate(data, 6, 0));
        }

        /** Adds a member with its sizes behind it: with or without signature, of four bytes or eight. */
        Zip described(String name, int method, byte[] data, byte[] packed, boolean signature, boolean wide) {
            member(name, method, 8, 0, 0, 0, new byte[0], packed);
            raw(signature ? littleEndian(0x08074b50) : new byte[0]);
            raw(littleEndian(crc(data)));
            raw(littleEndian(packed.length));
            raw(wide ? new byte[4] : new byte[0]);
            raw(littleEndian(data.length));
            return raw(wide ? new byte[4] : new byte[0]);
        }

        /** Adds a member by all that its header says. */
        Zip member(
                String name, int method, int flags, long crc, long packedSize, long size, byte[] extra, byte[] packed) {
            byte[] fields = concat(
                    two(20),
                    two(flags),
                    two(method),
                    two(0),
                    two(0),
                    littleEndian(crc),
                    littleEndian(packedSize),
                    littleEndian(size),
                    two(utf8(name).length),
                    two(extra.length));
            directory.writeBytes(concat(littleEndian(0x02014b50), two(20), fields, new byte[14], utf8(name), extra));
            members++;
            return raw(concat(littleEndian(0x04034b50), fields, utf8(name), extra, packed));
        }

        Zip raw(byte[] bytes) {
            out.writeBytes(bytes);
            return this;
        }

        byte[] members() {
            return out.toByteArray();
        }

        byte[] bytes() {
            return bytes(new byte[0], "");
        }

        /** The archive, with records between the directory's entries and its end, and a comment. */
        byte[] bytes(byte[] records, String comment) {
            byte[] end = concat(
                    littleEndian(0x06054b50),
                    two(0),
                    two(0),
                    two(members),
                    two(members),
                    littleEndian(directory.size()),
                    littleEndian(out.size()),
                    two(comment.length()),
                    utf8(comment));
            return concat(out.toByteArray(), directory.toByteArray(), records, end);
        }

        static byte[] two(int value) {
            return new byte[] {(byte) value, (byte) (value >> 8)};
        }

        static long crc(byte[] data) {
            CRC32 crc = new CRC32();
            crc.update(data);
            return crc.getValue();
        }
    }

    /** Makes a compressing stream around another. */
    interface Packer {
        OutputStream around(OutputStream out) throws IOException;
    }

    static byte[] packed(byte[] data, Packer packer) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream packing = packer.around(out)) {
            packing.write(data);
        }
        return out.toByteArray();
    }
}
