package io.github.tic4j.payer;

import io.github.tic4j.mrf.Finding.Severity;
import io.github.tic4j.mrf.IndexEntry.FileLink;
import io.github.tic4j.mrf.IndexEntry.PlanEntry;
import io.github.tic4j.mrf.IndexEntry.Slot;
import io.github.tic4j.payer.LinkStore.Key;
import io.github.tic4j.payer.LinkStore.Known;
import io.github.tic4j.read.ReadOptions;
import io.github.tic4j.source.ContentException;
import io.github.tic4j.source.FileUrl;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.Set;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Reads an index, and the indexes that it names, into a {@link LinkStore}. Beside the store, memory holds the addresses of
 * indexes that are still to be read.
 */
final class IndexWalk implements IndexEntries, Closeable {

    private static final int DEEPEST = 4;
    private static final int MOST_INDEXES = 300_000;

    private final PayerIndex index;
    private final Findings findings = new Findings();
    private final IndexReader reader;
    private final LinkStore store;
    private final Queue<Place> pending = new ArrayDeque<>();
    private final Set<Key> visited = new HashSet<>();
    private Recent recent = new Recent();
    private Place place;
    private long structure = -1;
    private long structureInDocument = -1;
    private @Nullable Key firstOfPage;
    private long linksOfPages;

    IndexWalk(PayerIndex index, ReadOptions options) {
        this.index = index;
        this.place = Place.first(index.url());
        this.reader = new IndexReader(options, findings);
        this.store = new LinkStore(options.spoolFolder(), options.limits().maxPlansPerFile());
    }

    /**
     * An index to be read.
     *
     * @param url where it is
     * @param depth how many indexes lead there, itself included
     * @param structure the structure that names it; its plans count if it turns out to be a file of prices
     * @param description what it is called there
     */
    private record Place(
            FileUrl url,
            int depth,
            long structure,
            @Nullable String description) {

        static Place first(FileUrl url) {
            return new Place(url, 1, -1, null);
        }
    }

    /** Locations that were met lately in the current index, which may repeat each of them a million times. */
    private static final class Recent extends LinkedHashMap<String, Known> {

        private static final long serialVersionUID = 1L;
        private static final int MOST = 10_000;

        Recent() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
            return size() > MOST;
        }
    }

    /** Reads one page of an index after the other. */
    void readPages(LongFunction<Optional<FileUrl>> pageAt) throws IOException {
        Optional<FileUrl> page = pageAt.apply(0);
        while (page.isPresent()) {
            Key firstBefore = firstOfPage;
            firstOfPage = null;
            read(page.get());
            boolean again = firstOfPage == null || firstOfPage.equals(firstBefore);
            page = again ? Optional.empty() : pageAt.apply(linksOfPages);
        }
    }

    /** Reads an index and those that it names. One of these that cannot be read is a finding. */
    private void read(FileUrl first) throws IOException {
        visited.add(Key.of(first.identity()));
        readAt(Place.first(first));
        for (Place next = pending.poll(); next != null; next = pending.poll()) {
            try {
                readAt(next);
            } catch (IOException | ContentException e) {
                if (Thread.currentThread().isInterrupted()) {
                    throw e;
                }
                String message = "An index that the index names cannot be read: " + e.getMessage();
                findings.add("index-unreadable", Severity.ERROR, 0, next.url.toString(), message);
            }
        }
    }

    /** The distinct files, which own what the walk has written. */
    FileListing files() throws IOException {
        if (store.links() == 0) {
            findings.add("index-without-files", Severity.WARNING, 0, index.url().toString(), "An index lists files");
        }
        return store.files(findings);
    }

    private void readAt(Place next) throws IOException {
        place = next;
        recent = new Recent();
        Optional<LocalFolder> folder = LocalFolder.at(next.url.uri());
        if (folder.isPresent()) {
            nextDocument();
            for (Path file : folder.get().files()) {
                OptionalLong size = OptionalLong.of(Files.size(file));
                link(new FileLink(0, Slot.UNKNOWN, null, file.toUri().toString(), size, 0));
            }
            return;
        }
        Slot slot = reader.read(index.source(next.url), this);
        if (slot != Slot.TABLE_OF_CONTENTS) {
            FileLink itself = new FileLink(0, slot, next.description, null, OptionalLong.empty(), 0);
            store.link(next.structure, itself, new Known(next.url));
        }
    }

    @Override
    public void nextDocument() {
        structureInDocument = -1;
    }

    @Override
    public void plan(PlanEntry entry) throws IOException {
        if (!entry.plan().isEmpty()) {
            store.plan(structure(entry.structure()), entry.plan());
        }
    }

    @Override
    public boolean link(FileLink published) throws IOException {
        Optional<FileLink> adapted = index.adapt(published);
        if (adapted.isEmpty()) {
            return true;
        }
        FileLink link = adapted.get();
        Known known = known(link);
        if (known == null) {
            return false;
        }
        if (place.depth == 1) {
            linksOfPages++;
            firstOfPage = firstOfPage == null ? known.key : firstOfPage;
        }
        Slot slot = SlotNames.of(link.slot(), known.url.uri(), link.description());
        if (slot == Slot.TABLE_OF_CONTENTS) {
            follow(known, link);
        } else {
            store.link(structure(link.structure()), link.withSlot(slot), known);
        }
        return true;
    }

    private @Nullable Known known(FileLink link) {
        String location = link.location();
        if (location == null || location.isBlank()) {
            findings.add(
                    "location-blank", Severity.WARNING, link.byteOffset(), link.description(), "A link says where");
            return null;
        }
        Known known = recent.get(location);
        if (known != null) {
            return known;
        }
        try {
            FileUrl url = Locations.resolve(place.url, location);
            index.requireServed(url);
            if (url.isRepaired()) {
                String message = "A location is a URL; this one was repaired to " + url;
                findings.add("location-repaired", Severity.INFO, link.byteOffset(), location, message);
            }
            known = new Known(url);
            recent.put(location, known);
        } catch (IllegalArgumentException e) {
            findings.add(
                    "location-unusable", Severity.WARNING, link.byteOffset(), location, String.valueOf(e.getMessage()));
        }
        return known;
    }

    private void follow(Known known, FileLink link) {
        String location = known.url.toString();
        if (!visited.add(known.key)) {
            String message = "An index names each other index once";
            findings.add("index-repeated", Severity.INFO, link.byteOffset(), location, message);
        } else if (place.depth == DEEPEST) {
            String message = "Indexes within indexes are followed to a depth of " + DEEPEST;
            findings.add("index-too-deep", Severity.WARNING, link.byteOffset(), location, message);
        } else if (visited.size() > MOST_INDEXES) {
            String message = "At most " + MOST_INDEXES + " indexes are read";
            findings.add("index-too-many", Severity.WARNING, link.byteOffset(), location, message);
        } else {
            long from = structure(link.structure());
            pending.add(new Place(known.url, place.depth + 1, from, link.description()));
        }
    }

    /** The number of a structure among those of all documents. */
    private long structure(long inDocument) {
        if (inDocument != structureInDocument) {
            structureInDocument = inDocument;
            structure++;
        }
        return structure;
    }

    @Override
    public void close() throws IOException {
        store.close();
    }
}
