package io.github.tic4j.claims.x12;

import io.github.tic4j.claims.Claim;
import io.github.tic4j.claims.CoverageSpan;
import io.github.tic4j.claims.Patient;
import io.github.tic4j.claims.Provider;
import io.github.tic4j.claims.Remittance;
import io.github.tic4j.claims.read.ClaimSource;
import io.github.tic4j.claims.read.InputFiles;
import io.github.tic4j.claims.read.InputFiles.InputFile;
import io.github.tic4j.claims.read.Lineage;
import io.github.tic4j.claims.read.RawRecord;
import io.github.tic4j.claims.read.Refusal;
import io.github.tic4j.claims.read.Sourced;
import io.github.tic4j.claims.read.UnreadableInputException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * X12 files of version 5010: professional (837P, X222), institutional (837I, X223) and dental claims (837D, X224), and
 * remittances (835, X221), as many interchanges and transactions of either as there are.
 *
 * <pre>{@code
 * X12Source source = X12Source.open(path, refusals::add);
 * try (Stream<Sourced<Claim>> claims = source.claims()) {
 *     claims.forEach(claim -> System.out.println(claim.lineage() + " " + claim.value()));
 * }
 * }</pre>
 *
 * <p>The line of a {@link Lineage} is the number of the segment. Other transactions are skipped and told. Memory is that of one
 * transaction. Each call is a new pass; a file that breaks off, or whose segments do not stand where they belong, is an
 * {@link UnreadableInputException} that names the segment and its place, after the records before it.
 */
public final class X12Source implements ClaimSource {

    private final List<InputFile> files;
    private final Consumer<Refusal> refusals;

    private X12Source(List<InputFile> files, Consumer<Refusal> refusals) {
        this.files = files;
        this.refusals = refusals;
    }

    /**
     * Opens an input.
     *
     * @param input a file, a folder, or a zip archive; {@code .gz} files are unpacked
     * @param refusals told of each value that is not taken over, at every pass over it, and, when claims or remittances are
     *     read, of transactions that are skipped and of what is wrong with envelopes and structure
     * @throws IOException where the input does not exist or cannot be read
     * @throws UnreadableInputException where there is no file
     */
    public static X12Source open(Path input, Consumer<Refusal> refusals) throws IOException {
        List<InputFile> files = InputFiles.of(input);
        if (files.isEmpty()) {
            throw new UnreadableInputException(String.valueOf(input), 1, "no file in it");
        }
        return new X12Source(files, refusals);
    }

    /** The claims of the 837 transactions, as they were submitted. */
    @Override
    public Stream<Sourced<Claim>> claims() {
        return records(guide -> guide != Guide.REMITTANCE, refusals, (transaction, root) -> {
            ClaimReader reader = new ClaimReader(transaction, refusals);
            List<Sourced<Claim>> claims = new ArrayList<>();
            root.find("2000A").forEach(billing -> {
                Biller biller = Biller.of(billing);
                persons(
                        billing,
                        (person, loop) ->
                                loop.loops("2300").forEach(claim -> claims.add(reader.read(claim, person, biller))));
            });
            return claims;
        });
    }

    /** The subscribers and dependents of the 837 transactions, each once for each distinct description. */
    @Override
    public Stream<Sourced<Patient>> patients() {
        Set<Patient> seen = new HashSet<>();
        return records(guide -> guide != Guide.REMITTANCE, X12Source::tellNobody, (transaction, root) -> {
            Fields fields = new Fields(transaction.source(), refusals);
            List<Sourced<Patient>> patients = new ArrayList<>();
            persons(root, (person, loop) -> {
                Patient patient = person.patient(fields);
                if (patient != null && seen.add(patient)) {
                    patients.add(sourced(patient, transaction));
                }
            });
            return patients;
        });
    }

    /** The providers that the 837 transactions name with an NPI, each once for each distinct description. */
    @Override
    public Stream<Sourced<Provider>> providers() {
        Set<Provider> seen = new HashSet<>();
        return records(guide -> guide != Guide.REMITTANCE, X12Source::tellNobody, (transaction, root) -> {
            List<Sourced<Provider>> providers = new ArrayList<>();
            Consumer<Provider> take = provider -> {
                if (seen.add(provider)) {
                    providers.add(sourced(provider, transaction));
                }
            };
            root.find("2000A").forEach(billing -> {
                Biller biller = Biller.of(billing);
                billing.loops("2010AA")
                        .forEach(loop ->
                                Stream.ofNullable(Biller.provider(loop, biller)).forEach(take));
                billing.find("2300")
                        .flatMap(claim -> claim.loops("2310").stream())
                        .forEach(loop ->
                                Stream.ofNullable(Biller.provider(loop, null)).forEach(take));
                billing.find("2400")
                        .flatMap(line -> line.loops("2420").stream())
                        .forEach(loop ->
                                Stream.ofNullable(Biller.provider(loop, null)).forEach(take));
            });
            return providers;
        });
    }

    /** Nothing: claims do not say when a person was covered. */
    @Override
    public Stream<Sourced<CoverageSpan>> coverage() {
        return Stream.empty();
    }

    /** The remittances of the 835 transactions. */
    public Stream<Sourced<Remittance>> remittances() {
        return records(
                guide -> guide == Guide.REMITTANCE,
                refusals,
                (transaction, root) ->
                        List.of(sourced(new RemittanceReader(transaction, refusals).read(root), transaction)));
    }

    /** Every segment of every transaction that is read, its elements with an asterisk between. */
    @Override
    public Stream<RawRecord> raw() {
        return TransactionStream.of(files, X12Source::tellNobody)
                .flatMap(transaction -> transaction.segments().stream()
                        .map(segment -> new RawRecord(
                                new Lineage(transaction.source(), segment.number()),
                                String.join("*", segment.elements()))));
    }

    /** What is made of the loops of a transaction. */
    private interface Reading<T> {
        List<Sourced<T>> read(Transaction transaction, Loop root);
    }

    /** What is done with a person and the loop that holds the person's claims. */
    private interface PersonLoop {
        void take(Person person, Loop loop);
    }

    /**
     * Reads the transactions of some guides.
     *
     * @param faults told of what is wrong with envelopes and structure
     */
    private <T> Stream<Sourced<T>> records(Predicate<Guide> wanted, Consumer<Refusal> faults, Reading<T> reading) {
        Function<Transaction, Stream<Sourced<T>>> read =
                transaction -> reading.read(transaction, new LoopParser(transaction, faults).parse()).stream();
        return TransactionStream.of(files, faults)
                .filter(transaction -> wanted.test(transaction.guide()))
                .flatMap(read);
    }

    /** For second looks at the same transactions: what is wrong with them is told when claims or remittances are read. */
    private static void tellNobody(Refusal refusal) {}

    private static void persons(Loop root, PersonLoop taker) {
        root.find("2000B").forEach(loop -> {
            Person subscriber = Person.subscriber(loop);
            taker.take(subscriber, loop);
            loop.find("2000C").forEach(dependent -> taker.take(subscriber.dependent(dependent), dependent));
        });
    }

    private static <T> Sourced<T> sourced(T value, Transaction transaction) {
        return new Sourced<>(
                value,
                List.of(new Lineage(transaction.source(), transaction.start().number())));
    }
}
