package io.github.tic4j.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tic4j.mrf.NpiList;
import io.github.tic4j.mrf.ProviderGroup;
import io.github.tic4j.mrf.Tin;
import io.github.tic4j.table.TableSchema;
import io.github.tic4j.table.Tables;
import io.github.tic4j.testing.MrfGenerator;
import io.github.tic4j.testing.MrfSpec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class NormalFormsProperties {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Property(tries = 12)
    void orderOfKeysDoesNotMatter(@ForAll long seed) throws IOException {
        byte[] json = MrfGenerator.generate(MrfSpec.builder()
                        .schema(MrfSpec.Schema.V1)
                        .shares(new MrfSpec.Shares(0.3, 0, 0, 0, 0, 0))
                        .items(12)
                        .ratesPerItem(8)
                        .providerReferences(10)
                        .seed(Math.abs(seed % 1000))
                        .build())
                .bytes();
        MemoryTables tables = new MemoryTables();
        MemoryTables shuffled = new MemoryTables();
        NormalizerTest.normalize(json, tables);
        NormalizerTest.normalize(MAPPER.writeValueAsBytes(shuffled(MAPPER.readTree(json), new Random(seed))), shuffled);

        for (TableSchema table : Tables.all()) {
            assertThat(shuffled.texts(table)).as(table.name()).containsExactlyInAnyOrderElementsOf(tables.texts(table));
        }
    }

    private static JsonNode shuffled(JsonNode node, Random random) {
        if (node.isArray()) {
            var array = MAPPER.createArrayNode();
            node.forEach(element -> array.add(shuffled(element, random)));
            return array;
        }
        if (!node.isObject()) {
            return node;
        }
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        Collections.shuffle(names, random);
        ObjectNode object = MAPPER.createObjectNode();
        names.forEach(name -> object.set(name, shuffled(node.get(name), random)));
        return object;
    }

    @Property
    void groupsAreEqualWhateverTheOrderOfTheirParts(
            @ForAll @Size(max = 30) List<@LongRange(min = -1, max = 40) Long> npis,
            @ForAll @Size(max = 4) List<String> networks,
            @ForAll long seed) {
        List<Long> otherNpis = new ArrayList<>(npis);
        List<String> otherNetworks = new ArrayList<>(networks);
        Collections.shuffle(otherNpis, new Random(seed));
        Collections.shuffle(otherNetworks, new Random(seed));
        otherNetworks.addAll(networks);

        NormalGroup group = NormalGroup.of(group(npis), networks);
        assertThat(NormalGroup.of(group(otherNpis), otherNetworks).id()).isEqualTo(group.id());
        Set<Long> distinct = new TreeSet<>(npis);
        distinct.remove(-1L);
        assertThat(group.npis()).containsExactly(distinct.toArray(Long[]::new));
        assertThat(group.unreadableNpis()).isEqualTo(Collections.frequency(npis, -1L));
        distinct.remove(0L);
        assertThat(group.npiCount()).isEqualTo(distinct.size());
    }

    @Property
    void partsOfAHashCannotBeShifted(@ForAll String a, @ForAll String b, @ForAll String c) {
        String hash = new ContentHash("k").text(a).text(b).hex();

        assertThat(hash).matches("[0-9a-f]{32}");
        assertThat(new ContentHash("k").text(a).text(b).hex()).isEqualTo(hash);
        assertThat(new ContentHash("k").texts(List.of(a, b)).hex()).isNotEqualTo(hash);
        assertThat(new ContentHash("k").text(a + b).text("").hex().equals(hash)).isEqualTo(b.isEmpty());
        assertThat(new ContentHash("k").text(a).text(b).text(c).hex()).isNotEqualTo(hash);
        assertThat(new ContentHash("k").text(null).hex())
                .isNotEqualTo(new ContentHash("k").text(a).hex());
    }

    @Property
    void setsOfNumbersHoldEachOnce(@ForAll @Size(max = 3000) List<@LongRange(min = 1, max = 4000) Long> numbers) {
        LongSet set = new LongSet();
        Set<Long> expected = new HashSet<>();
        for (long number : numbers) {
            assertThat(set.add(number)).isEqualTo(expected.add(number));
        }
        assertThat(set.size()).isEqualTo(expected.size());
        set.clear(numbers.size());
        assertThat(set.size()).isZero();
        assertThat(numbers).allSatisfy(number -> assertThat(set.add(-number)).isEqualTo(expected.remove(number)));
    }

    @Property(tries = 50)
    void tablesOfHashesFindWhatWasAdded(@ForAll long seed) {
        Random random = new Random(seed);
        long[] hashes = random.longs(5000).toArray();
        IdTable table = new IdTable();
        for (int i = 0; i < hashes.length; i++) {
            assertThat(table.find(hashes[i], i)).isEqualTo(IdTable.ABSENT);
            table.add(hashes[i], i, i);
        }
        for (int i = 0; i < hashes.length; i++) {
            assertThat(table.find(hashes[i], i)).isEqualTo(i);
        }
        assertThat(table.find(hashes[0], 1)).isEqualTo(IdTable.ABSENT);
        table.clear();
        assertThat(table.find(hashes[0], 0)).isEqualTo(IdTable.ABSENT);
    }

    private static ProviderGroup group(List<Long> npis) {
        long[] values = npis.stream().mapToLong(Long::longValue).toArray();
        String[] texts = new String[values.length];
        Arrays.setAll(texts, i -> values[i] < 0 ? "bad" : null);
        return new ProviderGroup(NpiList.of(values, texts), new Tin("EIN", "12-3456789", null));
    }
}
