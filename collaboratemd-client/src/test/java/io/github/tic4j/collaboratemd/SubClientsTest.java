package io.github.tic4j.collaboratemd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tic4j.collaboratemd.table.ReportTable;
import io.github.tic4j.collaboratemd.table.SnapshotArchive;
import io.github.tic4j.collaboratemd.testkit.FakeAnswer;
import io.github.tic4j.collaboratemd.testkit.FakeReport;
import io.github.tic4j.collaboratemd.testkit.Fault;
import io.github.tic4j.collaboratemd.testkit.Received;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SubClientsTest extends FakeServerTest {

    private static final CustomerNumber CUSTOMER = new CustomerNumber("10000001");
    private static final String NAMESPACE = " xmlns:n=\"http://www.collaboratemd.com/api/v1/\"";
    private static final Person PATIENT = new Person(
            "Roe", "Jane", LocalDate.of(1980, 3, 7), "F", "000-00-0001", new Address("1 Road", "Town", "ST", "01234"));

    @Test
    void aPatientIsFoundByNameAndBirthDate() {
        on(
                "GET /v1/customer/10000001/patient/find",
                "<n:PatientResponse" + NAMESPACE
                        + "><n:Status>SUCCESS</n:Status><n:AccountNumber>4711</n:AccountNumber></n:PatientResponse>");
        PatientQuery query = new PatientQuery("Jane", "Roe & Co", LocalDate.of(1980, 3, 7), null);
        assertThat(client().patients().find(CUSTOMER, query).execute()).contains("4711");
        assertThat(last().query()).isEqualTo("firstName=Jane&lastName=Roe%20%26%20Co&birthDate=03%2F07%2F1980");
    }

    @Test
    void aPatientWhoIsNotThereIsEmptyAndAnErrorIsNot() {
        PatientQuery query = new PatientQuery(null, "Roe", null, "000-00-0001");
        on("GET /v1/customer/10000001/patient/find", "<r><Status>NOT FOUND</Status></r>");
        assertThat(client().patients().find(CUSTOMER, query).execute()).isEmpty();
        on("GET /v1/customer/10000001/patient/find", "<r><Status>ERROR</Status></r>");
        assertThatThrownBy(() -> client().patients().find(CUSTOMER, query).execute())
                .isInstanceOf(RequestRejectedException.class)
                .hasMessage("patients.find failed, status ERROR: correct the request");
    }

    @Test
    void aQueryThatCanMatchNobodyIsRefused() {
        assertThatThrownBy(() -> new PatientQuery("Jane", "Roe", null, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("a patient is found by first name, last name and birth date");
    }

    @Test
    void aPatientIsSavedAsTheVendorDocumentsAndReadBack() {
        on(
                "POST /v1/customer/10000001/patient/xml",
                "<r><Status>SUCCESS</Status><AccountNumber>4711</AccountNumber></r>");
        PatientUpdate update = new PatientUpdate(new PatientUpdate.Provider("9", "Poe", "Sam"), PATIENT, "North <1>");
        assertThat(client().patients().save(CUSTOMER, update).execute()).contains("4711");
        assertThat(last().contentType()).isEqualTo("application/xml");
        assertThat(last().body())
                .isEqualTo("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
                        + "<PatientUpdate xmlns=\"http://www.collaboratemd.com/api/v1/\">"
                        + "<Provider><Identifier>9</Identifier><LastName>Poe</LastName><FirstName>Sam</FirstName></Provider>"
                        + "<Patient><LastName>Roe</LastName><FirstName>Jane</FirstName><BirthDate>03/07/1980</BirthDate>"
                        + "<Gender>F</Gender><SSN>000-00-0001</SSN><Address><Line1>1 Road</Line1><City>Town</City>"
                        + "<State>ST</State><Zipcode>01234</Zipcode></Address></Patient>"
                        + "<Facility><Name>North &lt;1&gt;</Name></Facility></PatientUpdate>");
        Element sent =
                Documents.read(last().body().getBytes(StandardCharsets.UTF_8)).orElseThrow();
        assertThat(PatientUpdate.from(sent)).isEqualTo(update);
    }

    @Test
    void hl7MessagesGoAsTheyAre() {
        for (String resource : List.of("patient", "claim", "appointment")) {
            on("POST /v1/customer/10000001/" + resource + "/hl7", "<r><Status>SUCCESS</Status></r>");
        }
        client().patients().saveHl7(CUSTOMER, "MSH|^~\\&|ADT").execute();
        assertThat(last().body()).isEqualTo("MSH|^~\\&|ADT");
        client().claims().submitHl7(CUSTOMER, "MSH|^~\\&|DFT").execute();
        client().appointments().sendHl7(CUSTOMER, "MSH|^~\\&|SIU").execute();
        assertThat(server.received()).extracting(Received::contentType).containsOnly("text/plain");
    }

    @Test
    void theQueueOfPatientsIsReadUntilItIsEmpty() {
        String path = "GET /v1/customer/10000001/patient/updates/find/xml";
        on(
                path,
                "<r><Status>SUCCESS</Status><Data><PatientUpdate><Patient><LastName>Roe</LastName></Patient>"
                        + "</PatientUpdate></Data></r>");
        try (Stream<PatientUpdate> updates = client().patients().drainUpdates(CUSTOMER, 50)) {
            List<String> names = updates.peek(update -> on(path, "<r><Status>SUCCESS</Status></r>"))
                    .map(update -> update.patient().lastName())
                    .toList();
            assertThat(names).containsExactly("Roe");
        }
        assertThat(last().query()).isEqualTo("response_count=50");
        assertThatThrownBy(() -> client().patients().updates(CUSTOMER, 1001))
                .hasMessage("between 1 and 1000 updates are read at a time");
    }

    @Test
    void whatChangesSomethingIsNeverRepeatedByItself() {
        server.fail("/", Fault.NO_ANSWER, Fault.NO_ANSWER, Fault.NO_ANSWER, Fault.NO_ANSWER);
        Claim claim = new Claim("1", PATIENT, List.of(), List.of());
        List<ApiCall<?>> calls = List.of(
                client().claims().submit(CUSTOMER, claim),
                client().patients().updates(CUSTOMER, 1),
                client().appointments().updates(CUSTOMER, 1),
                client().patients().saveHl7(CUSTOMER, "MSH"));
        for (ApiCall<?> call : calls) {
            assertThatThrownBy(call::execute)
                    .isInstanceOf(OutcomeUnknownException.class)
                    .hasMessageEndingWith("it may have been carried out; look before sending it again");
        }
        assertThat(server.received()).hasSize(4);
    }

    @Test
    void balancesMayBeLessThanNought() {
        server.answer(
                "GET /v1/customer/10000001/patient/47/11/balance",
                document(
                        "<r><Status>SUCCESS</Status><Balance>-145.67</Balance><FormattedBalance>-$145.67</FormattedBalance></r>"));
        Balance balance = client().balances().of(CUSTOMER, "47/11").execute();
        assertThat(balance.amount()).isEqualTo(new BigDecimal("-145.67"));
        assertThat(balance.formatted()).isEqualTo("-$145.67");
        assertThat(balance.items()).isEmpty();
    }

    @Test
    void chargesAreTyped() {
        String item = "<ChargeItem><TranID>5</TranID><CPT>99213</CPT><TotalCharges>100.00</TotalCharges>"
                + "<InsPayments>$60.00</InsPayments><InsAdjustments>10.00</InsAdjustments>"
                + "<PatientPayments>5.00</PatientPayments><OtherAdjustments/><Balance>25.00</Balance>"
                + "<FromDate>01/05/2025</FromDate><ToDate>01/06/2025</ToDate><ClaimID>7</ClaimID>"
                + "<Status>AT INSURANCE</Status></ChargeItem>";
        on(
                "GET /v1/customer/10000001/patient/4711/balanceDetails",
                "<r><Status>SUCCESS</Status><Balance>25.00</Balance>" + item + "</r>");
        on(
                "GET /v1/customer/10000001/patient/4711/chargeHistory",
                "<r><Status>SUCCESS</Status><ChargeItems>" + item + item + "</ChargeItems></r>");
        ChargeItem charge =
                client().balances().details(CUSTOMER, "4711").execute().items().get(0);
        assertThat(charge.insurancePayments()).isEqualTo(new BigDecimal("60.00"));
        assertThat(charge.otherAdjustments()).isNull();
        assertThat(charge.toDate()).isEqualTo(LocalDate.of(2025, 1, 6));
        assertThat(client().balances().history(CUSTOMER, "4711").execute())
                .hasSize(2)
                .allMatch(c -> "AT INSURANCE".equals(c.status()));
    }

    @Test
    void chargesInJsonAreTheSame() {
        server.answer(
                "GET /v1/customer/10000001/patient/4711/chargeHistory",
                FakeAnswer.text(
                        200,
                        "application/json",
                        "{\"Status\":\"SUCCESS\",\"ChargeItem\":[{\"TranID\":5,\"Balance\":25.10},{\"TranID\":6,\"Balance\":null}]}"));
        List<ChargeItem> charges = builder()
                .format(ResponseFormat.JSON)
                .build()
                .balances()
                .history(CUSTOMER, "4711")
                .execute();
        assertThat(charges).extracting(ChargeItem::transactionId).containsExactly("5", "6");
        assertThat(charges).extracting(ChargeItem::balance).containsExactly(new BigDecimal("25.10"), null);
    }

    @Test
    void eligibilityIsGivenAsItCame() {
        String answer = "<r><Status>SUCCESS</Status><Coverage><Payer>Acme</Payer></Coverage></r>";
        for (String path : List.of("primaryEligibility", "allEligibility", "eligibility")) {
            on("GET /v1/customer/10000001/patient/4711/" + path, answer);
        }
        Eligibility eligibility = client().eligibility();
        List<Element> answers = List.of(
                eligibility.primary(CUSTOMER, "4711").execute(),
                eligibility.all(CUSTOMER, "4711").execute(),
                eligibility.ofMember(CUSTOMER, "4711", "M 1").execute());
        assertThat(answers)
                .allMatch(root ->
                        root.all("Payer").findFirst().orElseThrow().text().equals("Acme"));
        assertThat(last().query()).isEqualTo("memberID=M%201");
    }

    @Test
    void aClaimIsSubmittedWithItsPolicies() {
        on("POST /v1/customer/10000001/claim/xml", "<r><Status>SUCCESS</Status><Identifier>88</Identifier></r>");
        Policy policy = new Policy(
                1,
                "M1",
                "G1",
                null,
                "18",
                PATIENT,
                "Acme",
                new Address("2 Road", null, null, null),
                LocalDate.of(2025, 1, 1),
                null);
        Claim claim = new Claim("mine-1", PATIENT, List.of(policy), List.of(Element.of("Note", "x")));
        assertThat(client().claims().submit(CUSTOMER, claim).execute()).contains("88");
        assertThat(last().body())
                .contains(
                        "<Claim xmlns=\"http://www.collaboratemd.com/api/v1/\"><OtherIdentifier>mine-1</OtherIdentifier>")
                .contains("<Policy><Index>1</Index><MemberID>M1</MemberID><GroupID>G1</GroupID>"
                        + "<Insured><Relationship>18</Relationship><LastName>Roe</LastName>")
                .contains("<Payer><Name>Acme</Name><Address><Line1>2 Road</Line1></Address></Payer>"
                        + "<EffectiveDate>01/01/2025</EffectiveDate></Policy>")
                .endsWith("<Note>x</Note></Claim>");
    }

    @Test
    void institutionalClaimsAndAppointmentsAreSentAsElements() {
        on("POST /v1/customer/10000001/iclaim/xml", "<r><Status>SUCCESS</Status><Identifier>1</Identifier></r>");
        on("POST /v1/customer/10000001/appointment/xml", "<r><Status>SUCCESS</Status><Identifier>2</Identifier></r>");
        assertThat(client().claims()
                        .submitInstitutional(CUSTOMER, Element.of("IClaim", "x"))
                        .execute())
                .contains("1");
        assertThat(client().appointments()
                        .send(CUSTOMER, Element.of("Appointment", "x"))
                        .execute())
                .contains("2");
    }

    @Test
    void changesOfAppointmentsAreReadInEitherForm() {
        on(
                "GET /v1/customer/10000001/appointment/updates/find/xml",
                "<r><Status>SUCCESS</Status><Appointment><ID>1</ID></Appointment></r>");
        server.answer(
                "GET /v1/customer/10000001/appointment/updates/find/hl7",
                FakeAnswer.text(200, "text/plain", "MSH|^~\\&|SIU"));
        assertThat(client().appointments().updates(CUSTOMER, 20).execute().all("Appointment"))
                .hasSize(1);
        assertThat(client().appointments().updatesHl7(CUSTOMER, 20).execute()).isEqualTo("MSH|^~\\&|SIU");
        assertThatThrownBy(() -> client().appointments().updates(CUSTOMER, 0))
                .hasMessage("between 1 and 1000 updates are read at a time");
    }

    @Test
    void referringProvidersAreFoundAndCreatedOnce() {
        on(
                "GET /v1/customer/10000001/referring/find",
                "<r><Status>SUCCESS</Status><Referring><Identifier>3</Identifier><NPI>1234567893</NPI></Referring></r>");
        ReferringProvider search = new ReferringProvider(null, "Poe", null, "1234567893", null);
        assertThat(client().referringProviders().find(CUSTOMER, search).execute())
                .containsExactly(new ReferringProvider("3", null, null, "1234567893", null));
        assertThat(last().query()).isEqualTo("lastName=Poe&NPI=1234567893");
        on("POST /v1/customer/10000001/referring", "<r><Status>SUCCESS</Status><Identifier>4</Identifier></r>");
        assertThat(client().referringProviders().create(CUSTOMER, search).execute())
                .isEqualTo(new ReferringProviders.Creation("4", false));
        on(
                "POST /v1/customer/10000001/referring",
                "<r><Status>INVALID CRITERIA</Status><Identifier>4</Identifier></r>");
        assertThat(client().referringProviders().create(CUSTOMER, search).execute())
                .isEqualTo(new ReferringProviders.Creation("4", true));
        on("POST /v1/customer/10000001/referring", "<r><Status>INVALID CRITERIA</Status></r>");
        assertThatThrownBy(() ->
                        client().referringProviders().create(CUSTOMER, search).execute())
                .hasMessage("referringProviders.create failed, status INVALID CRITERIA: correct the request");
        on("GET /v1/customer/10000001/referring/find", "<r><Status>NOT FOUND</Status></r>");
        assertThat(client().referringProviders().find(CUSTOMER, search).execute())
                .isEmpty();
    }

    @Test
    void remittancesComeAsAnArchiveOrNotAtAll() throws Exception {
        byte[] zip = FakeReport.zip(Map.of("a.835", "ISA*00*".getBytes(StandardCharsets.US_ASCII)));
        server.answer("GET /v1/customer/10000001/payment/download-835", FakeAnswer.bytes("application/zip", zip));
        var archive = client().payments()
                .download835(CUSTOMER, LocalDate.of(2025, 3, 7))
                .execute()
                .orElseThrow();
        assertThat(archive.open(archive.entries().get(0)).readAllBytes()).startsWith('I', 'S', 'A');
        assertThat(last().query()).isEqualTo("date=2025-03-07");
        server.answer(
                "GET /v1/customer/10000001/payment/download-835",
                FakeAnswer.text(200, "text/plain", "No 835 ERA files were received on that date."));
        assertThat(client().payments()
                        .download835(CUSTOMER, LocalDate.of(2025, 3, 7))
                        .execute())
                .isEmpty();
        server.answer("GET /v1/customer/10000001/payment/download-835", FakeAnswer.text(200, "text/html", "<html>"));
        assertThatThrownBy(() -> client().payments()
                        .download835(CUSTOMER, LocalDate.of(2025, 3, 7))
                        .execute())
                .isInstanceOf(UnexpectedResponseException.class)
                .hasMessageContaining("the answer is neither an archive nor the word that there is none");
    }

    @Test
    void aSnapshotIsReadTableByTable() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(
                "B_CHARGE.DAT",
                "ID\tLASTUPDATE\tNOTE\r\n0301\t01/05/2025 08:15:00\t\"x\r\n".getBytes(StandardCharsets.UTF_8));
        files.put("meta/oracle-create.sql", new byte[0]);
        FakeAnswer snapshot = FakeAnswer.bytes("application/zip", FakeReport.zip(files));
        server.answer("GET /v2/customer/10000001/snapshot", snapshot).answer("GET /v2/account/77/snapshot", snapshot);
        SnapshotArchive archive = client().snapshots().ofCustomer(CUSTOMER).execute();
        assertThat(archive.tables()).containsExactly("B_CHARGE");
        assertThat(archive.zip().entries()).hasSize(2);
        try (ReportTable table = archive.open("b_charge")) {
            assertThat(table.iterator().next().cells()).containsExactly("0301", "01/05/2025 08:15:00", "\"x");
        }
        assertThatThrownBy(() -> archive.open("B_CLAIM"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no table B_CLAIM in the snapshot");
        assertThat(client().snapshots().ofAccount("77").execute().tables()).hasSize(1);
        assertThatThrownBy(() -> client().snapshots().ofAccount("../x")).hasMessage("an account is a number");
    }

    @Test
    void aSnapshotThatIsNotSetUpIsARejectedRequest() {
        assertThatThrownBy(() -> client().snapshots().ofCustomer(CUSTOMER).execute())
                .isInstanceOf(RequestRejectedException.class)
                .hasMessage("snapshots.download failed, HTTP status 404: correct the request");
        server.answer("GET /v2/customer/10000001/snapshot", FakeAnswer.text(200, "text/html", "<html>"));
        assertThatThrownBy(() -> client().snapshots().ofCustomer(CUSTOMER).execute())
                .hasMessageContaining("the answer is no archive");
    }

    private CollaborateMdClient client() {
        return builder().build();
    }

    private void on(String target, String xml) {
        server.answer(target, document(xml));
    }

    private Received last() {
        List<Received> all = server.received();
        return all.get(all.size() - 1);
    }
}
