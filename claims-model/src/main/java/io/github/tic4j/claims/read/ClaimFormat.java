package io.github.tic4j.claims.read;

import io.github.tic4j.claims.read.InputFiles.InputFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** The layouts that can be read. A file is known by its columns, not by its name. */
public enum ClaimFormat {
    /** CMS research identifiable files, with pipes or commas. */
    RIF,
    /** The CSV export of Synthea. */
    SYNTHEA,
    /** CMS DE-SynPUF, 2008 to 2010. */
    SYNPUF,
    /** The columns of the Tuva input layer. */
    TUVA,
    /** Plain files of claims, patients, providers and prescriptions, a row per record. */
    CSV,
    /** JSON claims that carry patient, provider and insurance: an array, JSON lines, or batches. */
    JSON;

    /**
     * Opens an input.
     *
     * @param input a file, a folder, or a zip archive; {@code .gz} files are unpacked
     * @param refusals told of each row, value and file that is not taken over, at every pass over it
     * @throws IOException where the input does not exist or cannot be read
     * @throws UnreadableInputException where no file of the input is of this layout
     */
    public ClaimSource open(Path input, Consumer<Refusal> refusals) throws IOException {
        List<InputFile> files = InputFiles.of(input);
        if (this == JSON) {
            JsonSource source = new JsonSource(files, refusals);
            return source.isEmpty() ? none(input) : source;
        }
        DelimitedSource source = new DelimitedSource(files, layout(), refusals);
        return source.isEmpty() ? none(input) : source;
    }

    private Layout layout() {
        return switch (this) {
            case RIF -> new RifLayout();
            case SYNTHEA -> new SyntheaLayout();
            case SYNPUF -> new SynPufLayout();
            case TUVA -> new TuvaLayout();
            case CSV -> new PlainCsvLayout();
            case JSON -> throw new IllegalStateException("JSON is not delimited");
        };
    }

    private ClaimSource none(Path input) {
        throw new UnreadableInputException(String.valueOf(input), 1, "no file of the layout " + this + " in it");
    }
}
