package io.github.tic4j.cli;

import io.github.tic4j.s3.S3Check;
import io.github.tic4j.s3.S3Layout;
import io.github.tic4j.s3.S3Location;
import io.github.tic4j.s3.S3Options;
import io.github.tic4j.s3.S3RunUpload;
import io.github.tic4j.s3.S3Store;
import io.github.tic4j.s3.S3WriteOptions;
import io.github.tic4j.s3.UnfinishedUpload;
import io.github.tic4j.table.Partition;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tic s3}: what can be done with a bucket. */
@Command(name = "s3", mixinStandardHelpOptions = true, description = "Checks a bucket, uploads a run, cleans up.")
final class S3Command implements Runnable {

    @Spec
    private @Nullable CommandSpec spec;

    private final Output output;

    S3Command(Output output) {
        this.output = output;
    }

    @Override
    public void run() {
        throw new ParameterException(
                Objects.requireNonNull(spec).commandLine(), "Missing a command: check, upload or clean");
    }

    /** Which store, and where in it. */
    static final class Place {
        @Option(names = "--bucket", required = true, paramLabel = "B", description = "The bucket.")
        private String bucket = "";

        @Option(names = "--prefix", paramLabel = "P", description = "The prefix in it; the default is all of it.")
        private String prefix = "";

        @Option(names = "--endpoint", paramLabel = "URL", description = "Another store than AWS.")
        private @Nullable URI endpoint;

        @Option(names = "--region", paramLabel = "R", description = "The region; the default is as configured.")
        private @Nullable String region;

        @Option(names = "--profile", paramLabel = "NAME", description = "The profile of the AWS configuration.")
        private @Nullable String profile;

        S3Location location() {
            String folder = prefix.isEmpty() || prefix.endsWith("/") ? prefix : prefix + "/";
            return S3Location.of(bucket, folder);
        }

        S3Store connect() {
            S3Options.Builder options = S3Options.builder();
            if (endpoint != null) {
                options.endpoint(endpoint);
            }
            if (region != null) {
                options.region(region);
            }
            if (profile != null) {
                options.profile(profile);
            }
            return S3Store.connect(options.build());
        }
    }

    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description = "Tries to list, read, write and abort, and says which permission is missing.")
    int check(@picocli.CommandLine.Mixin Place place) {
        try (S3Store store = place.connect()) {
            S3Check check = store.check(place.location());
            output.out().println(check);
            return check.isFine() ? ExitCode.FINE : ExitCode.FINDINGS;
        }
    }

    @Command(
            name = "upload",
            mixinStandardHelpOptions = true,
            description = "Uploads the folder of a run, and only what is new.")
    int upload(
            @picocli.CommandLine.Mixin Place place,
            @Parameters(paramLabel = "DIR", description = "The folder.") Path folder,
            @Option(names = "--payer", description = "With --date: into TABLE/payer=PAYER/date=DATE.") @Nullable
                    String payer,
            @Option(names = "--date", paramLabel = "YYYY-MM-DD") @Nullable LocalDate date)
            throws IOException {
        if ((payer == null) != (date == null)) {
            throw new IllegalArgumentException("--payer and --date go together");
        }
        try (S3Store store = place.connect()) {
            S3RunUpload upload = new S3RunUpload(store, new S3Layout(place.location()), S3WriteOptions.defaults());
            output.out()
                    .println(
                            payer == null || date == null
                                    ? upload.mirror(folder)
                                    : upload.partition(folder, new Partition(payer, date)));
        }
        return ExitCode.FINE;
    }

    @Command(
            name = "clean",
            mixinStandardHelpOptions = true,
            description = "Aborts uploads that were begun and never finished.")
    int clean(
            @picocli.CommandLine.Mixin Place place,
            @Option(
                            names = "--older-than",
                            paramLabel = "HOURS",
                            defaultValue = "24",
                            description = "Default ${DEFAULT-VALUE}.")
                    long hours)
            throws IOException {
        try (S3Store store = place.connect()) {
            List<UnfinishedUpload> aborted = store.clean(place.location(), Duration.ofHours(hours));
            aborted.forEach(upload -> output.out().println("aborted " + upload.location() + " of " + upload.begun()));
            output.out().println(aborted.size() + " unfinished uploads aborted");
        }
        return ExitCode.FINE;
    }
}
