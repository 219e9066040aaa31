package io.github.tic4j.collaboratemd;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds, creates and changes patients, and tells of changes that the practice made. */
public final class Patients {

    private static final int MAX_BATCH = 1_000;

    private final Api api;

    Patients(Api api) {
        this.api = api;
    }

    /** The account number of the patient; empty if there is none. */
    public ApiCall<Optional<String>> find(CustomerNumber customer, PatientQuery query) {
        Request request = query.addTo(Request.get("patients.find", path(customer, "find")));
        return api.callAny(request, answer -> {
            if (answer.status().equals(ApiStatus.NOT_FOUND)) {
                return Optional.empty();
            }
            if (!answer.isSuccess()) {
                throw answer.toException(request.label());
            }
            return answer.root().text("AccountNumber");
        });
    }

    /** Creates or changes a patient; the answer is its account number where the service states it. */
    public ApiCall<Optional<String>> save(CustomerNumber customer, PatientUpdate patient) {
        return save(Request.post("patients.save", path(customer, "xml")).withXml(patient.toElement()));
    }

    /** Creates or changes a patient by an HL7 ADT message. */
    public ApiCall<Optional<String>> saveHl7(CustomerNumber customer, String message) {
        return save(Request.post("patients.save", path(customer, "hl7")).withText(message));
    }

    /**
     * The next changes of a queue. Reading takes them off the queue: what is read and then lost does not come again.
     *
     * @param count how many at most, up to 1,000
     */
    public ApiCall<List<PatientUpdate>> updates(CustomerNumber customer, int count) {
        if (count < 1 || count > MAX_BATCH) {
            throw new IllegalArgumentException("between 1 and " + MAX_BATCH + " updates are read at a time");
        }
        Request request = Request.get("patients.updates", path(customer, "updates/find/xml"))
                .with("response_count", Integer.toString(count))
                .unrepeatable();
        return api.call(
                request,
                answer -> answer.root()
                        .all("PatientUpdate")
                        .map(PatientUpdate::from)
                        .toList());
    }

    /** All changes of the queue, read in batches until one is empty; each batch is a blocking call. */
    public Stream<PatientUpdate> drainUpdates(CustomerNumber customer, int batch) {
        ApiCall<List<PatientUpdate>> call = updates(customer, batch);
        return Stream.generate(call::execute)
                .takeWhile(updates -> !updates.isEmpty())
                .flatMap(List::stream);
    }

    private ApiCall<Optional<String>> save(Request request) {
        return api.call(request, answer -> answer.root().text("AccountNumber"));
    }

    private static String path(CustomerNumber customer, String rest) {
        return Request.customerPath(customer) + "patient/" + rest;
    }
}
