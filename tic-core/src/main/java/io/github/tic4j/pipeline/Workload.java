package io.github.tic4j.pipeline;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** The files that are still to be read, handed out so that no host is asked for more at a time than it may be. */
final class Workload {

    private final int perHost;
    private final Map<String, Queue<FileTask>> waiting = new LinkedHashMap<>();
    private final Map<String, Integer> busy = new HashMap<>();

    Workload(int perHost) {
        this.perHost = perHost;
    }

    synchronized void add(FileTask task) {
        waiting.computeIfAbsent(task.host(), host -> new ArrayDeque<>()).add(task);
    }

    /** The next file; waits while only hosts that are busy enough have some. {@code null} when there are none left. */
    synchronized @Nullable FileTask next() throws InterruptedException {
        while (!waiting.isEmpty()) {
            String host = firstFree();
            if (host != null) {
                busy.merge(host, 1, Integer::sum);
                return take(host);
            }
            wait();
        }
        return null;
    }

    /** A file that was handed out is done with. */
    synchronized void done(FileTask task) {
        busy.merge(task.host(), -1, Integer::sum);
        notifyAll();
    }

    /** Hands out nothing more. */
    synchronized void stop() {
        waiting.clear();
        notifyAll();
    }

    /** The host with the earliest file among those that may be asked. */
    private @Nullable String firstFree() {
        String best = null;
        int position = Integer.MAX_VALUE;
        for (Map.Entry<String, Queue<FileTask>> host : waiting.entrySet()) {
            FileTask first = host.getValue().element();
            boolean local = host.getKey().isEmpty();
            if ((local || busy.getOrDefault(host.getKey(), 0) < perHost) && first.position() < position) {
                best = host.getKey();
                position = first.position();
            }
        }
        return best;
    }

    private FileTask take(String host) {
        Queue<FileTask> files = Objects.requireNonNull(waiting.get(host));
        FileTask task = files.remove();
        if (files.isEmpty()) {
            waiting.remove(host);
        }
        return task;
    }
}
