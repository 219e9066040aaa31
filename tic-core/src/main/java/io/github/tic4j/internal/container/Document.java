package io.github.tic4j.internal.container;

import io.github.tic4j.internal.inflate.ByteInput;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.List;

/**
 * One document, out of all its wrappings. It can be read until the next one is asked for.
 *
 * <p>Not safe for use by several threads, but for {@link #compressedPosition()}, which may be a little behind.
 */
public final class Document {

    private final String name;
    private final List<String> chain;
    private final InputStream content;
    private final InputStream stream;
    private final List<ContainerNote> notes;
    private final ByteInput source;
    private final boolean json;

    Document(
            String name,
            List<String> chain,
            InputStream content,
            List<ContainerNote> notes,
            ByteInput source,
            boolean json) {
        this.name = name;
        this.chain = List.copyOf(chain);
        this.content = content;
        this.stream = new Unclosed(content);
        this.notes = Collections.unmodifiableList(notes);
        this.source = source;
        this.json = json;
    }

    /** The source's name, and the members of archives that lead to the document: {@code a.zip!/b.json.gz}. */
    public String name() {
        return name;
    }

    /** The wrappings from the outermost inwards, such as {@code zip, gzip, utf-16le}; empty for plain UTF-8. */
    public List<String> chain() {
        return chain;
    }

    /** Whether the content looks like JSON; otherwise it is CSV or other plain text. */
    public boolean isJson() {
        return json;
    }

    /**
     * The content as UTF-8 without a byte order mark. A fault of a container is raised here as a content error, once
     * everything before it has been delivered. Closing it does nothing; the reader does that.
     */
    public InputStream stream() {
        return stream;
    }

    /** What has been noted on the containers so far, this document's included once its stream has ended. */
    public List<ContainerNote> notes() {
        return notes;
    }

    /** How many bytes of the source have been used, for progress. */
    public long compressedPosition() {
        return source.offset();
    }

    /** Frees what the decoders hold, and closes the source where no archive stands between. */
    void close() throws IOException {
        content.close();
    }

    private static final class Unclosed extends FilterInputStream {

        Unclosed(InputStream in) {
            super(in);
        }

        @Override
        public void close() {
            // The reader still has to read to the end.
        }
    }
}
