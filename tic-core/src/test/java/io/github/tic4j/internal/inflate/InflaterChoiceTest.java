package io.github.tic4j.internal.inflate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InflaterChoiceTest {

    @AfterEach
    void clear() {
        System.clearProperty(InflaterChoice.PROPERTY);
    }

    @Test
    void ownIsTheDefault() {
        assertThat(InflaterChoice.preferred()).isEqualTo(InflaterChoice.OWN);
    }

    @Test
    void theSystemPropertyOverrules() {
        System.setProperty(InflaterChoice.PROPERTY, "JDK");
        assertThat(InflaterChoice.preferred()).isEqualTo(InflaterChoice.JDK);
        System.setProperty(InflaterChoice.PROPERTY, "own");
        assertThat(InflaterChoice.preferred()).isEqualTo(InflaterChoice.OWN);
    }

    @Test
    void anUnknownChoiceIsAnError() {
        System.setProperty(InflaterChoice.PROPERTY, "zlib");
        assertThatThrownBy(InflaterChoice::preferred)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("System property tic4j.inflater must be own or jdk, was \"zlib\"");
    }
}
