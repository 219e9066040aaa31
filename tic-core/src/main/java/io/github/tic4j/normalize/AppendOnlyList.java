package io.github.tic4j.normalize;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Objects;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/** A list that one thread appends to while others read what was there when they were told of it. */
final class AppendOnlyList<E extends @Nullable Object> extends AbstractList<E> implements RandomAccess {

    private volatile @Nullable Object[] values = new Object[16];
    private volatile int size;

    @Override
    public boolean add(E value) {
        int at = size;
        if (at == values.length) {
            values = Arrays.copyOf(values, 2 * at);
        }
        values[at] = value;
        size = at + 1;
        return true;
    }

    @Override
    @SuppressWarnings({"unchecked", "NullAway"}) // only add puts something in
    public E get(int index) {
        return (E) values[Objects.checkIndex(index, size)];
    }

    @Override
    public int size() {
        return size;
    }
}
