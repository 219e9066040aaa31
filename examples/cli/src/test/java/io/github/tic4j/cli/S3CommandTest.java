package io.github.tic4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The commands against an S3 server in this JVM that checks signatures; this JVM is configured for it as a machine would be. */
class S3CommandTest {

    private static final Map<String, String> CONFIGURATION =
            Map.of("aws.region", "us-east-1", "aws.accessKeyId", "local-access", "aws.secretAccessKey", "local-secret");

    private static S3Proxy server;
    private static S3Client admin;

    @TempDir
    Path folder;

    private final TicRun run = new TicRun();
    private final String bucket = "tic-" + UUID.randomUUID();

    @BeforeAll
    static void startServer() throws Exception {
        server = S3Proxy.builder()
                .blobStore(new TransientNio2BlobStore())
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, "local-access", "local-secret")
                .build();
        server.start();
        CONFIGURATION.forEach(System::setProperty);
        System.setProperty("aws.endpointUrlS3", endpoint());
        admin = S3Client.builder()
                .endpointOverride(URI.create(endpoint()))
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    @AfterAll
    static void stopServer() throws Exception {
        admin.close();
        server.stop();
        CONFIGURATION.keySet().forEach(System::clearProperty);
        System.clearProperty("aws.endpointUrlS3");
    }

    @BeforeEach
    void createBucket() {
        admin.createBucket(request -> request.bucket(bucket));
    }

    private static String endpoint() {
        return "http://127.0.0.1:" + server.getPort();
    }

    private int s3(String command, String... options) {
        List<String> args = new ArrayList<>(List.of("s3", command, "--bucket", bucket, "--endpoint", endpoint()));
        args.addAll(List.of(options));
        return run.tic(args.toArray(String[]::new));
    }

    private void put(String key, String content) {
        admin.putObject(request -> request.bucket(bucket).key(key), RequestBody.fromString(content));
    }

    private List<String> keys() {
        return admin.listObjectsV2(request -> request.bucket(bucket)).contents().stream()
                .map(S3Object::key)
                .toList();
    }

    @Test
    void checkTriesWhatARunNeeds() {
        assertThat(s3("check", "--prefix", "run")).isEqualTo(ExitCode.FINE);
        assertThat(run.printed())
                .contains("Access to s3://" + bucket + "/run/")
                .containsPattern("list .*FINE")
                .containsPattern("abort an upload .*FINE");
        assertThat(keys()).isEmpty();
        assertThat(run.printed() + run.complained()).doesNotContain("local-secret");
    }

    @Test
    void checkTellsThatABucketIsMissing() {
        assertThat(run.tic("s3", "check", "--bucket", "absent-bucket", "--endpoint", endpoint()))
                .isEqualTo(ExitCode.FINDINGS);
        assertThat(run.printed()).contains("FAILED");
    }

    @Test
    void uploadSendsWhatIsNewAndNothingTwice() throws IOException {
        Files.createDirectories(folder.resolve("rates"));
        Files.writeString(folder.resolve("rates/rates_final.csv"), "a,b\n1,2\n");
        assertThat(s3("upload", "--prefix", "mirror", folder.toString())).isEqualTo(ExitCode.FINE);
        assertThat(keys()).containsExactly("mirror/rates/rates_final.csv");
        String first = run.printed();
        s3("upload", "--prefix", "mirror", folder.toString());
        assertThat(run.printed()).isNotEqualTo(first);
        assertThat(s3("upload", "--payer", "acme", "--date", "2026-11-01", folder.toString()))
                .isEqualTo(ExitCode.FINE);
        assertThat(keys()).anyMatch(key -> key.startsWith("rates/payer=acme/date=2026-11-01/"));
        assertThat(s3("upload", "--payer", "acme", folder.toString())).isEqualTo(ExitCode.USAGE);
        assertThat(run.complained()).contains("--payer and --date go together");
    }

    @Test
    void cleanAbortsWhatWasNeverFinished() {
        admin.createMultipartUpload(request -> request.bucket(bucket).key("run/left-over"));
        assertThat(s3("clean", "--prefix", "run")).isEqualTo(ExitCode.FINE);
        assertThat(run.printed()).contains("0 unfinished uploads aborted");
        assertThat(s3("clean", "--prefix", "run", "--older-than", "0")).isEqualTo(ExitCode.FINE);
        assertThat(run.printed())
                .contains("aborted s3://" + bucket + "/run/left-over of ", "1 unfinished uploads aborted");
    }

    @Test
    void aPrefixStandsForAllFilesBelowIt() {
        for (int i = 1; i <= 3; i++) {
            put("in/" + i + ".json", """
                    {"reporting_entity_name": "Acme", "version": "1.0.0", "in_network": [
                     {"negotiation_arrangement": "ffs", "name": "n", "billing_code_type": "CPT", "billing_code": "9921%d",
                      "negotiated_rates": [{"provider_references": [1], "negotiated_prices": [
                       {"negotiated_type": "negotiated", "negotiated_rate": %d.50}]}]}]}
                    """.formatted(i, i));
        }
        put("index/toc.json", """
                {"reporting_entity_name": "Acme", "reporting_structure": [{"reporting_plans": [{"plan_name": "Gold"}]}]}
                """);
        String prefix = "s3://" + bucket + "/in/";
        assertThat(run.tic("rates", prefix)).isEqualTo(ExitCode.FINE);
        assertThat(run.printed().split("\n")).hasSize(3);
        assertThat(run.printed()).contains("\"99211\"", "\"99212\"", "\"99213\"");
        assertThat(run.tic("inspect", prefix)).isEqualTo(ExitCode.FINE);
        assertThat(run.printed()).contains(prefix + "1.json", prefix + "3.json");
        assertThat(run.tic("rates", prefix + "2.json")).isEqualTo(ExitCode.FINE);
        assertThat(run.printed().split("\n")).hasSize(1);
        assertThat(run.tic("index", "s3://" + bucket + "/index/")).isEqualTo(ExitCode.FINE);
        assertThat(run.printed()).contains("plan\t0\t-\t-\tGold");
        assertThat(run.tic("rates", "s3://" + bucket + "/none/")).isEqualTo(ExitCode.UNREACHABLE);
        assertThat(run.complained()).contains("There is nothing below s3://" + bucket + "/none/");
        assertThat(run.tic("rates", prefix + "9.json")).isEqualTo(ExitCode.UNREACHABLE);
    }

    @Test
    void aRunIsSentToItsBucketAndASecondOneSendsWhatChanged() throws IOException {
        Path in = Files.createDirectories(folder.resolve("in"));
        Files.writeString(in.resolve("a.json"), """
                {"reporting_entity_name": "Acme Health", "version": "1.0.0", "last_updated_on": "2026-11-01", "in_network": [
                 {"negotiation_arrangement": "ffs", "name": "n", "billing_code_type": "CPT", "billing_code_type_version": "2026",
                  "billing_code": "99213", "description": "d", "negotiated_rates": [{"provider_groups": [
                   {"npi": [1234567893], "tin": {"type": "ein", "value": "12-3456789"}}], "negotiated_prices": [
                    {"negotiated_type": "negotiated", "negotiated_rate": 81.5, "expiration_date": "9999-12-31",
                     "service_code": ["11"], "billing_class": "professional"}]}]}]}
                """);
        Path config = Files.writeString(
                folder.resolve("config.yaml"), """
                payer_endpoints:
                  acme: "%s"
                output:
                  local_directory: "%s"
                  s3: {bucket: %s, prefix: prices, endpoint: "%s"}
                """.formatted(in, folder.resolve("tables"), bucket, endpoint()));

        assertThat(run.tic("run", "--config", config.toString())).isEqualTo(ExitCode.FINE);
        assertThat(run.printed()).contains("s3://" + bucket + "/prices/: ");
        List<String> sent = keys();
        assertThat(sent).isNotEmpty().allMatch(key -> key.startsWith("prices/"));
        assertThat(sent).anyMatch(key -> key.endsWith("rates_final.parquet"));
        Map<String, Instant> before = times();

        assertThat(run.tic("run", "--config", config.toString())).isEqualTo(ExitCode.FINE);
        assertThat(keys()).containsAll(sent);
        assertThat(times()).containsEntry(rates(sent), before.get(rates(sent)));
    }

    private static String rates(List<String> keys) {
        return keys.stream()
                .filter(key -> key.endsWith("rates_final.parquet"))
                .findFirst()
                .orElseThrow();
    }

    private Map<String, Instant> times() {
        return admin.listObjectsV2(request -> request.bucket(bucket)).contents().stream()
                .collect(Collectors.toMap(S3Object::key, S3Object::lastModified));
    }
}
