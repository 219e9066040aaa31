package io.github.tic4j.claims.deid;

import io.github.tic4j.claims.Address;
import io.github.tic4j.claims.Claim;
import io.github.tic4j.claims.CoverageSpan;
import io.github.tic4j.claims.Patient;
import io.github.tic4j.claims.Provider;
import io.github.tic4j.claims.code.Npi;
import io.github.tic4j.claims.code.ZipCode;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes persons out of records.
 *
 * <p>Names, streets, counties, telephone numbers, e-mail addresses, SSN, MBI and medical record numbers go. Ids of
 * persons, members, claims and prescriptions, and taxpayer numbers, become tokens of a {@link TokenKey}, so that records
 * still find each other. NPIs become tokens too unless they are kept. What was refused when a record was read, and
 * codes that do not have the form of their list, go, for anything may stand in them.
 *
 * <p>The two profiles differ in dates and places, and in law. {@link #safeHarbor} follows 45 CFR 164.514(b)(2): of a
 * date the year stays, shown as its first of January; of a ZIP code the first three digits stay, unless few people live
 * there; ages above 89 become 90. {@link #limitedDataset} is <em>not</em> de-identified under Safe Harbor: dates are
 * shifted, city and ZIP code stay, and it may be passed on only under a data use agreement (45 CFR 164.514(e)) or after
 * an expert's determination.
 *
 * <p>Check what leaves with a {@link Verifier}. Immutable and thread-safe.
 */
public final class Deidentifier {

    /**
     * First three digits of ZIP codes where 20,000 people or fewer live, by the census of 2000 or of 2010: those of either
     * list, to be on the safe side. A newer list is given by {@link #withSparseZips}.
     */
    public static final Set<String> SPARSE_ZIPS = Set.of(
            "036", "059", "063", "102", "203", "205", "369", "556", "692", "790", "821", "823", "830", "831", "878",
            "879", "884", "890", "893");

    private final TokenKey key;
    private final DatePolicy dates;
    private final @Nullable LocalDate ageAt;
    private final Set<String> sparseZips;
    private final boolean keepsNpis;

    private Deidentifier(
            TokenKey key, DatePolicy dates, @Nullable LocalDate ageAt, Set<String> sparseZips, boolean keepsNpis) {
        this.key = key;
        this.dates = dates;
        this.ageAt = ageAt;
        this.sparseZips = Set.copyOf(sparseZips);
        this.keepsNpis = keepsNpis;
    }

    /**
     * The Safe Harbor profile.
     *
     * @param ageAt the day at which the ages of the living count: today, or the last day of service if that is later
     */
    public static Deidentifier safeHarbor(TokenKey key, LocalDate ageAt) {
        return new Deidentifier(key, DatePolicy.yearOnly(), ageAt, SPARSE_ZIPS, false);
    }

    /** A limited data set whose dates move back by 1 to 365 days, the same for all dates of a person. */
    public static Deidentifier limitedDataset(TokenKey key) {
        return new Deidentifier(key, DatePolicy.shift(key, 1), null, SPARSE_ZIPS, false);
    }

    /** A limited data set whose dates move back by 1 to 52 whole weeks, so that days of the week stay. */
    public static Deidentifier limitedDatasetInWeeks(TokenKey key) {
        return new Deidentifier(key, DatePolicy.shift(key, 7), null, SPARSE_ZIPS, false);
    }

    /** The same, with valid NPIs as they are: they identify providers, not patients. */
    public Deidentifier keepingNpis() {
        return new Deidentifier(key, dates, ageAt, sparseZips, true);
    }

    /** The same with another list of the ZIP codes, by their first three digits, where few people live. */
    public Deidentifier withSparseZips(Set<String> firstThreeDigits) {
        return new Deidentifier(key, dates, ageAt, firstThreeDigits, keepsNpis);
    }

    /** Whether the profile is Safe Harbor. */
    public boolean isSafeHarbor() {
        return ageAt != null;
    }

    /** A claim without its person; the person's id decides how far dates are shifted. */
    public Claim apply(Claim claim) {
        return new ClaimMasking(this, claim).masked();
    }

    /** A patient without name and address. */
    public Patient apply(Patient patient) {
        String person = patient.id();
        LocalDate birth = patient.birthDate();
        LocalDate death = patient.deathDate();
        boolean old = isOld(patient);
        return Patient.builder(token("person", person))
                .birthDate(
                        birth == null || old
                                ? null
                                : dates.showBirth(person, birth, ageAt(death)).orElse(null))
                .statedAge(old ? Integer.valueOf(Ages.TOP) : patient.statedAge())
                .deathDate(date(person, death))
                .sex(
                        patient.sex() == null || !patient.sex().isValid()
                                ? null
                                : patient.sex().value())
                .race(patient.race())
                .ethnicity(patient.ethnicity())
                .address(address(patient.address()))
                .chronicConditions(patient.chronicConditions())
                .lastVisit(date(person, patient.lastVisit()))
                .build();
    }

    /** Coverage without its person. */
    public CoverageSpan apply(CoverageSpan span) {
        String person = span.personId();
        return new CoverageSpan(
                token("person", person),
                tokenOrNull("member", span.memberId()),
                tokenOrNull("member", span.subscriberId()),
                span.relationship(),
                span.payer(),
                span.payerType(),
                span.plan(),
                tokenOrNull("group", span.group()),
                date(person, span.startDate()),
                date(person, span.endDate()),
                span.source());
    }

    /** A provider without name, street and taxpayer number, and with the NPI as its policy says. */
    public Provider apply(Provider provider) {
        return Provider.builder(token("provider", provider.id()))
                .npi(npi(provider.npi()))
                .kind(provider.kind())
                .type(provider.type())
                .tin(provider.tin() == null ? null : token("tin", provider.tin().value()))
                .taxonomy(
                        provider.taxonomy() == null || !provider.taxonomy().isValid()
                                ? null
                                : provider.taxonomy().value())
                .specialty(provider.specialty())
                .address(address(provider.address()))
                .deactivatedDate(
                        provider.deactivatedDate() == null
                                ? null
                                : provider.deactivatedDate().withDayOfYear(1))
                .beds(provider.beds())
                .teaching(provider.teaching())
                .build();
    }

    @Override
    public String toString() {
        return (isSafeHarbor() ? "Safe Harbor with " : "limited data set with ") + key;
    }

    /** The token of an id; of nothing, nothing. */
    String token(String domain, String id) {
        return id.isBlank() ? "" : key.token(domain, id);
    }

    @Nullable
    String tokenOrNull(String domain, @Nullable String id) {
        return id == null ? null : token(domain, id);
    }

    /** A date as it may be shown; without a person there is nothing to shift it by, and it goes. */
    @Nullable
    LocalDate date(String person, @Nullable LocalDate date) {
        return date == null || person.isBlank() ? null : dates.show(person, date);
    }

    @Nullable
    String npi(@Nullable Npi npi) {
        if (npi == null) {
            return null;
        }
        return keepsNpis && npi.isValid() ? npi.value() : token("npi", npi.value());
    }

    private boolean isOld(Patient patient) {
        LocalDate birth = patient.birthDate();
        if (!isSafeHarbor()) {
            return false;
        }
        return birth == null
                ? patient.statedAge() != null && patient.statedAge() >= Ages.TOP
                : Ages.isProtected(birth, ageAt(patient.deathDate()));
    }

    private LocalDate ageAt(@Nullable LocalDate death) {
        LocalDate day = ageAt == null ? LocalDate.MAX : ageAt;
        return death != null && death.isBefore(day) ? death : day;
    }

    private Address address(Address address) {
        ZipCode zip = address.zip();
        if (!isSafeHarbor()) {
            return new Address(null, address.city(), null, address.state(), zip == null || !zip.isValid() ? null : zip);
        }
        return new Address(
                null, null, null, address.state(), zip == null || !zip.isValid() ? null : ZipCode.of(zip3(zip)));
    }

    private String zip3(ZipCode zip) {
        return sparseZips.contains(zip.zip3()) ? "000" : zip.zip3();
    }
}
