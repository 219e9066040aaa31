package io.github.tic4j.normalize;

import io.github.tic4j.source.Sources;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Files of a few lines, written with single quotes. */
final class SmallFile {

    static final String GROUP = "{'npi':[1234567893],'tin':{'type':'ein','value':'12-3456789'}}";

    private SmallFile() {}

    static SourceFile.Builder source(String name, byte[] json) {
        return SourceFile.builder(Sources.of(name, () -> new ByteArrayInputStream(json)), Payer.named("test"));
    }

    /** A file with one item; references stand behind it. Quotes are single ones. */
    static byte[] file(String rates, String... references) {
        return quoted("{'reporting_entity_name':'E','reporting_entity_type':'issuer','last_updated_on':'2026-10-01',"
                        + "'version':'2.0.0','plan_id_type':'HIOS','plan_id':'12345','plan_name':'P',"
                        + "'in_network':[{'negotiation_arrangement':'ffs','name':'N','billing_code_type':'CPT',"
                        + "'billing_code_type_version':'2026','billing_code':'99213','description':'D',"
                        + "'negotiated_rates':[" + rates + "]}],'provider_references':["
                        + String.join(",", references) + "]}")
                .getBytes(StandardCharsets.UTF_8);
    }

    static String quoted(String text) {
        return text.replace('\'', '"');
    }

    static String rates(String... providers) {
        return String.join(
                ",",
                Arrays.stream(providers).map(of -> rate(of, price("81.50"))).toList());
    }

    static String rate(String providers, String... prices) {
        return "{" + providers + ",'negotiated_prices':[" + String.join(",", prices) + "]}";
    }

    static String price(String number) {
        return "{'negotiated_type':'negotiated','negotiated_rate':" + number
                + ",'expiration_date':'9999-12-31','service_code':['11'],'billing_class':'professional'}";
    }

    static String reference(String id, String... groups) {
        return "{'provider_group_id':" + id + ",'provider_groups':[" + String.join(",", groups) + "]}";
    }
}
