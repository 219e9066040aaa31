package io.github.tic4j.pipeline;

import io.github.tic4j.pipeline.Crew.Job;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** The jobs that are still to be done, handed out so that no host is asked for more at a time than it may be. */
final class Workload {

    private final List<? extends Job> jobs;
    private final int perHost;

    /** The places of waiting jobs, by host. */
    private final Map<String, Queue<Integer>> waiting = new LinkedHashMap<>();

    private final Map<String, Integer> busy = new HashMap<>();

    Workload(List<? extends Job> jobs, int perHost) {
        this.jobs = jobs;
        this.perHost = perHost;
        for (int place = 0; place < jobs.size(); place++) {
            waiting.computeIfAbsent(jobs.get(place).host(), host -> new ArrayDeque<>())
                    .add(place);
        }
    }

    /** The next job; waits while only hosts that are busy enough have some. {@code null} when there are none left. */
    synchronized @Nullable Job next() throws InterruptedException {
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

    /** A job that was handed out is done with. */
    synchronized void done(Job job) {
        busy.merge(job.host(), -1, Integer::sum);
        notifyAll();
    }

    /** Hands out nothing more. */
    synchronized void stop() {
        waiting.clear();
        notifyAll();
    }

    /** The host with the earliest job among those that may be asked. */
    private @Nullable String firstFree() {
        String best = null;
        int earliest = Integer.MAX_VALUE;
        for (Map.Entry<String, Queue<Integer>> host : waiting.entrySet()) {
            int first = host.getValue().element();
            boolean local = host.getKey().isEmpty();
            if ((local || busy.getOrDefault(host.getKey(), 0) < perHost) && first < earliest) {
                best = host.getKey();
                earliest = first;
            }
        }
        return best;
    }

    private Job take(String host) {
        Queue<Integer> places = Objects.requireNonNull(waiting.get(host));
        Job job = jobs.get(places.remove());
        if (places.isEmpty()) {
            waiting.remove(host);
        }
        return job;
    }
}
