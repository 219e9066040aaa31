package io.github.tic4j.claims.measure;

import io.github.tic4j.claims.Claim;
import io.github.tic4j.claims.ClaimLine;
import io.github.tic4j.claims.ClaimType;
import io.github.tic4j.claims.code.BillType;
import io.github.tic4j.claims.code.Drg;
import io.github.tic4j.claims.code.HcpcsCode;
import io.github.tic4j.claims.code.PlaceOfService;
import io.github.tic4j.claims.code.RevenueCode;
import io.github.tic4j.claims.code.Taxonomy;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What kind of care a claim is for, by type of bill, revenue centre, procedure, place, DRG and taxonomy. A claim may
 * match several categories; of those the one that stands first here wins.
 */
public enum ServiceCategory {
    /** Drugs dispensed by a pharmacy. */
    PHARMACY(claim -> claim.type() == ClaimType.PHARMACY),
    /** Dental care. */
    DENTAL(claim -> claim.type() == ClaimType.DENTAL),
    /** Acute inpatient care for births. */
    MATERNITY(claim -> Stays.isAcuteInpatient(claim) && hasDrg(claim, "768", "768", "783", "798", "805", "807")),
    /** Inpatient care in psychiatric facilities. */
    INPATIENT_PSYCHIATRIC(claim -> isInpatient(claim) && hasTaxonomy(claim, "283Q00000X", "273R00000X")),
    /** Inpatient care in rehabilitation facilities. */
    INPATIENT_REHABILITATION(claim -> isInpatient(claim) && hasTaxonomy(claim, "283X00000X", "273Y00000X")),
    /** Acute inpatient care, practitioners' services in the hospital included. */
    ACUTE_INPATIENT(claim -> Stays.isAcuteInpatient(claim) || atPlace(claim, "21")),
    /** Emergency departments. */
    EMERGENCY(claim -> hasRevenue(claim, "0450", "0452", "0459", "0459", "0981", "0981")
            || isInstitutional(claim) && hasHcpcs(claim, "99281", "99285", "G0380", "G0384")
            || atPlace(claim, "23")),
    /** Urgent care. */
    URGENT_CARE(claim -> hasBill(claim, "13", "71", "73") && hasRevenue(claim, "0456", "0456")
            || hasHcpcs(claim, "S9088", "S9088", "99051", "99051", "S9083", "S9083")
            || atPlace(claim, "20")),
    /** Skilled nursing facilities. */
    SKILLED_NURSING(claim -> hasBill(claim, "21", "22") || atPlace(claim, "31", "32")),
    /** Hospice. */
    HOSPICE(claim -> hasBill(claim, "81", "82")
            || hasRevenue(
                    claim, "0655", "0656", "0658", "0658", "0115", "0115", "0125", "0125", "0135", "0135", "0145",
                    "0145", "0155", "0155", "0235", "0235")
            || atPlace(claim, "34")),
    /** Home health. */
    HOME_HEALTH(claim -> hasBill(claim, "31", "32", "33", "34", "35", "36", "37", "38") || atPlace(claim, "12")),
    /** Dialysis. */
    DIALYSIS(
            claim -> hasBill(claim, "72") || hasRevenue(claim, "0820", "0859", "0880", "0889") || atPlace(claim, "65")),
    /** Observation without admission. */
    OBSERVATION(claim -> hasRevenue(claim, "0762", "0762") || hasHcpcs(claim, "G0378", "G0379")),
    /** Ambulances. */
    AMBULANCE(claim -> hasHcpcs(claim, "A0425", "A0436") || atPlace(claim, "41", "42")),
    /** Laboratories. */
    LABORATORY(claim -> hasBill(claim, "14") || atPlace(claim, "81")),
    /** Ambulatory surgery centres. */
    AMBULATORY_SURGERY(claim -> hasBill(claim, "83") || atPlace(claim, "24")),
    /** Telehealth. */
    TELEHEALTH(claim -> atPlace(claim, "02", "10")),
    /** Outpatient departments and clinics. */
    OUTPATIENT(claim -> hasBill(claim, "13", "43", "44", "71", "73", "74", "75", "76", "77", "79", "85")
            || atPlace(claim, "19", "22")),
    /** Offices. */
    OFFICE(claim -> atPlace(claim, "11")),
    /** None of these. */
    OTHER(claim -> true);

    @SuppressWarnings("ImmutableEnumChecker") // the predicates have no state
    private final Predicate<Claim> test;

    ServiceCategory(Predicate<Claim> test) {
        this.test = test;
    }

    /** The category that wins. */
    public static ServiceCategory of(Claim claim) {
        return all(claim).iterator().next();
    }

    /** Every category that matches, the winner first; {@link #OTHER} only where none does. */
    public static Set<ServiceCategory> all(Claim claim) {
        EnumSet<ServiceCategory> matches = EnumSet.noneOf(ServiceCategory.class);
        for (ServiceCategory category : values()) {
            if (category.test.test(claim)) {
                matches.add(category);
            }
        }
        if (matches.size() > 1) {
            matches.remove(OTHER);
        }
        return matches;
    }

    private static boolean isInstitutional(Claim claim) {
        return claim.type() == ClaimType.INSTITUTIONAL;
    }

    private static boolean isInpatient(Claim claim) {
        BillType bill = claim.institutional().billType();
        return isInstitutional(claim) && (bill == null ? Stays.isAcuteInpatient(claim) : bill.isInpatient());
    }

    private static boolean hasBill(Claim claim, String... facilities) {
        BillType bill = claim.institutional().billType();
        return isInstitutional(claim) && bill != null && List.of(facilities).contains(bill.facility());
    }

    private static boolean hasTaxonomy(Claim claim, String... taxonomies) {
        Taxonomy taxonomy = claim.providers().billingTaxonomy();
        return taxonomy != null && List.of(taxonomies).contains(taxonomy.value());
    }

    private static boolean hasDrg(Claim claim, String... ranges) {
        Drg drg = claim.institutional().drg();
        return drg != null && drg.isValid() && within(drg.value(), ranges);
    }

    private static boolean atPlace(Claim claim, String... places) {
        return !isInstitutional(claim)
                && claim.lines().stream().anyMatch(line -> {
                    PlaceOfService place = line.placeOfService();
                    return place != null && List.of(places).contains(place.value());
                });
    }

    private static boolean hasRevenue(Claim claim, String... ranges) {
        return isInstitutional(claim)
                && claim.lines().stream().anyMatch(line -> {
                    RevenueCode revenue = line.revenueCode();
                    return revenue != null && revenue.isValid() && within(revenue.value(), ranges);
                });
    }

    private static boolean hasHcpcs(Claim claim, String... ranges) {
        return claim.lines().stream().anyMatch(line -> isHcpcs(line, ranges));
    }

    private static boolean isHcpcs(ClaimLine line, String... ranges) {
        HcpcsCode hcpcs = line.hcpcs();
        return hcpcs != null && hcpcs.isValid() && within(hcpcs.value(), ranges);
    }

    /** Whether a code lies in one of the ranges, given as pairs of first and last. */
    private static boolean within(String value, String... ranges) {
        for (int i = 0; i < ranges.length; i += 2) {
            if (value.compareTo(ranges[i]) >= 0 && value.compareTo(ranges[i + 1]) <= 0) {
                return true;
            }
        }
        return false;
    }
}
