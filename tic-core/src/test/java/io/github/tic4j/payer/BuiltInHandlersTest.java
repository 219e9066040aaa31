package io.github.tic4j.payer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tic4j.mrf.AllowedAmount;
import io.github.tic4j.mrf.ContainedCode;
import io.github.tic4j.mrf.FileReport;
import io.github.tic4j.mrf.Plan;
import io.github.tic4j.mrf.Price;
import io.github.tic4j.mrf.ProviderGroup;
import io.github.tic4j.mrf.ProviderReference;
import io.github.tic4j.mrf.Reject;
import io.github.tic4j.read.MrfReader;
import io.github.tic4j.read.MrfVisitor;
import io.github.tic4j.read.ReadOptions;
import io.github.tic4j.source.HttpOptions;
import io.github.tic4j.source.SourceResolver;
import io.github.tic4j.spi.RecordAdapter;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What each handler makes of a payer's index and files. Each folder in {@code payers/} holds what the payer's server has,
 * the address of the index, and in {@code expected.txt} what its handler makes of it. {@code default.txt} stands beside it
 * where the default handler makes something else of it; where it does not, the default must be as good.
 */
class BuiltInHandlersTest {

    private static final Path PAYERS = Path.of("src/test/resources/payers");

    static Stream<String> payers() throws IOException {
        try (Stream<Path> folders = Files.list(PAYERS)) {
            return folders.map(folder -> folder.getFileName().toString()).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("payers")
    void handlerMakesOfAPayerWhatIsExpected(String payer) throws IOException {
        assertThat(transcript(payer, PayerHandlers.defaults().payer(payer))).isEqualTo(expected(payer, "expected.txt"));
    }

    @ParameterizedTest
    @MethodSource("payers")
    void defaultHandlerIsAsGoodOrMissesWhatIsSaid(String payer) throws IOException {
        boolean differs = Files.exists(PAYERS.resolve(payer).resolve("default.txt"));

        String transcript = transcript(payer, PayerHandlers.defaults().payer("nobody"));

        assertThat(transcript).isEqualTo(expected(payer, differs ? "default.txt" : "expected.txt"));
        if (differs) {
            assertThat(transcript).isNotEqualTo(expected(payer, "expected.txt"));
        }
    }

    @ParameterizedTest
    @MethodSource("payers")
    void payerHasAHandlerOfItsName(String payer) {
        assertThat(PayerHandlers.defaults()
                        .payer(payer.toUpperCase(java.util.Locale.ROOT))
                        .handler())
                .isEqualTo(payer);
    }

    private static String expected(String payer, String name) throws IOException {
        return Files.readString(PAYERS.resolve(payer).resolve(name)).strip();
    }

    private static String transcript(String folder, Payer payer) throws IOException {
        Transcript transcript = new Transcript();
        Path served = PAYERS.resolve(folder);
        SourceResolver sources =
                SourceResolver.builder().register(new ServedFolder(served)).build();
        String index = Files.readString(served.resolve("index.url")).strip();
        transcript.asked("index", payer.request(URI.create(index), HttpOptions.defaults()));
        try (FileListing files = payer.list(index, sources)) {
            while (files.hasNext()) {
                transcript.file(files.next(), payer, sources);
            }
            files.findings()
                    .forEach(finding -> transcript.lines.add("finding " + finding.rule() + " " + finding.rawText()));
        } catch (IOException | RuntimeException e) {
            transcript.lines.add("error " + e.getMessage());
        }
        return String.join("\n", transcript.lines);
    }

    private static final class Transcript {
        private final List<String> lines = new ArrayList<>();

        void file(ListedFile file, Payer payer, SourceResolver sources) {
            lines.add("");
            String plans = file.plans().stream().map(Plan::planName).collect(Collectors.joining(", "));
            lines.add(join(
                    "file " + file.slot(),
                    file.description(),
                    plans,
                    file.size().isPresent() ? file.size().getAsLong() : null));
            asked("ask", payer.request(file.url().uri(), HttpOptions.defaults()));
            ReadOptions options = payer.readOptions(ReadOptions.defaults());
            RecordAdapter adapter = payer.adapter(file).orElse(new RecordAdapter() {});
            try (MrfReader reader = MrfReader.open(payer.source(file, sources), options)) {
                reader.visit(new Records(adapter, lines));
            } catch (IOException | RuntimeException e) {
                lines.add("error " + e.getMessage());
            }
        }

        /** {@code URL | user agent | headers | attempts}, the latter three only where they are not the default's. */
        void asked(String what, WebRequest request) {
            HttpOptions options = request.options();
            HttpOptions defaults = HttpOptions.defaults();
            lines.add(what + " " + request.uri()
                    + (options.userAgent().equals(defaults.userAgent()) ? "" : " as " + options.userAgent())
                    + (options.headers().isEmpty() ? "" : " with " + new java.util.TreeMap<>(options.headers()))
                    + (options.retries().equals(defaults.retries())
                            ? ""
                            : " up to " + options.retries().attempts() + " times"));
        }
    }

    /** What is read of a file, a line for each thing. */
    private record Records(RecordAdapter adapter, List<String> lines) implements MrfVisitor {

        @Override
        public void price(Price published) {
            Adapted<Price> adapted = adapter.price(published);
            Price price = adapted.record();
            if (price == null) {
                lines.add("dropped " + adapted.reason() + " " + published.negotiatedRate());
                return;
            }
            lines.add(join(
                    "price " + price.item().billingCodeType() + " "
                            + price.item().billingCode(),
                    price.negotiatedRate(),
                    price.terms().negotiatedType(),
                    price.terms().expirationDate(),
                    price.terms().billingClass(),
                    price.terms().setting(),
                    price.terms().serviceCodes(),
                    price.terms().billingCodeModifiers(),
                    price.terms().additionalInformation(),
                    price.rate().providerReferences(),
                    groups(price.rate().providerGroups())));
        }

        @Override
        public void providerReference(ProviderReference reference) {
            lines.add(join("reference " + reference.id(), reference.location(), groups(reference.groups())));
        }

        @Override
        public void allowedAmount(AllowedAmount amount) {
            lines.add(join(
                    "allowed " + amount.item().billingCode(),
                    amount.allowedAmount(),
                    amount.tin().value()));
        }

        @Override
        public void containedCode(ContainedCode code) {
            lines.add(join("contained " + code.role(), code.billingCodeType(), code.billingCode()));
        }

        @Override
        public void reject(Reject reject) {
            lines.add(join("reject " + reject.reason(), reject.rawText()));
        }

        @Override
        public void documentEnd(FileReport report) {
            report.leniencies().forEach((leniency, count) -> lines.add("leniency " + leniency + " " + count));
            report.findings().forEach((rule, count) -> lines.add("finding " + rule + " " + count));
            report.unknownKeys().forEach((key, count) -> lines.add("unknown " + key + " " + count));
        }

        private static String groups(List<ProviderGroup> groups) {
            return groups.stream()
                    .map(group -> group.npis() + "@" + group.tin().value())
                    .collect(Collectors.joining(" "));
        }
    }

    private static String join(Object... parts) {
        return Stream.of(parts)
                .map(part -> part == null || part.equals("") ? "-" : part.toString())
                .collect(Collectors.joining(" | "));
    }
}
