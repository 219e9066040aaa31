package io.github.tic4j.claims.lifecycle;

import io.github.tic4j.claims.Claim;
import io.github.tic4j.claims.ClaimLine;
import io.github.tic4j.claims.code.Code;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The content of a claim as one hash, to tell a repeated delivery from a new version.
 *
 * <p>Normal forms count, not how a value was written: {@code 100} and {@code 100.00}, {@code E11.9} and {@code E119}, and any
 * order of the lines give the same hash. Absent values are left out, so that a field added to the model later does not change
 * the hashes of claims that do not use it. The hash is of personal data and not keyed: it is no de-identified token.
 */
public final class ClaimHash {

    // Records know their components; asking each class once is what makes the walk fast enough.
    private static final ClassValue<RecordComponent[]> COMPONENTS = new ClassValue<>() {
        @Override
        protected RecordComponent[] computeValue(Class<?> type) {
            RecordComponent[] components = type.getRecordComponents();
            for (RecordComponent component : components) {
                component.getAccessor().setAccessible(true);
            }
            return components;
        }
    };

    private ClaimHash() {}

    /** SHA-256 over the canonical form of the claim, as 64 hexadecimal digits. */
    public static String of(Claim claim) {
        StringBuilder text = new StringBuilder(1024);
        append(text, claim.toBuilder().lines(inOrder(claim.lines())).build());
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    private static List<ClaimLine> inOrder(List<ClaimLine> lines) {
        return lines.stream().sorted(Comparator.comparingInt(ClaimLine::number)).toList();
    }

    private static void append(StringBuilder text, Object value) {
        if (value instanceof Record data) {
            appendRecord(text, data);
        } else if (value instanceof List<?> list) {
            text.append('[');
            list.forEach(element -> append(text, element));
            text.append(']');
        } else if (value instanceof BigDecimal number) {
            appendText(
                    text,
                    number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString());
        } else if (value instanceof Code code) {
            appendText(text, code.system() + " " + code.value());
        } else {
            appendText(text, value.toString());
        }
    }

    private static void appendRecord(StringBuilder text, Record data) {
        text.append('{');
        for (RecordComponent component : COMPONENTS.get(data.getClass())) {
            Object value = read(component, data);
            if (value != null && !(value instanceof List<?> list && list.isEmpty())) {
                text.append(component.getName()).append('=');
                append(text, value);
            }
        }
        text.append('}');
    }

    // The length in front keeps "a" + "bc" apart from "ab" + "c".
    private static void appendText(StringBuilder text, String value) {
        text.append(value.length()).append(':').append(value);
    }

    private static @Nullable Object read(RecordComponent component, Record data) {
        try {
            return component.getAccessor().invoke(data);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("Cannot read " + component.getName() + " of " + data.getClass(), e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
