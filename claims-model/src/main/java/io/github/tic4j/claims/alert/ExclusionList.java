package io.github.tic4j.claims.alert;

import io.github.tic4j.claims.read.CsvReader;
import io.github.tic4j.claims.read.Refusal;
import io.github.tic4j.claims.read.SourceRow;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Exclusions by NPI. The monthly full list holds nobody who was reinstated since: keep the exclusions of earlier months
 * and the supplements, or services of the past go unseen. Immutable.
 */
public final class ExclusionList {

    /** Nobody is excluded. */
    public static final ExclusionList EMPTY = new ExclusionList(List.of());

    private static final String NO_NPI = "0000000000";

    private final Map<String, List<Exclusion>> byNpi = new HashMap<>();

    /** A list of these. */
    public ExclusionList(Collection<Exclusion> exclusions) {
        for (Exclusion exclusion : exclusions) {
            byNpi.computeIfAbsent(exclusion.npi(), npi -> new ArrayList<>()).add(exclusion);
        }
    }

    /**
     * Reads a file of the LEIE with its columns {@code NPI}, {@code EXCLDATE}, {@code REINDATE}, {@code WAIVERDATE} and
     * {@code WVRSTATE}. Rows without an NPI, which are most, cannot be matched to claims and are left out.
     *
     * @param in the CSV text; closed by the caller
     * @param refusals told of rows whose dates cannot be read
     */
    public static ExclusionList readLeie(InputStream in, Consumer<Refusal> refusals) {
        List<Exclusion> exclusions = new ArrayList<>();
        CsvReader rows = new CsvReader(in, "LEIE", refusals);
        while (rows.hasNext()) {
            SourceRow row = rows.next();
            String npi = row.value("NPI");
            if (npi != null && !npi.equals(NO_NPI)) {
                try {
                    LocalDate start = date(row.value("EXCLDATE"));
                    String state = row.value("WVRSTATE");
                    if (start == null) {
                        throw new DateTimeException("no day of exclusion");
                    }
                    Set<String> waivers = state == null ? Set.of() : Set.of(state);
                    exclusions.add(new Exclusion(npi, start, date(row.value("REINDATE")), waivers));
                } catch (DateTimeException e) {
                    refusals.accept(new Refusal(row.lineage(), "EXCLDATE", row.raw(), "not the dates of an exclusion"));
                }
            }
        }
        return new ExclusionList(exclusions);
    }

    /** The exclusions of a provider. */
    public List<Exclusion> of(String npi) {
        return byNpi.getOrDefault(npi, List.of());
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        return text == null || text.equals("00000000") || text.equals("0")
                ? null
                : LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE);
    }
}
