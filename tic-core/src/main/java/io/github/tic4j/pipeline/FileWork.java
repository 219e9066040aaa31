package io.github.tic4j.pipeline;

import io.github.tic4j.internal.run.OutputException;
import io.github.tic4j.pipeline.FileResult.Outcome;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** The reading of all files, and who is told about it. */
final class FileWork {

    private static final Logger LOG = LoggerFactory.getLogger(Pipeline.class);

    private final Crew crew;
    private final Listeners listeners;
    private final ProgressMeter progress;
    private final Map<FileTask, FileResult> results = new ConcurrentHashMap<>();

    FileWork(Crew crew, Listeners listeners, ProgressMeter progress) {
        this.crew = crew;
        this.listeners = listeners;
        this.progress = progress;
    }

    /**
     * Does all tasks.
     *
     * @throws InterruptedIOException if this thread is interrupted
     */
    Done work(List<FileTask> tasks) throws InterruptedIOException {
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(FileWork::thread);
        ScheduledFuture<?> ticks = clock.scheduleAtFixedRate(this::tellProgress, 1, 1, TimeUnit.SECONDS);
        try {
            Exception stopped = crew.work(tasks.stream().map(FileJob::new).toList());
            List<FileResult> inOrder = tasks.stream()
                    .map(task -> results.computeIfAbsent(task, FileTask::notTried))
                    .toList();
            return new Done(inOrder, stopped);
        } finally {
            ticks.cancel(false);
            clock.shutdown();
            Crew.awaitEnd(clock, "a listener");
        }
    }

    private static void log(FileResult result) {
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
    }

    private void tellProgress() {
        // Asked for when it is told, so that no older state comes behind a newer one.
        listeners.tell(listener -> listener.progress(progress.progress()));
    }

    private static Thread thread(Runnable ticks) {
        Thread thread = new Thread(ticks, "tic4j-progress");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * What was done.
     *
     * @param results what became of each file, in the order of the tasks
     * @param stopped why the others were not tried, or {@code null} if all were
     */
    record Done(List<FileResult> results, @Nullable Exception stopped) {}

    private final class FileJob implements Crew.Job {

        private final FileTask task;

        FileJob(FileTask task) {
            this.task = task;
        }

        @Override
        public String host() {
            return task.host();
        }

        @Override
        public void run() throws OutputException, InterruptedIOException {
            MDC.put("payer", task.payer());
            MDC.put("file", task.source());
            try {
                listeners.tell(listener -> listener.fileStarted(task.payer(), task.source()));
                FileResult result = task.run();
                results.put(task, result);
                log(result);
                listeners.tell(listener -> listener.fileFinished(result));
                tellProgress();
            } finally {
                MDC.remove("payer");
                MDC.remove("file");
            }
        }
    }
}
