package io.github.tic4j.testing;

import java.io.IOException;

/** Writes the separate file of groups that a reference of schema 1 may point to. */
final class ProviderReferenceFile extends FileWriter {

    private static final Text PROVIDER_GROUPS = Text.of("provider_groups");

    ProviderReferenceFile(MrfSpec spec, JsonOut out, TruthCounter truth) {
        super(spec, out, truth);
    }

    @Override
    void body() throws IOException {
        items(PROVIDER_GROUPS);
    }

    @Override
    void item(long index) throws IOException {
        providers.group(index);
    }
}
