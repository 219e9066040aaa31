package io.github.tic4j.collaboratemd.testkit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The reports of the fake server: who runs what, and how far it is. Guarded by the server. */
final class FakeRuns {

    private static final Pattern RUN = Pattern.compile("/v1(?:/customer/(\\d{8}))?/reports/(\\d+)/filter/(\\d+)/run");
    private static final Pattern RESULT = Pattern.compile("/v1(?:/customer/(\\d{8}))?/reports/results/(\\d+)");
    private static final byte[] NOTHING = {};

    private final Map<String, FakeReport> script = new HashMap<>();
    private final Map<String, Run> runs = new HashMap<>();
    private final Map<String, Run> lastOfUser = new HashMap<>();
    private int nextIdentifier = 500_001;

    private static final class Run {

        private final String identifier;
        private final String customer;
        private final FakeReport report;
        private int runningPolls;
        private int emptyPolls;

        Run(String identifier, String customer, FakeReport report) {
            this.identifier = identifier;
            this.customer = customer;
            this.report = report;
            this.runningPolls = report.runningPolls;
            this.emptyPolls = report.emptyPolls;
        }
    }

    void script(String report, String customer, FakeReport behaviour) {
        script.put(report + '@' + customer, behaviour);
    }

    void expire() {
        runs.clear();
        lastOfUser.clear();
    }

    void repeatIdentifier() {
        nextIdentifier--;
    }

    FakeAnswer answer(String user, Received request, boolean isJson) {
        Matcher run = RUN.matcher(request.path());
        if (run.matches()) {
            return run(user, run.group(1), run.group(2), run.group(3), customers(request.query()), isJson);
        }
        Matcher result = RESULT.matcher(request.path());
        return result.matches()
                ? result(result.group(1), result.group(2), isJson)
                : FakeAnswer.text(404, "text/html", "<html><body>Not Found</body></html>");
    }

    private FakeAnswer run(
            String user,
            @Nullable String customer,
            String report,
            String filter,
            List<String> customers,
            boolean isJson) {
        Run current = lastOfUser.get(user);
        if (current != null && current.runningPolls > 0) {
            current.runningPolls--;
            return generic(isJson, "REPORT RUNNING", "A report is still running.", current.identifier);
        }
        FakeReport behaviour =
                customer != null ? scripted(report, filter, customer) : combined(report, filter, customers);
        if (behaviour.isDeclined()) {
            return generic(isJson, behaviour.runStatus, behaviour.runMessage, "");
        }
        String identifier = Integer.toString(nextIdentifier++);
        Run run = new Run(identifier, customer == null ? "" : customer, behaviour);
        runs.put(identifier, run);
        lastOfUser.put(user, run);
        return generic(isJson, "SUCCESS", "", identifier);
    }

    private FakeAnswer result(@Nullable String customer, String identifier, boolean isJson) {
        Run run = runs.get(identifier);
        if (run == null || !run.customer.equals(customer == null ? "" : customer)) {
            return report(isJson, "NOT FOUND", "There is no such report.", NOTHING);
        }
        if (run.runningPolls > 0) {
            run.runningPolls--;
            return report(isJson, "REPORT RUNNING", "The report is still running.", NOTHING);
        }
        if (run.emptyPolls > 0) {
            run.emptyPolls--;
            return report(isJson, "SUCCESS", "", NOTHING);
        }
        return report(isJson, run.report.resultStatus, run.report.resultMessage, run.report.data());
    }

    private FakeReport scripted(String report, String filter, String customer) {
        FakeReport byFilter = script.get(report + '/' + filter + '@' + customer);
        FakeReport behaviour = byFilter != null ? byFilter : script.get(report + '@' + customer);
        return behaviour != null ? behaviour : FakeReport.declined("INVALID CRITERIA", "Invalid criteria.");
    }

    private FakeReport combined(String report, String filter, List<String> customers) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (String customer : customers) {
            FakeReport one = scripted(report, filter, customer);
            if (one.isDeclined()) {
                return one;
            }
            one.files.forEach((name, content) -> files.put(customer + ' ' + name, content));
        }
        return FakeReport.files(files);
    }

    private static List<String> customers(String query) {
        return new ArrayList<>(Stream.of(query.split("&"))
                .filter(parameter -> parameter.startsWith("customer="))
                .map(parameter -> parameter.substring("customer=".length()))
                .toList());
    }

    private static FakeAnswer generic(boolean isJson, String status, String message, String identifier) {
        return FakeAnswer.document(isJson, "GenericResponse", status, message, identifier, NOTHING);
    }

    private static FakeAnswer report(boolean isJson, String status, String message, byte[] data) {
        return FakeAnswer.document(isJson, "ReportResponse", status, message, "", data);
    }
}
