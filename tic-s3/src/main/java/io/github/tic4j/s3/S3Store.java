package io.github.tic4j.s3;

import io.github.tic4j.s3.S3WriteOptions.Existing;
import io.github.tic4j.source.Source;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * A store of objects: AWS S3 or any that speaks its protocol. Reads objects as sources, writes them so that they appear
 * whole or not at all, and creates them exclusively, which is what an atomic commit is made of where nothing can be
 * renamed.
 *
 * <p>Safe for use by several threads. Closing it closes the client that it made itself, never one that was given.
 */
public final class S3Store implements Closeable {

    private final S3Client client;
    private final boolean ownsClient;
    private final Backoff backoff;
    private final Clock clock;
    private final Transfers transfers = new Transfers();

    S3Store(S3Client client, boolean ownsClient, Backoff backoff, Clock clock) {
        this.client = client;
        this.ownsClient = ownsClient;
        this.backoff = backoff;
        this.clock = clock;
    }

    /** Makes a client. Nothing is sent yet, so missing credentials or permissions show at the first request. */
    public static S3Store connect(S3Options options) {
        return new S3Store(Connection.open(options), true, Backoff.EXPONENTIAL, Clock.systemUTC());
    }

    /** Uses the host's own client with all its settings. The host closes it. */
    public static S3Store using(S3Client client) {
        return new S3Store(client, false, Backoff.EXPONENTIAL, Clock.systemUTC());
    }

    /**
     * An object to read. It is fetched in ranges, up to twelve of them ahead of the reader, in at most 26 MiB of memory
     * for each open stream; a cut connection goes on where it was cut, and an object that changes meanwhile is an error.
     */
    public Source source(S3Location object) {
        requireObject(object);
        return new S3Source(() -> this, object, OptionalLong.empty());
    }

    /**
     * All objects below a prefix in the order of their keys, listed as the stream goes on; the empty objects that stand
     * for folders are left out.
     *
     * @throws IOException if the prefix cannot be listed; a later page throws {@link java.io.UncheckedIOException}
     */
    public Stream<Source> sources(S3Location prefix) throws IOException {
        return objects(prefix)
                .map(entry -> new S3Source(() -> this, sibling(prefix, entry.key()), OptionalLong.of(entry.size())));
    }

    /** Starts to write an object. Nothing is sent before a part is full or the upload is completed. */
    public S3Upload upload(S3Location object, S3WriteOptions options) {
        requireObject(object);
        if (object.versionId() != null) {
            throw new IllegalArgumentException("A version cannot be written: " + object);
        }
        return new S3Upload(new UploadRequests(client, object, options, backoff), options, transfers);
    }

    /**
     * Creates a small object unless there is one: of several writers exactly one succeeds. This is the commit of a store
     * without rename. It may be repeated after a crash: {@code true} says that the object now holds this very content,
     * {@code false} that another writer was first with another. Writers that compete put their names into it.
     */
    public boolean createIfAbsent(S3Location object, byte[] content) throws IOException {
        S3WriteOptions options =
                S3WriteOptions.builder().existing(Existing.REFUSE).build();
        try (S3Upload upload = upload(object, options)) {
            upload.body().write(content);
            upload.complete();
            return true;
        } catch (FileAlreadyExistsException e) {
            try (InputStream present = open(object)) {
                return Arrays.equals(present.readAllBytes(), content);
            }
        }
    }

    /**
     * The uploads below a prefix that were begun and neither completed nor aborted, running ones included.
     *
     * @throws IOException if they cannot be listed; a later page throws {@link java.io.UncheckedIOException}
     */
    public Stream<UnfinishedUpload> unfinishedUploads(S3Location prefix) throws IOException {
        return Listing.of(
                        client.listMultipartUploadsPaginator(request -> request.bucket(prefix.bucket())
                                        .prefix(prefix.key())
                                        .requestPayer(Requests.payer(prefix)))
                                .uploads(),
                        Permission.LIST_UPLOADS,
                        prefix)
                .map(entry -> new UnfinishedUpload(sibling(prefix, entry.key()), entry.uploadId(), entry.initiated()));
    }

    /**
     * Aborts the unfinished uploads below a prefix that were begun longer ago than a running one can have been, and says
     * which they were.
     *
     * @param age what is younger may be running and is left alone; a day is a sensible choice
     */
    public List<UnfinishedUpload> clean(S3Location prefix, Duration age) throws IOException {
        Instant limit = clock.instant().minus(age);
        List<UnfinishedUpload> stale;
        try (Stream<UnfinishedUpload> all = unfinishedUploads(prefix)) {
            stale = all.filter(upload -> upload.begun().isBefore(limit)).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        for (UnfinishedUpload upload : stale) {
            Requests.abort(client, upload.location(), upload.uploadId());
        }
        return stale;
    }

    /**
     * Tries what a run needs below a prefix: list, write, read, write exclusively, abort, list unfinished uploads, delete.
     * Writes one small object with a name of its own, and removes it if that is allowed.
     */
    public S3Check check(S3Location prefix) {
        return new AccessProbe(client, prefix).run();
    }

    /** Ends running transfers, and closes the client if it was made here. */
    @Override
    public void close() {
        transfers.close();
        if (ownsClient) {
            client.close();
        }
    }

    InputStream open(S3Location object) throws IOException {
        return new ReadAheadStream(client, object, backoff, transfers);
    }

    Stream<S3Object> objects(S3Location prefix) throws IOException {
        return Listing.of(
                        client.listObjectsV2Paginator(request -> request.bucket(prefix.bucket())
                                        .prefix(prefix.key())
                                        .requestPayer(Requests.payer(prefix)))
                                .contents(),
                        Permission.LIST,
                        prefix)
                .filter(entry -> !entry.key().endsWith("/"));
    }

    OptionalLong size(S3Location object) {
        return head(object).map(head -> OptionalLong.of(head.contentLength())).orElse(OptionalLong.empty());
    }

    /** What the store tells of an object without its content; nothing if it tells nothing, for whatever reason. */
    Optional<HeadObjectResponse> head(S3Location object) {
        try {
            return Optional.of(Requests.head(client, object));
        } catch (SdkException e) {
            // Who needs the object opens or writes it next, and gets the reason then.
            return Optional.empty();
        }
    }

    Executor transfers() {
        return transfers;
    }

    private static S3Location sibling(S3Location prefix, String key) {
        return new S3Location(prefix.bucket(), key, null, prefix.requesterPays());
    }

    private static void requireObject(S3Location location) {
        if (location.isPrefix()) {
            throw new IllegalArgumentException("This is a prefix, where one object is wanted: " + location);
        }
    }
}
