package io.github.tic4j.collaboratemd.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RunLockTest extends PostgresTest {

    @Test
    void onlyOneHoldsALockUntilItIsReleased() {
        Optional<RunLock> first = database.tryLock(Set.of("schema " + schema, "partner"));
        assertThat(first).isPresent();
        assertThat(database.tryLock(Set.of("schema " + schema))).isEmpty();
        first.orElseThrow().close();
        first.orElseThrow().close();
        Optional<RunLock> second = database.tryLock(Set.of("schema " + schema));
        assertThat(second).isPresent();
        second.orElseThrow().close();
    }

    @Test
    void aLockThatCannotBeHadWholeIsNotHadAtAll() {
        try (RunLock held = database.tryLock(Set.of("z " + schema)).orElseThrow()) {
            assertThat(held).isNotNull();
            assertThat(database.tryLock(Set.of("a " + schema, "z " + schema))).isEmpty();
            Optional<RunLock> other = database.tryLock(Set.of("a " + schema));
            assertThat(other).isPresent();
            other.orElseThrow().close();
        }
    }
}
