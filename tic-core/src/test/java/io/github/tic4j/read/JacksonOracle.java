package io.github.tic4j.read;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.tic4j.mrf.AllowedAmount;
import io.github.tic4j.mrf.Price;
import io.github.tic4j.mrf.ProviderGroup;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The rows of a well-formed file as Jackson's tree model sees them, one line each, to compare with ours. */
final class JacksonOracle {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private JacksonOracle() {}

    static List<String> prices(byte[] json) throws IOException {
        List<String> lines = new ArrayList<>();
        for (JsonNode item : MAPPER.readTree(json).path("in_network")) {
            for (JsonNode rate : item.path("negotiated_rates")) {
                for (JsonNode price : rate.path("negotiated_prices")) {
                    lines.add(line(
                            text(item, "negotiation_arrangement"),
                            text(item, "name"),
                            text(item, "billing_code_type"),
                            text(item, "billing_code_type_version"),
                            text(item, "billing_code"),
                            text(item, "description"),
                            price.path("negotiated_rate").decimalValue(),
                            text(price, "negotiated_type"),
                            text(price, "expiration_date"),
                            text(price, "billing_class"),
                            text(price, "setting"),
                            texts(price.path("service_code")),
                            texts(price.path("billing_code_modifier")),
                            text(price, "additional_information"),
                            rate.path("provider_references").size(),
                            groups(rate.path("provider_groups"))));
                }
            }
        }
        return lines;
    }

    static String line(Price price) {
        return line(
                price.item().negotiationArrangement(),
                price.item().name(),
                price.item().billingCodeType(),
                price.item().billingCodeTypeVersion(),
                price.item().billingCode(),
                price.item().description(),
                price.negotiatedRate(),
                price.terms().negotiatedType(),
                price.terms().expirationDate(),
                price.terms().billingClass(),
                price.terms().setting(),
                price.terms().serviceCodes(),
                price.terms().billingCodeModifiers(),
                price.terms().additionalInformation(),
                price.rate().providerReferences().size(),
                groups(price.rate().providerGroups()));
    }

    static List<String> allowedAmounts(byte[] json) throws IOException {
        List<String> lines = new ArrayList<>();
        for (JsonNode item : MAPPER.readTree(json).path("out_of_network")) {
            for (JsonNode amount : item.path("allowed_amounts")) {
                for (JsonNode payment : amount.path("payments")) {
                    for (JsonNode provider : payment.path("providers")) {
                        lines.add(line(
                                text(item, "billing_code"),
                                text(amount.path("tin"), "value"),
                                text(amount, "billing_class"),
                                text(amount, "setting"),
                                texts(amount.path("service_code")),
                                payment.path("allowed_amount").decimalValue(),
                                texts(payment.path("billing_code_modifier")),
                                provider.path("billed_charge").decimalValue(),
                                texts(provider.path("npi"))));
                    }
                }
            }
        }
        return lines;
    }

    static String line(AllowedAmount amount) {
        return line(
                amount.item().billingCode(),
                amount.tin().value(),
                amount.billingClass(),
                amount.setting(),
                amount.serviceCodes(),
                amount.allowedAmount(),
                amount.billingCodeModifiers(),
                amount.billedCharge(),
                amount.npis().texts());
    }

    private static List<String> groups(Iterable<ProviderGroup> groups) {
        List<String> texts = new ArrayList<>();
        groups.forEach(group -> texts.add(
                group.npis().texts() + "@" + group.tin().type() + group.tin().value()));
        return texts;
    }

    private static List<String> groups(JsonNode groups) {
        List<String> texts = new ArrayList<>();
        for (JsonNode group : groups) {
            texts.add(texts(group.path("npi")) + "@" + text(group.path("tin"), "type")
                    + text(group.path("tin"), "value"));
        }
        return texts;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(node -> texts.add(node.asText()));
        return texts;
    }

    private static String text(JsonNode object, String key) {
        JsonNode value = object.path(key);
        return value.isMissingNode() || value.isNull() ? null : value.asText();
    }

    private static String line(Object... parts) {
        List<String> texts = new ArrayList<>();
        for (Object part : parts) {
            texts.add(String.valueOf(part));
        }
        return String.join(" | ", texts);
    }
}
