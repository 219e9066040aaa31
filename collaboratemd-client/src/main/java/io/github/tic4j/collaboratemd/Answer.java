package io.github.tic4j.collaboratemd;

import io.github.tic4j.collaboratemd.CollaborateMdException.Failure;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The answer that all endpoints share: a status, a message for people, and more.
 *
 * @param status the status
 * @param message the message, empty where there is none; it may repeat search criteria
 * @param root the whole document
 */
record Answer(ApiStatus status, String message, Element root) {

    private static final List<String> UNUSABLE = List.of(
            "interface is not turned on",
            "no longer active",
            "facility is inactive",
            "report not available for this customer");
    private static final Pattern NO_RECORDS = Pattern.compile("no records (?:were )?found");
    private static final Pattern CUSTOMER = Pattern.compile("customer number (\\d{8})(?!\\d)");

    static Answer read(Response response) {
        Element root = Documents.read(response.body())
                .orElseThrow(() -> AttemptFailure.unreadable("the answer is neither XML nor JSON"));
        ApiStatus status = root.text("Status")
                .map(ApiStatus::new)
                .orElseThrow(() -> AttemptFailure.unreadable("the answer has no status"));
        return new Answer(status, root.text("StatusMessage").orElse(""), root);
    }

    boolean isSuccess() {
        return status.isSuccess();
    }

    /** Whether a report of the same credentials is running: not the one asked for. */
    boolean isStillRunning() {
        return status.equals(ApiStatus.REPORT_RUNNING) || says("still running");
    }

    boolean isWithoutRecords() {
        return isSuccess() && NO_RECORDS.matcher(lowerCase()).find();
    }

    boolean isCustomerUnusable() {
        return UNUSABLE.stream().anyMatch(this::says);
    }

    /** The customer that the message names. */
    Optional<CustomerNumber> customer() {
        Matcher matcher = CUSTOMER.matcher(lowerCase());
        return matcher.find() ? Optional.of(new CustomerNumber(matcher.group(1))) : Optional.empty();
    }

    CollaborateMdException toException(String call) {
        Failure failure = new Failure(call, "status " + status, 200, 1, null);
        return isCustomerUnusable()
                ? new CustomerUnusableException(failure)
                : new RequestRejectedException(failure, status, messageOrNull());
    }

    @Nullable
    String messageOrNull() {
        return message.isEmpty() ? null : message;
    }

    @Override
    public String toString() {
        return "Answer[" + status + "]";
    }

    private boolean says(String fragment) {
        return lowerCase().contains(fragment);
    }

    private String lowerCase() {
        return message.toLowerCase(Locale.ROOT);
    }
}
