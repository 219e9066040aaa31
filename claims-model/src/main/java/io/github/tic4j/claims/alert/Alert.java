package io.github.tic4j.claims.alert;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * An observation of a rule, with an id that depends on nothing but the rule, its version, the subject, the topic and the
 * window: the same facts give the same id in every run and on every machine.
 *
 * @param id SHA-256 in hexadecimal
 * @param ruleId the rule
 * @param ruleVersion its version; a new version is a new alert
 * @param observation what it saw
 */
public record Alert(String id, String ruleId, int ruleVersion, Observation observation) {

    static Alert of(String ruleId, int ruleVersion, Observation observation) {
        List<Object> parts = List.of(
                ruleId,
                ruleVersion,
                observation.subject().kind(),
                observation.subject().id(),
                observation.topic(),
                String.valueOf(observation.start()),
                String.valueOf(observation.end()));
        StringBuilder text = new StringBuilder();
        for (Object part : parts) {
            // The length in front keeps "a" + "bc" apart from "ab" + "c".
            text.append(part.toString().length()).append(':').append(part);
        }
        return new Alert(sha256(text.toString()), ruleId, ruleVersion, observation);
    }

    /** The rule, the weight and the sentence; no person. */
    @Override
    public String toString() {
        return ruleId + " " + observation.severity() + ": " + observation.text();
    }

    private static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
