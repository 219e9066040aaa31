package io.github.tic4j.validate;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How the prices of each group are spread, in bounded memory. Sums of sketches are exact. */
public final class PriceSketches {

    /** How many groups are kept apart; prices of further ones are not judged. */
    public static final int MOST_GROUPS = 20_000;

    private final Map<PriceGroup, PriceSketch> sketches = new HashMap<>();
    private long unjudged;

    PriceSketches() {}

    /** The sketch of a group; {@code null} if there are too many groups already. */
    @Nullable
    PriceSketch of(PriceGroup group) {
        PriceSketch known = sketches.get(group);
        if (known == null && sketches.size() < MOST_GROUPS) {
            known = new PriceSketch();
            sketches.put(group, known);
        }
        return known;
    }

    void addUnjudged() {
        unjudged++;
    }

    /** How many prices were not judged because there were too many groups. */
    public long unjudged() {
        return unjudged;
    }

    /** Adds what others hold. */
    void addAll(PriceSketches other) {
        unjudged += other.unjudged;
        other.sketches.forEach((group, sketch) -> {
            PriceSketch own = of(group);
            if (own == null) {
                unjudged += sketch.total();
            } else {
                own.addAll(sketch);
            }
        });
    }

    void write(DataOutputStream out) throws IOException {
        out.writeLong(unjudged);
        List<Map.Entry<PriceGroup, PriceSketch>> inOrder = sketches.entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getKey().toString()))
                .toList();
        ReportCodec.writeAll(out, inOrder, (to, entry) -> {
            PriceGroup group = entry.getKey();
            ReportCodec.text(to, group.codeType());
            ReportCodec.text(to, group.code());
            ReportCodec.text(to, group.billingClass());
            ReportCodec.text(to, group.unit());
            entry.getValue().write(to);
        });
    }

    static PriceSketches read(DataInputStream in) throws IOException {
        PriceSketches all = new PriceSketches();
        all.unjudged = in.readLong();
        ReportCodec.readAll(
                in,
                from -> all.sketches.put(
                        new PriceGroup(
                                ReportCodec.text(from),
                                ReportCodec.text(from),
                                ReportCodec.text(from),
                                ReportCodec.text(from)),
                        PriceSketch.read(from)));
        return all;
    }

    /** The groups that have outliers, those with the most first. */
    public List<PriceOutliers> outliers() {
        return sketches.entrySet().stream()
                .map(entry -> entry.getValue().outliers(entry.getKey()))
                .filter(Objects::nonNull)
                .sorted(Comparator.comparingLong(PriceOutliers::outliers)
                        .reversed()
                        .thenComparing(outliers -> outliers.group().toString()))
                .toList();
    }
}
