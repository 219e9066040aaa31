package io.github.tic4j.claims.x12;

import io.github.tic4j.claims.Patient;
import org.jspecify.annotations.Nullable;

/**
 * Whom claims are for. A subscriber is known by the member id; a dependent has none, and is known by the subscriber's, the day of
 * birth and the given name.
 *
 * @param id what tells the person from others; null where nothing does
 * @param memberId the subscriber at the payer
 * @param payer the payer
 * @param plan the plan or group, as named
 * @param described the loop that describes the person
 */
record Person(
        @Nullable String id,
        @Nullable String memberId,
        @Nullable String payer,
        @Nullable String plan,
        Loop described) {

    /** The subscriber of a loop 2000B. */
    static Person subscriber(Loop loop) {
        Loop described = below(loop, "2010BA");
        X12Segment name = described.first("NM1", "IL");
        X12Segment payer = below(loop, "2010BB").first("NM1", "PR");
        X12Segment plan = loop.first("SBR");
        String memberId = name == null ? null : name.element(9);
        return new Person(
                memberId,
                memberId,
                payer == null ? null : payer.element(3),
                plan == null ? null : plan.element(4),
                described);
    }

    /** The dependent of a loop 2000C of this subscriber. */
    Person dependent(Loop loop) {
        Loop person = below(loop, "2010CA");
        X12Segment name = person.first("NM1", "QC");
        X12Segment birth = person.first("DMG");
        String dependentId = memberId == null || name == null
                ? null
                : memberId + "/" + ClaimReader.text(ClaimReader.second(birth)) + "/"
                        + ClaimReader.text(name.element(4));
        return new Person(dependentId, memberId, payer, plan, person);
    }

    /** The record of the person, or null where nothing tells who it is. */
    @Nullable
    Patient patient(Fields fields) {
        X12Segment name = described.first("NM1");
        if (id == null || name == null) {
            return null;
        }
        X12Segment facts = described.first("DMG");
        return Patient.builder(id)
                .name(name.element(4), name.element(3))
                .birthDate(
                        facts == null
                                ? null
                                : fields.period(facts, 1, "birthDate").start())
                .sex(facts == null ? null : facts.element(3))
                .ssn(ClaimReader.second(described.first("REF", "SY")))
                .address(Biller.address(described))
                .build();
    }

    private static Loop below(Loop loop, String id) {
        return loop.loops(id).stream().findFirst().orElse(new Loop(""));
    }

    @Override
    public String toString() {
        return "person of " + described;
    }
}
