package io.github.tic4j.claims.lifecycle;

import io.github.tic4j.claims.Adjustment;
import io.github.tic4j.claims.Claim;
import io.github.tic4j.claims.ClaimBuilder;
import io.github.tic4j.claims.ClaimLine;
import io.github.tic4j.claims.ClaimLineBuilder;
import io.github.tic4j.claims.ClaimPayment;
import io.github.tic4j.claims.PaymentStatus;
import io.github.tic4j.claims.ServicePayment;
import io.github.tic4j.claims.lifecycle.MatchedClaim.Answer;
import io.github.tic4j.claims.lifecycle.MatchedClaim.AnsweredLine;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes the payer's last decision into a claim. */
final class Adjudication {

    private Adjudication() {}

    static Claim of(MatchedClaim matched) {
        if (matched.payments().isEmpty()) {
            return matched.claim();
        }
        Answer last = lastStanding(matched.payments());
        if (last == null) {
            return matched.claim().toBuilder()
                    .status(PaymentStatus.REVERSED)
                    .paid(matched.paid())
                    .build();
        }
        ClaimPayment payment = last.payment();
        ClaimBuilder claim = matched.claim().toBuilder()
                .status(payment.isDenied() ? PaymentStatus.DENIED : PaymentStatus.PAID)
                .payerControlNumber(payment.payerControlNumber())
                .paid(payment.paid())
                .allowed(allowedOf(payment))
                .lines(linesOf(matched.claim(), last));
        payment.adjustments().forEach(claim::adjustment);
        return claim.build();
    }

    /** The last payment that no reversal took back; each reversal takes back the payment before it. */
    private static @Nullable Answer lastStanding(List<Answer> payments) {
        Deque<Answer> standing = new ArrayDeque<>();
        for (Answer answer : payments) {
            if (answer.payment().isReversal()) {
                standing.pollLast();
            } else {
                standing.addLast(answer);
            }
        }
        return standing.peekLast();
    }

    /** The sum over the services; null if one of them does not say. */
    private static @Nullable BigDecimal allowedOf(ClaimPayment payment) {
        BigDecimal sum = null;
        for (ServicePayment service : payment.services()) {
            if (service.allowed() == null) {
                return null;
            }
            sum = sum == null ? service.allowed() : sum.add(service.allowed());
        }
        return sum;
    }

    private static List<ClaimLine> linesOf(Claim claim, Answer answer) {
        List<AnsweredLine> open = new ArrayList<>(answer.lines());
        List<ClaimLine> lines = new ArrayList<>();
        for (ClaimLine line : claim.lines()) {
            Optional<AnsweredLine> own = open.stream()
                    .filter(answered -> answered.line().filter(line::equals).isPresent())
                    .findFirst();
            own.ifPresent(open::remove);
            lines.add(own.map(answered -> adjudicate(line, answered.service())).orElse(line));
        }
        return lines;
    }

    private static ClaimLine adjudicate(ClaimLine line, ServicePayment service) {
        // Nothing paid and nothing left to the patient: the line was refused, whatever the claim's own status is.
        boolean refused = service.charge().signum() != 0
                && service.paid().signum() == 0
                && service.adjustments().stream().noneMatch(Adjustment::isPatientResponsibility);
        ClaimLineBuilder builder = line.toBuilder()
                .paid(service.paid())
                .allowed(service.allowed())
                .status(refused ? PaymentStatus.DENIED : PaymentStatus.PAID);
        service.adjustments().forEach(builder::adjustment);
        service.remarkCodes().forEach(builder::remarkCode);
        return builder.build();
    }
}
