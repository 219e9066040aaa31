package io.github.tic4j.collaboratemd;

import java.util.List;

/** Tells what patients owe. The patient is named by the account number that {@link Patients#find} answers. */
public final class Balances {

    private final Api api;

    Balances(Api api) {
        this.api = api;
    }

    /** The balance of a patient, without charges. */
    public ApiCall<Balance> of(CustomerNumber customer, String patient) {
        return api.call(request("balances.of", customer, patient, "balance"), answer -> Balance.from(answer.root()));
    }

    /** The balance of a patient with the outstanding charges. */
    public ApiCall<Balance> details(CustomerNumber customer, String patient) {
        return api.call(
                request("balances.details", customer, patient, "balanceDetails"),
                answer -> Balance.from(answer.root()));
    }

    /** All charges of a patient, with where each stands. */
    public ApiCall<List<ChargeItem>> history(CustomerNumber customer, String patient) {
        return api.call(
                request("balances.history", customer, patient, "chargeHistory"),
                answer -> answer.root().all("ChargeItem").map(ChargeItem::from).toList());
    }

    private static Request request(String label, CustomerNumber customer, String patient, String what) {
        return Request.get(label, Request.patientPath(customer, patient) + what);
    }
}
