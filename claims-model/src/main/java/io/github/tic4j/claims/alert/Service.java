package io.github.tic4j.claims.alert;

import io.github.tic4j.claims.Claim;
import io.github.tic4j.claims.ClaimLine;
import io.github.tic4j.claims.ClaimType;
import io.github.tic4j.claims.PaymentStatus;
import io.github.tic4j.claims.code.Npi;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A line of a claim that names a procedure and a day, with what the line leaves to the claim. Denied lines are left out. */
record Service(Claim claim, ClaimLine line, LocalDate day, String code, String provider, String person) {

    private static final Set<String> NOT_ALONE = Set.of("AS", "80", "81", "82", "QK", "QX", "QY", "AD", "SA");

    static Stream<Service> of(Claim claim) {
        return claim.lines().stream().flatMap(line -> of(claim, line).stream());
    }

    static List<Service> of(Collection<Claim> claims) {
        return claims.stream().flatMap(Service::of).toList();
    }

    /** The services of a professional claim. */
    static Stream<Service> professional(Claim claim) {
        return claim.type() == ClaimType.PROFESSIONAL ? of(claim) : Stream.empty();
    }

    /** The distinct values of the services of a professional claim. */
    static <T> Set<T> keys(Claim claim, Function<Service, @Nullable T> key) {
        LinkedHashSet<T> keys = new LinkedHashSet<>();
        professional(claim).forEach(service -> {
            T value = key.apply(service);
            if (value != null) {
                keys.add(value);
            }
        });
        return keys;
    }

    Evidence evidence() {
        return Evidence.of(claim, line);
    }

    /** The units, or one where the line does not say. */
    BigDecimal units() {
        BigDecimal units = line.units();
        return units == null ? BigDecimal.ONE : units;
    }

    boolean hasModifier(Set<String> modifiers) {
        return line.modifiers().stream().anyMatch(modifier -> modifiers.contains(modifier.value()));
    }

    /** Whether the provider worked beside or under somebody else. */
    boolean isAssisted() {
        return hasModifier(NOT_ALONE);
    }

    String place() {
        return line.placeOfService() == null ? "" : line.placeOfService().value();
    }

    private static List<Service> of(Claim claim, ClaimLine line) {
        LocalDate day = line.startDate() == null ? claim.startDate() : line.startDate();
        if (day == null || line.hcpcs() == null || !line.hcpcs().isValid() || line.status() == PaymentStatus.DENIED) {
            return List.of();
        }
        String person = claim.personId() == null ? "" : claim.personId();
        return List.of(new Service(claim, line, day, line.hcpcs().value(), provider(claim, line), person));
    }

    private static String provider(Claim claim, ClaimLine line) {
        for (Npi npi : new Npi[] {
            line.rendering(), claim.providers().rendering(), claim.providers().billing()
        }) {
            if (npi != null) {
                return npi.value();
            }
        }
        return "";
    }
}
