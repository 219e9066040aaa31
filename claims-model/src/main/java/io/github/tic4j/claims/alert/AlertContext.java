package io.github.tic4j.claims.alert;

import io.github.tic4j.claims.Patient;
import io.github.tic4j.claims.PrescriptionFill;
import io.github.tic4j.claims.Provider;
import io.github.tic4j.claims.code.ZipCode;
import io.github.tic4j.claims.rule.NcciTables;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What rules may ask about beyond the claims. A rule whose lookups are not loaded says nothing. Lookups must answer alike
 * whenever they are asked, from memory. Immutable.
 */
public final class AlertContext {

    private static final Map<String, Integer> VISIT_MINUTES = Map.of(
            "99202", 15, "99203", 30, "99204", 45, "99205", 60, "99212", 10, "99213", 20, "99214", 30, "99215", 40);

    private final Builder values;

    private AlertContext(Builder builder) {
        this.values = new Builder(builder);
    }

    /** Nothing but the usual minutes of office visits. */
    public static AlertContext none() {
        return builder().build();
    }

    /** A builder with nothing loaded but the usual minutes of office visits. */
    public static Builder builder() {
        return new Builder();
    }

    Optional<Patient> patient(String personId) {
        return values.patients.apply(personId);
    }

    Optional<Provider> provider(String npi) {
        return values.providers.apply(npi);
    }

    boolean knowsAllProviders() {
        return values.allProviders;
    }

    /** The group that a provider is compared with. */
    Optional<String> specialty(String npi) {
        return provider(npi).map(Provider::specialty);
    }

    ExclusionList exclusions() {
        return values.exclusions;
    }

    NcciTables ncci() {
        return values.ncci;
    }

    OptionalInt minutes(String code) {
        return values.minutes.apply(code);
    }

    Optional<Point> centroid(ZipCode zip) {
        return values.centroids.apply(zip);
    }

    Optional<String> ingredient(PrescriptionFill fill) {
        return values.ingredients.apply(fill);
    }

    boolean isControlled(PrescriptionFill fill) {
        return values.controlled.test(fill);
    }

    /**
     * A point on the earth.
     *
     * @param latitude degrees north
     * @param longitude degrees east
     */
    public record Point(double latitude, double longitude) {

        private static final double EARTH_RADIUS_KM = 6371.0088;

        /** The great-circle distance in kilometres. */
        public double kilometresTo(Point other) {
            double phi = Math.toRadians(other.latitude - latitude) / 2;
            double lambda = Math.toRadians(other.longitude - longitude) / 2;
            double a = Math.sin(phi) * Math.sin(phi)
                    + Math.cos(Math.toRadians(latitude))
                            * Math.cos(Math.toRadians(other.latitude))
                            * Math.sin(lambda)
                            * Math.sin(lambda);
            return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(a)));
        }
    }

    /** Collects what is loaded. Not thread-safe. */
    public static final class Builder {

        private Function<String, Optional<Patient>> patients = id -> Optional.empty();
        private Function<String, Optional<Provider>> providers = npi -> Optional.empty();
        private boolean allProviders;
        private ExclusionList exclusions = ExclusionList.EMPTY;
        private NcciTables ncci = new NcciTables() {};
        private Function<String, OptionalInt> minutes =
                code -> VISIT_MINUTES.containsKey(code) ? OptionalInt.of(VISIT_MINUTES.get(code)) : OptionalInt.empty();
        private Function<ZipCode, Optional<Point>> centroids = zip -> Optional.empty();
        private Function<PrescriptionFill, Optional<String>> ingredients = fill -> Optional.empty();
        private Predicate<PrescriptionFill> controlled = fill -> false;

        private Builder() {}

        private Builder(Builder other) {
            patients = other.patients;
            providers = other.providers;
            allProviders = other.allProviders;
            exclusions = other.exclusions;
            ncci = other.ncci;
            minutes = other.minutes;
            centroids = other.centroids;
            ingredients = other.ingredients;
            controlled = other.controlled;
        }

        /** Finds a person by id: birth, death, sex and address. */
        public Builder patients(Function<String, Optional<Patient>> value) {
            patients = value;
            return this;
        }

        /** Finds a provider by NPI: kind, specialty, address and deactivation. */
        public Builder providers(Function<String, Optional<Provider>> value) {
            providers = value;
            return this;
        }

        /** The same, and whoever is not found does not exist: the lookup is a full registry such as NPPES. */
        public Builder allProviders(Function<String, Optional<Provider>> value) {
            allProviders = true;
            return providers(value);
        }

        /** Who is excluded from federal programmes. */
        public Builder exclusions(ExclusionList value) {
            exclusions = value;
            return this;
        }

        /** The edits of the National Correct Coding Initiative. */
        public Builder ncci(NcciTables value) {
            ncci = value;
            return this;
        }

        /** The least minutes that a unit of a code takes; replaces those of office visits. */
        public Builder minutes(Function<String, OptionalInt> value) {
            minutes = value;
            return this;
        }

        /** The middle of a ZIP code area. */
        public Builder centroids(Function<ZipCode, Optional<Point>> value) {
            centroids = value;
            return this;
        }

        /** The ingredient of a fill. */
        public Builder ingredients(Function<PrescriptionFill, Optional<String>> value) {
            ingredients = value;
            return this;
        }

        /** Knows the fills of controlled substances. */
        public Builder controlled(Predicate<PrescriptionFill> value) {
            controlled = value;
            return this;
        }

        /** The context. */
        public AlertContext build() {
            return new AlertContext(this);
        }
    }
}
