package io.github.tic4j.validate;

import io.github.tic4j.mrf.BillingCodeType;
import io.github.tic4j.mrf.CodeList;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A list of codes, to be asked by normal forms. */
final class ListedCodes {

    private final boolean any;
    private final Set<CodeList.Entry> entries = new HashSet<>();
    private final Set<String> untyped = new HashSet<>();

    ListedCodes(@Nullable CodeList codes) {
        any = codes == null;
        if (codes != null) {
            codes.entries().forEach(this::add);
        }
    }

    private void add(CodeList.Entry entry) {
        if (entry.type() == null) {
            untyped.add(entry.code());
        } else {
            BillingCodeType type = BillingCodeType.of(entry.type());
            entries.add(new CodeList.Entry(type.text(), type.normal(entry.code())));
        }
    }

    boolean contains(String type, String code) {
        return any || untyped.contains(code) || entries.contains(new CodeList.Entry(type, code));
    }
}
