package io.github.tic4j.collaboratemd;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Sends appointments, and tells of changes that the practice made. */
public final class Appointments {

    private static final int MAX_BATCH = 1_000;

    private final Api api;

    Appointments(Api api) {
        this.api = api;
    }

    /** Sends an appointment, an element in the vendor's schema; the answer is its identifier where stated. */
    public ApiCall<Optional<String>> send(CustomerNumber customer, Element appointment) {
        return send(Request.post("appointments.send", path(customer, "xml")).withXml(appointment));
    }

    /** Sends an appointment as an HL7 SIU message. */
    public ApiCall<Optional<String>> sendHl7(CustomerNumber customer, String message) {
        return send(Request.post("appointments.send", path(customer, "hl7")).withText(message));
    }

    /**
     * The next changes of a queue, as the document that came. Reading takes them off the queue: what is read and then lost
     * does not come again.
     *
     * @param count how many at most, up to 1,000
     */
    public ApiCall<Element> updates(CustomerNumber customer, int count) {
        return api.call(updates(customer, "xml", count), Answer::root);
    }

    /** As {@link #updates}, as HL7 messages in one text. */
    public ApiCall<String> updatesHl7(CustomerNumber customer, int count) {
        return api.download(
                updates(customer, "hl7", count), response -> new String(response.body(), StandardCharsets.UTF_8));
    }

    private static Request updates(CustomerNumber customer, String form, int count) {
        if (count < 1 || count > MAX_BATCH) {
            throw new IllegalArgumentException("between 1 and " + MAX_BATCH + " updates are read at a time");
        }
        return Request.get("appointments.updates", path(customer, "updates/find/" + form))
                .with("response_count", Integer.toString(count))
                .unrepeatable();
    }

    private ApiCall<Optional<String>> send(Request request) {
        return api.call(request, answer -> answer.root().text("Identifier"));
    }

    private static String path(CustomerNumber customer, String rest) {
        return Request.customerPath(customer) + "appointment/" + rest;
    }
}
