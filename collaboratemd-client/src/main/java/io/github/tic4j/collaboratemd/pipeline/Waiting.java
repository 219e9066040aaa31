package io.github.tic4j.collaboratemd.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Waits for futures on the calling thread. */
final class Waiting {

    private Waiting() {}

    /**
     * Does the work for each element on so many threads at most, and waits for all of it. The first failure is thrown
     * after the rest has ended; an interrupt stops all of it.
     */
    static <T> void forAll(int threads, List<T> elements, Consumer<T> work) {
        if (elements.isEmpty()) {
            return;
        }
        ExecutorService pool = Executors.newFixedThreadPool(Math.min(threads, elements.size()));
        try {
            List<Future<?>> futures = new ArrayList<>();
            elements.forEach(element -> futures.add(pool.submit(() -> work.accept(element))));
            @Nullable RuntimeException first = null;
            for (Future<?> future : futures) {
                first = join(future, first);
            }
            if (first != null) {
                throw first;
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private static @Nullable RuntimeException join(Future<?> future, @Nullable RuntimeException first) {
        try {
            await(future);
            return first;
        } catch (CancellationException e) {
            throw e;
        } catch (RuntimeException e) {
            if (first == null) {
                return e;
            }
            first.addSuppressed(e);
            return first;
        }
    }

    /** The failure of the future is thrown as it is; an interrupt leaves the flag set. */
    static void await(Future<?> future) {
        try {
            Object unused = future.get();
        } catch (InterruptedException e) {
            future.cancel(true);
            Thread.currentThread().interrupt();
            throw new CancellationException("the pipeline was interrupted");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException("the pipeline broke", e.getCause());
        }
    }
}
