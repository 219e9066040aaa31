package io.github.tic4j.pipeline;

import io.github.tic4j.mrf.Finding;
import io.github.tic4j.mrf.Finding.Severity;
import io.github.tic4j.mrf.Plan;
import io.github.tic4j.normalize.SourceFile;
import io.github.tic4j.payer.FileListing;
import io.github.tic4j.payer.ListedFile;
import io.github.tic4j.payer.Payer;
import io.github.tic4j.payer.WebRequest;
import io.github.tic4j.source.ContentException;
import io.github.tic4j.source.FileUrl;
import io.github.tic4j.source.Source;
import io.github.tic4j.source.Sources;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** The files of a payer, each under the link that is good at the time. Safe for use by several threads. */
final class PayerFiles implements Crew.Job {

    private static final Logger LOG = LoggerFactory.getLogger(Pipeline.class);

    private final Payer payer;
    private final String index;
    private final PipelineOptions options;
    private final Map<String, ListedFile> files = new LinkedHashMap<>();
    private final List<String> findings = new ArrayList<>();
    private @Nullable Exception failure;

    PayerFiles(Payer payer, String index, PipelineOptions options) {
        this.payer = payer;
        this.index = index;
        this.options = options;
    }

    /**
     * The payers of a run, in their order, before their indexes are read.
     *
     * @throws IllegalArgumentException if the tables would be written where files are looked for
     */
    static List<PayerFiles> of(PipelineOptions options) throws IOException {
        List<PayerFiles> payers = options.payers().entrySet().stream()
                .map(payer -> new PayerFiles(options.handlers().payer(payer.getKey()), payer.getValue(), options))
                .toList();
        for (PayerFiles files : payers) {
            files.requireApartFrom(options.folder());
        }
        return payers;
    }

    Payer payer() {
        return payer;
    }

    /** The host of the index; empty if it is local. */
    @Override
    public String host() {
        return url().map(url -> url.uri().getHost()).orElse("");
    }

    /** Reads the index; what is wrong with it is kept. */
    @Override
    public void run() throws InterruptedIOException {
        MDC.put("payer", payer.name());
        try {
            list();
        } catch (IOException | RuntimeException e) {
            Crew.requireUninterrupted(e);
            LOG.warn("The index of {} cannot be read: {}", payer.name(), e.getMessage());
            failed(e);
        } finally {
            MDC.remove("payer");
        }
    }

    private synchronized void failed(Exception e) {
        failure = e;
    }

    /** Why {@link #run} could not read the index, or not to its end; {@code null} if it could. */
    synchronized @Nullable Exception failure() {
        return failure;
    }

    /**
     * Reads the index. What was listed before a failure is kept.
     *
     * @throws IOException if the index cannot be read, or not to its end
     */
    synchronized void list() throws IOException {
        try (FileListing listing = payer.list(index, options.sources())) {
            // The files of one structure have the same plans: together they may be as many as files times plans.
            Map<List<Plan>, List<Plan>> planLists = new HashMap<>();
            long left = options.maxFilesPerPayer();
            while (left > 0 && listing.hasNext()) {
                ListedFile file = listing.next();
                if (options.slots().contains(file.slot())) {
                    List<Plan> plans = planLists.computeIfAbsent(file.plans(), distinct -> distinct);
                    files.put(idOf(file), withPlans(file, plans));
                    left--;
                }
            }
            findings.clear();
            listing.findings().stream()
                    .filter(finding -> finding.severity() != Severity.INFO)
                    .forEach(finding -> findings.add(textOf(finding)));
        } catch (UncheckedIOException e) {
            throw Objects.requireNonNull(e.getCause());
        } catch (ContentException e) {
            throw new IOException("The index of " + payer.name() + " is broken: " + e.getMessage(), e);
        }
    }

    /** The files by their {@code file_id}, in the order of the index. */
    synchronized Map<String, ListedFile> files() {
        return new LinkedHashMap<>(files);
    }

    /** What is wrong with the index. */
    synchronized List<String> findings() {
        return List.copyOf(findings);
    }

    /** The link that is good now. */
    synchronized ListedFile file(String fileId) {
        return Objects.requireNonNull(files.get(fileId), "only listed files are asked for");
    }

    /**
     * Another link to a file than one that has run out: the one that another task has found meanwhile, or else that of the
     * index, which is read again.
     */
    synchronized Optional<ListedFile> fresher(String fileId, ListedFile tried) throws IOException {
        if (file(fileId).url().equals(tried.url())) {
            list();
        }
        return Optional.of(file(fileId)).filter(now -> !now.url().equals(tried.url()));
    }

    /** What is at a link, asked for in the way of the payer's handler. */
    Source published(ListedFile file) {
        WebRequest request = payer.request(file.url().uri(), options.sources().http());
        return options.sources().withHttp(request.options()).resolve(request.uri());
    }

    /** A file's size, if it is known without asking a server. */
    OptionalLong sizeOf(ListedFile file) {
        boolean local = "file".equalsIgnoreCase(file.url().uri().getScheme());
        return file.size().isPresent() || !local ? file.size() : published(file).size();
    }

    /** What a host is told of a payer. */
    io.github.tic4j.normalize.Payer publisher() {
        String safe = url().map(FileUrl::toString).orElse(index);
        return new io.github.tic4j.normalize.Payer(payer.name(), null, null, null, safe);
    }

    private String idOf(ListedFile file) {
        Source unread = Sources.of(file.url().toString(), InputStream::nullInputStream);
        return SourceFile.builder(unread, publisher()).url(file.url()).build().fileId();
    }

    private static ListedFile withPlans(ListedFile file, List<Plan> plans) {
        return new ListedFile(file.slot(), file.url(), file.description(), plans, file.position(), file.size());
    }

    /** A finding as a line that is fit for a terminal, whatever the index says. */
    private String textOf(Finding finding) {
        String at = finding.rawText() == null ? "" : ": " + finding.rawText();
        String text = "Index of " + payer.name() + ": " + finding.rule() + ", " + finding.message() + at;
        return text.replaceAll("\\p{Cc}", "?");
    }

    /** Checks that tables are not written where files are looked for: the next run would take them for files. */
    private void requireApartFrom(Path tables) throws IOException {
        Optional<Path> folder = local().filter(Files::isDirectory);
        if (folder.isPresent() && real(tables).startsWith(folder.get().toRealPath())) {
            throw new IllegalArgumentException("The tables would be written to " + tables + ", which lies in " + index
                    + ", where the files of payer " + payer.name() + " are looked for; write them to another folder");
        }
    }

    /** Where a path leads whose last part may not be there yet. */
    private static Path real(Path path) throws IOException {
        Path whole = path.toAbsolutePath();
        Path there = whole;
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        return there.toRealPath().resolve(there.relativize(whole)).normalize();
    }

    /** The path of the index, if it has one. */
    private Optional<Path> local() {
        try {
            URI place = url().map(FileUrl::uri).orElseGet(() -> Path.of(index).toUri());
            return "file".equalsIgnoreCase(place.getScheme())
                    ? Optional.of(Path.of(place).normalize())
                    : Optional.empty();
        } catch (IllegalArgumentException unusable) {
            // It is reported when the index is read.
            return Optional.empty();
        }
    }

    private Optional<FileUrl> url() {
        try {
            return Optional.of(FileUrl.parse(index));
        } catch (IllegalArgumentException aPath) {
            return Optional.empty();
        }
    }
}
