package io.github.tic4j.collaboratemd;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a patient owes.
 *
 * @param amount the balance, less than nought for a credit; null if not stated
 * @param formatted the balance as the service writes it; null if not stated
 * @param items the outstanding charges, where they were asked for
 */
public record Balance(@Nullable BigDecimal amount, @Nullable String formatted, List<ChargeItem> items) {

    /** Copies the list. */
    public Balance {
        items = List.copyOf(items);
    }

    static Balance from(Element root) {
        return new Balance(
                Wire.readMoney(root, "Balance"),
                Wire.readText(root, "FormattedBalance"),
                root.all("ChargeItem").map(ChargeItem::from).toList());
    }

    /** Shows nothing. */
    @Override
    public String toString() {
        return "Balance[***]";
    }
}
