package io.github.tic4j.claims;

import io.github.tic4j.claims.code.Npi;
import io.github.tic4j.claims.code.Taxonomy;
import io.github.tic4j.claims.code.Tin;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Builds a {@link Provider}. A blank text means absent. Not thread-safe. */
public final class ProviderBuilder {

    private final String id;
    private @Nullable Npi npi;
    private Provider.Kind kind = Provider.Kind.UNKNOWN;
    private @Nullable String name;
    private @Nullable String type;
    private @Nullable Tin tin;
    private @Nullable Taxonomy taxonomy;
    private @Nullable String specialty;
    private Address address = Address.NONE;
    private @Nullable LocalDate deactivatedDate;
    private @Nullable Integer beds;
    private @Nullable Boolean teaching;

    ProviderBuilder(String id) {
        this.id = id.strip();
    }

    /** National Provider Identifier. */
    public ProviderBuilder npi(@Nullable String value) {
        npi = Text.map(value, Npi::of);
        return this;
    }

    /** Whether it is a person; unknown by default. */
    public ProviderBuilder kind(Provider.Kind value) {
        kind = value;
        return this;
    }

    /** Name. */
    public ProviderBuilder name(@Nullable String value) {
        name = Text.orNull(value);
        return this;
    }

    /** Kind of place as the source calls it. */
    public ProviderBuilder type(@Nullable String value) {
        type = Text.orNull(value);
        return this;
    }

    /** Taxpayer number. */
    public ProviderBuilder tin(@Nullable String value) {
        tin = Text.map(value, Tin::of);
        return this;
    }

    /** Taxonomy. */
    public ProviderBuilder taxonomy(@Nullable String value) {
        taxonomy = Text.map(value, Taxonomy::of);
        return this;
    }

    /** Specialty as sent. */
    public ProviderBuilder specialty(@Nullable String value) {
        specialty = Text.orNull(value);
        return this;
    }

    /** Where it practises. */
    public ProviderBuilder address(Address value) {
        address = value;
        return this;
    }

    /** The day its NPI was switched off. */
    public ProviderBuilder deactivatedDate(@Nullable LocalDate value) {
        deactivatedDate = value;
        return this;
    }

    /** Beds of a hospital. */
    public ProviderBuilder beds(@Nullable Integer value) {
        beds = value;
        return this;
    }

    /** Whether it is a teaching hospital. */
    public ProviderBuilder teaching(@Nullable Boolean value) {
        teaching = value;
        return this;
    }

    /** The provider. */
    public Provider build() {
        return new Provider(
                id, npi, kind, name, type, tin, taxonomy, specialty, address, deactivatedDate, beds, teaching);
    }
}
