package io.github.tic4j.internal.scan;

import io.github.tic4j.mrf.ProviderGroup;
import io.github.tic4j.mrf.ProviderReference;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code provider_references}, or the bare {@code provider_groups} of a provider-reference file, one a step. */
final class ReferencesSection implements Section {

    private final Scan scan;
    private final ByteScanner scanner;
    private final RateChoice choice;
    private final boolean bareGroups;
    private final Elements elements;

    /** Starts before the array. */
    ReferencesSection(Scan scan, ByteScanner scanner, RateChoice choice, boolean bareGroups) throws IOException {
        this.scan = scan;
        this.scanner = scanner;
        this.choice = choice;
        this.bareGroups = bareGroups;
        scan.context.enter(bareGroups ? "provider_groups" : "provider_references");
        this.elements = Elements.open(scan, scanner);
    }

    @Override
    public boolean step() throws IOException {
        if (!elements.next()) {
            scan.context.leave();
            return false;
        }
        scan.context.at(elements.index());
        long at = scanner.offset();
        if (bareGroups) {
            List<ProviderGroup> single = new ArrayList<>(1);
            scan.groups.one(scanner, single);
            deliver(new ProviderReference(null, List.of(), single, null, at));
        } else {
            ProviderReference reference = scan.groups.reference(scanner);
            if (reference != null) {
                deliver(reference);
            }
        }
        return true;
    }

    private void deliver(ProviderReference reference) {
        choice.learn(reference);
        if (scan.plan.deliversGroups()) {
            scan.events.reference(reference);
        }
        scan.ledger.groupsDelivered += reference.groups().size();
    }
}
