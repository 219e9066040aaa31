package io.github.tic4j.claims.rule;

import io.github.tic4j.claims.Adjustment;
import io.github.tic4j.claims.Amounts;
import io.github.tic4j.claims.Claim;
import io.github.tic4j.claims.ClaimLine;
import io.github.tic4j.claims.Diagnosis;
import io.github.tic4j.claims.InpatientProcedure;
import io.github.tic4j.claims.PrescriptionFill;
import io.github.tic4j.claims.code.Npi;
import io.github.tic4j.claims.rule.SlotWalk.Slot;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The parts of a claim that a rule looks at one by one. Steps by index, so that a rule that holds allocates nothing. */
interface Walk<T> {

    /** The claim itself. */
    Walk<Claim> CLAIM = new SlotWalk<>(List.of(new Slot<>("", claim -> claim)), List.of());

    Walk<ClaimLine> LINES = new ListWalk<>("lines", Claim::lines);

    Walk<Diagnosis> DIAGNOSES = new ListWalk<>("diagnoses", Claim::diagnoses);

    Walk<InpatientProcedure> PROCEDURES = new ListWalk<>("procedures", Claim::procedures);

    /** The amounts of the claim, then those of its lines. */
    Walk<Amounts> AMOUNTS =
            new SlotWalk<>(List.of(new Slot<>("", Claim::amounts)), List.of(new Slot<>("", ClaimLine::amounts)));

    /** The adjustments of the claim, then those of its lines. */
    Walk<List<Adjustment>> ADJUSTMENTS = new SlotWalk<>(
            List.of(new Slot<>("", Claim::adjustments)), List.of(new Slot<>("", ClaimLine::adjustments)));

    /** Who took part, on the claim and on its lines. */
    Walk<Npi> NPIS = new SlotWalk<>(
            List.of(
                    new Slot<>("providers.billing", claim -> claim.providers().billing()),
                    new Slot<>("providers.rendering", claim -> claim.providers().rendering()),
                    new Slot<>("providers.facility", claim -> claim.providers().facility()),
                    new Slot<>("providers.attending", claim -> claim.providers().attending()),
                    new Slot<>("providers.operating", claim -> claim.providers().operating()),
                    new Slot<>("providers.referring", claim -> claim.providers().referring())),
            List.of(
                    new Slot<>("rendering", ClaimLine::rendering),
                    new Slot<>("fill.prescriber", inFill(PrescriptionFill::prescriber)),
                    new Slot<>("fill.dispenser", inFill(PrescriptionFill::dispenser))));

    /** The days on which services began. */
    Walk<LocalDate> SERVICE_STARTS = new SlotWalk<>(
            List.of(new Slot<>("startDate", Claim::startDate)),
            List.of(
                    new Slot<>("startDate", ClaimLine::startDate),
                    new Slot<>("fill.dispensingDate", inFill(PrescriptionFill::dispensingDate))));

    /** Every date of a claim but those of its procedures. */
    Walk<LocalDate> DATES = new SlotWalk<>(
            List.of(
                    new Slot<>("startDate", Claim::startDate),
                    new Slot<>("endDate", Claim::endDate),
                    new Slot<>("receivedDate", Claim::receivedDate),
                    new Slot<>("processedDate", Claim::processedDate),
                    new Slot<>("paidDate", Claim::paidDate),
                    new Slot<>(
                            "institutional.admissionDate",
                            claim -> claim.institutional().admissionDate()),
                    new Slot<>(
                            "institutional.dischargeDate",
                            claim -> claim.institutional().dischargeDate())),
            List.of(
                    new Slot<>("startDate", ClaimLine::startDate),
                    new Slot<>("endDate", ClaimLine::endDate),
                    new Slot<>("fill.dispensingDate", inFill(PrescriptionFill::dispensingDate))));

    int size(Claim claim);

    /** The part at that index, or null if the claim leaves it out. */
    @Nullable
    T get(Claim claim, int index);

    /** The path of a field of the part at that index; an empty field is the part itself. */
    String path(int index, String field);

    private static <T> Getter<ClaimLine, T> inFill(Getter<PrescriptionFill, T> getter) {
        return line -> line.fill() == null ? null : getter.get(line.fill());
    }

    /** Reads a value that may be absent. */
    @FunctionalInterface
    interface Getter<P, T> {
        @Nullable
        T get(P part);
    }

    /** The elements of a list of the claim. */
    record ListWalk<T>(String name, Function<Claim, List<T>> list) implements Walk<T> {

        @Override
        public int size(Claim claim) {
            return list.apply(claim).size();
        }

        @Override
        public T get(Claim claim, int index) {
            return list.apply(claim).get(index);
        }

        @Override
        public String path(int index, String field) {
            return name + "[" + index + "]." + field;
        }
    }
}
