package io.github.tic4j.collaboratemd;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An insurance policy of a patient; what is not stated is null.
 *
 * @param index its rank, from 1
 * @param memberId the member number
 * @param groupId the group number
 * @param authorization the authorisation number
 * @param relationship how the patient is related to the insured
 * @param insured the insured
 * @param payerName the payer
 * @param payerAddress the payer's address
 * @param effectiveDate first day
 * @param terminationDate last day
 */
public record Policy(
        int index,
        String memberId,
        @Nullable String groupId,
        @Nullable String authorization,
        @Nullable String relationship,
        @Nullable Person insured,
        @Nullable String payerName,
        @Nullable Address payerAddress,
        @Nullable LocalDate effectiveDate,
        @Nullable LocalDate terminationDate) {

    Element toElement() {
        return Element.of(
                "Policy",
                Element.of("Index", Integer.toString(index)),
                Element.of("MemberID", memberId),
                Wire.text("GroupID", groupId),
                Wire.text("Authorization", authorization),
                insuredElement(),
                payerElement(),
                Wire.date("EffectiveDate", effectiveDate),
                Wire.date("TerminationDate", terminationDate));
    }

    private @Nullable Element insuredElement() {
        if (insured == null) {
            return null;
        }
        Element relation = Element.of("Insured", Wire.text("Relationship", relationship));
        return new Element(
                "Insured",
                "",
                Stream.concat(relation.children().stream(), insured.parts().stream())
                        .toList());
    }

    private @Nullable Element payerElement() {
        return payerName == null
                ? null
                : Element.of(
                        "Payer", Element.of("Name", payerName), payerAddress == null ? null : payerAddress.toElement());
    }

    /** Shows nothing. */
    @Override
    public String toString() {
        return "Policy[***]";
    }
}
