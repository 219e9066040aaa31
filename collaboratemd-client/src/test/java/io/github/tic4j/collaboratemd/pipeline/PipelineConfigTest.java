package io.github.tic4j.collaboratemd.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.tic4j.collaboratemd.CustomerNumber;
import io.github.tic4j.collaboratemd.SavedReport;
import io.github.tic4j.collaboratemd.postgres.ViewSemantics;
import io.github.tic4j.collaboratemd.table.LoadMode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PipelineConfigTest {

    private static final Path FIXTURES = Path.of("src/test/resources/config");

    @Test
    void theFormOfTheOriginalIsRead() throws IOException {
        PipelineConfig config = PipelineConfig.read(FIXTURES.resolve("seed.ini"), Map.of());
        InstanceConfig instance = config.instances().get(0);
        assertThat(instance.key()).isEqualTo("default");
        assertThat(instance.credentials().password()).isEqualTo("p%ss#w;rd=x:/@");
        assertThat(instance.accounts())
                .extracting(account -> account.number().value())
                .containsExactly("10000001", "10000002", "10000003");
        assertThat(instance.reports())
                .extracting(ReportConfig::report)
                .containsExactly(new SavedReport("10078378", "10141925"), new SavedReport("10078486", "10141929"));
        assertThat(config.postgres().password()).isEqualTo("50%off");
        assertThat(config.postgres().port()).isEqualTo(5433);
        assertThat(config.postgres().sslMode()).isEqualTo("require");
        assertThat(config.missingAccounts()).isEqualTo(MissingAccounts.REFUSE);
        assertThat(config.views().zone().getId()).isEqualTo("America/Phoenix");
    }

    @Test
    void severalInstancesAreReadFromJson() throws IOException {
        PipelineConfig config = PipelineConfig.read(FIXTURES.resolve("instances.json"), Map.of());
        assertThat(config.instances()).extracting(InstanceConfig::key).containsExactly("North", "south");
        InstanceConfig north = config.instances().get(0);
        assertThat(north.accounts().get(0).name()).isEqualTo("First");
        ReportConfig aging = north.reports().get(0);
        assertThat(aging.savedReport(new CustomerNumber("10000001"))).isEqualTo(new SavedReport("1", "2"));
        assertThat(aging.savedReport(new CustomerNumber("10000002"))).isEqualTo(new SavedReport("1", "3"));
        assertThat(north.reports().get(1).type().name()).isEqualTo("payment_trend");
        assertThat(north.reports())
                .extracting(report -> report.type().mode())
                .containsExactly(LoadMode.SNAPSHOT, LoadMode.APPEND);
        assertThat(config.postgres().sslMode()).isEqualTo("verify-full");
        assertThat(config.fetchThreads()).isEqualTo(8);
        assertThat(config.resumeWithin()).isEqualTo(Duration.ofHours(3));
        assertThat(config.statementTimeout()).isEqualTo(Duration.ofMinutes(1));
        assertThat(config.missingAccounts()).isEqualTo(MissingAccounts.KEEP_FORMER);
        assertThat(config.views().zone().getRules().getOffset(Instant.parse("2026-07-01T00:00:00Z")))
                .as("MST is a place on newer JDKs, an offset on older ones")
                .isEqualTo(ZoneOffset.ofHours(-7));
        assertThat(config.views().semantics()).isEqualTo(ViewSemantics.ORIGINAL);
        assertThat(config.views().rateCardTo()).isEqualTo(LocalDate.of(2025, 12, 31));
    }

    @Test
    void severalInstancesAreReadFromIni() throws IOException {
        PipelineConfig config = PipelineConfig.read(FIXTURES.resolve("instances.ini"), Map.of());
        assertThat(config.instances()).extracting(InstanceConfig::key).containsExactly("North");
        assertThat(config.instances().get(0).reports().get(0).report()).isEqualTo(new SavedReport("1", "2"));
        assertThat(config.instances().get(0).reports().get(0).type().mode()).isEqualTo(LoadMode.SNAPSHOT);
    }

    @Test
    void theEnvironmentOverridesEveryKey() throws IOException {
        PipelineConfig config = PipelineConfig.read(
                FIXTURES.resolve("seed.ini"),
                Map.ofEntries(
                        Map.entry("API_REPORT_API_BASE_URL", "https://other.example.test/v1"),
                        Map.entry("API_USERNAME", "someone"),
                        Map.entry("API_PASSWORD", "from the environment"),
                        Map.entry("POSTGRES_HOST", "other"),
                        Map.entry("POSTGRES_PORT", "5444"),
                        Map.entry("POSTGRES_SSLMODE", "verify-ca"),
                        Map.entry("POSTGRES_SCHEMA", "elsewhere"),
                        Map.entry("POSTGRES_INCREMENTAL", "no"),
                        Map.entry("CUSTOMERS_ACCOUNTS", "[10000009]"),
                        Map.entry("REPORTS_WRITE_OFF_TREND", "5/6"),
                        Map.entry("ETL_STATEMENT_TIMEOUT_MS", "1000"),
                        Map.entry("VIEWS_ZONE", "UTC")));
        InstanceConfig instance = config.instances().get(0);
        assertThat(instance.baseUrl()).isEqualTo("https://other.example.test/v1");
        assertThat(instance.credentials().username()).isEqualTo("someone");
        assertThat(instance.credentials().password()).isEqualTo("from the environment");
        assertThat(instance.accounts())
                .extracting(account -> account.number().value())
                .containsExactly("10000009");
        assertThat(instance.reports())
                .extracting(report -> report.type().name())
                .containsExactly("ar_aging", "gross_billing", "write_off_trend");
        assertThat(instance.reports()).allMatch(report -> report.type().mode() == LoadMode.SNAPSHOT);
        assertThat(config.postgres().toString())
                .isEqualTo("PostgresSettings[loader@other:5444/billing, sslMode=verify-ca]");
        assertThat(config.schema()).isEqualTo("elsewhere");
        assertThat(config.statementTimeout()).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.views().zone().getId()).isEqualTo("UTC");
    }

    @Test
    void theEnvironmentOverridesInstancesToo() throws IOException {
        PipelineConfig config = PipelineConfig.read(
                FIXTURES.resolve("instances.json"),
                Map.of(
                        "INSTANCES_NORTH_PASSWORD", "secret",
                        "INSTANCES_SOUTH_ACCOUNTS", "['10000008']",
                        "INSTANCES_SOUTH_REPORT_CONFIGS", "[{'report_id': 8, 'filter_id': 9, 'name': 'ar_aging'}]"));
        assertThat(config.instances().get(0).credentials().password()).isEqualTo("secret");
        assertThat(config.instances().get(1).accounts().get(0).number().value()).isEqualTo("10000008");
        assertThat(config.instances().get(1).reports().get(0).report()).isEqualTo(new SavedReport("8", "9"));
    }

    @Test
    void everythingThatIsWrongIsToldAtOnceWithoutAnyValue() {
        List<String> problems = problems("""
                [API]
                report_api_base_url = http://example.test
                username = a:Zzyzx
                pasword = Zzyzx
                [POSTGRES]
                host =
                port = Zzyzx
                sslmode = Zzyzx
                user = u
                user = u
                [CUSTOMERS]
                accounts = ['1234', '10000001', '10000001']
                [REPORTS]
                ar_aging = Zzyzx
                [ETL]
                workers = 0
                missing_accounts = maybe
                [VIEWS]
                zone = Zzyzx
                rate_card_from = yesterday
                [OTHER]
                nonsense
                """);
        assertThat(problems)
                .containsExactlyInAnyOrder(
                        "line 10: user is stated twice",
                        "line 22: neither a [section] nor a key = value in one",
                        "[other] is not a known section",
                        "POSTGRES.host is missing (in the file or as POSTGRES_HOST)",
                        "POSTGRES.database is missing (in the file or as POSTGRES_DATABASE)",
                        "POSTGRES.port must be a port",
                        "POSTGRES.sslmode must be one of PostgreSQL's SSL modes",
                        "POSTGRES.schema is missing (in the file or as POSTGRES_SCHEMA)",
                        "API.password is missing (in the file or as API_PASSWORD)",
                        "API.username must not contain a colon",
                        "API.report_api_base_url must be an https:// address",
                        "API.pasword is not a known key",
                        "CUSTOMERS.accounts[0] is not an eight-digit customer number",
                        "CUSTOMERS.accounts[2] is there twice",
                        "REPORTS.ar_aging must be the numbers of report and filter, as 10000001/10000002",
                        "ETL.workers must be a whole number from 1 to 64",
                        "ETL.missing_accounts must be refuse or keep_former",
                        "VIEWS.zone must be a time zone",
                        "VIEWS.rate_card_from must be a date as 2025-12-31");
        assertThat(problems).noneMatch(problem -> problem.contains("Zzyzx"));
    }

    @Test
    void whatIsWrongWithInstancesIsToldToo() {
        List<String> problems = problems("""
                {"POSTGRES": {"host": "h", "user": "u", "database": "d", "schema": ["s"], "incremental": "perhaps"},
                 "API": {},
                 "INSTANCES": {"a/b": {"api_base_url": "https://x.test", "username": "u", "password": "p",
                   "accounts": "10000001", "report_configs": [
                     {"report_id": "x", "filter_id": "1", "mode": "sometimes", "account_filters": [{"account": "1"}]},
                     {"report_id": "1", "filter_id": "1", "name": "ar_aging"},
                     {"report_id": "2", "filter_id": "2", "name": "AR Aging"}]},
                  "c": {}}}
                """);
        assertThat(problems)
                .containsExactlyInAnyOrder(
                        "POSTGRES.schema must be a single value",
                        "POSTGRES.schema is missing (in the file or as POSTGRES_SCHEMA)",
                        "POSTGRES.incremental must be true or false",
                        "[api] cannot stand beside instances",
                        "INSTANCES has a key that is not made of letters, digits, dots, hyphens and underscores",
                        "INSTANCES.A/B.report_configs[0] has no name",
                        "INSTANCES.A/B.report_configs[0] needs report_id and filter_id, both numbers",
                        "INSTANCES.A/B.report_configs[0] has a mode that is neither snapshot nor append",
                        "INSTANCES.A/B.report_configs[0] has an account_filters entry without a customer number and a filter_id",
                        "INSTANCES.A/B.report_configs names a report twice",
                        "INSTANCES.A/B.accounts must be a list",
                        "INSTANCES.A/B.accounts names no account",
                        "INSTANCES.C.report_configs names no report",
                        "INSTANCES.C.username is missing (in the file or as INSTANCES_C_USERNAME)",
                        "INSTANCES.C.password is missing (in the file or as INSTANCES_C_PASSWORD)",
                        "INSTANCES.C.api_base_url is missing (in the file or as INSTANCES_C_API_BASE_URL)",
                        "INSTANCES.C.accounts names no account");
    }

    @Test
    void brokenJsonIsToldByItsPlaceAndNotItsText() {
        assertThat(problems("{\"POSTGRES\": {\"password\": Zzyzx}}"))
                .contains("the JSON is broken: it cannot be read from line 1, column 27 on")
                .noneMatch(problem -> problem.contains("Zzyzx"));
        assertThat(problems("{} {}")).contains("the JSON is broken: there is more after its end");
        assertThat(problems("{\"POSTGRES\": 1}")).contains("the JSON is broken: a section must be an object");
        assertThat(problems("[CUSTOMERS]\naccounts = ['10000001'"))
                .anyMatch(problem ->
                        problem.startsWith("CUSTOMERS.accounts must be a list: it cannot be read from line 1"));
    }

    @Test
    void aConfigurationWithoutReportsSaysWhereTheyGo() {
        assertThat(problems("[API]\n"))
                .contains("REPORTS is missing: name each report with the numbers of report and filter");
    }

    @Test
    void textFormsMaskSecrets() throws IOException {
        PipelineConfig config = PipelineConfig.read(
                FIXTURES.resolve("seed.ini"), Map.of("API_PASSWORD", "Zzyzx", "POSTGRES_PASSWORD", "Zzyzx"));
        assertThat(config.toString()).doesNotContain("Zzyzx");
    }

    @Test
    void aFileThatIsNotThereIsAnIoError() {
        assertThatThrownBy(() -> PipelineConfig.read(Path.of("absent.ini"), Map.of()))
                .isInstanceOf(IOException.class)
                .hasMessage("absent.ini");
    }

    private static List<String> problems(String text) {
        ConfigException e =
                catchThrowableOfType(ConfigException.class, () -> new ConfigReader("test.ini", text, Map.of()).read());
        assertThat(e).hasMessageStartingWith("Invalid configuration test.ini:\n  ");
        assertThat(e.getMessage()).contains(e.problems());
        return e.problems();
    }
}
