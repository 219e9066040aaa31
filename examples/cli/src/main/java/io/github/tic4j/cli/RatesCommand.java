package io.github.tic4j.cli;

import io.github.tic4j.mrf.AllowedAmount;
import io.github.tic4j.mrf.CodeList;
import io.github.tic4j.mrf.FileReport;
import io.github.tic4j.mrf.Ledger;
import io.github.tic4j.mrf.MrfKind;
import io.github.tic4j.mrf.Price;
import io.github.tic4j.mrf.PriceFilter;
import io.github.tic4j.mrf.Skipping;
import io.github.tic4j.mrf.Strictness;
import io.github.tic4j.mrf.Tally;
import io.github.tic4j.parquet.ParquetFormat;
import io.github.tic4j.read.MrfReader;
import io.github.tic4j.read.MrfVisitor;
import io.github.tic4j.read.ReadOptions;
import io.github.tic4j.source.ContentException;
import io.github.tic4j.source.Source;
import io.github.tic4j.table.TextFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tic rates}: writes one row per price. */
@Command(name = "rates", mixinStandardHelpOptions = true, description = "Writes one row per price.")
final class RatesCommand implements Callable<Integer> {

    /** The forms of a row. */
    enum Format {
        /** One JSON object a line. */
        JSONL,
        /** RFC 4180. */
        CSV,
        /** Parquet; to a file only. */
        PARQUET
    }

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE|URL",
            description = "The files, in the order in which to read them; s3://BUCKET/PREFIX/ stands for all below it.")
    private List<String> files = new ArrayList<>();

    @Option(
            names = "--codes",
            paramLabel = "LIST",
            description = "Wanted codes: a file of TYPE,CODE or CODE lines, a built-in list (general, ortho-radiology, "
                    + "sample, production, uhc), or codes separated by blanks, commas or semicolons, each CODE or "
                    + "TYPE:CODE.")
    private List<String> codes = new ArrayList<>();

    @Option(names = "--npi", split = ",", paramLabel = "NPI", description = "Wanted providers.")
    private List<Long> npis = new ArrayList<>();

    @Option(names = "--tin", split = ",", paramLabel = "TIN", description = "Wanted organisations.")
    private List<String> tins = new ArrayList<>();

    @Option(names = "--arrangement", split = ",", paramLabel = "NAME", description = "ffs, bundle or capitation.")
    private List<String> arrangements = new ArrayList<>();

    @Option(names = "--class", split = ",", paramLabel = "NAME", description = "professional, institutional or both.")
    private List<String> billingClasses = new ArrayList<>();

    @Option(names = "--format", description = "jsonl (the default), csv or parquet.")
    private Format format = Format.JSONL;

    @Option(names = "--limit", paramLabel = "N", description = "Stop after so many rows.")
    private long limit = Long.MAX_VALUE;

    @Option(names = "--out", paramLabel = "PATH|-", description = "Where to; - or nothing for standard output.")
    private String out = "-";

    @Option(
            names = "--ledger",
            paramLabel = "FILE",
            description =
                    "Where to write what became of every price. Unwanted prices are then counted too, which takes longer.")
    private @Nullable Path ledgerFile;

    @Option(names = "--resolve", description = "Add the provider groups that the references stand for.")
    private boolean resolve;

    @Option(names = "--strict", description = "Stop at the first fault that lenient reading would take.")
    private boolean strict;

    private final Output output;
    private final List<String> withoutPrices = new ArrayList<>();
    private long rows;

    RatesCommand(Output output) {
        this.output = output;
    }

    @Override
    public Integer call() throws IOException {
        if (limit < 0) {
            throw new IllegalArgumentException("--limit must be at least 0, was " + limit);
        }
        ReadOptions options = options();
        List<Source> sources = Inputs.of(files);
        Ledger ledger = Ledger.EMPTY;
        @Nullable Exception failure = null;
        try (PriceRows writer = rows()) {
            try {
                for (Source source : sources) {
                    try (MrfReader reader = MrfReader.open(source, options)) {
                        try {
                            read(reader, writer);
                        } finally {
                            ledger = ledger.plus(reader.ledger());
                        }
                    }
                }
            } catch (ContentException | UncheckedIOException broken) {
                failure = broken;
            }
            writer.finish();
        }
        if (ledgerFile != null) {
            Files.writeString(ledgerFile, closed(ledger).toJson() + "\n");
        }
        return outcome(ledger, failure);
    }

    /** The account with what was handed over and not written, because enough was. */
    private Ledger closed(Ledger ledger) {
        Tally prices = ledger.prices();
        long unwritten = prices.seen() - prices.filtered() - prices.rejectedTotal() - rows;
        if (unwritten <= 0) {
            return ledger;
        }
        Map<String, Long> rejected = new TreeMap<>(prices.rejected());
        rejected.put("limit-reached", unwritten);
        return ledger.withPrices(new Tally(prices.seen(), rows, prices.filtered(), rejected));
    }

    private int outcome(Ledger ledger, @Nullable Exception failure) {
        if (failure != null) {
            output.err().println("tic: " + Tic.message(failure));
            output.err().println("tic: " + rows + " complete rows were written before that");
            return ExitCode.of(failure);
        }
        long rejected = ledger.prices().rejectedTotal() + ledger.groups().rejectedTotal();
        if (rejected > 0) {
            output.err()
                    .println("tic: " + rejected + " rejected: "
                            + ledger.prices().rejected() + " " + ledger.groups().rejected());
        }
        withoutPrices.forEach(document -> output.err().println("tic: No prices in " + document));
        return rejected > 0 || !withoutPrices.isEmpty() ? ExitCode.FINDINGS : ExitCode.FINE;
    }

    private ReadOptions options() throws IOException {
        PriceFilter.Builder filter = PriceFilter.builder();
        for (String list : codes) {
            addCodes(filter, list);
        }
        npis.forEach(filter::npi);
        tins.forEach(filter::tin);
        arrangements.forEach(filter::negotiationArrangement);
        billingClasses.forEach(filter::billingClass);
        return ReadOptions.builder()
                .filter(filter.build())
                .strictness(strict ? Strictness.STRICT : Strictness.LENIENT)
                .skipping(ledgerFile == null ? Skipping.UNREAD : Skipping.COUNTED)
                .groups(resolve ? ReadOptions.Groups.RESOLVED : ReadOptions.Groups.BY_REFERENCE)
                .build();
    }

    private static void addCodes(PriceFilter.Builder filter, String list) throws IOException {
        if (CodeList.BUILT_IN.contains(list)) {
            filter.codes(CodeList.builtIn(list));
            return;
        }
        Path file = Path.of(list);
        if (Files.exists(file)) {
            filter.codes(CodeList.read(file));
            return;
        }
        if (list.contains("/") || list.endsWith(".txt") || list.endsWith(".csv")) {
            throw new IllegalArgumentException("No such file of codes: " + list);
        }
        for (String code : list.strip().split("[,;\\s]+")) {
            int colon = code.indexOf(':');
            if (colon < 0) {
                filter.code(code);
            } else {
                filter.code(code.substring(0, colon), code.substring(colon + 1));
            }
        }
    }

    private PriceRows rows() throws IOException {
        boolean toFile = !out.equals("-");
        if (format == Format.PARQUET) {
            if (!toFile) {
                throw new IllegalArgumentException("--format parquet needs --out FILE");
            }
            return new TablePriceRows(ParquetFormat.defaults().open(TablePriceRows.PRICES, Path.of(out)));
        }
        if (format == Format.JSONL) {
            return new JsonPriceRows(RowTarget.of(out, output.out()));
        }
        TextFormat csv = out.endsWith(".gz") ? TextFormat.CSV_GZIP : TextFormat.CSV;
        return new TablePriceRows(
                toFile
                        ? csv.open(TablePriceRows.PRICES, Path.of(out))
                        : csv.writer(TablePriceRows.PRICES, RowTarget.of(out, output.out()).stream()));
    }

    private void read(MrfReader reader, PriceRows writer) {
        try {
            reader.visit(new MrfVisitor() {
                @Override
                public void price(Price price) {
                    write(() -> writer.write(price, resolve ? reader.groups(price.rate()) : null));
                }

                @Override
                public void allowedAmount(AllowedAmount amount) {
                    write(() -> writer.write(amount));
                }

                @Override
                public void documentEnd(FileReport report) {
                    if (report.kind() != MrfKind.IN_NETWORK && report.kind() != MrfKind.ALLOWED_AMOUNTS) {
                        withoutPrices.add(report.source() + ", its kind is " + report.kind());
                    }
                }
            });
        } catch (LimitReached enough) {
            // What the caller asked for has been written.
        }
    }

    private interface Writing {
        void run() throws IOException;
    }

    private void write(Writing row) {
        if (rows >= limit) {
            throw new LimitReached();
        }
        try {
            row.run();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        rows++;
    }

    /** Leaves a visit early. */
    private static final class LimitReached extends RuntimeException {
        private static final long serialVersionUID = 1L;

        LimitReached() {
            super("limit reached", null, false, false);
        }
    }
}
