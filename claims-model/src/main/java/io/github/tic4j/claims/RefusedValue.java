package io.github.tic4j.claims;

/**
 * A text that should have been a date, an amount or a number and was not. The field it was meant for is null; the text stands here.
 * {@code toString} leaves the text out.
 *
 * @param field the path of the field, {@code lines[0].charge}
 * @param raw the text as it was read
 * @param reason why it was refused, without the text itself
 */
public record RefusedValue(String field, String raw, String reason) {

    @Override
    public String toString() {
        return "RefusedValue[" + field + ", " + reason + "]";
    }
}
