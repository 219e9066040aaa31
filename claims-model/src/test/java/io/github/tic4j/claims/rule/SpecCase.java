package io.github.tic4j.claims.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tic4j.claims.Claim;
import io.github.tic4j.claims.CoverageSpan;
import io.github.tic4j.claims.Patient;
import io.github.tic4j.claims.Provider;
import io.github.tic4j.claims.Remittance;
import io.github.tic4j.claims.code.CodeSystem;
import io.github.tic4j.claims.code.DatedCodeTable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * One file of the specification: what a rule is given, and what it must answer.
 *
 * <p>A claim is a base claim, on which every rule passes, with single values set: {@code "base": "professional", "set":
 * {"/lines/0/placeOfService": null}}. A path that ends in {@code /-} appends to a list.
 */
record SpecCase(String ruleId, String name, JsonNode json) {

    static final Clock CLOCK = Clock.fixed(Instant.parse("2024-06-30T12:00:00Z"), ZoneOffset.UTC);
    private static final ObjectMapper MAPPER = ClaimJson.mapper();

    Report run() {
        RuleSet rule = RuleSet.standard().only(ruleId);
        ClaimValidator validator =
                ClaimValidator.of(rule, reference(), RuleOptions.defaults().withClock(CLOCK));
        if (json.has("claims")) {
            List<Claim> claims = new ArrayList<>();
            json.get("claims").forEach(claim -> claims.add(claim(claim)));
            return validator.checkTogether(claims);
        }
        if (json.has("remittance")) {
            return validator.check(build(json.get("remittance"), "remittance", Remittance.class));
        }
        return json.has("person") ? validator.check(person()) : validator.check(claim(json));
    }

    Result expected() {
        return Result.valueOf(json.get("expect").asText());
    }

    List<String> expectedFindings() {
        return stream(json.get("findings")).map(JsonNode::asText).toList();
    }

    static Claim claim(JsonNode change) {
        return build(change, change.get("base").asText(), Claim.class);
    }

    private PersonHistory person() {
        JsonNode person = json.get("person");
        List<Patient> patients = stream(person.get("patients"))
                .map(patient -> build(patient, "patient", Patient.class))
                .toList();
        List<CoverageSpan> coverage = stream(person.get("coverage"))
                .map(span -> build(span, "coverage", CoverageSpan.class))
                .toList();
        return new PersonHistory("P-1", patients, coverage);
    }

    private ReferenceData reference() {
        ReferenceData.Builder data = ReferenceData.builder();
        if (json.has("patients")) {
            Map<String, Patient> patients = stream(json.get("patients"))
                    .map(patient -> build(patient, "patient", Patient.class))
                    .collect(Collectors.toMap(Patient::id, patient -> patient));
            data.patients(id -> Optional.ofNullable(patients.get(id)));
        }
        if (json.has("providers")) {
            Set<String> npis = strings(json.get("providers"));
            data.providers(npi -> npis.contains(npi)
                    ? Optional.of(Provider.builder(npi).npi(npi).build())
                    : Optional.empty());
        }
        if (json.has("coverage")) {
            List<CoverageSpan> spans = stream(json.get("coverage"))
                    .map(span -> build(span, "coverage", CoverageSpan.class))
                    .toList();
            data.coverage(id ->
                    spans.stream().filter(span -> span.personId().equals(id)).toList());
        }
        if (json.has("neverPrincipal")) {
            data.neverPrincipal(strings(json.get("neverPrincipal"))::contains);
        }
        if (json.has("controlledDrugs")) {
            data.controlledDrugs(strings(json.get("controlledDrugs"))::contains);
        }
        if (json.has("unitPriceCeilings")) {
            JsonNode ceilings = json.get("unitPriceCeilings");
            data.unitPriceCeilings(
                    code -> Optional.ofNullable(ceilings.get(code)).map(node -> new BigDecimal(node.asText())));
        }
        if (json.has("ncci")) {
            data.ncci(new SpecNcci(json.get("ncci")));
        }
        fields(json.get("codeTables"))
                .forEach(table -> data.codeTable(CodeSystem.valueOf(table.getKey()), codeTable(table.getValue())));
        return data.build();
    }

    private static DatedCodeTable codeTable(JsonNode rows) {
        DatedCodeTable.Builder table = DatedCodeTable.builder();
        rows.forEach(row -> table.add(row.get(0).asText(), date(row.get(1)), date(row.get(2))));
        return table.build();
    }

    static LocalDate date(JsonNode node) {
        return node == null || node.isNull() ? null : LocalDate.parse(node.asText());
    }

    static <T> T build(JsonNode change, String base, Class<T> type) {
        try (InputStream file = SpecCase.class.getResourceAsStream("/spec/base/" + base + ".json")) {
            JsonNode tree = MAPPER.readTree(file);
            fields(change.get("set")).forEach(entry -> set(tree, entry.getKey(), entry.getValue()));
            return MAPPER.treeToValue(tree, type);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot build " + base + " from " + change, e);
        }
    }

    private static void set(JsonNode tree, String path, JsonNode value) {
        int cut = path.lastIndexOf('/');
        JsonNode parent = tree.at(path.substring(0, cut));
        String last = path.substring(cut + 1);
        if (parent instanceof ObjectNode object) {
            object.set(last, value);
        } else if (last.equals("-")) {
            ((ArrayNode) parent).add(value);
        } else {
            ((ArrayNode) parent).set(Integer.parseInt(last), value);
        }
    }

    static Set<String> strings(JsonNode array) {
        return Set.copyOf(stream(array).map(JsonNode::asText).toList());
    }

    static Stream<JsonNode> stream(JsonNode array) {
        return array == null ? Stream.empty() : StreamSupport.stream(array.spliterator(), false);
    }

    static List<Map.Entry<String, JsonNode>> fields(JsonNode object) {
        List<Map.Entry<String, JsonNode>> entries = new ArrayList<>();
        if (object != null) {
            object.properties().forEach(entries::add);
        }
        return entries;
    }

    @Override
    public String toString() {
        return ruleId + " " + name;
    }
}
