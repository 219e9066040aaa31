package io.github.tic4j.collaboratemd;

import java.util.function.Supplier;

/**
 * A client of the CollaborateMD Web API:
 *
 * <pre>{@code
 * CollaborateMdClient client = CollaborateMdClient.builder(new Credentials(user, password)).build();
 * ReportResult result = client.reports().runAndAwait(new CustomerNumber("10000001"), report).execute();
 * if (result instanceof ReportResult.Ready ready) {
 *     try (ReportTable table = ready.archive().open()) {
 *         table.forEach(row -> bill(row.text("charge_id"), row.money("charge_amount")));
 *     }
 * }
 * }</pre>
 *
 * <p>Immutable, thread-safe and meant to be shared. It holds nothing that needs closing.
 */
public final class CollaborateMdClient {

    private final Api api;

    CollaborateMdClient(ClientOptions options) {
        this.api = new Api(options);
    }

    /** A builder with fixed credentials. */
    public static ClientBuilder builder(Credentials credentials) {
        return new ClientBuilder(() -> credentials);
    }

    /**
     * A builder with credentials that may change: they are asked for at each call, and once more where the service
     * rejects them; if they differ then, the request is repeated.
     */
    public static ClientBuilder builder(Supplier<Credentials> credentials) {
        return new ClientBuilder(credentials);
    }

    /** Report runs. */
    public Reports reports() {
        return new Reports(api);
    }

    /** Patients. */
    public Patients patients() {
        return new Patients(api);
    }

    /** What patients owe. */
    public Balances balances() {
        return new Balances(api);
    }

    /** Whether patients are insured. */
    public Eligibility eligibility() {
        return new Eligibility(api);
    }

    /** Claims. */
    public Claims claims() {
        return new Claims(api);
    }

    /** Appointments. */
    public Appointments appointments() {
        return new Appointments(api);
    }

    /** The providers who refer patients. */
    public ReferringProviders referringProviders() {
        return new ReferringProviders(api);
    }

    /** Remittance advices. */
    public Payments payments() {
        return new Payments(api);
    }

    /** Nightly snapshots. */
    public Snapshots snapshots() {
        return new Snapshots(api);
    }
}
