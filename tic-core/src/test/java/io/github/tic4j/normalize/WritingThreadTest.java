package io.github.tic4j.normalize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tic4j.table.TableSet;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class WritingThreadTest {

    private final TableSet nothing = new TableSet(schema -> {
        throw new IOException("Not asked for");
    });

    @Test
    void everythingIsWrittenInItsOrder() throws IOException {
        List<Integer> written = new ArrayList<>();
        try (WritingThread thread = new WritingThread(nothing, "test")) {
            for (int i = 0; i < 100; i++) {
                int number = i;
                thread.write(List.of(tables -> written.add(number)));
            }
            thread.finish();
        }

        assertThat(written).isEqualTo(IntStream.range(0, 100).boxed().toList());
    }

    @Test
    void failureIsThrownToWhoeverFillsTheTables() throws IOException {
        for (Exception failure :
                List.of(new IOException("No space left"), new IllegalArgumentException("Not a date"))) {
            List<String> after = Collections.synchronizedList(new ArrayList<>());
            try (WritingThread thread = new WritingThread(nothing, "test")) {
                thread.write(List.of(tables -> throwIt(failure), tables -> after.add("written")));

                assertThatThrownBy(thread::finish).isSameAs(failure).hasMessage(failure.getMessage());
                assertThatThrownBy(() -> thread.write(List.of()))
                        .isSameAs(failure)
                        .hasMessage(failure.getMessage());
            }
            assertThat(after).isEmpty();
        }
    }

    @Test
    void closingLeavesOutWhatWaits() throws Exception {
        List<String> written = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        WritingThread thread = new WritingThread(nothing, "test");
        thread.write(List.of(tables -> {
            started.countDown();
            await(release);
            written.add("first");
        }));
        thread.write(List.of(tables -> written.add("second")));
        await(started);
        Thread closer = new Thread(thread::close);
        closer.start();
        while (closer.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        release.countDown();
        closer.join();
        thread.close();

        assertThat(written).containsExactly("first");
    }

    @Test
    void interruptOfWhoeverFillsTheTablesIsKept() throws IOException {
        CountDownLatch release = new CountDownLatch(1);
        try (WritingThread thread = new WritingThread(nothing, "test")) {
            thread.write(List.of(tables -> await(release)));
            Thread.currentThread().interrupt();

            assertThatThrownBy(thread::finish)
                    .isInstanceOf(InterruptedIOException.class)
                    .hasMessage("Interrupted while waiting for tables to be written");
            assertThat(Thread.interrupted()).isTrue();
            release.countDown();
        }
    }

    @Test
    void errorThatEndsTheThreadIsNotWaitedForForever() throws IOException {
        try (WritingThread thread = new WritingThread(nothing, "test")) {
            thread.write(List.of(tables -> {
                Thread.currentThread().setUncaughtExceptionHandler((dying, error) -> {});
                throw new StackOverflowError("for the test");
            }));

            assertThatThrownBy(thread::finish)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("The thread that writes tables died");
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 100; i++) {
                            thread.write(List.of());
                        }
                    })
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("The thread that writes tables died");
        }
    }

    private static void throwIt(Exception failure) throws IOException {
        if (failure instanceof IOException failed) {
            throw failed;
        }
        throw (RuntimeException) failure;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
