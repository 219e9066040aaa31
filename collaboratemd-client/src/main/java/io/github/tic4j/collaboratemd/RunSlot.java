package io.github.tic4j.collaboratemd;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The right to have a report running. The service grants one per credentials, so all clients of this process that share
 * credentials share a slot, first come first served.
 */
final class RunSlot {

    private static final Map<String, RunSlot> SLOTS = new ConcurrentHashMap<>();

    private final Deque<CompletableFuture<@Nullable Void>> waiting = new ArrayDeque<>();
    private boolean taken;

    private RunSlot() {}

    static RunSlot of(String origin, Credentials credentials) {
        return SLOTS.computeIfAbsent(origin + ' ' + credentials.username(), key -> new RunSlot());
    }

    /** Completes once the slot is the caller's, who then must release it. A cancelled wait takes nothing. */
    synchronized CompletableFuture<@Nullable Void> acquire() {
        CompletableFuture<@Nullable Void> turn = new CompletableFuture<>();
        if (taken) {
            waiting.add(turn);
        } else {
            taken = true;
            turn.complete(null);
        }
        return turn;
    }

    void release() {
        while (true) {
            CompletableFuture<@Nullable Void> next;
            synchronized (this) {
                next = waiting.poll();
                if (next == null) {
                    taken = false;
                    return;
                }
            }
            // False for one that was cancelled while waiting.
            if (next.complete(null)) {
                return;
            }
        }
    }
}
