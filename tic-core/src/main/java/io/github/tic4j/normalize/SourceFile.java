package io.github.tic4j.normalize;

import io.github.tic4j.mrf.Plan;
import io.github.tic4j.source.FileUrl;
import io.github.tic4j.source.Source;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A file to normalise: its bytes, and what is known of it from elsewhere.
 *
 * @param source its bytes
 * @param payer who publishes it
 * @param identity what stays the same when the file is published again, such as {@link FileUrl#identity()}; never with a
 *     secret
 * @param url where it came from, without secrets, for people
 * @param plans the plans that the index links with it
 * @param description what the index calls it
 * @param runId the run that reads it
 * @param processedAt the moment that counts as the time of processing
 * @param content asked once the file has been read; empty where the content's hash is not known
 */
public record SourceFile(
        Source source,
        Payer payer,
        String identity,
        String url,
        List<Plan> plans,
        @Nullable String description,
        String runId,
        Instant processedAt,
        Supplier<Optional<FileContent>> content) {

    /** Copies the list. */
    public SourceFile {
        plans = List.copyOf(plans);
    }

    /** The value of {@code file_id} in all tables: a hash of the payer's name and the identity, known before reading. */
    public String fileId() {
        return new ContentHash("file").text(payer.name()).text(identity).hex();
    }

    /** A builder for a file whose address is the source's name. */
    public static Builder builder(Source source, Payer payer) {
        return new Builder(source, payer);
    }

    /** Collects what is known of a file. */
    public static final class Builder {
        private final Source source;
        private final Payer payer;
        private String identity;
        private String url;
        private final List<Plan> plans = new ArrayList<>();
        private @Nullable String description;
        private String runId = "";
        private Instant processedAt = Instant.EPOCH;
        private Supplier<Optional<FileContent>> content = Optional::empty;

        private Builder(Source source, Payer payer) {
            this.source = source;
            this.payer = payer;
            this.identity = source.name();
            this.url = source.name();
        }

        /** Sets identity and url. The default is the source's name for both. */
        public Builder url(FileUrl value) {
            identity = value.identity();
            url = value.toString();
            return this;
        }

        /** Adds plans that the index links with the file. */
        public Builder plans(List<Plan> value) {
            plans.addAll(value);
            return this;
        }

        /** Sets {@link SourceFile#description}. */
        public Builder description(@Nullable String value) {
            description = value;
            return this;
        }

        /** Sets {@link SourceFile#runId} and {@link SourceFile#processedAt}; by default an empty text and 1970-01-01. */
        public Builder run(String id, Instant moment) {
            runId = id;
            processedAt = moment;
            return this;
        }

        /** Sets {@link SourceFile#content}; by default it is not known. */
        public Builder content(Supplier<Optional<FileContent>> value) {
            content = value;
            return this;
        }

        /** The file. */
        public SourceFile build() {
            return new SourceFile(source, payer, identity, url, plans, description, runId, processedAt, content);
        }
    }
}
