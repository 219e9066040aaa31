package io.github.tic4j.nppes.fact;

import io.github.tic4j.nppes.Npi;
import io.github.tic4j.nppes.Provider;
import io.github.tic4j.nppes.ProviderDirectory;
import io.github.tic4j.nppes.taxonomy.TaxonomyTable;
import io.github.tic4j.table.Row;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What NPPES knows of the NPIs met so far, each asked for once. An NPI is answered by a <em>handle</em>: how it fared, and
 * where its row is.
 */
final class NppesRows {

    /** Places are multiples of eight, so that their low bits are free for the number of one of these. */
    private static final List<NppesMatch> MATCHES = List.of(
            NppesMatch.FOUND, NppesMatch.DEACTIVATED, NppesMatch.NOT_FOUND, NppesMatch.INVALID_NPI, NppesMatch.NO_NPI);

    private static final int MATCH_BITS = 7;

    /** The handle of no NPI at all. */
    static final long NO_NPI = handle(0, NppesMatch.NO_NPI);

    private static final int ASKED_AT_ONCE = 1000;

    private final ProviderDirectory directory;
    private final TaxonomyTable taxonomies;
    private final RowStore rows;
    private final PlaceTable handles;

    NppesRows(ScratchMemory memory, ProviderDirectory directory, TaxonomyTable taxonomies) throws IOException {
        this.directory = directory;
        this.taxonomies = taxonomies;
        this.rows = new RowStore(memory, NppesColumns.NPPES_PROVIDERS);
        this.handles = new PlaceTable(memory);
    }

    static NppesMatch match(long handle) {
        return MATCHES.get((int) handle & MATCH_BITS);
    }

    /** The handles of distinct numbers; those not met before are looked up in batches. */
    long[] handles(long[] npis) throws IOException {
        long[] found = new long[npis.length];
        List<Npi> missing = new ArrayList<>();
        for (int i = 0; i < npis.length; i++) {
            found[i] = known(npis[i]);
            if (found[i] == 0) {
                missing.add(new Npi(npis[i]));
            }
        }
        for (int from = 0; from < missing.size(); from += ASKED_AT_ONCE) {
            ask(missing.subList(from, Math.min(missing.size(), from + ASKED_AT_ONCE)));
        }
        if (!missing.isEmpty()) {
            for (int i = 0; i < npis.length; i++) {
                found[i] = known(npis[i]);
            }
        }
        return found;
    }

    /** Sets columns of another table's row, to null where there is no row for the handle; see {@link RowStore#read}. */
    void read(long handle, int[] targets, Row row) {
        long place = handle & ~MATCH_BITS;
        if (place != 0) {
            rows.read(place, targets, row);
            return;
        }
        for (int target : targets) {
            if (target >= 0) {
                row.set(target, null);
            }
        }
    }

    /** How many NPIs were looked up. */
    long size() {
        return handles.size();
    }

    private long known(long npi) {
        return Npi.isValid(npi) ? handles.find(npi, place -> true) : handle(0, NppesMatch.INVALID_NPI);
    }

    private void ask(List<Npi> npis) throws IOException {
        Map<Npi, Provider> answers = directory.findAll(npis);
        for (Npi npi : npis) {
            Provider provider = answers.get(npi);
            if (provider == null) {
                handles.add(npi.value(), handle(0, NppesMatch.NOT_FOUND));
            } else {
                NppesMatch match = provider.status().isUsable() ? NppesMatch.FOUND : NppesMatch.DEACTIVATED;
                handles.add(npi.value(), handle(rows.add(NppesColumns.row(provider, taxonomies)), match));
            }
        }
    }

    private static long handle(long place, NppesMatch match) {
        return place | MATCHES.indexOf(match);
    }
}
