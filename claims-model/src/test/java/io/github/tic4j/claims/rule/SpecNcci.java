package io.github.tic4j.claims.rule;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Correct-coding tables out of a specification. */
record SpecNcci(JsonNode json) implements NcciTables {

    @Override
    public List<PairEdit> pairEdits(String column1, String column2) {
        return SpecCase.stream(json.get("pairs"))
                .map(row -> new PairEdit(
                        row.get(0).asText(),
                        row.get(1).asText(),
                        SpecCase.date(row.get(2)),
                        SpecCase.date(row.get(3)),
                        row.get(4).asInt()))
                .filter(edit -> edit.column1().equals(column1) && edit.column2().equals(column2))
                .toList();
    }

    @Override
    public Optional<UnitLimit> unitLimit(String code, LocalDate date) {
        return Optional.ofNullable(json.at("/units/" + code))
                .filter(row -> row.isArray())
                .map(row -> new UnitLimit(row.get(0).asInt(), row.get(1).asBoolean()));
    }

    @Override
    public Set<String> primariesOf(String addOnCode) {
        return SpecCase.strings(json.at("/addOns/" + addOnCode));
    }
}
