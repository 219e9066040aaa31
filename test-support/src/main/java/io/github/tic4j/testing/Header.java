package io.github.tic4j.testing;

import java.io.IOException;

/** Writes the root's scalar keys. */
final class Header {

    private static final Text ENTITY_NAME = Text.of("reporting_entity_name");
    private static final Text ENTITY_TYPE = Text.of("reporting_entity_type");
    private static final Text LAST_UPDATED_ON = Text.of("last_updated_on");
    private static final Text VERSION = Text.of("version");
    private static final Text PLAN_NAME = Text.of("plan_name");
    private static final Text ISSUER_NAME = Text.of("issuer_name");
    private static final Text PLAN_ID_TYPE = Text.of("plan_id_type");
    private static final Text PLAN_ID = Text.of("plan_id");
    private static final Text PLAN_MARKET_TYPE = Text.of("plan_market_type");
    private static final Text ENTITY = Text.of("Example Health Plan");
    private static final Text ISSUER = Text.of("health insurance issuer");
    private static final Text UPDATED = Text.of("2026-10-01");
    private static final Text V1 = Text.of("1.6.2");
    private static final Text V2 = Text.of("2.2.0");
    private static final Text HIOS = Text.of("hios");
    private static final Text GROUP = Text.of("group");
    private static final Text INDIVIDUAL = Text.of("individual");

    private Header() {}

    static void write(MrfSpec spec, JsonOut out) throws IOException {
        if (spec.kind() == MrfSpec.Kind.PROVIDER_REFERENCE) {
            version(spec, out);
            return;
        }
        boolean index = spec.kind() == MrfSpec.Kind.TABLE_OF_CONTENTS;
        field(out, ENTITY_NAME, ENTITY);
        field(out, ENTITY_TYPE, ISSUER);
        if (!index) {
            plan(spec, out, 0);
        }
        if (!index || spec.schema() == MrfSpec.Schema.V2) {
            field(out, LAST_UPDATED_ON, UPDATED);
        }
        version(spec, out);
    }

    private static void version(MrfSpec spec, JsonOut out) throws IOException {
        field(out, VERSION, spec.schema() == MrfSpec.Schema.V1 ? V1 : V2);
    }

    /** The fields of the plan with an index. */
    static void plan(MrfSpec spec, JsonOut out, long index) throws IOException {
        out.name(PLAN_NAME);
        out.string("Example Plan " + index);
        if (spec.schema() == MrfSpec.Schema.V2) {
            field(out, ISSUER_NAME, ENTITY);
        }
        field(out, PLAN_ID_TYPE, HIOS);
        out.name(PLAN_ID);
        out.quoted(1_000_000_000L + index);
        field(out, PLAN_MARKET_TYPE, index % 2 == 0 ? GROUP : INDIVIDUAL);
    }

    static void field(JsonOut out, Text name, Text value) throws IOException {
        out.name(name);
        out.string(value);
    }
}
