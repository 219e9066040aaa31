package io.github.tic4j.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicBoolean;

/** A source around streams that the host opens. */
final class StreamSource implements Source {

    private final String name;
    private final Sources.StreamOpener opener;
    private final boolean reopenable;
    private final AtomicBoolean opened = new AtomicBoolean();

    StreamSource(String name, Sources.StreamOpener opener, boolean reopenable) {
        this.name = name;
        this.opener = opener;
        this.reopenable = reopenable;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public InputStream open() throws IOException {
        if (opened.getAndSet(true) && !reopenable) {
            throw new IllegalStateException(name + " is a single stream and was opened already");
        }
        return opener.open();
    }

    @Override
    public boolean isReopenable() {
        return reopenable;
    }

    @Override
    public String toString() {
        return name;
    }
}
