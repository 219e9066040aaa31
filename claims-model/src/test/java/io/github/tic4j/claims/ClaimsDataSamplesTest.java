package io.github.tic4j.claims;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tic4j.claims.alert.Alert;
import io.github.tic4j.claims.alert.AlertContext;
import io.github.tic4j.claims.alert.AlertEngine;
import io.github.tic4j.claims.alert.AlertRules;
import io.github.tic4j.claims.deid.Deidentifier;
import io.github.tic4j.claims.deid.TokenKey;
import io.github.tic4j.claims.deid.Verifier;
import io.github.tic4j.claims.generate.ClaimGenerator;
import io.github.tic4j.claims.generate.Fault;
import io.github.tic4j.claims.generate.GeneratedClaims;
import io.github.tic4j.claims.layer.Bronze;
import io.github.tic4j.claims.layer.ClaimData;
import io.github.tic4j.claims.layer.ClaimTables;
import io.github.tic4j.claims.layer.CsvTables;
import io.github.tic4j.claims.layer.Gold;
import io.github.tic4j.claims.layer.Run;
import io.github.tic4j.claims.layer.Silver;
import io.github.tic4j.claims.layer.VerifiedTables;
import io.github.tic4j.claims.measure.Adherence;
import io.github.tic4j.claims.measure.DrugFill;
import io.github.tic4j.claims.measure.MemberMonth;
import io.github.tic4j.claims.measure.MonthlyCost;
import io.github.tic4j.claims.measure.Readmissions;
import io.github.tic4j.claims.measure.Stay;
import io.github.tic4j.claims.measure.Stays;
import io.github.tic4j.claims.read.ClaimFormat;
import io.github.tic4j.claims.read.ClaimSource;
import io.github.tic4j.claims.read.Refusal;
import io.github.tic4j.claims.read.Sourced;
import io.github.tic4j.claims.rule.ClaimValidator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The samples of docs/claims-data.md. */
class ClaimsDataSamplesTest {

    private static final LocalDate DATA_END = LocalDate.of(2023, 12, 31);

    private final GeneratedClaims world = ClaimGenerator.seeded(1).generate();
    private final List<Claim> claims = world.claims();

    @TempDir
    private Path folder;

    private Path input;

    @BeforeEach
    void writeInput() throws IOException {
        input = folder.resolve("input");
        Files.createDirectories(input);
        Files.writeString(input.resolve("eligibility.csv"), """
                person_id,enrollment_start_date,enrollment_end_date,payer,plan
                P1,2023-01-01,2023-06-30,acme,gold
                P2,2023-02-30,,acme,gold
                """);
        Files.writeString(input.resolve("medical_claim.csv"), """
                claim_id,claim_line_number,claim_type,person_id,claim_start_date,claim_end_date,hcpcs_code,charge_amount
                C1,1,professional,P1,2023-03-01,2023-03-01,99213,80.00
                C2,1,professional,P1,2023-03-02,2023-03-02,99213,eighty
                """);
    }

    @Test
    void reading() throws IOException {
        List<Refusal> refusals = new ArrayList<>();
        ClaimSource source = ClaimFormat.TUVA.open(input, refusals::add);
        try (Stream<Sourced<Claim>> records = source.claims()) {
            records.forEach(record -> System.out.println(record.lineage() + " " + record.value()));
        }

        assertThat(refusals)
                .extracting(Refusal::toString)
                .containsExactly("medical_claim.csv:3 charge_amount: not a decimal number");
    }

    @Test
    void layers() throws IOException {
        CsvTables sink = new CsvTables(folder.resolve("out"));
        Bronze.write(ClaimFormat.TUVA.open(input, refusal -> {}), sink, new Run("run-1", Instant.EPOCH));
        Silver.Summary summary =
                Silver.write(told -> ClaimFormat.TUVA.open(input, told), ClaimValidator.standard(), sink);
        new Gold(ClaimData.read(ClaimFormat.TUVA.open(input, refusal -> {})))
                .write(new CsvTables(folder.resolve("gold")));

        assertThat(summary.read()).isEqualTo(2);
        assertThat(folder.resolve("gold/patient_summary.csv")).exists();
    }

    @Test
    void measures() {
        List<Stay> stays = Stays.merge(claims.stream());
        Readmissions.Summary returns = Readmissions.of(stays, DATA_END, Readmissions.Options.defaults());
        returns.crude().value();
        returns.unplanned().denominator();

        Set<MemberMonth> months = MemberMonth.of(world.coverage().stream(), DATA_END);
        List<MonthlyCost> costs =
                MonthlyCost.of(claims.stream(), claim -> claim.amounts().paid(), months, DATA_END);
        costs.get(0).perMember();

        List<DrugFill> fills = DrugFill.of(claims.stream(), fill -> Optional.ofNullable(fill.drugName()))
                .filter(fill -> fill.personId().equals("person-1"))
                .toList();
        Optional<Adherence.Pdc> pdc = Adherence.pdc(fills, LocalDate.of(2023, 1, 1), DATA_END);

        assertThat(stays).isNotEmpty();
        assertThat(costs).hasSize(12);
        assertThat(pdc).isPresent();
    }

    @Test
    void alerts() {
        GeneratedClaims faulty = ClaimGenerator.seeded(1).generate(Fault.DUPLICATE, Fault.HIGH_VALUE);
        AlertContext context = faulty.context();
        AlertEngine engine = new AlertEngine(AlertRules.standard(context));
        faulty.claims().forEach(engine::add);
        engine.settle();
        List<Alert> standing = engine.standing();

        assertThat(standing).extracting(Alert::ruleId).containsExactly("FWA-01", "FWA-17");
    }

    @Test
    void deidentification() throws IOException {
        TokenKey key = TokenKey.of("2024a", new byte[32]);
        Deidentifier profile = Deidentifier.safeHarbor(key, DATA_END);
        Verifier verifier = Verifier.of(profile);
        claims.forEach(verifier::remember);
        try (ClaimTables tables =
                ClaimTables.open(new VerifiedTables(new CsvTables(folder.resolve("shared")), verifier))) {
            for (Claim claim : claims) {
                tables.write(profile.apply(claim));
            }
            tables.commit();
        }

        assertThat(folder.resolve("shared/claims.csv")).exists();
    }
}
