package io.github.tic4j.claims.code;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;

/** Every way in which a code is read, by the system it is read as. */
final class Codes {

    static final Map<CodeSystem, Function<String, Code>> READERS = readers();

    private Codes() {}

    private static Map<CodeSystem, Function<String, Code>> readers() {
        Map<CodeSystem, Function<String, Code>> readers = new EnumMap<>(CodeSystem.class);
        readers.put(CodeSystem.NPI, Npi::of);
        readers.put(CodeSystem.ICD_9_CM, DiagnosisCode::icd9);
        readers.put(CodeSystem.ICD_10_CM, DiagnosisCode::icd10);
        readers.put(CodeSystem.ICD_DIAGNOSIS_UNVERSIONED, DiagnosisCode::unversioned);
        readers.put(CodeSystem.ICD_9_PCS, IcdProcedureCode::icd9);
        readers.put(CodeSystem.ICD_10_PCS, IcdProcedureCode::icd10);
        readers.put(CodeSystem.ICD_PROCEDURE_UNVERSIONED, IcdProcedureCode::unversioned);
        readers.put(CodeSystem.HCPCS, HcpcsCode::of);
        readers.put(CodeSystem.HIPPS, raw -> HcpcsCode.of(raw, RevenueCode.of("0022")));
        readers.put(CodeSystem.MODIFIER, Modifier::of);
        readers.put(CodeSystem.NDC, Ndc::of);
        readers.put(CodeSystem.REVENUE, RevenueCode::of);
        readers.put(CodeSystem.BILL_TYPE, BillType::of);
        readers.put(CodeSystem.PLACE_OF_SERVICE, PlaceOfService::of);
        readers.put(CodeSystem.MS_DRG, Drg::ms);
        readers.put(CodeSystem.APR_DRG, Drg::apr);
        readers.put(CodeSystem.DRG_UNVERSIONED, Drg::unversioned);
        readers.put(CodeSystem.DISCHARGE_STATUS, DischargeStatus::of);
        readers.put(CodeSystem.TAXONOMY, Taxonomy::of);
        readers.put(CodeSystem.MBI, Mbi::of);
        readers.put(CodeSystem.SSN, Ssn::of);
        readers.put(CodeSystem.TIN, Tin::of);
        readers.put(CodeSystem.ZIP, ZipCode::of);
        readers.put(CodeSystem.SEX, Sex::of);
        return readers;
    }
}
