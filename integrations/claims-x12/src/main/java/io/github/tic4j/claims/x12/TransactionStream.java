package io.github.tic4j.claims.x12;

import io.github.tic4j.claims.read.InputFiles.InputFile;
import io.github.tic4j.claims.read.Refusal;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The transactions of some files, one after another. */
final class TransactionStream extends Spliterators.AbstractSpliterator<Transaction> implements Closeable {

    private final Iterator<InputFile> files;
    private final Consumer<Refusal> refusals;
    private @Nullable TransactionReader open;

    private TransactionStream(List<InputFile> files, Consumer<Refusal> refusals) {
        super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
        this.files = files.iterator();
        this.refusals = refusals;
    }

    static Stream<Transaction> of(List<InputFile> files, Consumer<Refusal> refusals) {
        TransactionStream transactions = new TransactionStream(files, refusals);
        return StreamSupport.stream(transactions, false).onClose(transactions::closeUnchecked);
    }

    @Override
    public boolean tryAdvance(Consumer<? super Transaction> action) {
        try {
            Transaction next = next();
            if (next == null) {
                return false;
            }
            action.accept(next);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private @Nullable Transaction next() throws IOException {
        while (true) {
            if (open == null) {
                if (!files.hasNext()) {
                    return null;
                }
                InputFile file = files.next();
                BufferedReader text = new BufferedReader(new InputStreamReader(file.open(), StandardCharsets.UTF_8));
                open = new TransactionReader(new SegmentReader(text, file.name()), file.name(), refusals);
            }
            Transaction transaction = open.next();
            if (transaction != null) {
                return transaction;
            }
            close();
        }
    }

    @Override
    public void close() throws IOException {
        if (open != null) {
            open.close();
            open = null;
        }
    }

    private void closeUnchecked() {
        try {
            close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
