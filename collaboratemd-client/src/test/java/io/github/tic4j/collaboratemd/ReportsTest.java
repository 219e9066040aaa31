package io.github.tic4j.collaboratemd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tic4j.collaboratemd.table.ReportTable;
import io.github.tic4j.collaboratemd.table.Row;
import io.github.tic4j.collaboratemd.testkit.FakeReport;
import io.github.tic4j.collaboratemd.testkit.Fault;
import io.github.tic4j.collaboratemd.testkit.Received;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportsTest extends FakeServerTest {

    private static final SavedReport REPORT = new SavedReport("7001", "8001");
    private static final CustomerNumber FIRST = new CustomerNumber("10000001");
    private static final CustomerNumber SECOND = new CustomerNumber("10000002");
    private static final String CSV = "Charge ID,Charge Amount\n0301,$5.00\n";

    @ParameterizedTest
    @EnumSource(ResponseFormat.class)
    void aReportIsRunPolledAndRead(ResponseFormat format) {
        server.report("7001", "10000001", FakeReport.csv(CSV).runningFor(3));
        ReportResult result = builder()
                .format(format)
                .build()
                .reports()
                .runAndAwait(FIRST, REPORT)
                .execute();
        assertThat(chargeIds(result)).containsExactly("0301");
        assertThat(time.waits()).containsExactly(seconds(15), seconds(15), seconds(15));
        assertThat(server.received())
                .allMatch(request -> request.accept().endsWith(format.name().toLowerCase(Locale.ROOT)));
    }

    @Test
    void requestsAreMadeAsTheVendorDocuments() {
        server.report("7001", "10000001", FakeReport.csv(CSV));
        RunIdentifier run = reports().run(FIRST, REPORT).execute();
        reports().fetch(FIRST, run).execute();
        assertThat(server.received())
                .extracting(Received::method, Received::path)
                .containsExactly(
                        tuple("POST", "/v1/customer/10000001/reports/7001/filter/8001/run"),
                        tuple("POST", "/v1/customer/10000001/reports/results/" + run));
        assertThat(server.received())
                .allMatch(request -> request.body().isEmpty() && request.query().isEmpty());
    }

    @Test
    void aRunThatFindsAnotherRunningIsNotAccepted() {
        server.report("7001", "10000001", FakeReport.csv(CSV).runningFor(2))
                .report("7001", "10000002", FakeReport.csv(CSV));
        RunIdentifier first = reports().run(FIRST, REPORT).execute();
        RunIdentifier second = reports().run(SECOND, REPORT).execute();
        assertThat(second).isNotEqualTo(first);
        assertThat(time.waits()).containsExactly(seconds(60), seconds(60));
    }

    @Test
    void aRunThatIsNeverAcceptedEndsAtItsDeadline() {
        server.report("7001", "10000001", FakeReport.csv(CSV).runningFor(1_000_000));
        reports().run(FIRST, REPORT).execute();
        assertThatThrownBy(() -> reports().run(FIRST, REPORT).execute())
                .isInstanceOf(RunSlotBusyException.class)
                .hasMessage("reports.run failed, status REPORT RUNNING (101 attempts):"
                        + " another report of these credentials is running");
        assertThat(time.waits()).hasSize(100).containsOnly(seconds(60));
    }

    @Test
    void dataThatComeLateAreNotTakenForNone() {
        server.report("7001", "10000001", FakeReport.csv(CSV).runningFor(1).emptyFor(3));
        assertThat(chargeIds(run(FIRST))).containsExactly("0301");
    }

    @Test
    void successWithoutDataCountsAsEmptyAfterFourAnswersInARow() {
        server.report("7001", "10000001", FakeReport.silentlyEmpty());
        assertThat(run(FIRST)).isEqualTo(new ReportResult.Empty(true));
        assertThat(server.received("/results/")).hasSize(4);
    }

    @Test
    void oneLookAtSuccessWithoutDataIsNotCertain() {
        server.report("7001", "10000001", FakeReport.silentlyEmpty());
        RunIdentifier run = reports().run(FIRST, REPORT).execute();
        assertThat(reports().fetch(FIRST, run).execute()).isEqualTo(new ReportResult.Empty(false));
    }

    @Test
    void theWordThatThereAreNoRecordsIsCertainAtOnce() {
        server.report("7001", "10000001", FakeReport.withoutRecords());
        assertThat(run(FIRST)).isEqualTo(new ReportResult.Empty(true));
        assertThat(server.received("/results/")).hasSize(1);
    }

    @Test
    void dataCountWhateverTheStatusSays() {
        server.answer(
                "POST /v1/customer/10000001/reports/results/1",
                document("<r><Status>ERROR</Status><Data>" + base64(CSV) + "</Data></r>"));
        assertThat(chargeIds(reports().fetch(FIRST, new RunIdentifier("1")).execute()))
                .containsExactly("0301");
    }

    @Test
    void aReportThatTheServerGaveUpIsToldApart() {
        server.report("7001", "10000001", FakeReport.timesOut());
        assertThat(run(FIRST)).isEqualTo(new ReportResult.TimedOut());
    }

    @Test
    void aReportThatRunsBeyondPatienceIsStillRunning() {
        server.report("7001", "10000001", FakeReport.csv(CSV).runningFor(1_000_000));
        assertThat(run(FIRST)).isEqualTo(new ReportResult.Running());
        assertThat(time.waits().stream().reduce(Duration.ZERO, Duration::plus)).isEqualTo(Duration.ofMinutes(30));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ERROR", "NOT FOUND", "INVALID CRITERIA", "SOMETHING NEW"})
    void failureWithoutDataIsNeverEmpty(String status) {
        server.report("7001", "10000001", FakeReport.resulting(status, "No records found for Jane Roe"));
        ReportResult.Failed failed = (ReportResult.Failed) run(FIRST);
        assertThat(failed.status()).isEqualTo(new ApiStatus(status));
        assertThat(failed.statusMessage()).contains("No records found for Jane Roe");
        assertThat(failed.toString()).doesNotContain("Roe");
    }

    @Test
    void aResultThatHasExpiredIsNotFound() {
        server.report("7001", "10000001", FakeReport.csv(CSV));
        RunIdentifier run = reports().run(FIRST, REPORT).execute();
        server.expireResults();
        ReportResult result = reports().await(FIRST, run).execute();
        assertThat(((ReportResult.Failed) result).status()).isEqualTo(ApiStatus.NOT_FOUND);
        server.fail("/results/", Fault.status(404));
        ReportResult byHttp = reports().await(FIRST, run).execute();
        assertThat(((ReportResult.Failed) byHttp).status()).isEqualTo(ApiStatus.NOT_FOUND);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The interface is not turned on for customer 10000001.",
                "Customer is No Longer Active",
                "The facility is inactive",
                "Report not available for this customer"
            })
    void aCustomerThatCannotBeUsedIsToSkip(String message) {
        server.report("7001", "10000001", FakeReport.declined("ERROR", message));
        assertThatThrownBy(() -> run(FIRST))
                .isInstanceOf(CustomerUnusableException.class)
                .hasMessage("reports.run failed, status ERROR: skip this customer");
    }

    @Test
    void aDeclinedRunKeepsItsMessageOutOfTheException() {
        server.report("7001", "10000001", FakeReport.declined("INVALID CRITERIA", "Patient = Jane Roe"));
        assertThatThrownBy(() -> run(FIRST))
                .isInstanceOfSatisfying(RequestRejectedException.class, e -> {
                    assertThat(e.status()).contains(ApiStatus.INVALID_CRITERIA);
                    assertThat(e.statusMessage()).contains("Patient = Jane Roe");
                    assertThat(e.isRetryable()).isFalse();
                })
                .hasMessage("reports.run failed, status INVALID CRITERIA: correct the request");
    }

    @Test
    void successWithoutAnIdentifierLeavesTheOutcomeUnknown() {
        server.answer(
                "POST /v1/customer/10000001/reports/7001/filter/8001/run", document("<r><Status>SUCCESS</Status></r>"));
        assertThatThrownBy(() -> run(FIRST))
                .isInstanceOf(OutcomeUnknownException.class)
                .hasMessage("reports.run failed, success without an identifier:"
                        + " it may have been carried out; look before sending it again");
    }

    @Test
    void theBadCustomerThatTheMessageNamesIsLeftOut() {
        server.report("7001", "10000001", FakeReport.csv(CSV))
                .report("7001", "10000002", FakeReport.inactiveCustomer("10000002"))
                .report("7001", "10000003", FakeReport.csv(CSV));
        BulkRun run = reports().runBulk(customers(3), REPORT).execute();
        assertThat(run.excluded()).containsOnlyKeys(SECOND).containsValue(ApiStatus.ERROR);
        assertThat(run.parts()).hasSize(1);
        assertThat(run.parts().get(0).customers())
                .extracting(CustomerNumber::value)
                .containsExactly("10000001", "10000003");
        assertThat(chargeIds(
                        reports().awaitBulk(run.parts().get(0).identifier()).execute()))
                .hasSize(2);
        assertThat(chargeIds(
                        reports().fetchBulk(run.parts().get(0).identifier()).execute()))
                .hasSize(2);
        assertThat(server.received("/run").get(0).query())
                .isEqualTo("customer=10000001&customer=10000002&customer=10000003");
    }

    @Test
    void aBadCustomerThatNobodyNamesIsFoundByHalving() {
        for (CustomerNumber customer : customers(6)) {
            server.report("7001", customer.value(), FakeReport.csv(CSV));
        }
        server.report("7001", "10000005", FakeReport.declined("INVALID CRITERIA", "Invalid criteria."));
        BulkRun run = reports().runBulk(customers(6), REPORT).execute();
        assertThat(run.excluded()).containsOnlyKeys(new CustomerNumber("10000005"));
        assertThat(run.parts().stream().flatMap(part -> part.customers().stream()))
                .containsExactlyInAnyOrderElementsOf(customers(6).stream()
                        .filter(c -> !c.value().equals("10000005"))
                        .toList());
        assertThat(run.parts()).extracting(BulkRun.Part::identifier).doesNotHaveDuplicates();
    }

    @Test
    void manyCustomersRunInPartsThatKeepTheUrlShort() {
        customers(150).forEach(customer -> server.report("7001", customer.value(), FakeReport.csv(CSV)));
        BulkRun run = reports().runBulk(customers(150), REPORT).execute();
        assertThat(run.parts()).extracting(part -> part.customers().size()).containsExactly(100, 50);
        assertThat(server.received("/run")).allMatch(request -> request.query().length() < 2000);
    }

    @ParameterizedTest
    @EnumSource(CacheBuster.class)
    void aRunCarriesTheChosenCacheBuster(CacheBuster buster) {
        server.report("7001", "10000001", FakeReport.csv(CSV));
        builder().cacheBuster(buster).build().reports().run(FIRST, REPORT).execute();
        Received run = server.received("/run").get(0);
        assertThat(run.query()).isEqualTo(buster == CacheBuster.QUERY_TS ? "ts=1741348800" : "");
        assertThat(run.body().contains("<Nonce>1741348800.000000</Nonce>")).isEqualTo(buster == CacheBuster.BODY_NONCE);
        assertThat(run.contentType()).isEqualTo(buster == CacheBuster.BODY_NONCE ? "application/xml" : "");
    }

    private ReportResult run(CustomerNumber customer) {
        return reports().runAndAwait(customer, REPORT).execute();
    }

    private Reports reports() {
        return builder().build().reports();
    }

    private static List<CustomerNumber> customers(int count) {
        return java.util.stream.IntStream.rangeClosed(1, count)
                .mapToObj(i -> new CustomerNumber(Integer.toString(10_000_000 + i)))
                .toList();
    }

    private static String base64(String csv) {
        byte[] zip = FakeReport.zip(java.util.Map.of("r.csv", csv.getBytes(StandardCharsets.UTF_8)));
        return java.util.Base64.getEncoder().encodeToString(zip);
    }

    private static List<String> chargeIds(ReportResult result) {
        try (ReportTable table = ((ReportResult.Ready) result).archive().open()) {
            return table.stream().map((Row row) -> row.text("charge_id")).toList();
        }
    }
}
