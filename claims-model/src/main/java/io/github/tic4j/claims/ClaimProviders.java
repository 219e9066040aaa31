package io.github.tic4j.claims;

import io.github.tic4j.claims.code.Npi;
import io.github.tic4j.claims.code.Taxonomy;
import io.github.tic4j.claims.code.Tin;
import org.jspecify.annotations.Nullable;

/**
 * Who took part in a claim.
 *
 * @param billing who asks for the money
 * @param billingTin taxpayer number of the billing provider
 * @param billingTaxonomy what the billing provider is
 * @param rendering who gave the service; a line may name its own
 * @param facility where it was given
 * @param attending physician in charge of a stay
 * @param operating surgeon
 * @param referring who sent the patient
 */
public record ClaimProviders(
        @Nullable Npi billing,
        @Nullable Tin billingTin,
        @Nullable Taxonomy billingTaxonomy,
        @Nullable Npi rendering,
        @Nullable Npi facility,
        @Nullable Npi attending,
        @Nullable Npi operating,
        @Nullable Npi referring) {

    /** Nobody is named. */
    public static final ClaimProviders NONE = new ClaimProviders(null, null, null, null, null, null, null, null);

    /** The same with another billing provider. */
    public ClaimProviders withBilling(@Nullable Npi value) {
        return new ClaimProviders(
                value, billingTin, billingTaxonomy, rendering, facility, attending, operating, referring);
    }

    /** The same with another taxpayer number. */
    public ClaimProviders withBillingTin(@Nullable Tin value) {
        return new ClaimProviders(
                billing, value, billingTaxonomy, rendering, facility, attending, operating, referring);
    }

    /** The same with another taxonomy of the billing provider. */
    public ClaimProviders withBillingTaxonomy(@Nullable Taxonomy value) {
        return new ClaimProviders(billing, billingTin, value, rendering, facility, attending, operating, referring);
    }

    /** The same with another rendering provider. */
    public ClaimProviders withRendering(@Nullable Npi value) {
        return new ClaimProviders(
                billing, billingTin, billingTaxonomy, value, facility, attending, operating, referring);
    }

    /** The same with another facility. */
    public ClaimProviders withFacility(@Nullable Npi value) {
        return new ClaimProviders(
                billing, billingTin, billingTaxonomy, rendering, value, attending, operating, referring);
    }

    /** The same with another attending physician. */
    public ClaimProviders withAttending(@Nullable Npi value) {
        return new ClaimProviders(
                billing, billingTin, billingTaxonomy, rendering, facility, value, operating, referring);
    }

    /** The same with another surgeon. */
    public ClaimProviders withOperating(@Nullable Npi value) {
        return new ClaimProviders(
                billing, billingTin, billingTaxonomy, rendering, facility, attending, value, referring);
    }

    /** The same with another referring provider. */
    public ClaimProviders withReferring(@Nullable Npi value) {
        return new ClaimProviders(
                billing, billingTin, billingTaxonomy, rendering, facility, attending, operating, value);
    }
}
