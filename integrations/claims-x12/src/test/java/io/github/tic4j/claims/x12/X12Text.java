package io.github.tic4j.claims.x12;

import io.github.tic4j.claims.Adjustment;
import io.github.tic4j.claims.Claim;
import io.github.tic4j.claims.ClaimLine;
import io.github.tic4j.claims.ClaimPayment;
import io.github.tic4j.claims.ClaimType;
import io.github.tic4j.claims.Diagnosis;
import io.github.tic4j.claims.DiagnosisType;
import io.github.tic4j.claims.Remittance;
import io.github.tic4j.claims.ServicePayment;
import io.github.tic4j.claims.code.Code;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes claims and remittances as X12, for tests to read again. */
final class X12Text {

    private static final String ISA = "ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       "
            + "*260110*1200*^*00501*000000001*0*T*:";

    private final List<String> segments = new ArrayList<>();
    private int hierarchy;

    private X12Text() {}

    /** A professional or institutional interchange; all claims must be of that type. */
    static String claims(ClaimType type, List<Claim> claims) {
        boolean isInstitutional = type == ClaimType.INSTITUTIONAL;
        String version = isInstitutional ? "005010X223A2" : "005010X222A1";
        X12Text text = new X12Text();
        text.add("ST", "837", "0001", version);
        text.add("BHT", "0019", "00", "B1", "20260110", "1200", "CH");
        text.add("NM1", "41", "2", "SENDER", "", "", "", "", "46", "S1");
        text.add("PER", "IC", "DESK", "TE", "5555550100");
        text.add("NM1", "40", "2", "RECEIVER", "", "", "", "", "46", "R1");
        claims.forEach(claim -> text.claim(claim, isInstitutional));
        return text.enclosed("HC", version);
    }

    static String remittance(Remittance remittance) {
        X12Text text = new X12Text();
        text.add("ST", "835", "0001");
        text.add(
                "BPR",
                "I",
                number(remittance.payment()),
                "C",
                "ACH",
                "CCP",
                "01",
                "1",
                "DA",
                "1",
                "1",
                "",
                "01",
                "1",
                "DA",
                "2",
                day(remittance.paymentDate()));
        text.add("TRN", "1", remittance.traceNumber(), "1999999999");
        text.add("N1", "PR", remittance.payer());
        text.add("N3", "1 SAMPLE ROAD");
        text.add("N4", "SPRINGFIELD", "IL", "62701");
        text.add("PER", "BL", "DESK", "TE", "5555550100");
        text.add("N1", "PE", "PAYEE", "XX", code(remittance.payee()));
        text.add("LX", "1");
        remittance.claims().forEach(text::payment);
        return text.enclosed("HP", "005010X221A1");
    }

    private void claim(Claim claim, boolean isInstitutional) {
        int billing = ++hierarchy;
        add("HL", Integer.toString(billing), "", "20", "1");
        add(
                "NM1",
                "85",
                "2",
                "BILLER",
                "",
                "",
                "",
                "",
                "XX",
                code(claim.providers().billing()));
        add("N3", "1 SAMPLE ROAD");
        add("N4", "SPRINGFIELD", "IL", "62701");
        add("REF", "EI", "123456789");
        add("HL", Integer.toString(++hierarchy), Integer.toString(billing), "22", "0");
        add("SBR", "P", "18", "", "", "", "", "", "", "CI");
        add("NM1", "IL", "1", "SAMPLE", "PAT", "", "", "", "MI", claim.personId());
        add("NM1", "PR", "2", "PAYER", "", "", "", "", "PI", "P1");
        String place = isInstitutional ? "11:A:1" : "11:B:1";
        add("CLM", claim.id(), number(claim.amounts().charge()), "", "", place, "Y", "A", "Y", "Y");
        if (isInstitutional) {
            add("DTP", "434", "RD8", day(claim.startDate()) + "-" + day(claim.endDate()));
            add("DTP", "435", "D8", day(claim.institutional().admissionDate()));
            add("CL1", "1", "1", "01");
        }
        diagnoses(claim.diagnoses());
        if (claim.providers().rendering() != null && !isInstitutional) {
            add(
                    "NM1",
                    "82",
                    "1",
                    "DOCTOR",
                    "DEE",
                    "",
                    "",
                    "",
                    "XX",
                    code(claim.providers().rendering()));
        }
        claim.lines().forEach(line -> line(line, isInstitutional));
    }

    private void diagnoses(List<Diagnosis> diagnoses) {
        for (Diagnosis diagnosis : diagnoses) {
            String qualifier = diagnosis.type() == DiagnosisType.PRINCIPAL ? "ABK" : "ABF";
            if (qualifier.equals("ABK") || segments.get(segments.size() - 1).startsWith("DTP")) {
                add("HI", qualifier + ":" + code(diagnosis.code()));
            } else {
                String last = segments.remove(segments.size() - 1);
                segments.add(last + "*" + qualifier + ":" + code(diagnosis.code()));
            }
        }
    }

    private void line(ClaimLine line, boolean isInstitutional) {
        add("LX", Integer.toString(line.number()));
        String procedure = line.hcpcs() == null ? "" : "HC:" + code(line.hcpcs()) + modifiers(line.modifiers());
        String charge = number(line.amounts().charge());
        if (isInstitutional) {
            add("SV2", code(line.revenueCode()), procedure, charge, "UN", number(line.units()));
        } else {
            String pointers =
                    line.diagnosisPointers().stream().map(String::valueOf).collect(Collectors.joining(":"));
            add("SV1", procedure, charge, "UN", number(line.units()), code(line.placeOfService()), "", pointers);
        }
        add("DTP", "472", "RD8", day(line.startDate()) + "-" + day(line.endDate()));
    }

    private void payment(ClaimPayment payment) {
        add(
                "CLP",
                payment.patientControlNumber(),
                payment.statusCode(),
                number(payment.charge()),
                number(payment.paid()),
                number(payment.patientResponsibility()),
                "12",
                payment.payerControlNumber());
        payment.adjustments().forEach(this::adjustment);
        add("NM1", "QC", "1", "SAMPLE", "PAT", "", "", "", "MI", payment.memberId());
        for (ServicePayment service : payment.services()) {
            add(
                    "SVC",
                    "HC:" + code(service.hcpcs()) + modifiers(service.modifiers()),
                    number(service.charge()),
                    number(service.paid()),
                    "",
                    number(service.units()));
            add("DTM", "472", day(service.date()));
            service.adjustments().forEach(this::adjustment);
        }
    }

    private void adjustment(Adjustment adjustment) {
        add("CAS", adjustment.groupCode(), adjustment.reasonCode(), number(adjustment.amount()));
    }

    private String enclosed(String group, String version) {
        add("SE", Integer.toString(segments.size() + 1), "0001");
        segments.add(0, "GS*" + group + "*S*R*20260110*1200*1*X*" + version);
        segments.add(0, ISA);
        add("GE", "1", "1");
        add("IEA", "1", "000000001");
        return String.join("~\n", segments) + "~\n";
    }

    private void add(String... elements) {
        segments.add(String.join("*", elements).replaceFirst("\\*+$", ""));
    }

    private static String modifiers(List<? extends Code> modifiers) {
        return modifiers.stream().map(modifier -> ":" + modifier.value()).collect(Collectors.joining());
    }

    private static String code(Code code) {
        return code == null ? "" : code.value();
    }

    private static String number(BigDecimal number) {
        return number == null ? "" : number.toPlainString();
    }

    private static String day(LocalDate date) {
        return date == null ? "" : date.format(DateTimeFormatter.BASIC_ISO_DATE);
    }
}
