package io.github.tic4j.internal.container;

import io.github.tic4j.internal.inflate.ByteInput;
import io.github.tic4j.mrf.Strictness;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** A wrapping with members, which are read in order, each until the next is asked for. */
public interface Archive extends Closeable {

    /** Longer names are cut. */
    int MAX_NAME = 250;

    /** The next member that is a file, or {@code null} once the archive has been read to a sound end. */
    @Nullable
    Member next() throws IOException;

    /** A zip archive, which begins at the position of the input; whatever is wrong with it is raised. */
    static Archive strictZip(ByteInput input) {
        return new ZipArchive(input, ContainerOptions.of(Strictness.STRICT, null), new ArrayList<>());
    }

    /** A member's name as it is fit for messages: not too long, and without control characters. */
    static String readable(String name) {
        String shorter = name.length() > MAX_NAME ? name.substring(0, MAX_NAME) + "..." : name;
        return shorter.replaceAll("\\p{Cntrl}", "?");
    }

    /**
     * A file in an archive.
     *
     * @param name its name in the archive, made readable
     * @param content its bytes; what the archive knows of them is checked at their end
     */
    record Member(String name, InputStream content) {}
}
