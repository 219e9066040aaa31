package io.github.tic4j.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tic4j.mrf.AllowedAmount;
import io.github.tic4j.mrf.ContainedCode;
import io.github.tic4j.mrf.DrugPrice;
import io.github.tic4j.mrf.FileReport;
import io.github.tic4j.mrf.IndexEntry;
import io.github.tic4j.mrf.Price;
import io.github.tic4j.mrf.ProviderGroup;
import io.github.tic4j.mrf.ProviderReference;
import io.github.tic4j.mrf.Tally;
import io.github.tic4j.source.ContentException;
import io.github.tic4j.source.Source;
import io.github.tic4j.source.Sources;
import io.github.tic4j.testing.Streams;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each quirk of real files as a synthetic file in {@code quirks/}, with what a lenient read must make of it beside it.
 * The lines of an expectation are explained by the methods of {@link Transcript}.
 */
class QuirksTest {

    @TempDir
    Path folder;

    static Stream<Path> quirks() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/quirks"))) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("quirks")
    void quirkIsReadAsExpected(Path file) throws IOException {
        assertThat(transcript(Sources.of(file))).isEqualTo(expected(file));
    }

    @ParameterizedTest
    @MethodSource("quirks")
    void quirkIsReadAlikeOneByteAtATime(Path file) throws IOException {
        Source slow = Sources.of("slow", () -> Streams.oneByteAtATime(Files.newInputStream(file)));
        assertThat(transcript(slow)).isEqualTo(expected(file));
    }

    private static String expected(Path file) throws IOException {
        String name = file.getFileName().toString().replace(".json", ".expected");
        return Files.readString(file.resolveSibling(name)).strip();
    }

    private String transcript(Source source) throws IOException {
        Transcript transcript = new Transcript();
        try (MrfReader reader =
                MrfReader.open(source, ReadOptions.builder().spoolFolder(folder).build())) {
            reader.visit(transcript);
        } catch (ContentException broken) {
            transcript.lines.add("error " + broken.getClass().getSimpleName() + " byte " + broken.byteOffset() + " "
                    + broken.path() + ": " + broken.problem());
        }
        try (Stream<Path> leftOver = Files.list(folder)) {
            assertThat(leftOver).as("spools left behind").isEmpty();
        }
        return String.join("\n", transcript.lines);
    }

    /** What a reader says of a file, a line for each thing. */
    private static final class Transcript implements MrfVisitor {
        private final List<String> lines = new ArrayList<>();

        /** {@code price TYPE CODE | rate (raw text if odd) | type | date | class | setting | POS | modifiers | refs | groups}. */
        @Override
        public void price(Price price) {
            lines.add(join(
                    "price " + price.item().billingCodeType() + " "
                            + price.item().billingCode(),
                    price.negotiatedRate() + (price.rateText() == null ? "" : " (" + price.rateText() + ")"),
                    price.terms().negotiatedType(),
                    price.terms().expirationDate(),
                    price.terms().billingClass(),
                    price.terms().setting(),
                    price.terms().serviceCodes(),
                    price.terms().billingCodeModifiers(),
                    price.rate().providerReferences(),
                    groups(price.rate().providerGroups())));
        }

        @Override
        public void providerReference(ProviderReference reference) {
            lines.add(join(
                    "reference " + reference.id(),
                    reference.networkNames(),
                    reference.location(),
                    groups(reference.groups())));
        }

        @Override
        public void containedCode(ContainedCode code) {
            lines.add(join("contained " + code.role(), code.billingCodeType(), code.billingCode()));
        }

        @Override
        public void allowedAmount(AllowedAmount amount) {
            lines.add(join(
                    "allowed " + amount.item().billingCodeType() + " "
                            + amount.item().billingCode(),
                    amount.allowedAmount(),
                    amount.billedCharge(),
                    amount.tin().value(),
                    amount.billingClass(),
                    amount.serviceCodes(),
                    amount.npis()));
        }

        @Override
        public void drugPrice(DrugPrice price) {
            lines.add(join("drug " + price.ndc(), price.negotiatedRate(), price.npis(), price.pharmacies()));
        }

        @Override
        public void indexEntry(IndexEntry entry) {
            if (entry instanceof IndexEntry.FileLink link) {
                lines.add(join("link " + link.structure(), link.slot(), link.description(), link.location()));
            } else if (entry instanceof IndexEntry.PlanEntry plan) {
                lines.add(join(
                        "plan " + plan.structure(),
                        plan.plan().planName(),
                        plan.plan().planId()));
            }
        }

        /** {@code file kind line | entity | version}, then what is not zero of ledger, leniencies, findings, unknown keys. */
        @Override
        public void documentEnd(FileReport report) {
            lines.add(join(
                    "file " + report.kind() + " " + report.schemaLine(),
                    report.header().reportingEntityName(),
                    report.header().version(),
                    report.header().lastUpdatedOn(),
                    report.header().plan().planName()));
            tally("prices", report.ledger().prices());
            tally("groups", report.ledger().groups());
            report.leniencies().forEach((leniency, count) -> lines.add("leniency " + leniency + " " + count));
            report.findings().forEach((rule, count) -> lines.add("finding " + rule + " " + count));
            report.unknownKeys().forEach((key, count) -> lines.add("unknown " + key + " " + count));
            assertThat(report.ledger().isBalanced()).isTrue();
        }

        private void tally(String what, Tally tally) {
            if (tally.seen() > 0) {
                lines.add(what + " " + tally.seen() + " = " + tally.delivered() + " delivered"
                        + tally.rejected().entrySet().stream()
                                .map(reason -> " + " + reason.getValue() + " " + reason.getKey())
                                .collect(Collectors.joining()));
            }
        }

        private static String groups(List<ProviderGroup> groups) {
            return groups.stream()
                    .map(group -> group.npis() + "@" + group.tin().type() + ":"
                            + group.tin().value()
                            + (group.tin().businessName() == null
                                    ? ""
                                    : ":" + group.tin().businessName()))
                    .collect(Collectors.joining(" "));
        }

        private static String join(Object... parts) {
            return Stream.of(parts)
                    .map(part -> part == null ? "-" : part.toString())
                    .collect(Collectors.joining(" | "));
        }
    }
}
