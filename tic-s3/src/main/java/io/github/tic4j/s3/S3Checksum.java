package io.github.tic4j.s3;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.zip.CRC32C;

/** What the store verifies each part, and the whole object where it can, against. */
public enum S3Checksum {
    /** CRC-32C of each part and of the whole object: costs next to nothing. */
    CRC32C {
        @Override
        Running start() {
            return new Crc();
        }
    },
    /** SHA-256 of each part: costs up to a second of one core per gigabyte. */
    SHA256 {
        @Override
        Running start() {
            return new Sha();
        }
    },
    /** None beyond those of the transport: for stores that know none of the others. */
    NONE {
        @Override
        Running start() {
            return new Running() {
                @Override
                public void update(byte[] bytes, int offset, int length) {}

                @Override
                public String base64() {
                    return "";
                }
            };
        }
    };

    /** The checksum of a part, or of an object that is sent whole. */
    abstract Running start();

    /** The checksum of an object that is sent in parts, where stores verify one. */
    Running startWhole() {
        return (this == CRC32C ? CRC32C : NONE).start();
    }

    /** A checksum as it grows. */
    interface Running {
        /** Adds bytes. */
        void update(byte[] bytes, int offset, int length);

        /** The checksum of all bytes added, as headers carry it; ends the calculation. */
        String base64();
    }

    private static final class Crc implements Running {
        private final CRC32C crc = new CRC32C();

        @Override
        public void update(byte[] bytes, int offset, int length) {
            crc.update(bytes, offset, length);
        }

        @Override
        public String base64() {
            byte[] value = ByteBuffer.allocate(Integer.BYTES)
                    .putInt((int) crc.getValue())
                    .array();
            return Base64.getEncoder().encodeToString(value);
        }
    }

    private static final class Sha implements Running {
        private final MessageDigest digest;

        Sha() {
            try {
                digest = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java platform has SHA-256", e);
            }
        }

        @Override
        public void update(byte[] bytes, int offset, int length) {
            digest.update(bytes, offset, length);
        }

        @Override
        public String base64() {
            return Base64.getEncoder().encodeToString(digest.digest());
        }
    }
}
