package io.github.tic4j.mrf;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One price of a drug, in the draft shape of the prescription-drug file.
 *
 * @param drugName the drug
 * @param drugType branded, generic or biosimilar
 * @param ndc the national drug code as published
 * @param historicalNetPrice the net price
 * @param historicalNetReportingPeriod the period it was measured in
 * @param negotiatedRate the negotiated rate
 * @param administrativeFee a fee
 * @param dispensingFee a fee
 * @param transactionFee a fee
 * @param tin the pharmacy's TIN
 * @param serviceCode the place of service
 * @param npis the pharmacies' NPIs
 * @param pharmacies other ids of pharmacies
 * @param byteOffset where the element starts
 */
public record DrugPrice(
        @Nullable String drugName,
        @Nullable String drugType,
        @Nullable String ndc,
        @Nullable BigDecimal historicalNetPrice,
        @Nullable String historicalNetReportingPeriod,
        @Nullable BigDecimal negotiatedRate,
        @Nullable BigDecimal administrativeFee,
        @Nullable BigDecimal dispensingFee,
        @Nullable BigDecimal transactionFee,
        @Nullable String tin,
        @Nullable String serviceCode,
        NpiList npis,
        List<Pharmacies> pharmacies,
        long byteOffset) {

    /** Copies the list. */
    public DrugPrice {
        pharmacies = List.copyOf(pharmacies);
    }

    /**
     * Pharmacies by another kind of id.
     *
     * @param idType the kind of id
     * @param ids the ids as published
     */
    public record Pharmacies(@Nullable String idType, List<String> ids) {

        /** Copies the list. */
        public Pharmacies {
            ids = List.copyOf(ids);
        }
    }
}
