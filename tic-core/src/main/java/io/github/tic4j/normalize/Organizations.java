package io.github.tic4j.normalize;

import io.github.tic4j.normalize.NormalGroup.NormalTin;
import io.github.tic4j.table.ColumnBatch;
import io.github.tic4j.table.OriginalIds;
import io.github.tic4j.table.Row;
import io.github.tic4j.table.Tables;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The organisations of a file and the NPIs that bill under them, each pair once. */
final class Organizations {

    private static final int BATCH_ROWS = 8192;
    private static final int ENTRY_BYTES = 400;
    private static final int NPI_BITS = 34;
    private static final long SMALLEST_NPI = 1_000_000_000L;
    private static final long LARGEST_NPI = 9_999_999_999L;

    private final CountedTables tables;
    private final Map<String, Organization> known = new LinkedHashMap<>();
    private final LongSet pairs = new LongSet();

    private int[] organizationIds = new int[BATCH_ROWS];
    private List<String> npis = new ArrayList<>();
    private List<String> npiUuids = new ArrayList<>();
    private List<String> organizationUuids = new AppendOnlyList<>();

    Organizations(CountedTables tables) {
        this.tables = tables;
    }

    /** The organisation of a TIN; null where the TIN tells none. */
    @Nullable
    Organization find(NormalTin tin) {
        String digits = tin.digits();
        if (digits == null || !tin.isIdentity()) {
            return null;
        }
        Organization organization = known.get(digits);
        if (organization == null) {
            String uuid = OriginalIds.organization(digits, null).toString();
            organization = new Organization(known.size(), uuid, digits);
            known.put(digits, organization);
            organizationUuids.add(uuid);
        }
        organization.learn(tin);
        return organization;
    }

    /** Adds NPIs that bill under an organisation. Those that are not of ten digits are no providers. */
    void addProviders(Organization organization, long[] numbers) throws IOException {
        for (long npi : numbers) {
            if (npi >= SMALLEST_NPI && npi <= LARGEST_NPI && pairs.add((long) organization.ordinal << NPI_BITS | npi)) {
                organization.npiCount++;
                addRow(organization, Long.toString(npi));
            }
        }
    }

    private void addRow(Organization organization, String npi) throws IOException {
        organizationIds[npis.size()] = organization.ordinal;
        npis.add(npi);
        npiUuids.add(OriginalIds.provider(npi).toString());
        if (npis.size() == BATCH_ROWS) {
            writeProviders();
        }
    }

    long bytes() {
        return pairs.bytes() + (long) known.size() * ENTRY_BYTES;
    }

    /** Writes what is left, and forgets all organisations. */
    void flush() throws IOException {
        writeProviders();
        for (Organization organization : known.values()) {
            tables.write(new Row(Tables.ORGANIZATIONS)
                    .set("organization_uuid", organization.uuid)
                    .set("tin", organization.tin)
                    .set("tin_type", organization.tinType)
                    .set("organization_name", organization.name)
                    .set("npi_count", organization.npiCount));
        }
        known.clear();
        pairs.clear(0);
        organizationUuids = new AppendOnlyList<>();
    }

    private void writeProviders() throws IOException {
        if (npis.isEmpty()) {
            return;
        }
        tables.write(new ColumnBatch(Tables.PROVIDERS)
                .each("provider_uuid", npiUuids)
                .each("npi", npis)
                .coded("organization_uuid", organizationIds, organizationUuids)
                .rows(npis.size()));
        organizationIds = new int[BATCH_ROWS];
        npis = new ArrayList<>();
        npiUuids = new ArrayList<>();
    }

    /** An organisation, as far as the file has told. */
    static final class Organization {
        private final int ordinal;
        private final String uuid;
        private final String tin;
        private @Nullable String tinType;
        private @Nullable String name;
        private long npiCount;

        private Organization(int ordinal, String uuid, String tin) {
            this.ordinal = ordinal;
            this.uuid = uuid;
            this.tin = tin;
        }

        String uuid() {
            return uuid;
        }

        /** Takes the first type and name that the file gives. */
        private void learn(NormalTin published) {
            tinType = tinType == null ? published.type() : tinType;
            name = name == null ? published.businessName() : name;
        }
    }
}
