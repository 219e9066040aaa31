package io.github.tic4j.s3;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How an object is written.
 *
 * @param existing what happens where an object is there already
 * @param checksum what the store verifies the content against
 * @param encryption whose keys encrypt it at rest
 * @param kmsKeyId the key of the key management service, or {@code null} for the account's default key or without KMS
 * @param storageClass the name of the storage class, or {@code null} for the store's default
 * @param contentType the media type, or {@code null} for the store's default
 * @param metadata user metadata, names without the {@code x-amz-meta-} prefix
 * @param tags object tags, at most ten
 * @param partSize the bytes of the first parts
 * @param parallelism the parts that are sent at a time
 */
public record S3WriteOptions(
        Existing existing,
        S3Checksum checksum,
        Encryption encryption,
        @Nullable String kmsKeyId,
        @Nullable String storageClass,
        @Nullable String contentType,
        Map<String, String> metadata,
        Map<String, String> tags,
        long partSize,
        int parallelism) {

    private static final long SMALLEST_PART = 5 << 20;
    private static final long LARGEST_FIRST_PART = 1 << 30;
    private static final int MOST_PARALLEL = 11;
    private static final int MOST_TAGS = 10;
    private static final int LONGEST_TAG_KEY = 128;
    private static final int LONGEST_TAG_VALUE = 256;

    /** What happens where an object is there already. */
    public enum Existing {
        /** The new object takes its place once it is complete. */
        REPLACE,
        /** Completing fails with a {@link java.nio.file.FileAlreadyExistsException}, also when two writers race. */
        REFUSE
    }

    /** Whose keys encrypt an object at rest. */
    public enum Encryption {
        /** What the bucket is set to. */
        BUCKET_DEFAULT,
        /** The store's own (SSE-S3). */
        STORE_KEYS,
        /** A key of the key management service (SSE-KMS). Writer and readers need permissions on it. */
        KMS
    }

    /** Checks limits and copies the maps. */
    public S3WriteOptions {
        require(partSize >= SMALLEST_PART && partSize <= LARGEST_FIRST_PART, "partSize is from 5 MiB to 1 GiB");
        require(parallelism >= 1 && parallelism <= MOST_PARALLEL, "parallelism is from 1 to " + MOST_PARALLEL);
        require(tags.size() <= MOST_TAGS, "An object has at most " + MOST_TAGS + " tags");
        tags.forEach((key, value) -> require(
                !key.isEmpty() && key.length() <= LONGEST_TAG_KEY && value.length() <= LONGEST_TAG_VALUE,
                "A tag has a key of 1 to 128 and a value of up to 256 characters: " + key));
        require(kmsKeyId == null || encryption == Encryption.KMS, "A KMS key needs encryption with KMS");
        metadata = Map.copyOf(metadata);
        tags = Map.copyOf(tags);
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }

    /** Replaces, verifies by CRC-32C, leaves encryption and storage class to the bucket, sends seven parts of 5 MiB at a time. */
    public static S3WriteOptions defaults() {
        return builder().build();
    }

    /** Starts from {@link #defaults()}. */
    public static Builder builder() {
        return new Builder();
    }

    /** Starts from these options. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.existing = existing;
        builder.checksum = checksum;
        builder.encryption = encryption;
        builder.kmsKeyId = kmsKeyId;
        builder.storageClass = storageClass;
        builder.contentType = contentType;
        builder.metadata.putAll(metadata);
        builder.tags.putAll(tags);
        builder.partSize = partSize;
        builder.parallelism = parallelism;
        return builder;
    }

    /** Collects options; a later call replaces an earlier one. */
    public static final class Builder {
        private Existing existing = Existing.REPLACE;
        private S3Checksum checksum = S3Checksum.CRC32C;
        private Encryption encryption = Encryption.BUCKET_DEFAULT;
        private @Nullable String kmsKeyId;
        private @Nullable String storageClass;
        private @Nullable String contentType;
        private final Map<String, String> metadata = new TreeMap<>();
        private final Map<String, String> tags = new TreeMap<>();
        private long partSize = SMALLEST_PART;
        private int parallelism = 7;

        private Builder() {}

        /** What happens where an object is there already; replaced by default. */
        public Builder existing(Existing existing) {
            this.existing = existing;
            return this;
        }

        /** What the store verifies the content against; CRC-32C by default. */
        public Builder checksum(S3Checksum checksum) {
            this.checksum = checksum;
            return this;
        }

        /** Encrypted at rest with keys that the store keeps. */
        public Builder encryptWithStoreKeys() {
            this.encryption = Encryption.STORE_KEYS;
            this.kmsKeyId = null;
            return this;
        }

        /**
         * Encrypted at rest with a key of the key management service.
         *
         * @param kmsKeyId the key's id, ARN or alias, or {@code null} for the account's default key
         */
        public Builder encryptWithKms(@Nullable String kmsKeyId) {
            this.encryption = Encryption.KMS;
            this.kmsKeyId = kmsKeyId;
            return this;
        }

        /** The storage class, for instance {@code STANDARD_IA} or {@code INTELLIGENT_TIERING}. */
        public Builder storageClass(String storageClass) {
            this.storageClass = storageClass;
            return this;
        }

        /** The media type that readers are told. */
        public Builder contentType(String contentType) {
            this.contentType = contentType;
            return this;
        }

        /** One more piece of user metadata. */
        public Builder metadata(String name, String value) {
            metadata.put(name, value);
            return this;
        }

        /** One more tag. Needs the permission {@code s3:PutObjectTagging}. */
        public Builder tag(String key, String value) {
            tags.put(key, value);
            return this;
        }

        /**
         * The bytes of each of the first 3,500 parts; 5 MiB by default. Larger parts save requests; they wait in
         * temporary files instead of memory.
         */
        public Builder partSize(long bytes) {
            this.partSize = bytes;
            return this;
        }

        /**
         * The parts that are sent at a time, 7 by default. An upload holds at most one part more than this in memory,
         * each of 5 MiB.
         */
        public Builder parallelism(int parts) {
            this.parallelism = parts;
            return this;
        }

        /**
         * The options.
         *
         * @throws IllegalArgumentException if one is outside its limits, which the message names
         */
        public S3WriteOptions build() {
            return new S3WriteOptions(
                    existing,
                    checksum,
                    encryption,
                    kmsKeyId,
                    storageClass,
                    contentType,
                    metadata,
                    tags,
                    partSize,
                    parallelism);
        }
    }
}
