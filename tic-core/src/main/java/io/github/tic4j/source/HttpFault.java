package io.github.tic4j.source;

import java.io.EOFException;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.nio.channels.UnresolvedAddressException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Set;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** What a failed request means, in words, and whether to repeat it. */
final class HttpFault {

    private static final Set<Integer> PASSING = Set.of(408, 425, 429, 500, 502, 503, 504);

    private HttpFault() {}

    /** Whether a status may be another one in a while. */
    static boolean isPassing(int status) {
        return PASSING.contains(status);
    }

    /** Whether asking again would end the same way. */
    static boolean isFinal(IOException failure) {
        return failure instanceof SSLException || isUnknownHost(failure);
    }

    /** What went wrong. */
    static String describe(IOException failure) {
        if (isUnknownHost(failure)) {
            return "The host is unknown";
        }
        if (failure instanceof EOFException || failure.getMessage() == null) {
            return "no answer (" + failure.getClass().getSimpleName() + ")";
        }
        return failure.getMessage();
    }

    /** Why a server does not hand out a file; for a signed link also until when it was good. */
    static String describe(int status, byte[] body, FileUrl url, Clock clock) {
        String meaning = switch (status) {
            case 401 -> "The server asks for credentials";
            case 403 -> "The server refuses access";
            case 404 -> "No such file on the server";
            case 410 -> "The file is gone from the server";
            default -> "The server answered with an unexpected status";
        };
        String code = ErrorPage.code(body).map(c -> ", " + c).orElse("");
        String expiry = status == 401 || status == 403
                ? url.expiresAt().map(end -> describe(end, clock)).orElse("")
                : "";
        return meaning + " (" + status + code + ")" + expiry;
    }

    /** How long the server asks to wait, or {@code null}. */
    static @Nullable Duration retryAfter(HttpHeaders headers, Clock clock) {
        String value = headers.firstValue("Retry-After").orElse("").strip();
        if (value.matches("\\d{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(value));
        }
        try {
            return Duration.between(clock.instant(), ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME));
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static String describe(Instant expiry, Clock clock) {
        return expiry.isAfter(clock.instant())
                ? "; its signed link runs until " + expiry
                : "; its signed link expired at " + expiry + ", take a new one from the index";
    }

    private static boolean isUnknownHost(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnresolvedAddressException) {
                return true;
            }
        }
        return false;
    }
}
