package io.github.tic4j.claims.lifecycle;

import io.github.tic4j.claims.Claim;
import io.github.tic4j.claims.ClaimLine;
import io.github.tic4j.claims.ClaimProviders;
import io.github.tic4j.claims.ClaimType;
import io.github.tic4j.claims.PaymentStatus;
import io.github.tic4j.claims.PrescriptionFill;
import io.github.tic4j.claims.code.Code;
import io.github.tic4j.claims.code.Modifier;
import io.github.tic4j.claims.code.Npi;
import io.github.tic4j.claims.lifecycle.DuplicatePair.Place;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds claims and lines that ask twice for one service, as they come in and in whatever order.
 *
 * <p>Institutional claims are compared as wholes (exact {@code DUP-001}, suspect {@code DUP-003}), professional and dental ones line
 * by line (exact {@code DUP-002}, suspect {@code DUP-004}), fills by drug, day and pharmacy ({@code DUP-006}, exact if the quantity
 * is equal too). A suspect pair of lines is let pass if a modifier on either says that the service was repeated or distinct.
 *
 * <p>Left out are records that ask for nothing twice: adjustments and reversals, denied and reversed claims, and a claim that is
 * delivered again under its own id, which is for {@link Deliveries}. So are claims without a person, and institutional ones
 * without a provider. Memory grows with the number of records; drop the object when a window of service dates is over. Not
 * thread-safe.
 */
public final class Duplicates {

    private final Map<List<Object>, List<Entry>> entries = new HashMap<>();
    private int deliveries;

    /** No claim is known. */
    public Duplicates() {}

    /** The pairs among these claims, each once. */
    public static List<DuplicatePair> among(Iterable<Claim> claims) {
        Duplicates duplicates = new Duplicates();
        List<DuplicatePair> pairs = new ArrayList<>();
        claims.forEach(claim -> pairs.addAll(duplicates.add(claim)));
        return pairs;
    }

    /** Notes a claim and tells the pairs that it makes with earlier ones and within itself. */
    public List<DuplicatePair> add(Claim claim) {
        String person = personOf(claim);
        if (person == null
                || !claim.isOriginal()
                || claim.status() == PaymentStatus.DENIED
                || claim.status() == PaymentStatus.REVERSED) {
            return List.of();
        }
        deliveries++;
        List<DuplicatePair> pairs = new ArrayList<>(0);
        if (claim.type() == ClaimType.INSTITUTIONAL) {
            addClaim(person, claim, pairs);
        } else {
            claim.lines().forEach(line -> addLine(person, claim, line, pairs));
        }
        return pairs;
    }

    private void addClaim(String person, Claim claim, List<DuplicatePair> pairs) {
        ClaimProviders providers = claim.providers();
        Npi provider = firstOf(providers.billing(), providers.facility(), providers.rendering());
        if (provider == null) {
            return;
        }
        List<Object> bucket = List.of("DUP-003", person, provider);
        boolean coded = claim.lines().stream().allMatch(line -> line.hcpcs() != null || line.revenueCode() != null);
        // Services that nobody can name are not known to be the same.
        List<Object> exact = coded ? contentOf(claim) : null;
        Entry entry = new Entry(deliveries, claim, 0, claim.startDate(), claim.endDate(), exact, false);
        compare(bucket, entry, "DUP-001", "DUP-003", pairs);
    }

    private static List<Object> contentOf(Claim claim) {
        List<Object> content = new ArrayList<>();
        content.add(text(claim.institutional().billType()));
        content.add(number(claim.amounts().charge()));
        claim.lines().stream()
                .map(line -> text(line.revenueCode()) + " " + text(line.hcpcs()) + modifiers(line))
                .sorted()
                .forEach(content::add);
        return content;
    }

    private void addLine(String person, Claim claim, ClaimLine line, List<DuplicatePair> pairs) {
        PrescriptionFill fill = line.fill();
        if (fill != null) {
            addFill(person, claim, line, fill, pairs);
        } else if (line.hcpcs() != null) {
            ClaimProviders providers = claim.providers();
            Npi provider = firstOf(line.rendering(), providers.rendering(), providers.billing());
            List<Object> bucket =
                    List.of("DUP-004", person, text(provider), line.hcpcs(), String.valueOf(line.tooth()));
            List<Object> exact =
                    List.of(text(line.placeOfService()), number(line.amounts().charge()), modifiers(line));
            boolean distinct = line.modifiers().stream().anyMatch(Modifier::marksDistinctService);
            Entry entry = new Entry(
                    deliveries, claim, line.number(), startOf(claim, line), endOf(claim, line), exact, distinct);
            compare(bucket, entry, "DUP-002", "DUP-004", pairs);
        }
    }

    private void addFill(String person, Claim claim, ClaimLine line, PrescriptionFill fill, List<DuplicatePair> pairs) {
        LocalDate day = fill.dispensingDate();
        if (day == null || fill.ndc() == null) {
            return;
        }
        List<Object> bucket = List.of("DUP-006", person, fill.ndc(), day, text(fill.dispenser()));
        Entry entry = new Entry(deliveries, claim, line.number(), day, day, List.of(number(fill.quantity())), false);
        compare(bucket, entry, "DUP-006", "DUP-006", pairs);
    }

    private void compare(
            List<Object> bucket, Entry entry, String exactRule, String suspectRule, List<DuplicatePair> pairs) {
        List<Entry> earlier = entries.computeIfAbsent(bucket, key -> new ArrayList<>(1));
        for (Entry other : earlier) {
            if (entry.isOtherDeliveryOf(other)) {
                continue;
            }
            if (entry.equalsInAll(other)) {
                pairs.add(DuplicatePair.of(exactRule, true, entry.place(), other.place()));
            } else if (entry.overlaps(other) && !entry.distinct && !other.distinct) {
                pairs.add(DuplicatePair.of(suspectRule, false, entry.place(), other.place()));
            }
        }
        earlier.add(entry);
    }

    private static @Nullable String personOf(Claim claim) {
        if (claim.personId() != null) {
            return claim.personId();
        }
        return claim.memberId() == null ? null : claim.payer() + "/" + claim.memberId();
    }

    private static @Nullable Npi firstOf(@Nullable Npi... npis) {
        for (Npi npi : npis) {
            if (npi != null) {
                return npi;
            }
        }
        return null;
    }

    private static @Nullable LocalDate startOf(Claim claim, ClaimLine line) {
        return line.startDate() != null ? line.startDate() : claim.startDate();
    }

    private static @Nullable LocalDate endOf(Claim claim, ClaimLine line) {
        LocalDate end = line.endDate() != null ? line.endDate() : line.startDate();
        return end != null ? end : claim.endDate();
    }

    private static String text(@Nullable Code code) {
        return code == null ? "" : code.value();
    }

    private static String number(@Nullable BigDecimal amount) {
        return amount == null ? "" : amount.stripTrailingZeros().toPlainString();
    }

    private static String modifiers(ClaimLine line) {
        return line.modifiers().stream().map(Code::value).sorted().toList().toString();
    }

    private static final class Entry {

        private final int delivery;
        private final String claimId;
        private final @Nullable String source;
        private final int line;
        private final @Nullable LocalDate start;
        private final @Nullable LocalDate end;
        private final @Nullable List<Object> exact;
        private final boolean distinct;

        Entry(
                int delivery,
                Claim claim,
                int line,
                @Nullable LocalDate start,
                @Nullable LocalDate end,
                @Nullable List<Object> exact,
                boolean distinct) {
            this.delivery = delivery;
            this.claimId = claim.id();
            this.source = claim.source();
            this.line = line;
            this.start = start;
            this.end = end == null ? start : end;
            this.exact = exact;
            this.distinct = distinct;
        }

        Place place() {
            return new Place(claimId, line);
        }

        boolean isOtherDeliveryOf(Entry other) {
            return delivery != other.delivery && claimId.equals(other.claimId) && Objects.equals(source, other.source);
        }

        boolean equalsInAll(Entry other) {
            return exact != null
                    && exact.equals(other.exact)
                    && Objects.equals(start, other.start)
                    && Objects.equals(end, other.end);
        }

        boolean overlaps(Entry other) {
            return start != null
                    && end != null
                    && other.start != null
                    && other.end != null
                    && !start.isAfter(other.end)
                    && !other.start.isAfter(end);
        }
    }
}
