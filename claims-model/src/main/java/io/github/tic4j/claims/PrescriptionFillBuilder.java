package io.github.tic4j.claims;

import io.github.tic4j.claims.code.Ndc;
import io.github.tic4j.claims.code.Npi;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Builds a {@link PrescriptionFill}. A blank text means absent. Not thread-safe. */
public final class PrescriptionFillBuilder {

    private @Nullable String prescriptionNumber;
    private @Nullable Ndc ndc;
    private @Nullable String drugName;
    private @Nullable LocalDate dispensingDate;
    private @Nullable BigDecimal quantity;
    private @Nullable Integer daysSupply;
    private @Nullable Integer daysPrescribed;
    private @Nullable Integer fillNumber;
    private @Nullable String dispenseAsWritten;
    private @Nullable String compound;
    private @Nullable Npi prescriber;
    private @Nullable Npi dispenser;

    PrescriptionFillBuilder() {}

    /** The pharmacy's number. */
    public PrescriptionFillBuilder prescriptionNumber(@Nullable String value) {
        prescriptionNumber = Text.orNull(value);
        return this;
    }

    /** The product, in any of the forms that {@link Ndc} reads. */
    public PrescriptionFillBuilder ndc(@Nullable String value) {
        ndc = Text.map(value, Ndc::of);
        return this;
    }

    /** Name as sent. */
    public PrescriptionFillBuilder drugName(@Nullable String value) {
        drugName = Text.orNull(value);
        return this;
    }

    /** The day it was handed out. */
    public PrescriptionFillBuilder dispensingDate(@Nullable LocalDate value) {
        dispensingDate = value;
        return this;
    }

    /** Units handed out. */
    public PrescriptionFillBuilder quantity(@Nullable BigDecimal value) {
        quantity = value;
        return this;
    }

    /** Days it lasts. */
    public PrescriptionFillBuilder daysSupply(@Nullable Integer value) {
        daysSupply = value;
        return this;
    }

    /** Days the prescriber meant. */
    public PrescriptionFillBuilder daysPrescribed(@Nullable Integer value) {
        daysPrescribed = value;
        return this;
    }

    /** 0 for the first fill. */
    public PrescriptionFillBuilder fillNumber(@Nullable Integer value) {
        fillNumber = value;
        return this;
    }

    /** Product selection code. */
    public PrescriptionFillBuilder dispenseAsWritten(@Nullable String value) {
        dispenseAsWritten = Text.orNull(value);
        return this;
    }

    /** Compound code. */
    public PrescriptionFillBuilder compound(@Nullable String value) {
        compound = Text.orNull(value);
        return this;
    }

    /** NPI of the prescriber. */
    public PrescriptionFillBuilder prescriber(@Nullable String value) {
        prescriber = Text.map(value, Npi::of);
        return this;
    }

    /** NPI of the pharmacy. */
    public PrescriptionFillBuilder dispenser(@Nullable String value) {
        dispenser = Text.map(value, Npi::of);
        return this;
    }

    /** The fill. */
    public PrescriptionFill build() {
        return new PrescriptionFill(
                prescriptionNumber,
                ndc,
                drugName,
                dispensingDate,
                quantity,
                daysSupply,
                daysPrescribed,
                fillNumber,
                dispenseAsWritten,
                compound,
                prescriber,
                dispenser);
    }
}
