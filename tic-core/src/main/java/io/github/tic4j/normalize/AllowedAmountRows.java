package io.github.tic4j.normalize;

import io.github.tic4j.mrf.AllowedAmount;
import io.github.tic4j.mrf.Item;
import io.github.tic4j.mrf.PriceTerms;
import io.github.tic4j.mrf.ProviderGroup;
import io.github.tic4j.normalize.NormalGroup.NormalTin;
import io.github.tic4j.normalize.Organizations.Organization;
import io.github.tic4j.table.Row;
import io.github.tic4j.table.Tables;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** The rows of {@code allowed_amounts}, with the organisations and providers that they name. */
final class AllowedAmountRows {

    private final CountedTables tables;
    private final Organizations organizations;
    private final String payerUuid;
    private String fileId = "";

    AllowedAmountRows(CountedTables tables, Organizations organizations, String payerUuid) {
        this.tables = tables;
        this.organizations = organizations;
        this.payerUuid = payerUuid;
    }

    void beginDocument(String documentId) {
        fileId = documentId;
    }

    void write(AllowedAmount amount, List<String> flags) throws IOException {
        NormalGroup providers = NormalGroup.of(new ProviderGroup(amount.npis(), amount.tin()), List.of());
        NormalTin tin = providers.tin();
        Organization organization = organizations.find(tin);
        if (organization != null) {
            organizations.addProviders(organization, providers.npis());
        }
        PriceTerms terms = new PriceTerms(
                null,
                null,
                amount.billingClass(),
                amount.setting(),
                amount.serviceCodes(),
                amount.billingCodeModifiers(),
                null);
        Item item = amount.item();
        NormalCode code = NormalCode.of(item.billingCodeType(), item.billingCode());
        tables.write(new Row(Tables.ALLOWED_AMOUNTS)
                .set("file_id", fileId)
                .set("payer_uuid", payerUuid)
                .set("billing_code_type", code.type())
                .set("billing_code_type_text", code.typeText())
                .set("billing_code_type_version", item.billingCodeTypeVersion())
                .set("billing_code", code.code())
                .set("billing_code_text", code.codeText())
                .set("name", item.name())
                .set("description", item.description())
                .set("organization_uuid", organization == null ? null : organization.uuid())
                .set("tin_type", tin.type())
                .set("tin", tin.digits())
                .set("tin_text", tin.text())
                .set("service_codes", Texts.orNull(terms.placesOfService()))
                .set("billing_class", Texts.lowerCase(amount.billingClass()))
                .set("setting", Texts.lowerCase(amount.setting()))
                .set("allowed_amount", amount.allowedAmount())
                .set("billing_code_modifier", Texts.orNull(terms.modifiers()))
                .set("billed_charge", amount.billedCharge())
                .set("npi", Arrays.stream(providers.npis()).boxed().toList())
                .set("quality_flags", Texts.orNull(flags)));
    }
}
