package io.github.tic4j.read;

import io.github.tic4j.mrf.FileReport;
import io.github.tic4j.mrf.Finding;
import io.github.tic4j.mrf.Finding.Severity;
import io.github.tic4j.mrf.ProviderGroup;
import io.github.tic4j.mrf.ProviderReference;
import io.github.tic4j.mrf.Rate;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The provider references of the current document, kept if the options say so, and what was found about them. */
final class Providers implements Closeable {

    private static final String DUPLICATE_REFERENCE = "duplicate-reference";
    private static final String DANGLING_REFERENCE = "dangling-reference";
    private static final String REMOTE_REFERENCE_FAILED = "remote-reference-failed";

    private final ReadOptions options;
    private final Map<String, Long> findings = new TreeMap<>();
    private @Nullable ProviderTable table;

    Providers(ReadOptions options) {
        this.options = options;
    }

    /** Forgets the references of the document before. */
    void documentStart() {
        if (options.groups() != ReadOptions.Groups.RESOLVED) {
            return;
        }
        findings.clear();
        try {
            close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        table = new ProviderTable(options.ids(), options.limits().maxGroupMemory(), options.spoolFolder());
    }

    /** Keeps a reference; what is odd about that, if anything. */
    @Nullable
    Finding add(ProviderReference reference) {
        try {
            if (table == null || table.add(withRemoteGroups(reference))) {
                return null;
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        found(DUPLICATE_REFERENCE);
        return new Finding(
                DUPLICATE_REFERENCE,
                Severity.WARNING,
                "$.provider_references",
                reference.byteOffset(),
                reference.id(),
                "An id is defined once; the groups of both definitions count");
    }

    private ProviderReference withRemoteGroups(ProviderReference reference) {
        String location = reference.location();
        RemoteReferences remote = options.remoteReferences();
        if (location == null || remote == null) {
            return reference;
        }
        List<ProviderGroup> fetched = remote.groups(location);
        if (fetched == null) {
            found(REMOTE_REFERENCE_FAILED);
            return reference;
        }
        List<ProviderGroup> all = new ArrayList<>(reference.groups());
        all.addAll(fetched);
        return new ProviderReference(reference.id(), reference.networkNames(), all, location, reference.byteOffset());
    }

    private void found(String rule) {
        findings.merge(rule, 1L, Long::sum);
    }

    /** The groups of a rate: its own, and those of its references. */
    List<ProviderGroup> groups(Rate rate) {
        List<ProviderGroup> all = new ArrayList<>(rate.providerGroups());
        for (String id : rate.providerReferences()) {
            List<ProviderReference> defined = references(id);
            if (defined.isEmpty()) {
                found(DANGLING_REFERENCE);
            }
            defined.forEach(reference -> all.addAll(reference.groups()));
        }
        return all;
    }

    /** What an id is defined as, in the order of the document. */
    List<ProviderReference> references(String id) {
        return table == null ? List.of() : table.references(id);
    }

    /** The report of the current document, with what was found here. */
    FileReport withFindings(FileReport report) {
        Map<String, Long> all = new TreeMap<>(report.findings());
        findings.forEach((rule, count) -> all.merge(rule, count, Long::sum));
        return report.with(report.leniencies(), all);
    }

    @Override
    public void close() throws IOException {
        if (table != null) {
            table.close();
        }
    }
}
