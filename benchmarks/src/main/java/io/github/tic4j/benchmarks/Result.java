package io.github.tic4j.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The speeds of one contender at one question, out of a result file of JMH.
 *
 * @param question the benchmark and its parameters, but for the contender
 * @param contender who it was
 * @param speeds megabytes a second, or what else the question names, one value an iteration, ascending
 */
record Result(String question, String contender, List<Double> speeds) {

    /** Who is measured against, if there: the usual way to do the work. */
    private static final List<String> YARDSTICKS = List.of("JACKSON", "JDK", "DATABIND", "PARQUET_AVRO");

    /** Sorts the speeds. */
    Result {
        speeds = speeds.stream().sorted().toList();
    }

    /** Reads a result file; results that are not about the speed of reading a file are passed over. */
    static List<Result> read(Path file) throws IOException {
        List<Result> results = new ArrayList<>();
        for (JsonNode run : new JsonMapper().readTree(file.toFile())) {
            if (!run.path("mode").asText().equals("thrpt")) {
                continue;
            }
            String name = run.path("benchmark").asText().replaceAll(".*\\.(\\w+)Benchmark\\..*", "$1");
            TreeMap<String, String> parameters = new TreeMap<>();
            run.path("params")
                    .properties()
                    .forEach(p -> parameters.put(p.getKey(), p.getValue().asText()));
            String contender =
                    Optional.ofNullable(parameters.remove("contender")).orElse("");
            List<Double> speeds = speeds(run, "megabytes");
            String unit = "";
            if (speeds.isEmpty()) {
                speeds = speeds(run, "claims");
                unit = ", claims a second";
            }
            if (speeds.isEmpty()) {
                speeds = speeds(run, "rows");
                unit = ", rows a second";
            }
            if (speeds.isEmpty()) {
                throw new IOException("No speeds of " + name + " in " + file);
            }
            results.add(new Result(String.join(" ", question(name, parameters)) + unit, contender, speeds));
        }
        return results;
    }

    private static List<Double> speeds(JsonNode run, String counter) {
        List<Double> speeds = new ArrayList<>();
        run.at("/secondaryMetrics/" + counter + "/rawData")
                .forEach(fork -> fork.forEach(speed -> speeds.add(speed.asDouble())));
        return speeds;
    }

    private static List<String> question(String name, TreeMap<String, String> parameters) {
        List<String> words = new ArrayList<>(List.of(name));
        words.addAll(parameters.values());
        return words;
    }

    /** Whether it is this library's. */
    boolean isOurs() {
        return contender.startsWith("TIC4J");
    }

    /** The usual way, among the results of the same run. */
    Optional<Result> yardstick(List<Result> all) {
        return YARDSTICKS.stream()
                .flatMap(name -> all.stream().filter(r -> r.question.equals(question) && r.contender.equals(name)))
                .findFirst();
    }

    /** The middle speed. */
    double median() {
        return speeds.get(speeds.size() / 2);
    }

    /** How far the speeds lie from the middle, as a share of it. */
    double spread() {
        return (speeds.get(speeds.size() - 1) - speeds.get(0)) / 2 / median();
    }
}
