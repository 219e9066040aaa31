package io.github.tic4j.collaboratemd;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds and creates the providers who refer patients. */
public final class ReferringProviders {

    private final Api api;

    ReferringProviders(Api api) {
        this.api = api;
    }

    /**
     * What became of a provider that was to be created.
     *
     * @param identifier its identifier
     * @param existed whether it had been there before
     */
    public record Creation(String identifier, boolean existed) {}

    /** The providers that match all that the search states. */
    public ApiCall<List<ReferringProvider>> find(CustomerNumber customer, ReferringProvider search) {
        Request request = Request.get("referringProviders.find", path(customer) + "/find");
        request = with(request, "firstName", search.firstName());
        request = with(request, "lastName", search.lastName());
        request = with(request, "NPI", search.npi());
        Request complete = with(request, "referenceID", search.referenceId());
        return api.callAny(complete, answer -> {
            if (!answer.isSuccess() && !answer.status().equals(ApiStatus.NOT_FOUND)) {
                throw answer.toException(complete.label());
            }
            return answer.root().all("Referring").map(ReferringProvider::from).toList();
        });
    }

    /** Creates a provider; one that exists already is told, not changed. */
    public ApiCall<Creation> create(CustomerNumber customer, ReferringProvider provider) {
        Request request =
                Request.post("referringProviders.create", path(customer)).withXml(provider.toElement());
        return api.callAny(request, answer -> {
            String identifier = answer.root().text("Identifier").orElse("");
            boolean existed = answer.status().equals(ApiStatus.INVALID_CRITERIA) && !identifier.isEmpty();
            if (!answer.isSuccess() && !existed) {
                throw answer.toException(request.label());
            }
            return new Creation(identifier, existed);
        });
    }

    private static Request with(Request request, String name, @Nullable String value) {
        return value == null ? request : request.with(name, value);
    }

    private static String path(CustomerNumber customer) {
        return Request.customerPath(customer) + "referring";
    }
}
