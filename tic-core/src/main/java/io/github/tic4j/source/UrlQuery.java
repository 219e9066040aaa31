package io.github.tic4j.source;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The query of a URL: what of it signs the link, and what of it names the file. */
final class UrlQuery {

    /** A query with one of these signs its link. */
    private static final Set<String> SIGNATURES = Set.of("sig", "signature", "x-amz-signature", "x-goog-signature");

    /** The parameters of Azure's shared access signatures, CloudFront and the older S3, all in lower case. */
    private static final Set<String> SIGNING = Set.of(
            "sv",
            "ss",
            "srt",
            "sp",
            "se",
            "st",
            "spr",
            "sig",
            "sr",
            "sip",
            "si",
            "skoid",
            "sktid",
            "skt",
            "ske",
            "sks",
            "skv",
            "sdd",
            "saoid",
            "suoid",
            "scid",
            "ses",
            "rscc",
            "rscd",
            "rsce",
            "rscl",
            "rsct",
            "expires",
            "signature",
            "policy",
            "key-pair-id",
            "awsaccesskeyid",
            "googleaccessid");

    private static final List<String> SIGNING_PREFIXES = List.of("x-amz-", "x-goog-");
    private static final Pattern POLICY_END = Pattern.compile("\"AWS:EpochTime\"\\s*:\\s*(\\d{1,12})");
    private static final DateTimeFormatter BASIC = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT);
    private static final int HASH_BYTES = 8;
    private static final int DATE_LENGTH = "2026-01-01".length();

    /** Decoded values by name in lower case. */
    private final TreeMap<String, String> parameters = new TreeMap<>();

    private UrlQuery() {}

    static UrlQuery of(URI uri) {
        UrlQuery query = new UrlQuery();
        if (uri.getRawQuery() != null) {
            for (String pair : uri.getRawQuery().split("&")) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                if (!pair.isEmpty()) {
                    query.parameters.merge(
                            UrlRepair.decode(name).toLowerCase(Locale.ROOT),
                            UrlRepair.decode(value),
                            (a, b) -> a + "&" + b);
                }
            }
        }
        return query;
    }

    boolean isSigned() {
        return parameters.keySet().stream().anyMatch(SIGNATURES::contains);
    }

    /** {@code ?} and a hash of what the query says about the file, or nothing where it only signs. */
    String meaning() {
        TreeMap<String, String> rest = new TreeMap<>(parameters);
        if (isSigned()) {
            rest.keySet().removeIf(UrlQuery::signs);
        }
        if (rest.isEmpty()) {
            return "";
        }
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(rest.toString().getBytes(StandardCharsets.UTF_8));
            return "?" + HexFormat.of().formatHex(hash, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    Optional<Instant> expiresAt() {
        try {
            return Optional.ofNullable(end());
        } catch (DateTimeException | IllegalArgumentException | ArithmeticException e) {
            // A parameter of that name with another meaning.
            return Optional.empty();
        }
    }

    private static boolean signs(String name) {
        return SIGNING.contains(name) || SIGNING_PREFIXES.stream().anyMatch(name::startsWith);
    }

    private @Nullable Instant end() {
        String date = parameters.get("se");
        if (date != null) {
            return date.length() == DATE_LENGTH
                    ? LocalDate.parse(date).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(date).toInstant();
        }
        String seconds = parameters.get("expires");
        if (seconds != null) {
            return Instant.ofEpochSecond(Long.parseLong(seconds));
        }
        String policy = parameters.get("policy");
        if (policy != null) {
            return policyEnd(policy);
        }
        Instant amazon = lifetime("x-amz-");
        return amazon != null ? amazon : lifetime("x-goog-");
    }

    /** The end in the policy document of a CloudFront link, whose Base64 spells three characters in a way of its own. */
    private static @Nullable Instant policyEnd(String policy) {
        String base64 = policy.replace('-', '+').replace('_', '=').replace('~', '/');
        Matcher end = POLICY_END.matcher(new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8));
        return end.find() ? Instant.ofEpochSecond(Long.parseLong(end.group(1))) : null;
    }

    private @Nullable Instant lifetime(String prefix) {
        String start = parameters.get(prefix + "date");
        String seconds = parameters.get(prefix + "expires");
        if (start == null || seconds == null) {
            return null;
        }
        return LocalDateTime.parse(start, BASIC)
                .toInstant(ZoneOffset.UTC)
                .plus(Duration.ofSeconds(Long.parseLong(seconds)));
    }
}
