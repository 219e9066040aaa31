package io.github.tic4j.internal.scan;

import io.github.tic4j.internal.schema.ObjectShape;
import io.github.tic4j.internal.schema.ObjectShape.Demand;

/** Holds the keys of an object that has been read to what is asked of them. */
final class Demands {

    private Demands() {}

    static void judge(ObjectShape shape, ObjectState state, SchemaFaults faults) {
        for (Demand demand : shape.demands()) {
            boolean applies = demand.trigger() < 0 || demand.trigger() == state.trigger && demand.value() == state.word;
            if (applies && !isMet(demand, state)) {
                faults.found(rule(demand), state.start, null, expectation(shape, demand));
            }
        }
    }

    private static boolean isMet(Demand demand, ObjectState state) {
        long there = state.seen & demand.keys();
        return switch (demand.kind()) {
            case ALL -> there == demand.keys();
            case ANY -> there != 0;
            case ONE -> Long.bitCount(there) == 1;
            case TOGETHER -> there == 0 || there == demand.keys();
            case FORM -> there == 0 || demand.form() == null || state.hasForm(demand.form());
        };
    }

    private static String rule(Demand demand) {
        String rule = switch (demand.kind()) {
            case ALL -> "required";
            case ANY, ONE, TOGETHER -> "keys";
            case FORM -> "format";
        };
        return (demand.readme() ? "readme-" : "schema-") + rule;
    }

    private static String expectation(ObjectShape shape, Demand demand) {
        String keys = shape.names(demand.keys());
        String expected = switch (demand.kind()) {
            case ALL -> "the key " + keys;
            case ANY -> "at least one of the keys " + keys;
            case ONE -> "exactly one of the keys " + keys;
            case TOGETHER -> "all of the keys " + keys + ", or none";
            case FORM ->
                keys + " to be " + (demand.form() == null ? "" : demand.form().expectation());
        };
        if (demand.trigger() < 0) {
            return "Expected " + expected;
        }
        return "Expected " + expected + ", since "
                + shape.property(demand.trigger()).key() + " is " + shape.word(demand.trigger(), demand.value());
    }
}
