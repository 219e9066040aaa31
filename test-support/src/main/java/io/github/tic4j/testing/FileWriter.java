package io.github.tic4j.testing;

import java.io.IOException;

/** One kind of file on its way out. */
abstract class FileWriter {

    final MrfSpec spec;
    final JsonOut out;
    final TruthCounter truth;
    final ProviderGroups providers;
    final RateText amount = new RateText();

    /** Bytes that must still follow the items. */
    private long reserve;

    FileWriter(MrfSpec spec, JsonOut out, TruthCounter truth) {
        this.spec = spec;
        this.out = out;
        this.truth = truth;
        this.providers = new ProviderGroups(spec, out, truth);
    }

    /** Writes the whole file. */
    final void write() throws IOException {
        out.beginObject();
        if (spec.order() != MrfSpec.Order.HEADER_LAST) {
            Header.write(spec, out);
        }
        body();
        if (spec.order() == MrfSpec.Order.HEADER_LAST) {
            Header.write(spec, out);
        }
        out.endObject();
    }

    /** Writes the root's arrays. */
    abstract void body() throws IOException;

    /** Writes the item with an index. */
    abstract void item(long index) throws IOException;

    final void items(Text name) throws IOException {
        out.name(name);
        out.beginArray();
        for (long i = 0; spec.items() > 0 ? i < spec.items() : !isFull(); i++) {
            item(i);
        }
        out.endArray();
    }

    final void reserve(long bytes) {
        reserve = bytes;
    }

    /** Whether a file that goes by its size has reached it. */
    final boolean isFull() {
        return spec.targetBytes() > 0 && out.count() + reserve >= spec.targetBytes();
    }

    /** How many rates an item gets. */
    final int rateCount(MrfRandom random) {
        int mean = spec.ratesPerItem();
        if (spec.sizes() == MrfSpec.Sizes.EVEN) {
            return mean == 1 ? 1 : random.between(mean - mean / 2, mean + mean / 2);
        }
        // Three quarters lie below the mean; one in a thousand holds fifty times as much.
        int spread = random.below(1000);
        double factor = spread < 500 ? 0.2 : spread < 800 ? 0.8 : spread < 950 ? 1.9 : spread < 999 ? 6.9 : 50;
        return 1 + random.below((int) Math.min(1 << 30, Math.max(1, Math.round(2 * mean * factor) - 1)));
    }
}
