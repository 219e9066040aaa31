package io.github.tic4j.pipeline;

import io.github.tic4j.internal.run.OutputException;
import io.github.tic4j.pipeline.FileResult.Outcome;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** The threads that read files, and the one that tells how far they are. */
final class Crew {

    private static final Logger LOG = LoggerFactory.getLogger(Pipeline.class);

    private final int size;
    private final Workload workload;
    private final Listeners listeners;
    private final ProgressMeter progress;
    private final Map<FileTask, FileResult> results = new ConcurrentHashMap<>();
    private final AtomicReference<@Nullable Exception> stopped = new AtomicReference<>();

    Crew(int size, int perHost, Listeners listeners, ProgressMeter progress) {
        this.size = size;
        this.workload = new Workload(perHost);
        this.listeners = listeners;
        this.progress = progress;
    }

    /**
     * What was done.
     *
     * @param results what became of each file, in the order of the tasks
     * @param stopped why the others were not tried, or {@code null} if all were
     */
    record Done(List<FileResult> results, @Nullable Exception stopped) {}

    /**
     * Does all tasks.
     *
     * @throws InterruptedIOException if this thread is interrupted
     */
    Done work(List<FileTask> tasks) throws InterruptedIOException {
        tasks.forEach(workload::add);
        ExecutorService threads = Executors.newFixedThreadPool(size, task -> thread(task, "tic4j-file"));
        ScheduledExecutorService clock =
                Executors.newSingleThreadScheduledExecutor(task -> thread(task, "tic4j-progress"));
        ScheduledFuture<?> ticks = clock.scheduleAtFixedRate(this::tellProgress, 1, 1, TimeUnit.SECONDS);
        try {
            List<Future<?>> workers = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                workers.add(threads.submit(this::workThrough));
            }
            for (Future<?> worker : workers) {
                worker.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("The run was interrupted; run again to go on");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException("a worker passes on errors only", e);
        } finally {
            workload.stop();
            ticks.cancel(false);
            clock.shutdownNow();
            threads.shutdownNow();
            awaitEnd(threads);
        }
        List<FileResult> inOrder = tasks.stream()
                .map(task -> results.computeIfAbsent(task, FileTask::notTried))
                .toList();
        return new Done(inOrder, stopped.get());
    }

    private void workThrough() {
        try {
            for (FileTask task = workload.next(); task != null; task = workload.next()) {
                try {
                    work(task);
                } finally {
                    workload.done(task);
                }
            }
        } catch (OutputException e) {
            LOG.error("The run ends: {}", e.getMessage());
            stopped.compareAndSet(null, e);
            workload.stop();
        } catch (InterruptedException | InterruptedIOException e) {
            // By the thread that waits for this one, which says so.
            Thread.currentThread().interrupt();
            workload.stop();
        }
    }

    private void work(FileTask task) throws OutputException, InterruptedIOException {
        MDC.put("payer", task.payer());
        MDC.put("file", task.source());
        try {
            listeners.tell(listener -> listener.fileStarted(task.payer(), task.source()));
            FileResult result = task.run();
            results.put(task, result);
            if (result.outcome() == Outcome.FAILED) {
                LOG.warn("{} of {} failed: {}", result.source(), result.payer(), String.valueOf(result.failure()));
            } else {
                LOG.info(
                        "{} of {}: {}, {} prices",
                        result.source(),
                        result.payer(),
                        result.outcome(),
                        result.prices().delivered());
            }
            listeners.tell(listener -> listener.fileFinished(result));
            tellProgress();
        } finally {
            MDC.remove("payer");
            MDC.remove("file");
        }
    }

    private void tellProgress() {
        Progress now = progress.progress();
        listeners.tell(listener -> listener.progress(now));
    }

    /** The folder must not be given back while a thread still writes to it. */
    private static void awaitEnd(ExecutorService threads) {
        boolean interrupted = Thread.interrupted();
        try {
            while (!threads.awaitTermination(1, TimeUnit.MINUTES)) {
                LOG.warn("Waiting for files at work to be given up");
            }
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static Thread thread(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }
}
