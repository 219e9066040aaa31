package io.github.tic4j.payer;

import io.github.tic4j.mrf.IndexEntry.FileLink;
import io.github.tic4j.mrf.IndexEntry.PlanEntry;
import io.github.tic4j.mrf.IndexEntry.Slot;
import io.github.tic4j.mrf.Plan;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A list of files as CSV or as plain text, one a row. Where the first row names a column for the location, the columns
 * that it names are used; otherwise the first URL of each row is.
 */
final class TextList {

    private static final Set<String> LOCATIONS =
            Set.of("url", "location", "link", "href", "downloadurl", "fileurl", "filepath", "filelocation", "path");
    private static final String PRICE_COLUMN = "negotiatedrate";

    private final CsvRows rows;
    private final Map<String, Integer> columns = new HashMap<>();
    private @Nullable List<String> row;
    private int locationColumn = -1;

    TextList(CsvRows rows) throws IOException {
        this.rows = rows;
        this.row = rows.next();
        if (row != null) {
            readHeader(row);
        }
    }

    /** Whether the rows are prices rather than files. */
    boolean isPriceFile() {
        return columns.containsKey(PRICE_COLUMN);
    }

    /** Hands over each link, and before it the plan that its row names; {@code false} if none leads anywhere. */
    boolean read(IndexEntries to) throws IOException {
        boolean any = false;
        for (long index = 0; row != null; index++) {
            String location = location(row);
            if (location != null) {
                Plan plan = plan(row);
                if (!plan.isEmpty()) {
                    to.plan(new PlanEntry(index, plan));
                }
                any |= to.link(new FileLink(
                        index, slot(row), cell(row, "description", "name", "filename"), location, size(row), 0));
            }
            row = rows.next();
        }
        return any;
    }

    private void readHeader(List<String> first) throws IOException {
        for (int i = 0; i < first.size(); i++) {
            String name = first.get(i).toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
            columns.putIfAbsent(name, i);
            if (LOCATIONS.contains(name)) {
                locationColumn = i;
            }
        }
        if (locationColumn >= 0) {
            row = rows.next();
        } else if (!isPriceFile()) {
            columns.clear();
        }
    }

    private @Nullable String location(List<String> cells) {
        if (locationColumn >= 0) {
            return locationColumn < cells.size() ? cells.get(locationColumn) : "";
        }
        return cells.stream()
                .filter(cell -> cell.contains("://"))
                .findFirst()
                .orElse(cells.get(0).startsWith("#") ? null : cells.get(0));
    }

    private Plan plan(List<String> cells) {
        return new Plan(
                cell(cells, "planname"),
                cell(cells, "planidtype"),
                cell(cells, "planid"),
                cell(cells, "planmarkettype"),
                cell(cells, "issuername"),
                cell(cells, "plansponsorname"));
    }

    private Slot slot(List<String> cells) {
        String type = cell(cells, "fileschema", "filetype", "type");
        return type == null ? Slot.UNKNOWN : SlotNames.of(type);
    }

    private OptionalLong size(List<String> cells) {
        String size = cell(cells, "size", "filesize", "bytes");
        return size == null || !size.matches("\\d{1,18}")
                ? OptionalLong.empty()
                : OptionalLong.of(Long.parseLong(size));
    }

    /** The first of some columns that the row fills. */
    private @Nullable String cell(List<String> cells, String... names) {
        for (String name : names) {
            int column = columns.getOrDefault(name, cells.size());
            if (column < cells.size() && !cells.get(column).isEmpty()) {
                return cells.get(column);
            }
        }
        return null;
    }
}
