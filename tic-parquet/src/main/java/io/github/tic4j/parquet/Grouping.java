package io.github.tic4j.parquet;

import io.github.tic4j.table.Row;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says which groups a price belongs to, beside its billing code. Hosts may add their own; ours are in {@link Groupings}. */
public interface Grouping {

    /** The name, stored with the figures. */
    String name();

    /** The columns of {@code rates} that {@link #groupsOf} looks at. */
    List<String> columns();

    /**
     * The groups of a price, each once: none, one or several, with null for a group that is not known. The price counts in all
     * of them.
     *
     * @param rate a row of rates that has at least the columns asked for; use {@link Row#value(String)}
     */
    Collection<? extends @Nullable String> groupsOf(Row rate);
}
