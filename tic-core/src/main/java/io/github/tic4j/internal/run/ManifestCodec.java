package io.github.tic4j.internal.run;

import io.github.tic4j.internal.run.ManifestEntry.Begun;
import io.github.tic4j.internal.run.ManifestEntry.Committed;
import io.github.tic4j.internal.run.ManifestEntry.Ended;
import io.github.tic4j.internal.run.ManifestEntry.Listed;
import io.github.tic4j.internal.run.ManifestEntry.StepDone;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The lines of a manifest as JSON objects. */
final class ManifestCodec {

    private ManifestCodec() {}

    static String encode(ManifestEntry entry) {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        if (entry instanceof Begun begun) {
            line.put("event", "begun");
            line.put("run_id", begun.runId());
            line.put("started_at", begun.startedAt());
            line.put("extension", begun.layout().extension());
            line.put("partitioned", begun.layout().partitioned());
        } else if (entry instanceof Listed listed) {
            line.put("event", "listed");
            line.put("file_id", listed.fileId());
            line.put("number", listed.number());
            line.put("payer", listed.payer());
            line.put("source", listed.source());
            line.put("date", listed.date());
        } else if (entry instanceof Committed committed) {
            line.put("event", "committed");
            line.put("file_id", committed.fileId());
            line.put("generation", committed.generation());
            line.put("settings", committed.settings());
            line.put("validator", committed.validator());
            line.put("sha256", committed.sha256());
            line.put("bytes", committed.bytes());
            line.put("parts", committed.parts());
            line.put("figures", committed.figures());
        } else if (entry instanceof StepDone done) {
            line.put("event", "step");
            line.put("step", done.step());
        } else {
            line.put("event", "ended");
        }
        return JsonObject.print(line);
    }

    /** @throws IOException if the text is no line of a manifest; the message says what is wrong with it */
    static ManifestEntry decode(String text) throws IOException {
        Fields fields = new Fields(JsonObject.parse(text));
        String event = fields.text("event");
        return switch (event) {
            case "begun" ->
                new Begun(
                        fields.text("run_id"),
                        fields.read("started_at", Instant::parse),
                        new Layout(fields.text("extension"), fields.is("partitioned")));
            case "listed" ->
                new Listed(
                        fields.text("file_id"),
                        (int) fields.number("number"),
                        fields.text("payer"),
                        fields.text("source"),
                        fields.read("date", LocalDate::parse));
            case "committed" ->
                new Committed(
                        fields.text("file_id"),
                        (int) fields.number("generation"),
                        fields.text("settings"),
                        fields.textOrNull("validator"),
                        fields.text("sha256"),
                        fields.number("bytes"),
                        fields.numbers("parts", Math::toIntExact),
                        fields.numbers("figures", number -> number));
            case "step" -> new StepDone(fields.text("step"));
            case "ended" -> new Ended();
            default -> throw new IOException("Unknown event \"" + event + "\"");
        };
    }

    private record Fields(Map<String, @Nullable Object> line) {

        @Nullable
        String textOrNull(String name) throws IOException {
            return line.get(name) == null ? null : text(name);
        }

        String text(String name) throws IOException {
            return value(name, String.class);
        }

        long number(String name) throws IOException {
            return value(name, Long.class);
        }

        boolean is(String name) throws IOException {
            return value(name, Boolean.class);
        }

        <T> T read(String name, Function<String, T> parser) throws IOException {
            try {
                return parser.apply(text(name));
            } catch (DateTimeException e) {
                throw new IOException("Field " + name + " is no date: " + line.get(name), e);
            }
        }

        <N> Map<String, N> numbers(String name, Function<Long, N> converter) throws IOException {
            Map<String, N> numbers = new TreeMap<>();
            Map<?, ?> object = value(name, Map.class);
            for (Map.Entry<?, ?> entry : object.entrySet()) {
                if (!(entry.getValue() instanceof Long number)) {
                    throw new IOException("Field " + name + " holds something other than whole numbers");
                }
                numbers.put(String.valueOf(entry.getKey()), converter.apply(number));
            }
            return numbers;
        }

        private <T> T value(String name, Class<T> type) throws IOException {
            Object value = line.get(name);
            if (!type.isInstance(value)) {
                throw new IOException("Field " + name + " is missing or of another type");
            }
            return type.cast(value);
        }
    }
}
