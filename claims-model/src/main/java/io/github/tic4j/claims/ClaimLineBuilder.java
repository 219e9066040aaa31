package io.github.tic4j.claims;

import io.github.tic4j.claims.code.HcpcsCode;
import io.github.tic4j.claims.code.Modifier;
import io.github.tic4j.claims.code.Npi;
import io.github.tic4j.claims.code.PlaceOfService;
import io.github.tic4j.claims.code.RevenueCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds a {@link ClaimLine}. A blank text means absent. Not thread-safe. */
public final class ClaimLineBuilder {

    private int number;
    private @Nullable String controlNumber;
    private @Nullable LocalDate startDate;
    private @Nullable LocalDate endDate;
    private @Nullable String hcpcs;
    private List<Modifier> modifiers = new ArrayList<>();
    private @Nullable RevenueCode revenueCode;
    private @Nullable PlaceOfService placeOfService;
    private List<Integer> diagnosisPointers = new ArrayList<>();
    private @Nullable BigDecimal units;
    private @Nullable String unitType;
    private @Nullable Npi rendering;
    private @Nullable PaymentStatus status;
    private Amounts amounts = Amounts.NONE;
    private List<Adjustment> adjustments = new ArrayList<>();
    private List<String> remarkCodes = new ArrayList<>();
    private @Nullable String tooth;
    private @Nullable PrescriptionFill fill;

    ClaimLineBuilder(int number) {
        this.number = number;
    }

    ClaimLineBuilder(ClaimLine line) {
        number = line.number();
        controlNumber = line.controlNumber();
        startDate = line.startDate();
        endDate = line.endDate();
        HcpcsCode code = line.hcpcs();
        hcpcs = code == null ? null : code.raw();
        modifiers.addAll(line.modifiers());
        revenueCode = line.revenueCode();
        placeOfService = line.placeOfService();
        diagnosisPointers.addAll(line.diagnosisPointers());
        units = line.units();
        unitType = line.unitType();
        rendering = line.rendering();
        status = line.status();
        amounts = line.amounts();
        adjustments.addAll(line.adjustments());
        remarkCodes.addAll(line.remarkCodes());
        tooth = line.tooth();
        fill = line.fill();
    }

    /** Another line number. */
    public ClaimLineBuilder number(int value) {
        number = value;
        return this;
    }

    /** The provider's own number of the line. */
    public ClaimLineBuilder controlNumber(@Nullable String value) {
        controlNumber = Text.orNull(value);
        return this;
    }

    /** First and last day of service. */
    public ClaimLineBuilder period(@Nullable LocalDate start, @Nullable LocalDate end) {
        startDate = start;
        endDate = end;
        return this;
    }

    /** A service of one day. */
    public ClaimLineBuilder date(@Nullable LocalDate day) {
        return period(day, day);
    }

    /** The HCPCS field; whether it is read as HIPPS depends on the revenue code, in whatever order the two are set. */
    public ClaimLineBuilder hcpcs(@Nullable String value) {
        hcpcs = Text.orNull(value) == null ? null : value;
        return this;
    }

    /** Replaces the modifiers; blank ones are left out. */
    public ClaimLineBuilder modifiers(String... values) {
        modifiers = new ArrayList<>();
        for (String value : values) {
            modifier(value);
        }
        return this;
    }

    /** Adds a modifier. */
    public ClaimLineBuilder modifier(@Nullable String value) {
        Modifier modifier = Text.map(value, Modifier::of);
        if (modifier != null) {
            modifiers.add(modifier);
        }
        return this;
    }

    /** The revenue centre. */
    public ClaimLineBuilder revenueCode(@Nullable String value) {
        revenueCode = Text.map(value, RevenueCode::of);
        return this;
    }

    /** The place of service. */
    public ClaimLineBuilder placeOfService(@Nullable String value) {
        placeOfService = Text.map(value, PlaceOfService::of);
        return this;
    }

    /** Replaces the sequences of the diagnoses that the service was for. */
    public ClaimLineBuilder diagnosisPointers(Integer... sequences) {
        diagnosisPointers = new ArrayList<>(List.of(sequences));
        return this;
    }

    /** How much was done. */
    public ClaimLineBuilder units(@Nullable BigDecimal value) {
        units = value;
        return this;
    }

    /** How much was done, as a whole number. */
    public ClaimLineBuilder units(long value) {
        return units(BigDecimal.valueOf(value));
    }

    /** What the units count: {@code UN}, {@code MJ} or {@code DA}. */
    public ClaimLineBuilder unitType(@Nullable String value) {
        unitType = Text.orNull(value);
        return this;
    }

    /** NPI of who gave the service. */
    public ClaimLineBuilder renderingNpi(@Nullable String value) {
        rendering = Text.map(value, Npi::of);
        return this;
    }

    /** What the payer decided about the line. */
    public ClaimLineBuilder status(@Nullable PaymentStatus value) {
        status = value;
        return this;
    }

    /** All amounts at once. */
    public ClaimLineBuilder amounts(Amounts value) {
        amounts = value;
        return this;
    }

    /** The charge. */
    public ClaimLineBuilder charge(@Nullable BigDecimal value) {
        amounts = amounts.withCharge(value);
        return this;
    }

    /** The charge as text; anything but a number is an {@link IllegalArgumentException}. */
    public ClaimLineBuilder charge(String value) {
        return charge(Text.money(value));
    }

    /** The allowed amount. */
    public ClaimLineBuilder allowed(@Nullable BigDecimal value) {
        amounts = amounts.withAllowed(value);
        return this;
    }

    /** The allowed amount as text; anything but a number is an {@link IllegalArgumentException}. */
    public ClaimLineBuilder allowed(String value) {
        return allowed(Text.money(value));
    }

    /** The amount paid. */
    public ClaimLineBuilder paid(@Nullable BigDecimal value) {
        amounts = amounts.withPaid(value);
        return this;
    }

    /** The amount paid as text; anything but a number is an {@link IllegalArgumentException}. */
    public ClaimLineBuilder paid(String value) {
        return paid(Text.money(value));
    }

    /** Adds an adjustment. */
    public ClaimLineBuilder adjustment(Adjustment value) {
        adjustments.add(value);
        return this;
    }

    /** Adds a remark code. */
    public ClaimLineBuilder remarkCode(String value) {
        remarkCodes.add(value);
        return this;
    }

    /** The tooth of a dental line. */
    public ClaimLineBuilder tooth(@Nullable String value) {
        tooth = Text.orNull(value);
        return this;
    }

    /** The drug of a pharmacy line. */
    public ClaimLineBuilder fill(@Nullable PrescriptionFill value) {
        fill = value;
        return this;
    }

    /** The line. */
    public ClaimLine build() {
        return new ClaimLine(
                number,
                controlNumber,
                startDate,
                endDate,
                hcpcs == null ? null : HcpcsCode.of(hcpcs, revenueCode),
                modifiers,
                revenueCode,
                placeOfService,
                diagnosisPointers,
                units,
                unitType,
                rendering,
                status,
                amounts,
                adjustments,
                remarkCodes,
                tooth,
                fill);
    }
}
