package io.github.tic4j.collaboratemd;

import io.github.tic4j.collaboratemd.table.ReportArchive;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What became of a report run. */
public sealed interface ReportResult {

    /**
     * The rows are there.
     *
     * @param archive the verified archive
     */
    record Ready(ReportArchive archive) implements ReportResult {}

    /** The report is still running; at the end of a wait: it was when patience ended. */
    record Running() implements ReportResult {}

    /**
     * The report succeeded without data.
     *
     * @param isCertain whether the service said that there are no records, or said success without data as often as
     *     {@link ReportTiming#emptyPolls()} asks. Otherwise the data may only not be attached yet.
     */
    record Empty(boolean isCertain) implements ReportResult {}

    /** The service gave up on the report; a filter over fewer days may help. */
    record TimedOut() implements ReportResult {}

    /** The service declined: by {@link ApiStatus#NOT_FOUND} a result that has expired. */
    final class Failed implements ReportResult {

        private final ApiStatus status;
        private final @Nullable String statusMessage;
        private final boolean customerUnusable;

        Failed(ApiStatus status, @Nullable String statusMessage, boolean customerUnusable) {
            this.status = status;
            this.statusMessage = statusMessage;
            this.customerUnusable = customerUnusable;
        }

        /** The status. */
        public ApiStatus status() {
            return status;
        }

        /** What the service said. It may repeat search criteria: do not log it. */
        public Optional<String> statusMessage() {
            return Optional.ofNullable(statusMessage);
        }

        /** Whether the customer is inactive, switched off or may not see the report. */
        public boolean isCustomerUnusable() {
            return customerUnusable;
        }

        /** The status only. */
        @Override
        public String toString() {
            return "Failed[" + status + "]";
        }
    }
}
