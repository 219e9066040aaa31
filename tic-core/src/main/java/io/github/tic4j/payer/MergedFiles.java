package io.github.tic4j.payer;

import io.github.tic4j.mrf.Finding;
import io.github.tic4j.payer.LinkGroup.Written;
import io.github.tic4j.source.FileUrl;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.OptionalLong;
import java.util.PriorityQueue;

/** The files of a {@link LinkStore}: its groups, merged in the order of the index. */
final class MergedFiles implements FileListing {

    private final List<Spill> groups;
    private final LinkStore store;
    private final Findings findings;
    private final List<DataInputStream> opened = new ArrayList<>();
    private final PriorityQueue<Head> heads = new PriorityQueue<>(
            Comparator.comparingLong(head -> head.group.text().ordinal()));
    private long position;

    MergedFiles(List<Spill> groups, LinkStore store, Findings findings) {
        this.groups = groups;
        this.store = store;
        this.findings = findings;
    }

    /**
     * The next group of a spill.
     *
     * @param group the group
     * @param in where the groups behind it are
     * @param left how many these are
     */
    private record Head(Written group, DataInputStream in, long left) {}

    void open() throws IOException {
        for (Spill spill : groups) {
            DataInputStream in = spill.read(0);
            opened.add(in);
            advance(in, spill.records());
        }
    }

    private void advance(DataInputStream in, long left) throws IOException {
        if (left > 0) {
            heads.add(new Head(Written.read(in), in, left - 1));
        }
    }

    @Override
    public boolean hasNext() {
        return !heads.isEmpty();
    }

    @Override
    public ListedFile next() {
        Head head = heads.poll();
        if (head == null) {
            throw new NoSuchElementException("The index lists no further file");
        }
        try {
            LinkText text = head.group.text();
            FileUrl url = FileUrl.of(URI.create(text.url()));
            ListedFile file = new ListedFile(
                    text.slot(),
                    url,
                    text.description(),
                    store.plans(head.group.structures(), url.toString()),
                    position++,
                    text.size() < 0 ? OptionalLong.empty() : OptionalLong.of(text.size()));
            advance(head.in, head.left);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<Finding> findings() {
        return findings.first();
    }

    @Override
    public Map<String, Long> findingCounts() {
        return findings.counts();
    }

    @Override
    public void close() throws IOException {
        heads.clear();
        for (DataInputStream in : opened) {
            in.close();
        }
        for (Spill spill : groups) {
            spill.close();
        }
        store.close();
    }
}
