package io.github.tic4j.testing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** The generator as a program: {@code --out FILE --size 1g} writes FILE and FILE.truth.json. */
public final class MrfGeneratorMain {

    private static final String USAGE = """
            Writes a made-up price file and its truth.

              --out FILE              where to; a name that ends in .gz is gzipped
              --size N[k|m|g]         the size to reach, or
              --items N               the number of items
              --kind K                in-network (default), allowed-amounts, table-of-contents, provider-reference
              --schema v1|v2          default v2
              --seed N                default 1
              --references N          provider references
              --codes N               distinct codes, at most 20000
              --rates-per-item N      mean, default 117
              --sizes even|skewed     default skewed
              --prices varied|uniform default varied
              --layout L              one-line (default), tabs, spaces
              --order O               references-first (default), references-last, header-last
              --shares S,S,S,S,S,S    inline groups, decimal ids, string NPIs, scrambled keys, escapes, odd numbers: 0 to 1
              --plans N --files N     in each structure of a table of contents, default 3 and 5
              --location-base URL     what its locations begin with
            """;

    private MrfGeneratorMain() {}

    /** Runs the generator; the exit code is 2 where the arguments make no sense. */
    public static void main(String[] args) throws IOException {
        Path out;
        MrfSpec spec;
        try {
            Arguments parsed = Arguments.parse(args);
            out = parsed.out;
            spec = parsed.builder.build();
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.print(USAGE);
            System.exit(2);
            return;
        }
        MrfTruth truth = MrfGenerator.write(spec, out);
        System.out.printf(
                Locale.ROOT,
                "%s: %,d bytes, %,d items, %,d rates, %,d prices, %,d references, %,d groups, %,d NPIs%n",
                out,
                truth.bytes(),
                truth.all().items(),
                truth.all().rates(),
                truth.all().prices(),
                truth.all().references(),
                truth.providers().groups(),
                truth.providers().npis());
    }

    /** The command line, read. */
    private static final class Arguments {

        private final MrfSpec.Builder builder = MrfSpec.builder();
        private Path out = Path.of("");
        private int plans = 3;
        private int files = 5;

        static Arguments parse(String[] args) {
            Arguments parsed = new Arguments();
            for (int i = 0; i < args.length; i += 2) {
                if (i + 1 == args.length) {
                    throw new IllegalArgumentException(args[i] + " needs a value");
                }
                parsed.set(args[i], args[i + 1]);
            }
            if (parsed.out.toString().isEmpty()) {
                throw new IllegalArgumentException("--out is missing");
            }
            parsed.builder.structure(parsed.plans, parsed.files);
            return parsed;
        }

        private void set(String name, String value) {
            switch (name) {
                case "--out" -> out = Path.of(value);
                case "--size" -> builder.targetBytes(size(value));
                case "--items" -> builder.items(Long.parseLong(value));
                case "--kind" -> builder.kind(constant(MrfSpec.Kind.class, value));
                case "--schema" -> builder.schema(constant(MrfSpec.Schema.class, value));
                case "--seed" -> builder.seed(Long.parseLong(value));
                case "--references" -> builder.providerReferences(Integer.parseInt(value));
                case "--codes" -> builder.codes(Integer.parseInt(value));
                case "--rates-per-item" -> builder.ratesPerItem(Integer.parseInt(value));
                case "--sizes" -> builder.sizes(constant(MrfSpec.Sizes.class, value));
                case "--prices" -> builder.prices(constant(MrfSpec.Prices.class, value));
                case "--layout" -> builder.layout(constant(MrfSpec.Layout.class, value));
                case "--order" -> builder.order(constant(MrfSpec.Order.class, value));
                case "--shares" -> builder.shares(shares(value));
                case "--plans" -> plans = Integer.parseInt(value);
                case "--files" -> files = Integer.parseInt(value);
                case "--location-base" -> builder.locationBase(value);
                default -> throw new IllegalArgumentException("unknown option " + name);
            }
        }

        private static long size(String value) {
            int shift = 10 * ("kmg".indexOf(Character.toLowerCase(value.charAt(value.length() - 1))) + 1);
            return Long.parseLong(shift == 0 ? value : value.substring(0, value.length() - 1)) << shift;
        }

        private static <E extends Enum<E>> E constant(Class<E> type, String value) {
            return Enum.valueOf(type, value.toUpperCase(Locale.ROOT).replace('-', '_'));
        }

        private static MrfSpec.Shares shares(String value) {
            String[] parts = value.split(",", -1);
            if (parts.length != 6) {
                throw new IllegalArgumentException("--shares needs six numbers, was " + value);
            }
            double[] shares = new double[6];
            for (int i = 0; i < 6; i++) {
                shares[i] = Double.parseDouble(parts[i]);
            }
            return new MrfSpec.Shares(shares[0], shares[1], shares[2], shares[3], shares[4], shares[5]);
        }
    }
}
