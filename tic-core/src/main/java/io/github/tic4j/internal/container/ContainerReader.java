package io.github.tic4j.internal.container;

import io.github.tic4j.internal.container.ContainerNote.Kind;
import io.github.tic4j.internal.inflate.ByteInput;
import io.github.tic4j.source.ContentException;
import io.github.tic4j.source.ContentException.Location;
import io.github.tic4j.source.LimitExceededException;
import io.github.tic4j.source.Source;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The JSON documents in a source, out of all wrappings. Only when {@link #next()} has returned {@code null} is it certain
 * that the source was complete: an archive that is cut off shows at its end only.
 *
 * <p>Single-pass; not safe for use by several threads. Owns the stream that it opens.
 */
public final class ContainerReader implements Closeable {

    private final ContainerOptions options;
    private final boolean anyText;
    private final ByteInput source;
    private final List<ContainerNote> notes = new ArrayList<>();
    private final Deque<OpenArchive> archives = new ArrayDeque<>();
    private final byte[] scratch = new byte[1 << 16];
    private @Nullable Document current;
    private boolean started;
    private long members;
    private long documents;

    private ContainerReader(InputStream in, String name, ContainerOptions options, boolean anyText) {
        this.options = options;
        this.source = new ByteInput(in, name);
        this.anyText = anyText;
    }

    /**
     * Opens a source.
     *
     * @throws IOException if the source cannot be opened
     */
    public static ContainerReader open(Source source, ContainerOptions options) throws IOException {
        return new ContainerReader(source.open(), source.name(), options, false);
    }

    /**
     * Opens a source whose documents may be CSV or other plain text as well.
     *
     * @throws IOException if the source cannot be opened
     */
    public static ContainerReader openText(Source source, ContainerOptions options) throws IOException {
        return new ContainerReader(source.open(), source.name(), options, true);
    }

    /**
     * The next document, or {@code null} once everything has been read to a sound end. What is left of the document before
     * is read and checked first.
     *
     * @throws ContentException if the source is damaged, cut off, holds no JSON, or exceeds a limit
     * @throws IOException if the source fails
     */
    public @Nullable Document next() throws IOException {
        finishCurrent();
        Document next = null;
        if (!started) {
            started = true;
            next = peel(new Layer(source, source.name(), List.of()));
        }
        while (next == null && !archives.isEmpty()) {
            next = nextMember(archives.peek());
        }
        if (next != null) {
            documents++;
        } else if (documents == 0) {
            throw source.malformed("No JSON document in the archive");
        }
        current = next;
        return next;
    }

    /** What has been noted on the containers so far. */
    public List<ContainerNote> notes() {
        return List.copyOf(notes);
    }

    @Override
    public void close() throws IOException {
        try {
            if (current != null) {
                current.close();
            }
            while (!archives.isEmpty()) {
                archives.pop().close();
            }
        } finally {
            source.close();
        }
    }

    private void finishCurrent() throws IOException {
        if (current != null) {
            readToEnd(current.stream());
            current.close();
            current = null;
        }
    }

    // What stands at the end of a stream, checksums above all, is checked when the end is reached.
    private void readToEnd(InputStream in) throws IOException {
        int count = 0;
        while (count >= 0) {
            count = in.read(scratch, 0, scratch.length);
        }
    }

    private @Nullable Document nextMember(OpenArchive open) throws IOException {
        readToEnd(open.member);
        open.member.close();
        Archive.Member member = open.archive.next();
        if (member == null) {
            archives.pop().close();
            return null;
        }
        String name = open.layer.name + "!/" + member.name();
        if (++members > options.maxMembers()) {
            throw new LimitExceededException("maxMembers", options.maxMembers(), Location.of(name, 0));
        }
        ByteInput content = guarded(member.content(), name);
        open.member = content;
        if (isShadow(member.name())) {
            skipped(name, "Content belongs to the shadow folder of macOS");
            return null;
        }
        return peel(new Layer(content, name, open.layer.chain));
    }

    private static boolean isShadow(String memberName) {
        return memberName.startsWith("__MACOSX/") || memberName.contains("/__MACOSX/");
    }

    private void skipped(String name, String reason) {
        notes.add(new ContainerNote(Kind.SKIPPED_MEMBER, name + ": " + reason, 0));
    }

    private @Nullable Document peel(Layer outermost) throws IOException {
        Layer layer = outermost;
        for (Format format = Format.of(layer.input); format != null; format = Format.of(layer.input)) {
            if (layer.chain.size() >= options.maxDepth()) {
                throw new LimitExceededException("maxDepth", options.maxDepth(), Location.of(layer.name, 0));
            }
            List<String> chain = plus(layer.chain, format.label);
            if (format.isArchive()) {
                Layer inside = new Layer(layer.input, layer.name, chain);
                archives.push(new OpenArchive(inside, format.archive(layer.input, options, notes)));
                return null;
            }
            InputStream content = format.decompress(layer.input, options);
            layer = new Layer(guarded(content, layer.name), layer.name, chain);
        }
        return document(layer);
    }

    private @Nullable Document document(Layer layer) throws IOException {
        TextKind kind = TextKind.of(layer.input);
        if (anyText && kind.isPlainText()) {
            return new Document(layer.name, layer.chain, layer.input, notes, source, false);
        }
        if (!kind.isJson()) {
            String problem = "Content is not JSON; it " + kind.description;
            if (archives.isEmpty()) {
                throw layer.input.malformed(problem);
            }
            skipped(layer.name, problem);
            return null;
        }
        if (kind.charset.equals(StandardCharsets.UTF_8)) {
            return new Document(layer.name, layer.chain, layer.input, notes, source, true);
        }
        String label = kind.charset.name().toLowerCase(Locale.ROOT);
        InputStream utf8 = new Utf16Stream(layer.input, kind.charset, faults -> noteFaults(layer.name, label, faults));
        return new Document(layer.name, plus(layer.chain, label), utf8, notes, source, true);
    }

    private void noteFaults(String name, String label, long faults) {
        if (faults > 0) {
            String message = name + ": " + faults + " faults in " + label + " replaced by U+FFFD";
            notes.add(new ContainerNote(Kind.BAD_ENCODING, message, 0));
        }
    }

    private ByteInput guarded(InputStream content, String name) {
        return new ByteInput(new RatioGuard(content, name, source, options), name);
    }

    private static List<String> plus(List<String> chain, String label) {
        List<String> longer = new ArrayList<>(chain);
        longer.add(label);
        return longer;
    }

    private record Layer(ByteInput input, String name, List<String> chain) {}

    private static final class OpenArchive {

        private final Layer layer;
        private final Archive archive;
        private InputStream member = InputStream.nullInputStream();

        OpenArchive(Layer layer, Archive archive) {
            this.layer = layer;
            this.archive = archive;
        }

        void close() throws IOException {
            archive.close();
            layer.input.close();
        }
    }
}
