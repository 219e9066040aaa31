package io.github.tic4j.validate;

import java.util.Arrays;

/** What rules expect, for people. */
final class RuleTexts {

    private RuleTexts() {}

    /** What a rule expects, as a sentence; empty for a rule of the host or the reader. */
    static String expectation(String rule) {
        return Arrays.stream(QualityRule.values())
                .filter(known -> known.id().equals(rule))
                .map(QualityRule::expectation)
                .findFirst()
                .orElseGet(() -> ofSchema(rule));
    }

    private static String ofSchema(String rule) {
        return switch (rule) {
            case "schema-required" -> "An object has the keys that the schema requires";
            case "schema-keys" -> "An object has one of several keys, or all of them or none";
            case "schema-type" -> "A value has the type that the schema gives it";
            case "schema-enum" -> "A text is one of those that the schema lists";
            case "schema-format" -> "A text has the form that the schema asks for";
            case "schema-range" -> "A number is in the range that the schema allows";
            case "schema-empty" -> "A text or an array is not empty";
            case "schema-unique" -> "The elements of an array differ";
            case "schema-alone" -> "A value that stands for all others stands alone";
            case "schema-kind" -> "A version of the schema has this kind of file";
            case "readme-required" -> "An object has the keys that the prose of the specification requires";
            case "readme-keys" -> "An object has all keys of a group or none, as the prose asks";
            case "readme-distinct" -> "An id stands for one element, as the prose asks";
            case "json-syntax" -> "The text is JSON";
            case "json-duplicate-key" -> "A key stands once in an object";
            default -> "";
        };
    }
}
