package io.github.tic4j.s3;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A bucket with the key of an object or with a prefix of keys, written
 * {@code s3://bucket/key[?versionId=...][&requestPayer=requester]}. A prefix is empty or ends with a slash.
 *
 * @param bucket the bucket, or the alias of an access point
 * @param key the key or prefix, as it is: not percent-encoded, without the slash that parts it from the bucket
 * @param versionId the version to read, or {@code null} for the latest
 * @param requesterPays whether the caller agrees to pay for requests, which a requester-pays bucket demands
 */
public record S3Location(
        String bucket, String key, @Nullable String versionId, boolean requesterPays) {

    private static final int LONGEST_KEY = 1024;
    private static final String PARAMETER = "(?:versionId|requestPayer)=[^&?]*";
    private static final Pattern FORM = Pattern.compile(
            "s3://([^/?]+)(?:/(.*?))?(?:\\?(" + PARAMETER + "(?:&" + PARAMETER + ")*))?", Pattern.DOTALL);

    /** Checks the bucket's form and the key's length. */
    public S3Location {
        if (!bucket.matches("[A-Za-z0-9][A-Za-z0-9._-]+")) {
            throw new IllegalArgumentException(
                    bucket.contains("@")
                            ? "An s3:// address holds no credentials: give them by profile, environment or S3Options"
                            : "'" + bucket + "' is not the name of a bucket");
        }
        if (key.getBytes(StandardCharsets.UTF_8).length > LONGEST_KEY) {
            throw new IllegalArgumentException("A key has at most " + LONGEST_KEY + " bytes: " + key);
        }
    }

    /** The latest version of an object, or a prefix. */
    public static S3Location of(String bucket, String key) {
        return new S3Location(bucket, key, null, false);
    }

    /**
     * Reads the form that people type. The key is taken literally, as by other S3 tools: {@code %20} is three
     * characters.
     *
     * @throws IllegalArgumentException if the text has another form
     */
    public static S3Location parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("An S3 address has the form s3://bucket/key");
        }
        String key = form.group(2) == null ? "" : form.group(2);
        return withParameters(form.group(1), key, form.group(3));
    }

    /**
     * Reads a URI, whose path is percent-encoded by its own rules: {@code %20} is a space.
     *
     * @throws IllegalArgumentException if the URI has another form or an unknown parameter
     */
    public static S3Location of(URI uri) {
        String bucket = uri.getRawAuthority();
        if (!"s3".equalsIgnoreCase(uri.getScheme()) || bucket == null) {
            throw new IllegalArgumentException("An S3 address has the form s3://bucket/key");
        }
        if (uri.getRawFragment() != null) {
            throw new IllegalArgumentException("A # in the key of an s3:// URL is written %23");
        }
        String path = uri.getPath();
        return withParameters(bucket, path.isEmpty() ? "" : path.substring(1), uri.getQuery());
    }

    private static S3Location withParameters(String bucket, String key, @Nullable String query) {
        String versionId = null;
        boolean requesterPays = false;
        for (String parameter : query == null ? new String[0] : query.split("&")) {
            if (parameter.startsWith("versionId=")) {
                versionId = parameter.substring("versionId=".length());
            } else if (parameter.equals("requestPayer=requester")) {
                requesterPays = true;
            } else {
                throw new IllegalArgumentException("An S3 address takes the parameters versionId and"
                        + " requestPayer=requester; '" + parameter.replaceAll("=.*", "") + "' is not one of them");
            }
        }
        return new S3Location(bucket, key, versionId, requesterPays);
    }

    /** Whether this stands for all objects below it. */
    public boolean isPrefix() {
        return key.isEmpty() || key.endsWith("/");
    }

    /** The latest version of the object with a key below this prefix; a slash is put between where it is missing. */
    public S3Location resolve(String child) {
        String parent = isPrefix() ? key : key + "/";
        return new S3Location(bucket, parent + child, null, requesterPays);
    }

    /** The form that {@link #parse} reads. */
    @Override
    public String toString() {
        StringBuilder text =
                new StringBuilder("s3://").append(bucket).append('/').append(key);
        if (versionId != null) {
            text.append("?versionId=").append(versionId);
        }
        if (requesterPays) {
            text.append(versionId == null ? '?' : '&').append("requestPayer=requester");
        }
        return text.toString();
    }
}
