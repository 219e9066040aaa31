package io.github.tic4j.collaboratemd;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * An empty body that can be sent once. The JDK's client repeats a GET by itself when a connection breaks, which nothing
 * turns off; it asks each time for the length of the body, which here fails the second time. That keeps a read that takes
 * something away from being sent twice.
 */
final class OneShotBody implements BodyPublisher {

    private final AtomicBoolean sent = new AtomicBoolean();

    @Override
    public long contentLength() {
        if (sent.getAndSet(true)) {
            throw AttemptFailure.lost("the connection was lost");
        }
        return 0;
    }

    @Override
    public void subscribe(Subscriber<? super ByteBuffer> subscriber) {
        BodyPublishers.noBody().subscribe(subscriber);
    }
}
