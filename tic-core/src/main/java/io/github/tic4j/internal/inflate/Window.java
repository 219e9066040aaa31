package io.github.tic4j.internal.inflate;

/** The last 32 KiB of what a DEFLATE stream has produced, for matches to refer to, and room to decode more behind it. */
final class Window {

    private static final int HISTORY = 1 << 15;
    private static final int ROOM = 1 << 16;

    final byte[] bytes = new byte[HISTORY + ROOM];
    /** The end of what has been produced. */
    int end;
    /** How many bytes before the end can be referred to. */
    int length;

    void clear() {
        end = 0;
        length = 0;
    }

    /** Makes room behind the end, keeping what can be referred to. */
    void makeRoom(int count) {
        if (bytes.length - end < count) {
            int kept = Math.min(end, HISTORY);
            System.arraycopy(bytes, end - kept, bytes, 0, kept);
            end = kept;
        }
    }

    /** Reports bytes that have been decoded in place, behind the end. */
    void extend(int count) {
        end += count;
        length = Math.min(HISTORY, length + count);
    }

    /** Appends bytes that have been decoded elsewhere. */
    void append(byte[] source, int offset, int count) {
        int kept = Math.min(count, HISTORY);
        if (kept == HISTORY) {
            end = 0;
        } else {
            makeRoom(kept);
        }
        System.arraycopy(source, offset + count - kept, bytes, end, kept);
        extend(kept);
    }
}
