package io.github.tic4j.pipeline;

import io.github.tic4j.internal.run.OutputException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Threads that do jobs, no more of them at a time for one host than it may be asked for. */
final class Crew {

    private static final Logger LOG = LoggerFactory.getLogger(Pipeline.class);

    private final int size;
    private final int perHost;

    Crew(int size, int perHost) {
        this.size = size;
        this.perHost = perHost;
    }

    /**
     * Does all jobs, the first ones first.
     *
     * @return why the others were not begun, or {@code null} if all were
     * @throws InterruptedIOException if this thread is interrupted
     */
    @Nullable
    IOException work(List<? extends Job> jobs) throws InterruptedIOException {
        Workload workload = new Workload(jobs, perHost);
        AtomicReference<@Nullable IOException> stopped = new AtomicReference<>();
        int workers = Math.min(size, Math.max(1, jobs.size()));
        ExecutorService threads = Executors.newFixedThreadPool(workers, Crew::thread);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < workers; i++) {
                all.add(threads.submit(() -> workThrough(workload, stopped)));
            }
            for (Future<?> worker : all) {
                worker.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw interrupted(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException("a worker passes on errors only", e);
        } finally {
            workload.stop();
            threads.shutdownNow();
            awaitEnd(threads, "files at work to be given up");
        }
        return stopped.get();
    }

    /**
     * Tells a failure from being given up: an interrupt may show as an exception of any kind, and an {@code
     * InterruptedIOException} may be a timeout of a source.
     *
     * @throws InterruptedIOException if this thread is interrupted
     */
    static void requireUninterrupted(Exception failure) throws InterruptedIOException {
        if (Thread.currentThread().isInterrupted()) {
            InterruptedIOException interrupted = new InterruptedIOException("Given up: " + failure.getMessage());
            interrupted.initCause(failure);
            throw interrupted;
        }
    }

    private static void workThrough(Workload workload, AtomicReference<@Nullable IOException> stopped) {
        try {
            for (Job job = workload.next(); job != null; job = workload.next()) {
                try {
                    job.run();
                } finally {
                    workload.done(job);
                }
            }
        } catch (OutputException e) {
            LOG.error("The run ends: {}", e.getMessage());
            stopped.compareAndSet(null, e);
            workload.stop();
        } catch (InterruptedException | InterruptedIOException e) {
            // By the thread that waits for this one, which says so, or by whoever else knows the thread.
            Thread.currentThread().interrupt();
            stopped.compareAndSet(null, interrupted(e));
            workload.stop();
        }
    }

    private static InterruptedIOException interrupted(Exception cause) {
        InterruptedIOException interrupted = new InterruptedIOException("The run was interrupted; run again to go on");
        interrupted.initCause(cause);
        return interrupted;
    }

    /** Waits for threads that were told to end: what they work with must not be given back before. */
    static void awaitEnd(ExecutorService threads, String what) {
        boolean interrupted = Thread.interrupted();
        try {
            while (!threads.awaitTermination(1, TimeUnit.MINUTES)) {
                LOG.warn("Waiting for {}", what);
            }
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "tic4j-worker");
        thread.setDaemon(true);
        return thread;
    }

    /** Something to do that asks a server. */
    interface Job {

        /** The host that it burdens; empty for a local file. It stays the same. */
        String host();

        /**
         * Does it.
         *
         * @throws OutputException if nothing can be written, which ends the work
         * @throws InterruptedIOException if the thread is interrupted
         */
        void run() throws OutputException, InterruptedIOException;
    }
}
