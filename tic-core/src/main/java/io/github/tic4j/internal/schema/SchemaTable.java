package io.github.tic4j.internal.schema;

import io.github.tic4j.internal.schema.ObjectShape.Demand;
import io.github.tic4j.internal.schema.ObjectShape.Kind;
import io.github.tic4j.internal.schema.ObjectShape.Property;
import io.github.tic4j.internal.schema.Schema.Scope;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Reads the table of a kind of file for one version.
 *
 * <p>A line is about the versions that it starts with: {@code all}, {@code ..1.6.2}, {@code 2.0.0..} or {@code
 * 1.3.3..2.0.0}; with {@code readme} before it, only the prose of the specification says so. {@code type NAME VERSIONS
 * TYPE} gives a type a name. {@code object NAME} begins an object, and each line below it says one thing of it:
 *
 * <ul>
 *   <li>{@code required KEY TYPE}, {@code optional KEY TYPE}; without a type for a key that has one already
 *   <li>{@code distinct KEY}: no two objects of the file have the same value
 *   <li>{@code any KEYS}, {@code one KEYS}, {@code together KEYS}: at least one, exactly one, all or none of them
 *   <li>{@code when KEY WORD requires KEY}, {@code when KEY WORD needs KEY FORM}: if the first has this value
 * </ul>
 *
 * <p>A type is a form of text or a range of numbers, {@code one of WORDS} with {@code 01-09} for a run of them, {@code
 * list of TYPE}, or {@code set of TYPE} where elements differ; {@code +} stands for at least one, {@code or lone TYPE} for
 * what a single element may be instead. Otherwise it is the name of a type or an object.
 */
final class SchemaTable {

    private final SchemaVersion version;
    private final Scope scope;
    private final Map<String, String> types = new HashMap<>();
    private final Map<String, List<Line>> lines = new LinkedHashMap<>();
    private final Map<String, ObjectShape> objects = new HashMap<>();

    /** A line about an object that holds in the version. */
    private record Line(boolean readme, String what, String rest) {}

    private SchemaTable(SchemaVersion version, Scope scope) {
        this.version = version;
        this.scope = scope;
    }

    /** The object that a table calls {@code file}. */
    static ObjectShape read(String table, SchemaVersion version, Scope scope) {
        SchemaTable read = new SchemaTable(version, scope);
        read.collect(linesOf(table));
        read.lines.keySet().forEach(name -> read.objects.put(name, new ObjectShape(name)));
        read.lines.forEach(read::fill);
        return read.object("file");
    }

    private static List<String> linesOf(String table) {
        try (InputStream in = SchemaTable.class.getResourceAsStream(table)) {
            if (in == null) {
                throw new IllegalStateException("The jar lacks its schema table " + table);
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void collect(List<String> all) {
        String object = "";
        for (String line : all) {
            if (line.startsWith("type ")) {
                String[] words = line.split("\\s+", 4);
                if (holds(words[2])) {
                    types.put(words[1], words[3]);
                }
            } else if (line.startsWith("object ")) {
                object = line.substring("object ".length());
                lines.put(object, new ArrayList<>());
            } else {
                collect(line, lines.getOrDefault(object, new ArrayList<>()));
            }
        }
    }

    private void collect(String line, List<Line> of) {
        boolean readme = line.startsWith("readme ");
        String[] words =
                (readme ? line.substring("readme ".length()) : line).strip().split("\\s+", 3);
        if (holds(words[0]) && (!readme || scope == Scope.README)) {
            of.add(new Line(readme, words[1], words[2]));
        }
    }

    private boolean holds(String versions) {
        if (versions.equals("all")) {
            return true;
        }
        String[] ends = versions.split("\\.\\.", -1);
        return (ends[0].isEmpty() || version.compareTo(SchemaVersion.of(ends[0])) >= 0)
                && (ends[1].isEmpty() || version.compareTo(SchemaVersion.of(ends[1])) <= 0);
    }

    // ---- objects

    private ObjectShape object(String name) {
        ObjectShape object = objects.get(name);
        if (object == null) {
            throw new IllegalStateException("A schema table names " + name + ", which it does not define");
        }
        return object;
    }

    private void fill(String name, List<Line> about) {
        Map<String, Shape> shapes = new LinkedHashMap<>();
        Set<String> distinct = new LinkedHashSet<>();
        for (Line line : about) {
            String[] words = line.rest.split("\\s+", 2);
            switch (line.what) {
                case "required", "optional" -> {
                    if (words.length > 1) {
                        shapes.put(words[0], shape(words[1]));
                    }
                }
                case "distinct" -> distinct.add(words[0]);
                default -> {
                    // About keys that other lines define.
                }
            }
        }
        List<Property> properties = shapes.entrySet().stream()
                .map(entry -> new Property(entry.getKey(), entry.getValue(), distinct.contains(entry.getKey())))
                .toList();
        List<Demand> demands =
                about.stream().flatMap(line -> demand(line, properties)).toList();
        object(name).fill(properties, demands);
    }

    private static Stream<Demand> demand(Line line, List<Property> properties) {
        return switch (line.what) {
            case "required" ->
                Stream.of(always(Kind.ALL, mask(line.rest.split("\\s+", 2)[0], properties), line.readme));
            case "any" -> Stream.of(always(Kind.ANY, mask(line.rest, properties), line.readme));
            case "one" -> Stream.of(always(Kind.ONE, mask(line.rest, properties), line.readme));
            case "together" -> Stream.of(always(Kind.TOGETHER, mask(line.rest, properties), line.readme));
            case "when" -> Stream.of(when(line, properties));
            default -> Stream.empty();
        };
    }

    private static Demand always(Kind kind, long keys, boolean readme) {
        return new Demand(kind, keys, -1, -1, null, readme);
    }

    /** {@code KEY WORD requires KEY} or {@code KEY WORD needs KEY FORM}. */
    private static Demand when(Line line, List<Property> properties) {
        String[] words = line.rest.split("\\s+");
        int trigger = Long.numberOfTrailingZeros(mask(words[0], properties));
        int value = properties.get(trigger).shape() instanceof Shape.Choice choice
                ? choice.words().values().indexOf(words[1])
                : -1;
        if (value < 0) {
            throw new IllegalStateException("A schema table waits for " + words[0] + " to be " + words[1]);
        }
        TextForm form = words[2].equals("needs") ? form(words[4]) : null;
        return new Demand(
                form == null ? Kind.ALL : Kind.FORM, mask(words[3], properties), trigger, value, form, line.readme);
    }

    private static TextForm form(String word) {
        return Arrays.stream(TextForm.values())
                .filter(form -> form.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("A schema table names no form of text: " + word));
    }

    private static long mask(String keys, List<Property> properties) {
        long mask = 0;
        for (String key : keys.split(",\\s*")) {
            int index = IntStream.range(0, properties.size())
                    .filter(i -> properties.get(i).key().equals(key))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("A schema table asks for an undefined key: " + key));
            mask |= 1L << index;
        }
        return mask;
    }

    // ---- types

    private Shape shape(String type) {
        for (TextForm form : TextForm.values()) {
            if (form.word().equals(type)) {
                return new Shape.Text(form);
            }
        }
        for (NumberRange range : NumberRange.values()) {
            if (range.word().equals(type)) {
                return new Shape.Numeric(range);
            }
        }
        if (type.startsWith("one of ")) {
            return new Shape.Choice(Shape.Words.of(words(type.substring("one of ".length()))));
        }
        int of = type.indexOf(" of ");
        if (of > 0) {
            return array(type.substring(0, of), type.substring(of + " of ".length()));
        }
        String named = types.get(type);
        return named == null ? object(type) : shape(named);
    }

    private Shape array(String kind, String items) {
        String[] alternatives = items.split(" or lone ");
        return new Shape.Array(
                shape(alternatives[0]),
                kind.endsWith("+"),
                kind.startsWith("set"),
                alternatives.length > 1 ? shape(alternatives[1]) : null);
    }

    private static List<String> words(String list) {
        List<String> words = new ArrayList<>();
        for (String word : list.split(",\\s*")) {
            if (word.matches("\\d\\d-\\d\\d")) {
                IntStream.rangeClosed(Integer.parseInt(word.substring(0, 2)), Integer.parseInt(word.substring(3)))
                        .forEach(number -> words.add(number < 10 ? "0" + number : String.valueOf(number)));
            } else {
                words.add(word);
            }
        }
        return words;
    }
}
