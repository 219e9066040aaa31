package io.github.tic4j.cli;

import io.github.tic4j.mrf.AllowedAmount;
import io.github.tic4j.mrf.Item;
import io.github.tic4j.mrf.Price;
import io.github.tic4j.mrf.ProviderGroup;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * RFC 4180, with CMS's names in the first line. The texts of a list are joined by {@code |}; a group is written {@code
 * npi+npi@type:tin}.
 */
final class CsvPriceRows implements PriceRows {

    private static final String HEADER = "negotiation_arrangement,name,billing_code_type,billing_code_type_version,"
            + "billing_code,description,severity_of_illness,negotiated_type,negotiated_rate,negotiated_rate_text,"
            + "expiration_date,service_code,billing_class,setting,billing_code_modifier,additional_information,"
            + "provider_references,provider_groups,resolved_provider_groups,source,byte_offset\r\n";

    private final Writer out;
    private boolean firstField = true;

    CsvPriceRows(OutputStream to) throws IOException {
        out = new BufferedWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8), 1 << 16);
        out.write(HEADER);
    }

    @Override
    public void write(Price price, @Nullable List<ProviderGroup> resolved) throws IOException {
        Item item = price.item();
        field(item.negotiationArrangement());
        field(item.name());
        field(item.billingCodeType());
        field(item.billingCodeTypeVersion());
        field(item.billingCode());
        field(item.description());
        field(item.severityOfIllness());
        field(price.terms().negotiatedType());
        field(price.negotiatedRate().toPlainString());
        field(price.rateText());
        field(price.terms().expirationDate());
        field(String.join("|", price.terms().serviceCodes()));
        field(price.terms().billingClass());
        field(price.terms().setting());
        field(String.join("|", price.terms().billingCodeModifiers()));
        field(price.terms().additionalInformation());
        field(String.join("|", price.rate().providerReferences()));
        field(groups(price.rate().providerGroups()));
        field(resolved == null ? null : groups(resolved));
        field(item.source());
        field(Long.toString(price.byteOffset()));
        out.write("\r\n");
        firstField = true;
    }

    @Override
    public void write(AllowedAmount amount) {
        throw new IllegalArgumentException(
                "An allowed-amounts file has other columns than prices: use --format jsonl for "
                        + amount.item().source());
    }

    private static String groups(List<ProviderGroup> groups) {
        StringBuilder text = new StringBuilder();
        for (ProviderGroup group : groups) {
            text.append(text.isEmpty() ? "" : "|")
                    .append(String.join("+", group.npis().texts()))
                    .append('@')
                    .append(group.tin().type())
                    .append(':')
                    .append(group.tin().value());
        }
        return text.toString();
    }

    private void field(@Nullable String value) throws IOException {
        if (!firstField) {
            out.write(',');
        }
        firstField = false;
        if (value == null) {
            return;
        }
        boolean quoted = value.indexOf(',') >= 0
                || value.indexOf('"') >= 0
                || value.indexOf('\n') >= 0
                || value.indexOf('\r') >= 0;
        out.write(quoted ? '"' + value.replace("\"", "\"\"") + '"' : value);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
