package io.github.tic4j.internal.scan;

import io.github.tic4j.mrf.ContainedCode;
import io.github.tic4j.mrf.Finding;
import io.github.tic4j.mrf.Item;
import io.github.tic4j.mrf.Reject;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Hands on events in which items were counted from the start of a stretch, with their places in the whole array. */
final class Shifted implements ScanEvents {

    private static final String ARRAY = "$.in_network[";

    private final ScanEvents to;
    private final long by;
    private final Map<Long, Item> items = new HashMap<>();
    private @Nullable Item last;

    Shifted(ScanEvents to, long by) {
        this.to = to;
        this.by = by;
    }

    @Override
    public void item(Item item) {
        Item shifted = new Item(
                item.source(),
                item.index() + by,
                item.negotiationArrangement(),
                item.name(),
                item.billingCodeType(),
                item.billingCodeTypeVersion(),
                item.billingCode(),
                item.description(),
                item.severityOfIllness());
        items.put(item.index(), shifted);
        to.item(shifted);
    }

    @Override
    public void prices(PriceBatch batch) {
        batch.replaceItems(this::shifted);
        to.prices(batch);
    }

    private Item shifted(Item item) {
        Item shifted = last;
        if (shifted == null || shifted.index() != item.index() + by) {
            shifted = Objects.requireNonNull(items.get(item.index()));
            last = shifted;
        }
        return shifted;
    }

    @Override
    public void containedCode(ContainedCode code) {
        to.containedCode(new ContainedCode(
                code.itemIndex() + by,
                code.role(),
                code.billingCodeType(),
                code.billingCodeTypeVersion(),
                code.billingCode(),
                code.description()));
    }

    @Override
    public void reject(Reject reject) {
        to.reject(new Reject(reject.reason(), path(reject.path()), reject.byteOffset(), reject.rawText()));
    }

    @Override
    public void finding(Finding finding) {
        to.finding(new Finding(
                finding.rule(),
                finding.severity(),
                path(finding.path()),
                finding.byteOffset(),
                finding.rawText(),
                finding.message()));
    }

    private String path(String path) {
        int close = path.indexOf(']');
        long index = Long.parseLong(path.substring(ARRAY.length(), close));
        return ARRAY + (index + by) + path.substring(close);
    }
}
