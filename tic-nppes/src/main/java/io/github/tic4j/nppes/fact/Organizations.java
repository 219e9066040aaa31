package io.github.tic4j.nppes.fact;

import io.github.tic4j.nppes.Npi;
import io.github.tic4j.table.Row;
import io.github.tic4j.table.TableSchema;
import io.github.tic4j.table.Tables;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rows of organizations in scratch memory, and what the fact table makes of them. */
final class Organizations {

    private static final TableSchema NPPES = NppesColumns.NPPES_PROVIDERS.select(
            "provider_name", "provider_type", "parent_organization", "primary_specialty");
    private static final int[] TO_NPPES = RowStore.targets(NppesColumns.NPPES_PROVIDERS, NPPES, "");
    private static final TableSchema STATE = NppesColumns.NPPES_PROVIDERS.select("state");
    private static final int[] TO_STATE = RowStore.targets(NppesColumns.NPPES_PROVIDERS, STATE, "");
    private static final int[] TO_ALL = RowStore.targets(Tables.ORGANIZATIONS, Tables.ORGANIZATIONS, "");

    private final NppesRows nppes;
    private final RowStore rows;

    Organizations(ScratchMemory memory, NppesRows nppes) {
        this.nppes = nppes;
        this.rows = new RowStore(memory, Tables.ORGANIZATIONS);
    }

    /** Stores a row of organizations; where it is. */
    long add(Row organization) throws IOException {
        return rows.add(organization);
    }

    /** The organisation at a place with some of its NPIs. */
    Billing billing(long place, long[] npis) throws IOException {
        Row stored = new Row(Tables.ORGANIZATIONS);
        rows.read(place, TO_ALL, stored);
        long[] handles = nppes.handles(npis);
        long own = own(stored);
        long ownHandle = own == 0 ? NppesRows.NO_NPI : nppes.handles(new long[] {own})[0];
        return new Billing(columns(stored, ownHandle, handles), own, ownHandle, npis, handles);
    }

    /** The NPI that an organisation has in place of a tax number, or 0. */
    private static long own(Row stored) {
        Npi npi = "npi".equals(stored.value("tin_type"))
                ? Npi.read((String) stored.value("tin")).npi()
                : null;
        return npi == null ? 0 : npi.value();
    }

    private Row columns(Row stored, long ownHandle, long[] handles) {
        Row known = new Row(NPPES);
        nppes.read(ownHandle, TO_NPPES, known);
        String name = text(stored, "organization_name");
        return new Row(FactColumns.ORGANIZATION)
                .set("organization_uuid", stored.value("organization_uuid"))
                .set("tin", stored.value("tin"))
                .set("tin_type", stored.value("tin_type"))
                .set("organization_name", name == null ? known.value("provider_name") : name)
                .set("organization_type", known.value("provider_type"))
                .set("parent_system", known.value("parent_organization"))
                .set("primary_specialty", known.value("primary_specialty"))
                .set("npi_count", stored.value("npi_count"))
                .set("headquarters_address", address(stored))
                .set("service_areas", states(handles))
                .set("rate_npi_count", (long) handles.length)
                .set("nppes_found_count", found(handles));
    }

    private static @Nullable String address(Row stored) {
        String address = Stream.of("address_line_1", "city", "state", "zip_code")
                .map(column -> text(stored, column))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        return address.isEmpty() ? null : address;
    }

    private List<String> states(long[] handles) {
        TreeSet<String> states = new TreeSet<>();
        Row state = new Row(STATE);
        for (long handle : handles) {
            nppes.read(handle, TO_STATE, state);
            String text = state.text(0);
            if (text != null) {
                states.add(text);
            }
        }
        return List.copyOf(states);
    }

    private static long found(long[] handles) {
        long count = 0;
        for (long handle : handles) {
            count += NppesRows.match(handle) == NppesMatch.FOUND ? 1 : 0;
        }
        return count;
    }

    private static @Nullable String text(Row row, String column) {
        return (String) row.value(column);
    }
}
