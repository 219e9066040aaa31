package io.github.tic4j.claims.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tic4j.claims.Claim;
import io.github.tic4j.claims.ClaimLine;
import io.github.tic4j.claims.Patient;
import io.github.tic4j.claims.PaymentStatus;
import io.github.tic4j.claims.RefusedValue;
import io.github.tic4j.claims.SharedData;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyntheaSampleTest {

    private static final String SAMPLE = "claims/synthea-csv-10/export.zip";

    private final List<Refusal> refusals = new ArrayList<>();

    @Test
    void readsEveryClaimAndEveryBooking() throws IOException {
        Path zip = SharedData.require(SAMPLE);
        RawTable claims = RawTable.ofEntry(zip, "claims.csv");
        RawTable bookings = RawTable.ofEntry(zip, "claims_transactions.csv");
        RawTable charges = bookings.where("TYPE", "CHARGE");
        RawTable payments = bookings.where("TYPE", "PAYMENT");
        List<Claim> read = claims(zip);

        assertThat(read).extracting(Claim::id).containsExactlyInAnyOrderElementsOf(claims.column("Id"));
        assertThat(lines(read)).hasSize(charges.size());
        assertThat(sum(read.stream().map(claim -> claim.amounts().charge())))
                .isEqualByComparingTo(charges.sum("AMOUNT"));
        assertThat(sum(read.stream().map(claim -> claim.amounts().paid())))
                .isEqualByComparingTo(payments.where("METHOD", "ECHECK").sum("PAYMENTS"));
        BigDecimal settled = sum(read.stream()
                .flatMap(c -> Stream.of(c.amounts().paid(), c.amounts().copayment())));
        assertThat(settled).isEqualByComparingTo(payments.sum("PAYMENTS"));
        assertThat(read.stream()
                        .filter(claim -> claim.status() == PaymentStatus.PAID)
                        .count())
                .isEqualTo(claims.where("STATUS1", "CLOSED").size());
    }

    @Test
    void everyClaimIsSettledAsItsBookingsBalance() throws IOException {
        assertThat(claims(SharedData.require(SAMPLE))).allSatisfy(claim -> {
            BigDecimal settled =
                    sum(Stream.of(claim.amounts().paid(), claim.amounts().copayment()));
            assertThat(settled)
                    .isEqualByComparingTo(sum(Stream.of(claim.amounts().charge())));
        });
    }

    @Test
    void refusesProceduresThatAreNotHcpcsAndKeepsTheirText() throws IOException {
        Path zip = SharedData.require(SAMPLE);
        RawTable charges = RawTable.ofEntry(zip, "claims_transactions.csv").where("TYPE", "CHARGE");
        List<Claim> read = claims(zip);

        assertThat(lines(read)).allMatch(line -> line.hcpcs() == null);
        List<String> kept = read.stream()
                .flatMap(claim -> claim.refused().stream())
                .filter(refused -> refused.field().endsWith(".hcpcs"))
                .map(RefusedValue::raw)
                .toList();
        assertThat(kept).containsExactlyInAnyOrderElementsOf(charges.column("PROCEDURECODE"));
    }

    @Test
    void readsPersonsPlacesAndCoverage() throws IOException {
        Path zip = SharedData.require(SAMPLE);
        ClaimSource source = ClaimFormat.SYNTHEA.open(zip, refusals::add);
        try (Stream<Sourced<Patient>> patients = source.patients();
                Stream<?> providers = source.providers();
                Stream<?> coverage = source.coverage()) {
            List<Patient> people = patients.map(Sourced::value).toList();
            RawTable raw = RawTable.ofEntry(zip, "patients.csv");
            assertThat(people).extracting(Patient::id).containsExactlyElementsOf(raw.column("Id"));
            assertThat(people)
                    .extracting(person -> person.birthDate().toString())
                    .containsExactlyElementsOf(raw.column("BIRTHDATE"));
            assertThat(people).allMatch(person -> "MA".equals(person.address().state()));
            assertThat(providers.count())
                    .isEqualTo(RawTable.ofEntry(zip, "providers.csv").size()
                            + RawTable.ofEntry(zip, "organizations.csv").size());
            assertThat(coverage.count())
                    .isEqualTo(RawTable.ofEntry(zip, "payer_transitions.csv").size());
        }
    }

    @Test
    void aFolderReadsAsTheArchiveDoes(@TempDir Path folder) throws IOException {
        Path zip = SharedData.require(SAMPLE);
        try (FileSystem archive = FileSystems.newFileSystem(zip)) {
            for (String name : List.of("claims.csv", "claims_transactions.csv", "encounters.csv")) {
                Files.copy(archive.getPath(name), folder.resolve(name));
            }
        }

        assertThat(new HashSet<>(claims(folder))).isEqualTo(new HashSet<>(claims(zip)));
    }

    private List<Claim> claims(Path input) throws IOException {
        try (Stream<Sourced<Claim>> claims =
                ClaimFormat.SYNTHEA.open(input, refusals::add).claims()) {
            return claims.map(Sourced::value).toList();
        }
    }

    private static List<ClaimLine> lines(List<Claim> claims) {
        return claims.stream().flatMap(claim -> claim.lines().stream()).toList();
    }

    private static BigDecimal sum(Stream<BigDecimal> amounts) {
        return amounts.filter(Objects::nonNull).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
