package io.github.tic4j.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a URL, whole and in order, over as many connections as it takes.
 *
 * <p>After a break it asks for the rest with {@code Range} and {@code If-Range}, where the first answer carried a
 * validator. Where it did not, or where the server sends the whole again, the bytes that were delivered before are read once
 * more and compared by checksum. A file that changed in between is an error, never a mixture.
 */
final class ResumingStream extends InputStream {

    private static final Pattern PART = Pattern.compile("bytes (\\d{1,18})-\\d{1,18}/(\\d{1,18}|\\*)");
    private static final Pattern BEYOND_END = Pattern.compile("bytes \\*/(\\d{1,18})");
    private static final long UNKNOWN = HttpAnswer.UNKNOWN_LENGTH;
    private static final int SKIP_BUFFER = 64 * 1024;

    private final FileUrl url;
    private final HttpGet get;
    private final Patience patience;
    private final CRC32C delivered = new CRC32C();
    private volatile InputStream body = InputStream.nullInputStream();
    private @Nullable String validator;
    private long total = UNKNOWN;
    private long position;
    private byte[] head = {};
    private int headRead;
    private volatile boolean closed;

    ResumingStream(FileUrl url, HttpGet get, Patience patience) {
        this.url = url;
        this.get = get;
        this.patience = patience;
    }

    /** The first bytes, which will be read again. */
    byte[] peek(int count) throws IOException {
        head = readNBytes(count);
        return head.clone();
    }

    /** Sends the first request. */
    void start() throws IOException {
        HttpAnswer answer = get.send(0, null);
        adopt(answer);
        validator = answer.validator();
        total = answer.length();
    }

    /** What the server said about the file in its first answer. */
    HttpSource.State state() {
        OptionalLong size = total == UNKNOWN ? OptionalLong.empty() : OptionalLong.of(total);
        return new HttpSource.State(size, Optional.ofNullable(validator));
    }

    @Override
    public int read() throws IOException {
        byte[] single = new byte[1];
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, to.length);
        if (headRead < head.length && !closed) {
            int count = Math.min(length, head.length - headRead);
            System.arraycopy(head, headRead, to, offset, count);
            headRead += count;
            return count;
        }
        while (true) {
            requireOpen();
            IOException failure;
            try {
                int count = body.read(to, offset, length);
                if (count >= 0) {
                    delivered.update(to, offset, count);
                    position += count;
                    patience.progress(count);
                    return count;
                }
                if (total == UNKNOWN) {
                    return -1;
                }
                failure = new IOException("the body ended early");
            } catch (InterruptedIOException e) {
                throw e;
            } catch (IOException e) {
                failure = e;
            }
            if (position == total || !resume(failure)) {
                return -1;
            }
        }
    }

    @Override
    public int available() throws IOException {
        return closed ? 0 : head.length - headRead + body.available();
    }

    @Override
    public void close() throws IOException {
        closed = true;
        body.close();
    }

    private void requireOpen() throws IOException {
        if (closed) {
            throw new IOException("The stream is closed");
        }
    }

    private void adopt(HttpAnswer answer) throws IOException {
        body = answer.body();
        if (closed) {
            // By another thread, which saw the body before.
            body.close();
        }
    }

    /** Opens the next body at the present position; whether there is any. */
    private boolean resume(IOException failure) throws IOException {
        IOException last = failure;
        while (true) {
            body.close();
            requireOpen();
            if (!patience.endures("broke off at byte " + position + ", " + last.getMessage(), null)) {
                throw new TruncatedContentException(
                        "The download broke off after " + position + progressOf() + " bytes, " + patience.failures()
                                + " attempts in a row failed, last: " + last.getMessage(),
                        ContentException.Location.of(url.toString(), position),
                        last);
            }
            if (position == 0) {
                start();
                return true;
            }
            HttpAnswer answer = get.send(position, validator);
            adopt(answer);
            try {
                switch (answer.status()) {
                    case 206 -> requireSamePart(answer);
                    case 412 -> throw changed("the server says so");
                    case 416 -> {
                        requireEnd(answer);
                        return false;
                    }
                    default -> skipDelivered(answer);
                }
                return true;
            } catch (InterruptedIOException e) {
                throw e;
            } catch (IOException e) {
                last = e;
            }
        }
    }

    private String progressOf() {
        return total == UNKNOWN ? "" : " of " + total;
    }

    private void requireSamePart(HttpAnswer answer) throws IOException {
        String sent = answer.headers().firstValue("Content-Range").orElse("");
        Matcher part = PART.matcher(sent);
        if (!part.matches() || Long.parseLong(part.group(1)) != position) {
            // Without a validator the next request is for the whole.
            validator = null;
            throw new IOException("the server sent the wrong part, \"" + sent + "\"");
        }
        String size = part.group(2);
        requireSame(answer, size.equals("*") ? UNKNOWN : Long.parseLong(size));
    }

    private void requireEnd(HttpAnswer answer) throws IOException {
        Matcher end =
                BEYOND_END.matcher(answer.headers().firstValue("Content-Range").orElse(""));
        if (!end.matches()) {
            throw new IOException("the server has nothing from this byte on");
        }
        long size = Long.parseLong(end.group(1));
        if (size != position || total != UNKNOWN) {
            throw changed("its size is now " + size);
        }
    }

    private void skipDelivered(HttpAnswer answer) throws IOException {
        requireSame(answer, answer.length());
        CRC32C again = new CRC32C();
        byte[] buffer = new byte[SKIP_BUFFER];
        for (long left = position; left > 0; ) {
            int count = body.read(buffer, 0, (int) Math.min(left, buffer.length));
            if (count < 0) {
                throw new IOException("the body ended early");
            }
            again.update(buffer, 0, count);
            left -= count;
        }
        if (again.getValue() != delivered.getValue()) {
            throw changed("its first " + position + " bytes differ");
        }
    }

    private void requireSame(HttpAnswer answer, long size) {
        String now = answer.validator();
        if (isOther(now)) {
            throw changed("its validator was " + validator + " and is now " + now);
        }
        if (size != UNKNOWN && total != UNKNOWN && size != total) {
            throw changed("its size was " + total + " and is now " + size);
        }
    }

    private boolean isOther(@Nullable String now) {
        // A tag and a date cannot be compared.
        return validator != null
                && now != null
                && now.startsWith("\"") == validator.startsWith("\"")
                && !now.equals(validator);
    }

    private TruncatedContentException changed(String how) {
        return new TruncatedContentException(
                "The file changed on the server after " + position + progressOf() + " bytes were read: " + how
                        + "; read it again from the start",
                ContentException.Location.of(url.toString(), position));
    }
}
