package io.github.tic4j.claims.x12;

import io.github.tic4j.claims.Adjustment;
import io.github.tic4j.claims.ClaimPayment;
import io.github.tic4j.claims.ClaimPaymentBuilder;
import io.github.tic4j.claims.ProviderAdjustment;
import io.github.tic4j.claims.Remittance;
import io.github.tic4j.claims.ServicePayment;
import io.github.tic4j.claims.code.HcpcsCode;
import io.github.tic4j.claims.code.Modifier;
import io.github.tic4j.claims.code.Npi;
import io.github.tic4j.claims.code.RevenueCode;
import io.github.tic4j.claims.read.Refusal;
import io.github.tic4j.claims.read.UnreadableInputException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Makes a remittance of an 835. Amounts that everything else hangs on must be there: without one it cannot be read. */
final class RemittanceReader {

    private static final int MAX_REASONS = 6;
    private static final int LAST_MODIFIER = 6;

    private final Transaction transaction;
    private final Fields fields;

    RemittanceReader(Transaction transaction, Consumer<Refusal> refusals) {
        this.transaction = transaction;
        this.fields = new Fields(transaction.source(), refusals);
    }

    Remittance read(Loop root) {
        X12Segment payment = root.findSegments("BPR").findFirst().orElse(null);
        if (payment == null) {
            throw unreadable(transaction.start(), "the remittance has no payment (BPR)");
        }
        Npi payee = root.find("1000B")
                .flatMap(loop -> loop.all("N1").stream())
                .filter(name -> name.has(3, "XX"))
                .flatMap(name -> Stream.ofNullable(name.element(4)))
                .findFirst()
                .map(Npi::of)
                .orElse(null);
        List<ClaimPayment> claims = root.find("2100").map(this::claim).toList();
        List<ProviderAdjustment> others = new ArrayList<>();
        root.findSegments("PLB").forEach(plb -> providerAdjustments(plb, others));
        return new Remittance(
                root.findSegments("TRN").findFirst().map(ClaimReader::second).orElse(null),
                root.find("1000A")
                        .flatMap(loop -> loop.all("N1").stream())
                        .flatMap(name -> Stream.ofNullable(name.element(2)))
                        .findFirst()
                        .orElse(null),
                payee,
                required(payment, 2),
                fields.date(payment, 16, "paymentDate"),
                claims,
                others);
    }

    private ClaimPayment claim(Loop loop) {
        X12Segment clp = loop.first("CLP");
        if (clp == null) {
            throw new IllegalStateException("the loop 2100 begins with CLP");
        }
        X12Segment member = loop.first("NM1", "QC");
        ClaimPaymentBuilder claim = ClaimPayment.builder(
                        ClaimReader.text(clp.element(1)), ClaimReader.text(clp.element(2)))
                .charge(required(clp, 3))
                .paid(required(clp, 4))
                .patientResponsibility(fields.amount(clp, 5, "patientResponsibility"))
                .filingIndicator(clp.element(6))
                .payerControlNumber(clp.element(7))
                .facility(clp.element(8), clp.element(9))
                .memberId(member == null ? null : member.element(9))
                .renderingNpi(Biller.npi(loop.first("NM1", "82")))
                .period(
                        fields.date(loop.first("DTM", "232"), 2, "startDate"),
                        fields.date(loop.first("DTM", "233"), 2, "endDate"))
                .receivedDate(fields.date(loop.first("DTM", "050"), 2, "receivedDate"));
        adjustments(loop).forEach(claim::adjustment);
        loop.loops("2110").forEach(service -> claim.service(service(service)));
        return claim.build();
    }

    private ServicePayment service(Loop loop) {
        X12Segment svc = loop.first("SVC");
        if (svc == null) {
            throw new IllegalStateException("the loop 2110 begins with SVC");
        }
        boolean isRevenue = "NU".equals(svc.component(1, 1));
        String code = svc.component(1, 2);
        String revenue = isRevenue ? code : svc.element(4);
        RevenueCode revenueCode = revenue == null ? null : RevenueCode.of(revenue);
        List<Modifier> modifiers = new ArrayList<>();
        for (int i = 3; i <= LAST_MODIFIER; i++) {
            Stream.ofNullable(svc.component(1, i)).map(Modifier::of).forEach(modifiers::add);
        }
        return new ServicePayment(
                ClaimReader.second(loop.first("REF", "6R")),
                isRevenue || code == null ? null : HcpcsCode.of(code, revenueCode),
                modifiers,
                revenueCode,
                orNought(svc, 2),
                orNought(svc, 3),
                fields.amount(loop.first("AMT", "B6"), 2, "allowed"),
                fields.amount(svc, 5, "units"),
                fields.date(loop.first("DTM", "472", "150"), 2, "date"),
                adjustments(loop),
                loop.all("LQ").stream()
                        .filter(remark -> remark.has(1, "HE"))
                        .flatMap(remark -> Stream.ofNullable(remark.element(2)))
                        .toList());
    }

    /** The adjustments of a claim or service: groups of a reason, an amount and a quantity, up to six in a segment. */
    private List<Adjustment> adjustments(Loop loop) {
        List<Adjustment> adjustments = new ArrayList<>();
        for (X12Segment cas : loop.all("CAS")) {
            for (int i = 0; i < MAX_REASONS; i++) {
                String reason = cas.element(2 + 3 * i);
                if (reason != null) {
                    adjustments.add(new Adjustment(
                            ClaimReader.text(cas.element(1)),
                            reason,
                            required(cas, 3 + 3 * i),
                            fields.amount(cas, 4 + 3 * i, "adjustments.quantity")));
                }
            }
        }
        return adjustments;
    }

    private void providerAdjustments(X12Segment plb, List<ProviderAdjustment> adjustments) {
        for (int i = 0; i < MAX_REASONS; i++) {
            String reason = plb.component(3 + 2 * i, 1);
            if (reason != null) {
                adjustments.add(new ProviderAdjustment(
                        ClaimReader.text(plb.element(1)),
                        reason,
                        plb.component(3 + 2 * i, 2),
                        required(plb, 4 + 2 * i)));
            }
        }
    }

    /** Some payers leave out the amounts of a service that they only mention. */
    private BigDecimal orNought(X12Segment svc, int index) {
        if (svc.element(index) == null) {
            fields.refuse(svc, index, "services", "", "absent, and taken as nought");
            return BigDecimal.ZERO;
        }
        return required(svc, index);
    }

    private BigDecimal required(X12Segment segment, int index) {
        BigDecimal amount = fields.amount(segment, index, segment.id());
        if (amount == null) {
            throw unreadable(segment, String.format("%s%02d is not an amount, and must be one", segment.id(), index));
        }
        return amount;
    }

    private UnreadableInputException unreadable(X12Segment segment, String reason) {
        return new UnreadableInputException(transaction.source(), segment.number(), segment + ": " + reason);
    }
}
