package io.github.tic4j.internal.scan;

import io.github.tic4j.mrf.ContainedCode;
import io.github.tic4j.mrf.FileReport;
import io.github.tic4j.mrf.Finding;
import io.github.tic4j.mrf.IdRule;
import io.github.tic4j.mrf.Item;
import io.github.tic4j.mrf.Limits;
import io.github.tic4j.mrf.PriceFilter;
import io.github.tic4j.mrf.ProviderReference;
import io.github.tic4j.mrf.Reject;
import io.github.tic4j.mrf.Skipping;
import io.github.tic4j.mrf.Strictness;
import io.github.tic4j.source.ContentException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Everything that one way of reading some bytes comes to, to be compared with another way. */
record Reading(List<Item> items, List<String> prices, List<Object> others, String failure, FileReport report) {

    static final ScanPlan LENIENT = plan(Strictness.LENIENT, Skipping.UNREAD, PriceFilter.all());

    static ScanPlan plan(Strictness strictness, Skipping skipping, PriceFilter filter) {
        return new ScanPlan(
                strictness, skipping, filter, Limits.defaults(), Map.of(), GroupUse.RECORDS, IdRule.TEXT, null);
    }

    static Reading inOrder(byte[] json, ScanPlan plan) throws IOException {
        return of(json, plan, null);
    }

    static Reading split(byte[] json, ScanPlan plan, int workers, int stretch) throws IOException {
        return of(json, plan, new Split(plain(json), workers, stretch));
    }

    static Reading of(byte[] json, ScanPlan plan, Split split) throws IOException {
        Listener listener = new Listener();
        try (DocumentScan scan = new DocumentScan(
                "memory.json", new ByteArrayInputStream(json), () -> new ByteArrayInputStream(json), plan, listener)) {
            if (split != null) {
                scan.splitItems(split);
            }
            String failure = failure(scan);
            return listener.reading(failure, scan.report(List.of()));
        }
    }

    private static String failure(DocumentScan scan) throws IOException {
        try {
            boolean more = true;
            while (more) {
                more = scan.step();
            }
            return "none";
        } catch (ContentException broken) {
            return broken.toString();
        }
    }

    static PlainBytes plain(byte[] json) {
        return new PlainBytes() {
            @Override
            public long size() {
                return json.length;
            }

            @Override
            public int read(long position, byte[] into, int offset, int length) {
                int count = (int) Math.min(length, json.length - position);
                if (count <= 0) {
                    return -1;
                }
                System.arraycopy(json, (int) position, into, offset, count);
                return count;
            }
        };
    }

    private static final class Listener implements ScanEvents {
        private final List<Item> items = new ArrayList<>();
        private final List<String> prices = new ArrayList<>();
        private final List<Object> others = new ArrayList<>();

        Reading reading(String failure, FileReport report) {
            return new Reading(items, prices, others, failure, report);
        }

        @Override
        public void item(Item item) {
            items.add(item);
        }

        @Override
        public void prices(PriceBatch batch) {
            for (int i = 0; i < batch.size(); i++) {
                prices.add(batch.price(i).toString());
            }
        }

        @Override
        public void reference(ProviderReference reference) {
            others.add(reference);
        }

        @Override
        public void containedCode(ContainedCode code) {
            others.add(code);
        }

        @Override
        public void reject(Reject reject) {
            others.add(reject);
        }

        @Override
        public void finding(Finding finding) {
            others.add(finding);
        }
    }
}
