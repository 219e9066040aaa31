package io.github.tic4j.collaboratemd;

import java.util.Optional;

/**
 * Submits claims. Each submission creates a new claim, so none is ever repeated by itself; after
 * {@link OutcomeUnknownException} look whether the claim is there. The answer is the identifier of the claim where the
 * service states it.
 */
public final class Claims {

    private final Api api;

    Claims(Api api) {
        this.api = api;
    }

    /** Submits a professional claim. */
    public ApiCall<Optional<String>> submit(CustomerNumber customer, Claim claim) {
        return send(Request.post("claims.submit", Request.customerPath(customer) + "claim/xml")
                .withXml(claim.toElement()));
    }

    /** Submits a professional claim as an HL7 message. */
    public ApiCall<Optional<String>> submitHl7(CustomerNumber customer, String message) {
        return send(Request.post("claims.submit", Request.customerPath(customer) + "claim/hl7")
                .withText(message));
    }

    /** Submits an institutional claim, an {@code IClaim} element in the vendor's schema. */
    public ApiCall<Optional<String>> submitInstitutional(CustomerNumber customer, Element claim) {
        return send(Request.post("claims.submitInstitutional", Request.customerPath(customer) + "iclaim/xml")
                .withXml(claim));
    }

    private ApiCall<Optional<String>> send(Request request) {
        return api.call(request, answer -> answer.root().text("Identifier"));
    }
}
