package io.github.tic4j.claims.lifecycle;

import static io.github.tic4j.claims.lifecycle.Samples.DAY;
import static io.github.tic4j.claims.lifecycle.Samples.adjustment;
import static io.github.tic4j.claims.lifecycle.Samples.money;
import static io.github.tic4j.claims.lifecycle.Samples.reversal;
import static io.github.tic4j.claims.lifecycle.Samples.visit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tic4j.claims.Claim;
import io.github.tic4j.claims.PaymentStatus;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class AdjustmentChainsTest {

    private static final List<Claim> NEW_IDS = List.of(
            visit("A").processedDate(DAY.plusDays(10)).build(),
            reversal("B", "A").processedDate(DAY.plusDays(20)).build(),
            adjustment("C", "A", "60.00").processedDate(DAY.plusDays(20)).build(),
            reversal("D", "C").paid("-60.00").processedDate(DAY.plusDays(30)).build(),
            adjustment("E", "C", "70.00").processedDate(DAY.plusDays(30)).build());

    @Test
    void recordsWithIdsOfTheirOwnAreFoundByReference() {
        ClaimChain chain = only(AdjustmentChains.byReference(), NEW_IDS);

        assertThat(chain.originalId()).isEqualTo("A");
        assertThat(chain.records()).extracting(Claim::id).containsExactly("A", "B", "C", "D", "E");
        assertThat(chain.current()).get().extracting(Claim::id).isEqualTo("E");
        assertThat(chain.cumulative().paid()).isEqualByComparingTo("70.00");
        assertThat(chain.cumulative().charge()).isEqualByComparingTo("100.00");
        assertThat(chain.reversals()).allMatch(ClaimChain.Reversal::netsToZero);
        assertThat(chain.reversals())
                .extracting(found -> found.reversed().orElseThrow().id())
                .containsExactly("A", "C");
    }

    @Test
    void recordsOfOneIdAreToldApartByTheirType() {
        List<Claim> claims = NEW_IDS.stream()
                .map(claim -> claim.toBuilder().id("A").originalClaimId(null).build())
                .toList();

        ClaimChain chain = only(AdjustmentChains.bySameId(), claims);

        assertThat(chain.records()).hasSize(5);
        assertThat(chain.current())
                .get()
                .extracting(claim -> claim.amounts().paid())
                .isEqualTo(money("70.00"));
        assertThat(chain.cumulative().paid()).isEqualByComparingTo("70.00");
    }

    @Test
    void recordsWithSuffixesAreFoundByTheirStem() {
        List<String> ids = List.of("1001", "1001R1", "1001A1", "1001R2", "1001A2");
        List<Claim> claims = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            claims.add(NEW_IDS.get(i).toBuilder()
                    .id(ids.get(i))
                    .originalClaimId(null)
                    .build());
        }
        claims.add(visit("1002").build());

        List<ClaimChain> chains =
                AdjustmentChains.bySuffix(Pattern.compile("(\\d+)(?:[RA]\\d)?")).resolve(claims);

        assertThat(chains).extracting(ClaimChain::originalId).containsExactly("1001", "1002");
        assertThat(chains.get(0).current()).get().extracting(Claim::id).isEqualTo("1001A2");
        assertThat(chains.get(0).cumulative().paid()).isEqualByComparingTo("70.00");
    }

    @Test
    void replacementWithoutReversalReplaces() {
        Claim replacement =
                visit("C").frequency("7").originalClaimId("A").paid("60.00").build();

        ClaimChain chain =
                only(AdjustmentChains.byReference(), List.of(visit("A").build(), replacement));

        assertThat(chain.current()).contains(replacement);
        assertThat(chain.cumulative()).isEqualTo(replacement.amounts());
    }

    @Test
    void voidLeavesNothing() {
        Claim voided = visit("B").frequency("8").originalClaimId("A").build();

        ClaimChain chain =
                only(AdjustmentChains.byReference(), List.of(visit("A").build(), voided));

        assertThat(chain.current()).isEmpty();
        assertThat(chain.cumulative().paid()).isZero();
        assertThat(chain.cumulative().charge()).isZero();
    }

    @Test
    void voidOfAReplacementLeavesNothing() {
        Claim replacement =
                visit("C").frequency("7").originalClaimId("A").paid("60.00").build();
        Claim voided =
                visit("D").frequency("8").originalClaimId("C").paid("60.00").build();

        ClaimChain chain =
                only(AdjustmentChains.byReference(), List.of(visit("A").build(), replacement, voided));

        assertThat(chain.current()).isEmpty();
        assertThat(chain.cumulative().paid()).isZero();
    }

    @Test
    void voidThatNamesTheOriginalTakesBackWhatReplacedIt() {
        Claim replacement = visit("C")
                .frequency("7")
                .originalClaimId("A")
                .processedDate(DAY)
                .build();
        Claim voided = visit("D")
                .frequency("8")
                .originalClaimId("A")
                .processedDate(DAY.plusDays(1))
                .build();

        ClaimChain chain =
                only(AdjustmentChains.byReference(), List.of(visit("A").build(), replacement, voided));

        assertThat(chain.current()).isEmpty();
        assertThat(chain.cumulative().paid()).isZero();
    }

    @Test
    void reversalThatComesAfterTheAdjustmentTakesNothingMore() {
        Claim adjusted = adjustment("C", "A", "60.00").processedDate(DAY).build();
        Claim late = reversal("B", "A").processedDate(DAY.plusDays(1)).build();

        ClaimChain chain =
                only(AdjustmentChains.byReference(), List.of(visit("A").build(), adjusted, late));

        assertThat(chain.current()).contains(adjusted);
        assertThat(chain.cumulative().paid()).isEqualByComparingTo("60.00");
        assertThat(chain.reversals().get(0).reversed())
                .get()
                .extracting(Claim::id)
                .isEqualTo("A");
    }

    @Test
    void recordsWithoutDatesArePlayedByWhatTheyCancel() {
        List<Claim> undated = NEW_IDS.stream()
                .map(claim -> claim.toBuilder()
                        .id("A")
                        .originalClaimId(null)
                        .processedDate(null)
                        .build())
                .toList();

        ClaimChain chain = only(AdjustmentChains.bySameId(), undated);

        assertThat(chain.cumulative().paid()).isEqualByComparingTo("70.00");
        assertThat(chain.reversals()).hasSize(2).allMatch(ClaimChain.Reversal::netsToZero);
    }

    @Test
    void recordMarkedReversedAndReversedCountsOnce() {
        Claim marked = visit("A").status(PaymentStatus.REVERSED).build();

        ClaimChain chain = only(
                AdjustmentChains.byReference(),
                List.of(marked, reversal("B", "A").build()));

        assertThat(chain.current()).isEmpty();
        assertThat(chain.cumulative().paid()).isNull();
    }

    @Test
    void deniedRecordAddsNothingToWhatIsBilled() {
        Claim denied = visit("A").status(PaymentStatus.DENIED).paid("0.00").build();
        Claim again = adjustment("B", "A", "80.00").build();

        ClaimChain chain = only(AdjustmentChains.byReference(), List.of(denied, again));

        assertThat(chain.current()).contains(again);
        assertThat(chain.cumulative().charge()).isEqualByComparingTo("100.00");
    }

    @Test
    void deniedAdjustmentReplacesNothing() {
        Claim original = visit("A").build();
        Claim denied = adjustment("B", "A", "0.00").status(PaymentStatus.DENIED).build();

        ClaimChain chain = only(AdjustmentChains.byReference(), List.of(original, denied));

        assertThat(chain.current()).contains(original);
        assertThat(chain.cumulative().paid()).isEqualByComparingTo("80.00");
    }

    @Test
    void nothingButDenialsIsInForceAsDenied() {
        Claim denied = visit("A").status(PaymentStatus.DENIED).build();

        ClaimChain chain = only(AdjustmentChains.byReference(), List.of(denied));

        assertThat(chain.current()).contains(denied);
        assertThat(chain.cumulative().charge()).isNull();
    }

    @Test
    void recordMarkedReversedCountsNothingWithoutAReversal() {
        Claim marked = visit("A").status(PaymentStatus.REVERSED).build();

        ClaimChain chain = only(AdjustmentChains.byReference(), List.of(marked));

        assertThat(chain.current()).isEmpty();
        assertThat(chain.cumulative().paid()).isNull();
    }

    @Test
    void payersNumberWorksAsReference() {
        Claim original = visit("A").payerControlNumber("ICN-1").build();
        Claim replacement = visit("C")
                .frequency("7")
                .originalClaimId("ICN-1")
                .payerControlNumber("ICN-1")
                .build();

        assertThat(only(AdjustmentChains.byReference(), List.of(replacement, original))
                        .originalId())
                .isEqualTo("A");
    }

    @Test
    void orphansOfOneMissingOriginalStayTogether() {
        List<Claim> orphans = List.of(
                reversal("B", "A").build(), adjustment("C", "A", "60.00").build());

        ClaimChain chain = only(AdjustmentChains.byReference(), orphans);

        assertThat(chain.originalId()).isEqualTo("A");
        assertThat(chain.current()).contains(orphans.get(1));
    }

    @Test
    void circleOfReferencesIsOneChain() {
        List<Claim> circle = List.of(
                adjustment("A", "C", "1.00").build(),
                adjustment("B", "A", "2.00").build(),
                adjustment("C", "B", "3.00").build());

        assertThat(only(AdjustmentChains.byReference(), circle).originalId()).isEqualTo("A");
    }

    @Test
    void partialReversalIsNotNetted() {
        Claim partial = reversal("B", "A").paid("-30.00").build();

        ClaimChain chain =
                only(AdjustmentChains.byReference(), List.of(visit("A").build(), partial));

        assertThat(chain.reversals()).noneMatch(ClaimChain.Reversal::netsToZero);
        assertThat(chain.cumulative().paid()).isEqualByComparingTo("50.00");
    }

    @Test
    void sourcesAreKeptApart() {
        List<Claim> claims = List.of(
                visit("A").source("x").build(),
                adjustment("B", "A", "1.00").source("y").build());

        assertThat(AdjustmentChains.byReference().resolve(claims)).hasSize(2);
    }

    @Property(tries = 60)
    void orderOfTheClaimsDoesNotMatter(@ForAll long seed) {
        List<Claim> shuffled = new ArrayList<>(NEW_IDS);
        shuffled.add(visit("Z").build());
        Collections.shuffle(shuffled, new Random(seed));
        List<Claim> given = new ArrayList<>(NEW_IDS);
        given.add(visit("Z").build());

        assertThat(AdjustmentChains.byReference().resolve(shuffled))
                .isEqualTo(AdjustmentChains.byReference().resolve(given));
    }

    @Test
    void patternWithoutGroupIsRefused() {
        assertThatThrownBy(() -> AdjustmentChains.bySuffix(Pattern.compile("\\d+")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The pattern must have a group for the id of the claim: \\d+");
    }

    private static ClaimChain only(AdjustmentChains chains, List<Claim> claims) {
        List<ClaimChain> resolved = chains.resolve(claims);
        assertThat(resolved).hasSize(1);
        return resolved.get(0);
    }
}
