package io.github.tic4j.table;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Identifiers by the rules of the original pipeline, so that tables join with data that it made: UUIDs of version 5 over a
 * namespace for each kind and the parts joined by {@code |}. They are not lossless: distinct prices can share a rate's UUID.
 */
public final class OriginalIds {

    /** Looking for the algorithm takes longer than hashing. */
    private static final ThreadLocal<MessageDigest> SHA_1 = ThreadLocal.withInitial(OriginalIds::newSha1);

    private static final UUID DNS = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");
    private static final UUID PAYERS = hash(DNS, "healthcare.payers");
    private static final UUID ORGANIZATIONS = hash(DNS, "healthcare.organizations");
    private static final UUID PROVIDERS = hash(DNS, "healthcare.providers");
    private static final UUID RATES = hash(DNS, "healthcare.rates");
    private static final int VERSION_5 = 0x5000;

    private OriginalIds() {}

    /** The UUID of a payer by its short name. */
    public static UUID payer(String name) {
        return hash(PAYERS, name + "|");
    }

    /** The UUID of an organisation; a name that is missing counts as the text None, as it did in the published data. */
    public static UUID organization(String tin, @Nullable String name) {
        return hash(ORGANIZATIONS, tin + "|" + orNone(name));
    }

    /** The UUID of a provider by its NPI. */
    public static UUID provider(String npi) {
        return hash(PROVIDERS, npi);
    }

    /**
     * The UUID of a rate for one organisation, or nothing if it has no code or no decimal price. The price counts with two
     * decimals, rounded as the original's binary floating point did.
     *
     * @param rate a row with the columns payer_uuid, billing_code, negotiated_rate and expiration_date
     */
    public static Optional<UUID> rate(Row rate, UUID organization) {
        Object code = rate.value("billing_code");
        if (code == null || !(rate.value("negotiated_rate") instanceof BigDecimal price)) {
            return Optional.empty();
        }
        BigDecimal rounded = new BigDecimal(price.doubleValue()).setScale(2, RoundingMode.HALF_EVEN);
        return Optional.of(hash(
                RATES,
                String.join(
                        "|",
                        orNone(rate.value("payer_uuid")),
                        organization.toString(),
                        code.toString(),
                        rounded.toPlainString(),
                        orNone(rate.value("expiration_date")))));
    }

    private static String orNone(@Nullable Object part) {
        return part == null ? "None" : part.toString();
    }

    private static UUID hash(UUID namespace, String name) {
        MessageDigest sha1 = SHA_1.get();
        sha1.update(ByteBuffer.allocate(16)
                .putLong(namespace.getMostSignificantBits())
                .putLong(namespace.getLeastSignificantBits())
                .array());
        ByteBuffer digest = ByteBuffer.wrap(sha1.digest(name.getBytes(StandardCharsets.UTF_8)));
        long high = (digest.getLong() & ~0xF000L) | VERSION_5;
        long low = (digest.getLong() & ~(0xC0L << 56)) | (0x80L << 56);
        return new UUID(high, low);
    }

    private static MessageDigest newSha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-1", e);
        }
    }
}
