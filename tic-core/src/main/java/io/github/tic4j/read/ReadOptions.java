package io.github.tic4j.read;

import io.github.tic4j.mrf.IdRule;
import io.github.tic4j.mrf.Limits;
import io.github.tic4j.mrf.PriceFilter;
import io.github.tic4j.mrf.Skipping;
import io.github.tic4j.mrf.Strictness;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How a file is read.
 *
 * @param strictness whether faults that real files have are taken and counted, the default, or stop the read
 * @param skipping whether unwanted items are stepped over unread, the default, or their prices counted
 * @param filter which prices are wanted; the default is all
 * @param groups whether provider groups are kept for {@link MrfReader#groups}; by default they are not, which saves memory
 * @param ids when a rate's reference means a group: by default when the texts of their ids are equal
 * @param remoteReferences fetches the groups of references that say where these are; {@code null}, the default, leaves them
 *     out
 * @param limits what a reader refuses to swallow
 * @param threads how many threads may read: with two or more, decompression, parsing and the program each run on a thread
 *     of their own, and the items of a plain file are read by so many threads at once; prices come in the order of the
 *     file all the same. With one, the program's own thread does everything. The default is two where the machine has as
 *     many cores
 * @param keyAliases further spellings of keys, from the publisher's spelling in lower case to CMS's
 * @param spoolFolder where lists wait that memory cannot hold; {@code null}, the default, for the system's folder
 */
public record ReadOptions(
        Strictness strictness,
        Skipping skipping,
        PriceFilter filter,
        Groups groups,
        IdRule ids,
        @Nullable RemoteReferences remoteReferences,
        Limits limits,
        int threads,
        Map<String, String> keyAliases,
        @Nullable Path spoolFolder) {

    private static final ReadOptions DEFAULTS = new Builder().build();

    /** What becomes of provider groups. */
    public enum Groups {
        /** Rates carry the ids of references only. */
        BY_REFERENCE,
        /** Groups are kept while the document is read, so that a rate's providers can be asked for. */
        RESOLVED
    }

    /** Checks the thread count and copies the map. */
    public ReadOptions {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1, was " + threads);
        }
        keyAliases = Map.copyOf(keyAliases);
    }

    /** Lenient, unfiltered, groups unresolved. */
    public static ReadOptions defaults() {
        return DEFAULTS;
    }

    /** A builder that starts with the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with these options. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.strictness = strictness;
        builder.skipping = skipping;
        builder.filter = filter;
        builder.groups = groups;
        builder.ids = ids;
        builder.remoteReferences = remoteReferences;
        builder.limits = limits;
        builder.threads = threads;
        builder.keyAliases.putAll(keyAliases);
        builder.spoolFolder = spoolFolder;
        return builder;
    }

    /** Collects options. */
    public static final class Builder {
        private Strictness strictness = Strictness.LENIENT;
        private Skipping skipping = Skipping.UNREAD;
        private PriceFilter filter = PriceFilter.all();
        private Groups groups = Groups.BY_REFERENCE;
        private IdRule ids = IdRule.TEXT;
        private @Nullable RemoteReferences remoteReferences;
        private Limits limits = Limits.defaults();
        private int threads = Math.min(2, Runtime.getRuntime().availableProcessors());
        private final Map<String, String> keyAliases = new TreeMap<>();
        private @Nullable Path spoolFolder;

        private Builder() {}

        /** Sets {@link ReadOptions#strictness}. */
        public Builder strictness(Strictness value) {
            strictness = value;
            return this;
        }

        /** Sets {@link ReadOptions#skipping}. */
        public Builder skipping(Skipping value) {
            skipping = value;
            return this;
        }

        /** Sets {@link ReadOptions#filter}. */
        public Builder filter(PriceFilter value) {
            filter = value;
            return this;
        }

        /** Sets {@link ReadOptions#groups}. */
        public Builder groups(Groups value) {
            groups = value;
            return this;
        }

        /** Sets {@link ReadOptions#ids}. */
        public Builder ids(IdRule value) {
            ids = value;
            return this;
        }

        /** Sets {@link ReadOptions#remoteReferences} and keeps groups. */
        public Builder remoteReferences(RemoteReferences value) {
            remoteReferences = value;
            groups = Groups.RESOLVED;
            return this;
        }

        /** Sets {@link ReadOptions#limits}. */
        public Builder limits(Limits value) {
            limits = value;
            return this;
        }

        /** Sets {@link ReadOptions#threads}. */
        public Builder threads(int value) {
            threads = value;
            return this;
        }

        /** Adds to {@link ReadOptions#keyAliases}. */
        public Builder keyAlias(String publishersSpelling, String cmsKey) {
            keyAliases.put(publishersSpelling, cmsKey);
            return this;
        }

        /** Sets {@link ReadOptions#spoolFolder}. */
        public Builder spoolFolder(Path value) {
            spoolFolder = value;
            return this;
        }

        /** The options. */
        public ReadOptions build() {
            return new ReadOptions(
                    strictness,
                    skipping,
                    filter,
                    groups,
                    ids,
                    remoteReferences,
                    limits,
                    threads,
                    keyAliases,
                    spoolFolder);
        }
    }
}
