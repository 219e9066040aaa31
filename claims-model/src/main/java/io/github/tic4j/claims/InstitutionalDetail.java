package io.github.tic4j.claims;

import io.github.tic4j.claims.code.BillType;
import io.github.tic4j.claims.code.DischargeStatus;
import io.github.tic4j.claims.code.Drg;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What only an institutional claim carries.
 *
 * @param billType type of bill
 * @param drg diagnosis related group
 * @param admissionDate first day of the stay or of the care
 * @param dischargeDate last day
 * @param admissionType as sent, {@code 1 2 3 4 5 9}
 * @param admissionSource point of origin as sent
 * @param dischargeStatus where the patient went
 */
public record InstitutionalDetail(
        @Nullable BillType billType,
        @Nullable Drg drg,
        @Nullable LocalDate admissionDate,
        @Nullable LocalDate dischargeDate,
        @Nullable String admissionType,
        @Nullable String admissionSource,
        @Nullable DischargeStatus dischargeStatus) {

    /** A claim without institutional detail. */
    public static final InstitutionalDetail NONE = new InstitutionalDetail(null, null, null, null, null, null, null);

    /** The same with another type of bill. */
    public InstitutionalDetail withBillType(@Nullable BillType value) {
        return new InstitutionalDetail(
                value, drg, admissionDate, dischargeDate, admissionType, admissionSource, dischargeStatus);
    }

    /** The same with another diagnosis related group. */
    public InstitutionalDetail withDrg(@Nullable Drg value) {
        return new InstitutionalDetail(
                billType, value, admissionDate, dischargeDate, admissionType, admissionSource, dischargeStatus);
    }

    /** The same with other days of admission and discharge. */
    public InstitutionalDetail withStay(@Nullable LocalDate admission, @Nullable LocalDate discharge) {
        return new InstitutionalDetail(
                billType, drg, admission, discharge, admissionType, admissionSource, dischargeStatus);
    }

    /** The same with another type and source of the admission. */
    public InstitutionalDetail withAdmission(@Nullable String kind, @Nullable String origin) {
        return new InstitutionalDetail(billType, drg, admissionDate, dischargeDate, kind, origin, dischargeStatus);
    }

    /** The same with another discharge status. */
    public InstitutionalDetail withDischargeStatus(@Nullable DischargeStatus value) {
        return new InstitutionalDetail(
                billType, drg, admissionDate, dischargeDate, admissionType, admissionSource, value);
    }
}
