package io.github.tic4j.nppes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProviderDirectoryTest {

    private static final Npi A = Npi.ofNineDigits(100_000_001);
    private static final Npi B = Npi.ofNineDigits(100_000_002);
    private static final Npi C = Npi.ofNineDigits(100_000_003);

    @Test
    void aChainTakesTheFirstAnswerAndSaysWhoGaveIt() {
        ProviderDirectory chain = ProviderDirectory.chain(knows("snapshot", A), knows("registry", A, B));

        assertThat(chain.find(A).orElseThrow().provenance().name()).isEqualTo("snapshot");
        assertThat(chain.find(B).orElseThrow().provenance().name()).isEqualTo("registry");
        assertThat(chain.find(C)).isEmpty();
    }

    @Test
    void aChainAsksTheNextOnlyForWhatIsMissing() {
        List<Npi> asked = new ArrayList<>();
        ProviderDirectory last = npi -> {
            asked.add(npi);
            return knows("registry", B).find(npi);
        };

        Map<Npi, Provider> found =
                ProviderDirectory.chain(knows("snapshot", A), last).findAll(List.of(B, C, A));

        assertThat(found.keySet()).containsExactly(B, A);
        assertThat(asked).containsExactly(B, C);
    }

    @Test
    void aChainOfNothingIsRefused() {
        assertThatThrownBy(ProviderDirectory::chain)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least one directory");
    }

    @Test
    void statusFollowsFromTheDates() {
        LocalDate day = LocalDate.of(2020, 1, 2);

        assertThat(ProviderStatus.of(null, null)).isEqualTo(ProviderStatus.ACTIVE);
        assertThat(ProviderStatus.of(day, null)).isEqualTo(ProviderStatus.DEACTIVATED);
        assertThat(ProviderStatus.of(day, day)).isEqualTo(ProviderStatus.REACTIVATED);
        assertThat(ProviderStatus.of(day, day.minusDays(1))).isEqualTo(ProviderStatus.DEACTIVATED);
        assertThat(ProviderStatus.of(null, day)).isEqualTo(ProviderStatus.REACTIVATED);
        assertThat(ProviderStatus.REACTIVATED.isUsable()).isTrue();
        assertThat(ProviderStatus.DEACTIVATED.isUsable()).isFalse();
    }

    @Test
    void thePlaceholderForNoPrefixIsDroppedButNothingElse() {
        assertThat(new PersonName("--", "A", null, "B", "--", "---"))
                .isEqualTo(new PersonName(null, "A", null, "B", null, "---"));
    }

    static ProviderDirectory knows(String name, Npi... npis) {
        Provenance from = new Provenance(Provenance.Origin.SNAPSHOT, name, Instant.EPOCH);
        return npi -> List.of(npis).contains(npi)
                ? Optional.of(Provider.deactivated(npi, Lifecycle.UNKNOWN, from))
                : Optional.empty();
    }
}
