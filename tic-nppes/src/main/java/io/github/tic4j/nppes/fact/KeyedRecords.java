package io.github.tic4j.nppes.fact;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Records of words in scratch memory, found by a text key: each starts with its key, so that equal hashes do no harm. */
final class KeyedRecords {

    private final ScratchMemory memory;
    private final PlaceTable places;

    KeyedRecords(ScratchMemory memory) throws IOException {
        this.memory = memory;
        this.places = new PlaceTable(memory);
    }

    /** Where the record of a key is, or 0. */
    long find(String key) {
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        long place = places.find(PlaceTable.hash(key), each -> hasKey(each, bytes));
        return place == 0 ? 0 : place + keySize(bytes);
    }

    /** Makes room for the record of a key that is not there; where it is. */
    long add(String key, int words) throws IOException {
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        int keySize = keySize(bytes);
        long place = memory.take(Math.addExact(keySize, Math.multiplyExact(words, Long.BYTES)));
        memory.word(place, bytes.length);
        memory.segment(place).put(ScratchMemory.within(place) + Long.BYTES, bytes);
        places.add(PlaceTable.hash(key), place);
        return place + keySize;
    }

    private boolean hasKey(long place, byte[] key) {
        return memory.word(place) == key.length
                && memory.segment(place)
                        .slice(ScratchMemory.within(place) + Long.BYTES, key.length)
                        .equals(ByteBuffer.wrap(key));
    }

    private static int keySize(byte[] key) {
        return Long.BYTES + (key.length + Long.BYTES - 1) / Long.BYTES * Long.BYTES;
    }
}
