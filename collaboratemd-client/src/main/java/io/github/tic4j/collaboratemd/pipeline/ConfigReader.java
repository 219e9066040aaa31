package io.github.tic4j.collaboratemd.pipeline;

import io.github.tic4j.collaboratemd.postgres.PostgresSettings;
import io.github.tic4j.collaboratemd.postgres.ViewOptions;
import io.github.tic4j.collaboratemd.postgres.ViewSemantics;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns the text of a configuration and the environment into a {@link PipelineConfig}, or into all that is wrong. */
final class ConfigReader {

    private static final String INSTANCE = "instances.";
    private static final Set<String> SECTIONS = Set.of("api", "customers", "reports", "postgres", "etl", "views");

    private final String source;
    private final Map<String, String> environment;
    private final List<String> problems = new ArrayList<>();
    private final Map<String, Map<String, Object>> values = new LinkedHashMap<>();

    ConfigReader(String source, String text, Map<String, String> environment) {
        this.source = source;
        this.environment = environment;
        String content = text.startsWith("\ufeff") ? text.substring(1) : text;
        Map<String, Map<String, Object>> sections =
                content.stripLeading().startsWith("{") ? json(content) : IniFile.parse(content, problems);
        sections.forEach((name, section) -> values.put(canonical(name), section));
    }

    PipelineConfig read() {
        values.keySet().stream()
                .filter(name -> !SECTIONS.contains(name) && !name.startsWith(INSTANCE))
                .forEach(name -> problems.add("[" + name + "] is not a known section"));
        Section postgres = section("postgres");
        PostgresSettings settings = postgres(postgres);
        String schema = postgres.required("schema");
        boolean isIncremental = postgres.read("incremental", true, "true or false", ConfigReader::flag);
        List<InstanceConfig> instances = instances(new InstanceReader(problems, isIncremental));
        Section etl = section("etl");
        Section views = section("views");
        PipelineConfig config = new PipelineConfig(
                settings,
                schema,
                instances,
                views(views),
                Path.of(etl.text("output_dir").orElse("collaboratemd-output")),
                etl.read("workers", 4, "a whole number from 1 to 64", text -> between(text, 1, 64)),
                Duration.ofHours(
                        etl.read("resume_hours", 12, "a whole number of hours", text -> between(text, 0, 8760))),
                Duration.ofMillis(etl.read(
                        "statement_timeout_ms",
                        3_600_000,
                        "a whole number",
                        text -> between(text, 1, Integer.MAX_VALUE))),
                etl.read(
                        "missing_accounts",
                        MissingAccounts.REFUSE,
                        "refuse or keep_former",
                        text -> MissingAccounts.valueOf(text.toUpperCase(Locale.ROOT))));
        List.of(postgres, etl, views).forEach(Section::rejectOthers);
        if (!problems.isEmpty()) {
            throw new ConfigException(source, problems);
        }
        return config;
    }

    private PostgresSettings postgres(Section section) {
        String host = section.required("host");
        String database = section.required("database");
        String user = section.required("user");
        String password = section.text("password").orElse("");
        int port = section.read("port", 5432, "a port", text -> between(text, 1, 65_535));
        String fallback = PostgresSettings.DEFAULT_SSL_MODE;
        String sslMode = section.read(
                "sslmode",
                fallback,
                "one of PostgreSQL's SSL modes",
                text -> new PostgresSettings(host, port, database, user, password, text).sslMode());
        return new PostgresSettings(host, port, database, user, password, sslMode);
    }

    private static ViewOptions views(Section section) {
        ViewOptions defaults = ViewOptions.defaults();
        return new ViewOptions(
                section.read("zone", defaults.zone(), "a time zone", text -> ZoneId.of(text, ZoneId.SHORT_IDS)),
                section.read(
                        "semantics",
                        defaults.semantics(),
                        "corrected or original",
                        text -> ViewSemantics.valueOf(text.toUpperCase(Locale.ROOT))),
                date(section, "rate_card_from"),
                date(section, "rate_card_to"));
    }

    private static @Nullable LocalDate date(Section section, String key) {
        LocalDate none = LocalDate.MIN;
        LocalDate date = section.read(key, none, "a date as 2025-12-31", LocalDate::parse);
        return date.equals(none) ? null : date;
    }

    private List<InstanceConfig> instances(InstanceReader reader) {
        List<InstanceConfig> instances = new ArrayList<>();
        for (String name : values.keySet()) {
            if (name.startsWith(INSTANCE)) {
                instances.add(reader.named(name.substring(INSTANCE.length()), section(name)));
            }
        }
        if (instances.isEmpty()) {
            instances.add(reader.single(section("api"), section("customers"), section("reports")));
        } else {
            Set.of("api", "customers", "reports").stream()
                    .filter(values::containsKey)
                    .forEach(name -> problems.add("[" + name + "] cannot stand beside instances"));
        }
        return instances;
    }

    private Section section(String name) {
        return new Section(name, values.getOrDefault(name, Map.of()), environment, problems);
    }

    /** The sections of a JSON document; each member of INSTANCES is one. */
    private Map<String, Map<String, Object>> json(String text) {
        Map<String, Map<String, Object>> sections = new LinkedHashMap<>();
        try {
            members(Literals.parse(text)).forEach((name, section) -> {
                if (name.equalsIgnoreCase("instances")) {
                    members(section).forEach((key, instance) -> sections.put(INSTANCE + key, values(instance)));
                } else {
                    sections.put(name, values(section));
                }
            });
        } catch (IllegalArgumentException e) {
            problems.add("the JSON is broken: " + e.getMessage());
        }
        return sections;
    }

    /** The values of a section, their keys in lower case. */
    private static Map<String, Object> values(Object section) {
        Map<String, Object> values = new HashMap<>();
        members(section).forEach((key, value) -> values.put(key.toLowerCase(Locale.ROOT), value));
        return values;
    }

    private static Map<String, Object> members(Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException("a section must be an object");
        }
        Map<String, Object> members = new LinkedHashMap<>();
        map.forEach((key, member) -> members.put(String.valueOf(key), member));
        return members;
    }

    /** Sections in lower case, but for the key of an instance, which marks rows. */
    private static String canonical(String name) {
        return name.regionMatches(true, 0, INSTANCE, 0, INSTANCE.length())
                ? INSTANCE + name.substring(INSTANCE.length())
                : name.toLowerCase(Locale.ROOT);
    }

    static boolean flag(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on", "1" -> true;
            case "false", "no", "off", "0" -> false;
            default -> throw new IllegalArgumentException("not a flag");
        };
    }

    private static int between(String text, int least, int most) {
        int number = Integer.parseInt(text);
        if (number < least || number > most) {
            throw new IllegalArgumentException("out of range");
        }
        return number;
    }
}
