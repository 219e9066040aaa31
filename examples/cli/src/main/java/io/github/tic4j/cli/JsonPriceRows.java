package io.github.tic4j.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import io.github.tic4j.mrf.AllowedAmount;
import io.github.tic4j.mrf.Item;
import io.github.tic4j.mrf.NpiList;
import io.github.tic4j.mrf.Price;
import io.github.tic4j.mrf.ProviderGroup;
import io.github.tic4j.mrf.Tin;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One JSON object a line, with CMS's names. */
final class JsonPriceRows implements PriceRows {

    private final RowTarget target;
    private final JsonGenerator json;
    private boolean any;

    JsonPriceRows(RowTarget target) throws IOException {
        this.target = target;
        json = new JsonFactory().createGenerator(target.stream());
        json.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
    }

    @Override
    public void write(Price price, @Nullable List<ProviderGroup> resolved) throws IOException {
        json.writeStartObject();
        item(price.item());
        json.writeStringField("negotiated_type", price.terms().negotiatedType());
        json.writeNumberField("negotiated_rate", price.negotiatedRate());
        if (price.rateText() != null) {
            json.writeStringField("negotiated_rate_text", price.rateText());
        }
        json.writeStringField("expiration_date", price.terms().expirationDate());
        texts("service_code", price.terms().serviceCodes());
        json.writeStringField("billing_class", price.terms().billingClass());
        json.writeStringField("setting", price.terms().setting());
        texts("billing_code_modifier", price.terms().billingCodeModifiers());
        json.writeStringField("additional_information", price.terms().additionalInformation());
        texts("provider_references", price.rate().providerReferences());
        groups("provider_groups", price.rate().providerGroups());
        if (resolved != null) {
            groups("resolved_provider_groups", resolved);
        }
        end(price.item(), price.byteOffset());
    }

    @Override
    public void write(AllowedAmount amount) throws IOException {
        json.writeStartObject();
        item(amount.item());
        json.writeFieldName("tin");
        tin(amount.tin());
        texts("service_code", amount.serviceCodes());
        json.writeStringField("billing_class", amount.billingClass());
        json.writeStringField("setting", amount.setting());
        json.writeNumberField("allowed_amount", amount.allowedAmount());
        texts("billing_code_modifier", amount.billingCodeModifiers());
        json.writeFieldName("billed_charge");
        if (amount.billedCharge() == null) {
            json.writeNull();
        } else {
            json.writeNumber(amount.billedCharge());
        }
        npis(amount.npis());
        end(amount.item(), amount.byteOffset());
    }

    private void item(Item item) throws IOException {
        json.writeStringField("negotiation_arrangement", item.negotiationArrangement());
        json.writeStringField("name", item.name());
        json.writeStringField("billing_code_type", item.billingCodeType());
        json.writeStringField("billing_code_type_version", item.billingCodeTypeVersion());
        json.writeStringField("billing_code", item.billingCode());
        json.writeStringField("description", item.description());
        json.writeStringField("severity_of_illness", item.severityOfIllness());
    }

    private void end(Item item, long byteOffset) throws IOException {
        json.writeStringField("source", item.source());
        json.writeNumberField("byte_offset", byteOffset);
        json.writeEndObject();
        any = true;
    }

    private void texts(String name, List<String> texts) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    private void groups(String name, List<ProviderGroup> groups) throws IOException {
        json.writeArrayFieldStart(name);
        for (ProviderGroup group : groups) {
            json.writeStartObject();
            npis(group.npis());
            json.writeFieldName("tin");
            tin(group.tin());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void npis(NpiList npis) throws IOException {
        json.writeArrayFieldStart("npi");
        for (int i = 0; i < npis.size(); i++) {
            if (npis.hasOddText(i)) {
                json.writeString(npis.text(i));
            } else {
                json.writeNumber(npis.at(i));
            }
        }
        json.writeEndArray();
    }

    private void tin(Tin tin) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", tin.type());
        json.writeStringField("value", tin.value());
        if (tin.businessName() != null) {
            json.writeStringField("business_name", tin.businessName());
        }
        json.writeEndObject();
    }

    @Override
    public void finish() throws IOException {
        if (any) {
            json.writeRaw("\n");
        }
        json.close();
        target.finish();
    }

    @Override
    public void close() throws IOException {
        json.close();
        target.close();
    }
}
