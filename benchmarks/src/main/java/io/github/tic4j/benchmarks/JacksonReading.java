package io.github.tic4j.benchmarks;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.tic4j.mrf.Item;
import io.github.tic4j.mrf.NpiList;
import io.github.tic4j.mrf.Price;
import io.github.tic4j.mrf.PriceTerms;
import io.github.tic4j.mrf.ProviderGroup;
import io.github.tic4j.mrf.Rate;
import io.github.tic4j.mrf.Tin;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Jackson's ways in. */
final class JacksonReading {

    private static final ObjectReader ITEMS = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build()
            .readerFor(BoundItem.class);
    private static final ObjectReader REFERENCES = ITEMS.forType(BoundReference.class);

    private JacksonReading() {}

    /** Streams through the prices without making more of them than their values. */
    static void stream(InputStream in, Set<String> wanted, Tally tally) throws IOException {
        new JacksonWalk(wanted) {
            @Override
            void item(Item item) {
                tally.item(item.billingCodeType(), item.billingCode());
            }

            @Override
            void rate(long index) {}

            @Override
            void reference(JsonParser parser) throws IOException {
                tally.reference(parser.getLongValue());
            }

            @Override
            void price(PriceFields price) {
                tally.touch(price.setting);
                tally.touch(price.serviceCodes);
                tally.touch(price.modifiers);
                tally.touch(price.information);
                tally.price(price.rate, price.type, price.date, price.billingClass);
            }
        }.read(in);
    }

    /** Streams through the prices and makes the records that this library makes. */
    static void records(InputStream in, Tally tally) throws IOException {
        new RecordWalk(tally).read(in);
    }

    private static final class RecordWalk extends JacksonWalk {
        private final Tally tally;
        private final List<String> references = new ArrayList<>();
        private @Nullable Item item;
        private @Nullable Rate rate;
        private long index;

        RecordWalk(Tally tally) {
            super(Set.of());
            this.tally = tally;
        }

        @Override
        void item(Item next) {
            item = next;
        }

        @Override
        void rate(long next) {
            index = next;
            rate = null;
            references.clear();
        }

        @Override
        void reference(JsonParser parser) throws IOException {
            references.add(parser.getText());
        }

        @Override
        void price(PriceFields price) {
            Rate of = rate;
            if (of == null) {
                of = new Rate(Objects.requireNonNull(item), index, references, List.of());
                rate = of;
                TicReading.record(of, tally);
            }
            PriceTerms terms = new PriceTerms(
                    price.type,
                    price.date,
                    price.billingClass,
                    price.setting,
                    price.serviceCodes,
                    price.modifiers,
                    price.information);
            TicReading.record(new Price(of, price.rate, null, terms, 0), tally);
        }
    }

    /** Binds one item after the other to objects. */
    static void databind(InputStream in, Tally tally) throws IOException {
        elements(in, "in_network", parser -> {
            BoundItem item = ITEMS.readValue(parser);
            item.count(tally);
        });
    }

    /** Binds the provider references and keeps them by their ids. */
    static void groups(InputStream in, Tally tally) throws IOException {
        Map<String, List<ProviderGroup>> kept = new HashMap<>();
        elements(in, "provider_references", parser -> {
            BoundReference reference = REFERENCES.readValue(parser);
            kept.put(reference.providerGroupId, reference.groups());
        });
        for (List<ProviderGroup> groups : kept.values()) {
            for (ProviderGroup group : groups) {
                tally.group(group.npis().size());
            }
        }
    }

    /** What to do with a parser that is at the start of an element. */
    private interface Element {
        void read(JsonParser parser) throws IOException;
    }

    private static void elements(InputStream in, String name, Element element) throws IOException {
        try (in;
                JsonParser parser = ITEMS.getFactory().createParser(in)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean wanted = parser.currentName().equals(name);
                parser.nextToken();
                while (wanted && parser.nextToken() == JsonToken.START_OBJECT) {
                    element.read(parser);
                }
                if (!wanted) {
                    parser.skipChildren();
                }
            }
        }
    }

    private record BoundItem(
            String billingCodeType,
            String billingCode,
            String negotiationArrangement,
            String name,
            String billingCodeTypeVersion,
            String description,
            List<BoundRate> negotiatedRates) {

        void count(Tally tally) {
            tally.item(billingCodeType, billingCode);
            for (BoundRate rate : negotiatedRates) {
                for (Long reference : rate.providerReferences) {
                    tally.reference(reference);
                }
                for (BoundPrice price : rate.negotiatedPrices) {
                    tally.touch(price.setting);
                    tally.price(price.negotiatedRate, price.negotiatedType, price.expirationDate, price.billingClass);
                }
            }
        }
    }

    private record BoundRate(List<Long> providerReferences, List<BoundPrice> negotiatedPrices) {}

    private record BoundPrice(
            BigDecimal negotiatedRate,
            String negotiatedType,
            String expirationDate,
            String billingClass,
            @Nullable String setting,
            List<String> serviceCode,
            @Nullable List<String> billingCodeModifier,
            @Nullable String additionalInformation) {}

    private record BoundReference(String providerGroupId, List<BoundGroup> providerGroups) {

        List<ProviderGroup> groups() {
            return providerGroups.stream().map(BoundGroup::group).toList();
        }
    }

    // An array is what serves Jackson best; nobody compares these.
    @SuppressWarnings("ArrayRecordComponent")
    private record BoundGroup(long[] npi, BoundTin tin) {

        ProviderGroup group() {
            return new ProviderGroup(NpiList.of(npi, null), new Tin(tin.type, tin.value, tin.businessName));
        }
    }

    private record BoundTin(
            String type, String value, @Nullable String businessName) {}
}
