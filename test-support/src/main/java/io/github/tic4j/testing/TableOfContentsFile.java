package io.github.tic4j.testing;

import java.io.IOException;

/** Writes a table of contents whose locations are signed links, several of them to one file. */
final class TableOfContentsFile extends FileWriter {

    private static final Text REPORTING_STRUCTURE = Text.of("reporting_structure");
    private static final Text REPORTING_PLANS = Text.of("reporting_plans");
    private static final Text IN_NETWORK_FILES = Text.of("in_network_files");
    private static final Text ALLOWED_AMOUNT_FILE = Text.of("allowed_amount_file");
    private static final Text DESCRIPTION = Text.of("description");
    private static final Text LOCATION = Text.of("location");
    private static final Text IN_NETWORK = Text.of("in-network file");
    private static final Text ALLOWED = Text.of("allowed amounts");

    private final int[] order = new int[3];

    TableOfContentsFile(MrfSpec spec, JsonOut out, TruthCounter truth) {
        super(spec, out, truth);
    }

    @Override
    void body() throws IOException {
        items(REPORTING_STRUCTURE);
    }

    @Override
    void item(long index) throws IOException {
        MrfRandom random = MrfRandom.of(spec.seed(), RandomStream.STRUCTURE, index);
        boolean hasAllowed = random.below(2) == 0;
        truth.structure(spec.plansPerStructure(), spec.filesPerStructure() + (hasAllowed ? 1 : 0));
        out.beginObject();
        for (int field : random.order(order, spec.shares().scrambled())) {
            switch (field) {
                case 0 -> plans(index);
                case 1 -> files(index, random);
                default -> {
                    if (hasAllowed) {
                        out.name(ALLOWED_AMOUNT_FILE);
                        file(ALLOWED, "allowed-amounts-" + index, random);
                    }
                }
            }
        }
        out.endObject();
    }

    private void plans(long index) throws IOException {
        out.name(REPORTING_PLANS);
        out.beginArray();
        for (int i = 0; i < spec.plansPerStructure(); i++) {
            out.beginObject();
            Header.plan(spec, out, index * spec.plansPerStructure() + i);
            out.endObject();
        }
        out.endArray();
    }

    private void files(long index, MrfRandom random) throws IOException {
        out.name(IN_NETWORK_FILES);
        out.beginArray();
        for (int i = 0; i < spec.filesPerStructure(); i++) {
            // The first file of each structure is shared by all of them, under a link of its own.
            long file = i == 0 ? 0 : index * spec.filesPerStructure() + i;
            file(IN_NETWORK, "in-network-rates-" + file, random);
        }
        out.endArray();
    }

    private void file(Text description, String name, MrfRandom random) throws IOException {
        out.beginObject();
        Header.field(out, DESCRIPTION, description);
        out.name(LOCATION);
        out.string(spec.locationBase() + name + ".json.gz?Expires=1794009600&Signature="
                + Long.toHexString(random.next()) + "&Key-Pair-Id=EXAMPLE");
        out.endObject();
    }
}
