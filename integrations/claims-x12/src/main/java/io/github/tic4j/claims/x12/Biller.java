package io.github.tic4j.claims.x12;

import io.github.tic4j.claims.Address;
import io.github.tic4j.claims.ClaimBuilder;
import io.github.tic4j.claims.Provider;
import io.github.tic4j.claims.code.ZipCode;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who asks for the money of claims, and how providers are named.
 *
 * @param npi its NPI
 * @param tin its taxpayer number
 * @param taxonomy what it is
 */
record Biller(
        @Nullable String npi,
        @Nullable String tin,
        @Nullable String taxonomy) {

    /** The billing provider of a loop 2000A. */
    static Biller of(Loop loop) {
        Loop named = loop.loops("2010AA").stream().findFirst().orElse(new Loop(""));
        X12Segment taxonomy = loop.first("PRV", "BI");
        return new Biller(
                npi(named.first("NM1", "85")),
                ClaimReader.second(named.first("REF", "EI", "SY")),
                taxonomy == null ? null : taxonomy.element(3));
    }

    void apply(ClaimBuilder claim) {
        claim.billingNpi(npi).billingTin(tin).billingTaxonomy(taxonomy);
    }

    /** The NPI of a name, or null where it has none. */
    static @Nullable String npi(@Nullable X12Segment name) {
        return name != null && name.has(8, "XX") ? name.element(9) : null;
    }

    /** The provider that a loop names, or null where it has no NPI. */
    static @Nullable Provider provider(Loop loop, @Nullable Biller biller) {
        X12Segment name = loop.first("NM1");
        String npi = npi(name);
        if (name == null || npi == null) {
            return null;
        }
        X12Segment specialty = loop.first("PRV");
        boolean isOrganization = name.has(2, "2");
        return Provider.builder(npi)
                .npi(npi)
                .kind(isOrganization ? Provider.Kind.ORGANIZATION : Provider.Kind.INDIVIDUAL)
                .name(fullName(name))
                .tin(biller == null ? null : biller.tin())
                .taxonomy(biller != null ? biller.taxonomy() : specialty == null ? null : specialty.element(3))
                .address(address(loop))
                .build();
    }

    /** The address that a loop states. */
    static Address address(Loop loop) {
        X12Segment street = loop.first("N3");
        X12Segment city = loop.first("N4");
        String zip = city == null ? null : city.element(3);
        if (street == null && city == null) {
            return Address.NONE;
        }
        return new Address(
                street == null ? null : joined(street.element(1), street.element(2)),
                city == null ? null : city.element(1),
                null,
                city == null ? null : city.element(2),
                zip == null ? null : ZipCode.of(zip));
    }

    private static @Nullable String fullName(X12Segment name) {
        return joined(name.element(4), name.element(5), name.element(3));
    }

    private static @Nullable String joined(@Nullable String... parts) {
        String text = Stream.of(parts).flatMap(Stream::ofNullable).collect(Collectors.joining(" "));
        return text.isEmpty() ? null : text;
    }
}
