package io.github.tic4j.collaboratemd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {

    private static final Credentials USER = new Credentials("partner", "secret");

    @ParameterizedTest
    @ValueSource(strings = {"", "1234567", "123456789", "1234567a", "１２３４５６７８", "1234567\n"})
    void aCustomerNumberHasEightDigits(String text) {
        assertThatThrownBy(() -> new CustomerNumber(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a customer number has eight digits");
    }

    @Test
    void identifiersCannotLeaveTheirPath() {
        assertThatThrownBy(() -> new SavedReport("1/../2", "3")).hasMessage("report and filter are numbers");
        assertThatThrownBy(() -> new SavedReport("1", "")).hasMessage("report and filter are numbers");
        assertThatThrownBy(() -> new RunIdentifier("1?x")).hasMessage("not the identifier of a run");
    }

    @Test
    void credentialsAreLatinOneUnlessTheyCannotBe() {
        assertThat(new Credentials("u", "é").authorization()).isEqualTo(basic("u:é", StandardCharsets.ISO_8859_1));
        assertThat(new Credentials("u", "€").authorization()).isEqualTo(basic("u:€", StandardCharsets.UTF_8));
        assertThat(new Credentials("u", "é", StandardCharsets.UTF_8).authorization())
                .isEqualTo(basic("u:é", StandardCharsets.UTF_8));
        assertThatThrownBy(() -> new Credentials("a:b", "c")).hasMessage("a user name is not blank and has no colon");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.test",
                "ftp://example.test",
                "https://user:secret@example.test",
                "https://example.test/?x=1",
                "example.test"
            })
    void onlySafeAddressesAreTaken(String url) {
        assertThatThrownBy(() -> CollaborateMdClient.builder(USER).baseUrl(url))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the base URL must be https:// and a host, without credentials or query");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://webapi.collaboratemd.com",
                "https://webapi.collaboratemd.com/v1",
                "https://webapi.collaboratemd.com/v1/",
                "HTTPS://webapi.collaboratemd.com/v2",
                "http://localhost:8080/v1",
                "http://[::1]:8080"
            })
    void addressesMayEndInTheVersion(String url) {
        assertThat(CollaborateMdClient.builder(USER).baseUrl(url).build()).isNotNull();
    }

    @Test
    void optionsAreCheckedWhenTheyAreSet() {
        ClientBuilder builder = CollaborateMdClient.builder(USER);
        assertThatThrownBy(() -> builder.callTimeout(Duration.ZERO)).hasMessage("a timeout must be positive");
        assertThatThrownBy(() -> builder.attemptTimeout(Duration.ofSeconds(-1)))
                .hasMessage("a timeout must be positive");
        assertThatThrownBy(() -> builder.maxResponseBytes(0)).hasMessage("maxResponseBytes must be positive");
        assertThatThrownBy(() -> new RetryPolicy(0, Duration.ZERO, Duration.ZERO))
                .hasMessage("a retry policy has at least one attempt and growing delays");
        ReportTiming timing = ReportTiming.defaults();
        assertThatThrownBy(() -> new ReportTiming(
                        Duration.ZERO, timing.runDeadline(), timing.pollInterval(), timing.pollDeadline(), 4))
                .hasMessage("report timing must be positive");
    }

    @Test
    void delaysAreRandomBelowABoundThatDoubles() {
        RetryPolicy policy = RetryPolicy.defaults();
        for (int attempt = 1; attempt < 80; attempt++) {
            long bound = Math.min(30_000, 1_000L << Math.min(attempt - 1, 20));
            assertThat(policy.delayAfter(attempt, Optional.empty())).isBetween(Duration.ZERO, Duration.ofMillis(bound));
        }
        assertThat(policy.delayAfter(1, Optional.of(Duration.ofHours(1)))).isEqualTo(Duration.ofHours(1));
        assertThat(RetryPolicy.none().delayAfter(1, Optional.empty())).isZero();
    }

    @Test
    void anUnknownStatusIsKeptAndNotShown() {
        ApiStatus status = new ApiStatus(" jane roe ");
        assertThat(status.text()).isEqualTo("JANE ROE");
        assertThat(status.isKnown()).isFalse();
        assertThat(status).hasToString("an unknown status");
        assertThat(new ApiStatus("success")).isEqualTo(ApiStatus.SUCCESS).hasToString("SUCCESS");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><r><Status>&x;</Status></r>",
                "<!DOCTYPE r [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><r><Status>&b;</Status></r>",
                "<!DOCTYPE r SYSTEM \"http://127.0.0.1:9/x.dtd\"><r><Status>SUCCESS</Status></r>",
                "<r><Status>&undefined;</Status></r>",
                "<r><Status>SUCCESS</Status>",
                "<r/><r/>",
                "{\"Status\":\"SUCCESS\"",
                "{\"Status\":\"SUCCESS\"} x",
                "[1]",
                "plain text",
                ""
            })
    void whatIsNoHarmlessDocumentIsNotRead(String text) {
        assertThat(Documents.read(text.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @Test
    void documentsThatAreTooDeepAreNotRead() {
        String deep = "<r>".repeat(200) + "</r>".repeat(200);
        assertThat(Documents.read(deep.getBytes(StandardCharsets.UTF_8))).isEmpty();
        String deepJson = "{\"a\":".repeat(200) + "1" + "}".repeat(200);
        assertThat(Documents.read(deepJson.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @Test
    void namesCountWithoutNamespaceAndCase() {
        String xml = "\ufeff<a:R xmlns:a=\"urn:other\"><!-- c --><a:status><![CDATA[SUCCESS]]></a:status><B/></a:R>";
        Element root = Documents.read(xml.getBytes(StandardCharsets.UTF_8)).orElseThrow();
        assertThat(root.text("Status")).contains("SUCCESS");
        assertThat(root.text("B")).isEmpty();
        assertThat(root).hasToString("R[2 parts]");
    }

    @Test
    void longNumbersInJsonKeepEveryDigit() {
        byte[] json = "{\"Identifier\":12345678901234567890,\"N\":null,\"B\":true}".getBytes(StandardCharsets.UTF_8);
        Element root = Documents.read(json).orElseThrow();
        assertThat(root.text("Identifier")).contains("12345678901234567890");
        assertThat(root.text("N")).isEmpty();
        assertThat(root.text("B")).contains("true");
    }

    static Stream<Object> sensitive() {
        Person person = new Person("Zzyzx", "Zzyzx", LocalDate.of(1980, 3, 7), "Zzyzx", "Zzyzx", null);
        Element element = Element.of("Note", "Zzyzx");
        return Stream.of(
                new Credentials("Zzyzx", "Zzyzx"),
                person,
                new Address("Zzyzx", null, null, null),
                new PatientUpdate(null, person, "Zzyzx"),
                new PatientQuery("Zzyzx", "Zzyzx", LocalDate.of(1980, 3, 7), null),
                new Policy(1, "Zzyzx", null, null, null, person, "Zzyzx", null, null, null),
                new Claim("Zzyzx", person, List.of(), List.of(element)),
                new Balance(null, "Zzyzx", List.of()),
                ChargeItem.from(Element.of("ChargeItem", Element.of("TranID", "Zzyzx"))),
                element,
                new ApiStatus("Zzyzx"),
                new Answer(ApiStatus.ERROR, "Zzyzx", element),
                Request.get("x", "/").with("ssn", "Zzyzx"),
                new ReportResult.Failed(ApiStatus.ERROR, "Zzyzx", false));
    }

    @ParameterizedTest
    @MethodSource("sensitive")
    void textFormsShowNothingThatIdentifies(Object value) {
        assertThat(value.toString()).doesNotContainIgnoringCase("zzyzx").doesNotContain("1980");
    }

    private static String basic(String pair, java.nio.charset.Charset charset) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(charset));
    }
}
