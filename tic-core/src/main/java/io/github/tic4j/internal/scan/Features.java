package io.github.tic4j.internal.scan;

import io.github.tic4j.mrf.MrfKind;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * What the first part of a document shows of its kind and schema. Keys are looked for, no matter what else is there: the
 * part may break off anywhere, and the text need not be sound.
 *
 * @param kind the kind that the keys of the root show
 * @param schema2 whether a key stands there that only schema 2 has, or the stated version starts with 2
 */
public record Features(MrfKind kind, boolean schema2) {

    private static final Set<String> KEYS_OF_SCHEMA_2 = Set.of(
            "issuer_name", "plan_sponsor_name", "network_name", "business_name", "setting", "severity_of_illness");

    /** The features of the first {@code length} bytes of a document. */
    public static Features of(byte[] head, int length) {
        Search search = new Search(head, length);
        search.run();
        boolean schema2 = search.schema2 || search.updated && search.kind == MrfKind.TABLE_OF_CONTENTS;
        return new Features(search.kind, schema2);
    }

    private static final class Search {
        private final byte[] bytes;
        private final int length;
        private int p;
        private int depth;
        private MrfKind kind = MrfKind.UNKNOWN;
        private boolean schema2;
        private boolean updated;

        Search(byte[] bytes, int length) {
            this.bytes = bytes;
            this.length = length;
        }

        void run() {
            while (p < length) {
                byte b = bytes[p++];
                if (b == '{' || b == '[') {
                    depth++;
                } else if (b == '}' || b == ']') {
                    depth--;
                } else if (b == '"') {
                    String text = text();
                    if (next() == ':') {
                        key(text);
                    }
                }
            }
        }

        /** Reads on behind a quote to the next. */
        private String text() {
            int start = p;
            while (p < length && bytes[p] != '"') {
                p += bytes[p] == '\\' ? 2 : 1;
            }
            int end = Math.min(p, length);
            p = end + 1;
            return new String(bytes, start, end - start, StandardCharsets.UTF_8);
        }

        private byte next() {
            while (p < length && bytes[p] <= ' ' && bytes[p] >= 0) {
                p++;
            }
            return p < length ? bytes[p] : 0;
        }

        private void key(String key) {
            schema2 |= KEYS_OF_SCHEMA_2.contains(key);
            if (depth != 1) {
                return;
            }
            p++;
            if (key.equals("version") && next() == '"') {
                p++;
                schema2 |= text().strip().startsWith("2");
            }
            updated |= key.equals("last_updated_on");
            MrfKind shown = switch (key) {
                case "in_network", "provider_references" -> MrfKind.IN_NETWORK;
                case "out_of_network" -> MrfKind.ALLOWED_AMOUNTS;
                case "reporting_structure" -> MrfKind.TABLE_OF_CONTENTS;
                case "provider_groups" -> MrfKind.PROVIDER_REFERENCE;
                case "drugs" -> MrfKind.PRESCRIPTION_DRUGS;
                default -> MrfKind.UNKNOWN;
            };
            kind = kind == MrfKind.UNKNOWN ? shown : kind;
        }
    }
}
