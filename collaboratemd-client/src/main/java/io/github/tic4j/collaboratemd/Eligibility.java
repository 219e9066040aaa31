package io.github.tic4j.collaboratemd;

/**
 * Asks whether patients are insured. The vendor documents no closer shape of the answer than a document, which is given as
 * it came.
 */
public final class Eligibility {

    private final Api api;

    Eligibility(Api api) {
        this.api = api;
    }

    /** The eligibility under the primary policy. */
    public ApiCall<Element> primary(CustomerNumber customer, String patient) {
        return call("eligibility.primary", Request.patientPath(customer, patient) + "primaryEligibility");
    }

    /** The eligibility under all policies. */
    public ApiCall<Element> all(CustomerNumber customer, String patient) {
        return call("eligibility.all", Request.patientPath(customer, patient) + "allEligibility");
    }

    /** The eligibility under the policy of a member number. */
    public ApiCall<Element> ofMember(CustomerNumber customer, String patient, String memberId) {
        Request request = Request.get("eligibility.ofMember", Request.patientPath(customer, patient) + "eligibility")
                .with("memberID", memberId);
        return api.call(request, Answer::root);
    }

    private ApiCall<Element> call(String label, String path) {
        return api.call(Request.get(label, path), Answer::root);
    }
}
