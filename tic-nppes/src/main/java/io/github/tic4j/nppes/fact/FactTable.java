package io.github.tic4j.nppes.fact;

import io.github.tic4j.nppes.ProviderDirectory;
import io.github.tic4j.nppes.taxonomy.TaxonomyTable;
import io.github.tic4j.table.Row;
import io.github.tic4j.table.TableSchema;
import io.github.tic4j.table.TableSource;
import io.github.tic4j.table.TableWriter;
import io.github.tic4j.table.Tables;
import java.io.IOException;
import java.util.List;

/**
 * Joins prices with their organisations, their NPIs and what NPPES knows of those. Rates stream; organisations, provider
 * groups and the NPIs that occur are held in a temporary file, so that the heap does not grow with any table. Each NPI is
 * looked up once.
 *
 * <pre>{@code
 * FactTable facts = new FactTable(tables, snapshot, TaxonomyTable.empty(), FactOptions.defaults());
 * try (TableWriter out = format.open(facts.schema(), file)) {
 *     FactSummary summary = facts.write(out);
 *     out.commit();
 * }
 * }</pre>
 *
 * <p>Rows come in the order of the rates, of each rate in that of its set's groups, of each organisation in that of the NPIs.
 *
 * @param tables the compact tables: rates, provider_sets, provider_groups and, where there is one, organizations
 * @param directory who knows the NPIs
 * @param taxonomies how specialties are worded
 * @param options how to join
 */
public record FactTable(
        TableSource tables, ProviderDirectory directory, TaxonomyTable taxonomies, FactOptions options) {

    /** The table that {@link #write} writes. */
    public TableSchema schema() {
        return options.schema();
    }

    /**
     * Writes all rows, without committing.
     *
     * @throws IOException if reading, writing or the temporary file fails
     */
    public FactSummary write(TableWriter out) throws IOException {
        try (ScratchMemory memory = new ScratchMemory(options.scratch())) {
            NppesRows nppes = new NppesRows(memory, directory, taxonomies);
            ProviderSets sets = ProviderSets.read(tables, memory, nppes);
            FactRow row = new FactRow(options, nppes);
            Join join = new Join(sets, row, new FactTally(), out);
            Sample sample = sample();
            tables.forEach(row.prices(), price -> {
                if (sample.takes()) {
                    join.add(price);
                }
            });
            return join.tally.summary(options, nppes.size());
        }
    }

    private Sample sample() throws IOException {
        if (options.sample() == Long.MAX_VALUE) {
            return Sample.all();
        }
        long[] count = new long[1];
        tables.forEach(Tables.RATES.select("payer_uuid"), price -> count[0]++);
        return Sample.of(options.sample(), count[0], options.seed());
    }

    private final class Join {

        private final ProviderSets sets;
        private final FactRow row;
        private final FactTally tally;
        private final TableWriter out;

        Join(ProviderSets sets, FactRow row, FactTally tally, TableWriter out) {
            this.sets = sets;
            this.row = row;
            this.tally = tally;
            this.out = out;
        }

        void add(Row price) throws IOException {
            row.price(price);
            List<Billing> billings = sets.find(FactRow.providerSet(price));
            tally.price(billings.isEmpty());
            if (billings.isEmpty()) {
                row.organization(null);
                addWithoutNpi();
            }
            for (Billing billing : billings) {
                row.organization(billing);
                if (options.grain() == FactOptions.Grain.ORGANIZATION) {
                    addOrganization(billing);
                } else if (billing.npis().length == 0) {
                    addWithoutNpi();
                } else {
                    addNpis(billing);
                }
            }
        }

        private void addWithoutNpi() throws IOException {
            add(0, NppesRows.NO_NPI, false);
        }

        private void addOrganization(Billing billing) throws IOException {
            boolean isFound = false;
            for (long handle : billing.handles()) {
                isFound |= NppesRows.match(handle) == NppesMatch.FOUND;
            }
            add(billing.own(), billing.ownHandle(), isFound);
        }

        private void addNpis(Billing billing) throws IOException {
            for (int i = 0; i < billing.npis().length; i++) {
                long handle = billing.handles()[i];
                add(billing.npis()[i], handle, NppesRows.match(handle) == NppesMatch.FOUND);
            }
        }

        private void add(long npi, long handle, boolean isFound) throws IOException {
            if (!isFound && options.join() == FactOptions.Join.INNER) {
                tally.dropped(NppesRows.match(handle));
                return;
            }
            row.npi(npi, handle);
            out.write(row.row());
            tally.row(NppesRows.match(handle), row);
        }
    }
}
