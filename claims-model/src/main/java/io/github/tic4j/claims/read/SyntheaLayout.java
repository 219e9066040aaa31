package io.github.tic4j.claims.read;

import io.github.tic4j.claims.Claim;
import io.github.tic4j.claims.CoverageSpan;
import io.github.tic4j.claims.Patient;
import io.github.tic4j.claims.Provider;
import io.github.tic4j.claims.read.Layout.FileTest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The CSV export of Synthea: relational files of claims, their bookings, encounters, persons and places. */
final class SyntheaLayout implements Layout {

    static final FileTest CLAIMS = FileTest.with("Id", "PATIENTID", "APPOINTMENTID", "HEALTHCARECLAIMTYPEID1");
    static final FileTest BOOKINGS = FileTest.with("CLAIMID", "CHARGEID", "TYPE", "APPOINTMENTID");
    static final FileTest ENCOUNTERS = FileTest.with("Id", "START", "STOP", "ENCOUNTERCLASS");

    @Override
    public List<Recipe<Claim>> claims() {
        return List.of(new Recipe<>(CLAIMS.or(BOOKINGS).or(ENCOUNTERS), SyntheaLayout::encounter, SyntheaClaims::map));
    }

    @Override
    public List<Recipe<Patient>> patients() {
        return List.of(Recipe.perRow(FileTest.with("Id", "BIRTHDATE", "DEATHDATE", "GENDER"), SyntheaPeople::patient));
    }

    @Override
    public List<Recipe<Provider>> providers() {
        return List.of(
                Recipe.perRow(FileTest.with("Id", "ORGANIZATION", "SPECIALITY"), SyntheaPeople::practitioner),
                Recipe.perRow(FileTest.with("Id", "NAME", "UTILIZATION", "REVENUE"), SyntheaPeople::organization));
    }

    @Override
    public List<Recipe<CoverageSpan>> coverage() {
        return List.of(
                Recipe.perRow(FileTest.with("PATIENT", "START_DATE", "END_DATE", "PAYER"), SyntheaPeople::coverage));
    }

    /** Claims and bookings name their encounter; where they do not, the claim takes its place. */
    private static @Nullable String encounter(SourceRow row) {
        if (ENCOUNTERS.accepts(row.header())) {
            return row.value("Id");
        }
        String encounter = row.value("APPOINTMENTID");
        return encounter != null ? encounter : row.value(BOOKINGS.accepts(row.header()) ? "CLAIMID" : "Id");
    }
}
