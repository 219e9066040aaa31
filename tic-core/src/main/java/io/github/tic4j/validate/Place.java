package io.github.tic4j.validate;

import io.github.tic4j.mrf.Rate;

/** Where the element stands that is being judged; its path is made only when asked for. */
final class Place {

    /** The offset of what the reader does not locate. */
    static final long UNKNOWN_OFFSET = -1;

    private String list = "";
    private long index = -1;
    private long rateIndex = -1;
    private String element = "";
    private long byteOffset;

    /** An element of a rate. */
    void inRate(Rate rate, String name, long offset) {
        at("in_network", rate.item().index(), offset);
        rateIndex = rate.index();
        element = name;
    }

    /** An element of a root list. */
    void at(String rootList, long position, long offset) {
        list = rootList;
        index = position;
        rateIndex = -1;
        element = "";
        byteOffset = offset;
    }

    /** The file as a whole. */
    void atRoot() {
        at("", -1, 0);
    }

    String path() {
        StringBuilder path = new StringBuilder("$");
        if (!list.isEmpty()) {
            path.append('.').append(list);
        }
        if (index >= 0) {
            path.append('[').append(index).append(']');
        }
        if (rateIndex >= 0) {
            path.append(".negotiated_rates[").append(rateIndex).append("].").append(element);
        }
        return path.toString();
    }

    long byteOffset() {
        return byteOffset;
    }
}
