package io.github.tic4j.validate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tic4j.mrf.Finding.Severity;
import io.github.tic4j.source.Sources;
import io.github.tic4j.testing.ChildJvm;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A file with a fault in every fourth price, larger than the heap that it is validated in, in a process of its own. */
class ManyFaultsTest {

    private static final int RATES_PER_ITEM = 1_000;
    private static final int ITEMS = 240;
    private static final int FAULTS = ITEMS * RATES_PER_ITEM / 4;

    private static final String START =
            "{\"reporting_entity_name\":\"a\",\"reporting_entity_type\":\"b\",\"version\":\"2.2.0\","
                    + "\"last_updated_on\":\"2026-11-01\",\"provider_references\":[],\"in_network\":[";

    @Test
    void faultsAreCountedInConstantMemory() throws Exception {
        ChildJvm.Result child = ChildJvm.runIn("48m", ManyFaultsTest.class, String.valueOf(ITEMS));

        assertThat(child.exit()).as(child.output()).isZero();
        assertThat(child.output().lines())
                .contains(
                        "schema-type " + FAULTS + " 20",
                        "schema-range " + FAULTS + " 20",
                        "schema-required " + FAULTS + " 20",
                        "schema-enum " + FAULTS + " 20",
                        "price-not-positive " + FAULTS + " 20",
                        "missing-field " + FAULTS + " 20",
                        "negotiated_rate-not-a-number " + FAULTS + " 20",
                        "dangling-reference " + FAULTS + " 20");
    }

    /** Runs in the small heap. */
    public static void main(String[] arguments) throws IOException {
        int items = Integer.parseInt(arguments[0]);
        QualityReport report =
                Validator.validate(Sources.of("faults.json", () -> new FaultyFile(items)), QualityRules.defaults());
        report.findings()
                .forEach(found -> System.out.println(found.rule() + " " + found.count() + " "
                        + found.samples().size()));
        System.out.printf(
                Locale.ROOT,
                "%s, %d bytes, %d errors%n",
                report.verdict(),
                report.files().get(0).bytes(),
                report.count(Severity.ERROR));
    }

    private static String item(int index) {
        String rates = IntStream.range(0, RATES_PER_ITEM)
                .mapToObj(rate -> rate(index * RATES_PER_ITEM + rate))
                .collect(Collectors.joining(","));
        return (index == 0 ? "" : ",")
                + "{\"negotiation_arrangement\":\"ffs\",\"name\":\"n\",\"billing_code_type\":\"CPT\","
                + "\"billing_code_type_version\":\"2026\",\"description\":\"d\",\"billing_code\":\""
                + String.format(Locale.ROOT, "%05d", 10_000 + index) + "\",\"negotiated_rates\":[" + rates + "]}";
    }

    /** One rate: by turns with a price that is no number, one of zero, an incomplete one, and one of unknown class. */
    private static String rate(int number) {
        String price = switch (number % 4) {
            case 0 -> "\"negotiated_rate\":\"N/A\",\"expiration_date\":\"2027-12-31\",\"billing_class\":\"both\"";
            case 1 -> "\"negotiated_rate\":0,\"expiration_date\":\"2027-12-31\",\"billing_class\":\"both\"";
            case 2 -> "\"negotiated_rate\":" + number + ".5,\"billing_class\":\"both\"";
            default -> "\"negotiated_rate\":" + number + ",\"expiration_date\":\"2027-12-31\",\"billing_class\":\"x\"";
        };
        return "{\"provider_references\":[" + number / 4
                + "],\"negotiated_prices\":[{\"negotiated_type\":\"negotiated\"," + "\"setting\":\"outpatient\","
                + price + ",\"additional_information\":\"" + "x".repeat(60) + "\"}]}";
    }

    /** The file, made as it is read. */
    private static final class FaultyFile extends InputStream {
        private final int items;
        private int next;
        private ByteArrayInputStream part = new ByteArrayInputStream(START.getBytes(StandardCharsets.UTF_8));

        FaultyFile(int items) {
            this.items = items;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (part.available() == 0 && next <= items) {
                String text = next < items ? item(next) : "]}";
                part = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
                next++;
            }
            return part.read(into, offset, length);
        }
    }
}
