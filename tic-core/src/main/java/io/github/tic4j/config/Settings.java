package io.github.tic4j.config;

import io.github.tic4j.config.Key.Kind;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/** What is set, by key, each value checked for what its key takes. What is wrong joins the problems. */
final class Settings {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Map<Key, Setting> single = new EnumMap<>(Key.class);
    private final Map<Key, Map<String, Setting>> maps = new EnumMap<>(Key.class);
    private final List<String> problems;
    private final List<String> warnings;

    Settings(List<String> problems, List<String> warnings) {
        this.problems = problems;
        this.warnings = warnings;
    }

    /** Takes a setting, in place of an earlier one for its key. */
    void put(Setting setting) {
        Optional<Key> key = Key.of(setting);
        if (key.isPresent()) {
            put(key.get(), setting);
            return;
        }
        Optional<String> reason = NoEffect.reason(setting.key());
        if (reason.isPresent()) {
            warnings.add(setting.origin() + ": " + setting.key() + " has no effect: " + reason.get());
        } else {
            problems.add(setting.origin() + ": unknown key " + setting.key());
        }
    }

    /** Notes what is wrong. */
    void problem(String problem) {
        problems.add(problem);
    }

    /** Notes that a value that is well-formed cannot be used. */
    void reject(Key key, String why) {
        Setting setting = single.get(key);
        problems.add((setting == null ? "" : setting.origin() + ": ") + key.key + " " + why);
    }

    /** Notes words of a key that are not among those that it may have. */
    void requireOneOf(Key key, Collection<String> words) {
        for (String word : list(key)) {
            if (!words.contains(word.toLowerCase(Locale.ROOT))) {
                reject(key, "must be of " + new TreeSet<>(words) + ", was \"" + word + "\"");
            }
        }
    }

    boolean has(Key key) {
        return single.containsKey(key);
    }

    Optional<String> text(Key key) {
        return Optional.ofNullable(single.get(key)).map(Setting::value);
    }

    /** The elements of a list; a single text counts as a list of one, or of those that commas and blanks separate. */
    List<String> list(Key key) {
        Setting setting = single.get(key);
        if (setting == null) {
            return List.of();
        }
        return setting.isList() ? setting.values() : List.of(setting.value().split("[,\\s]+"));
    }

    OptionalLong count(Key key) {
        return parsed(key, Long::valueOf).map(OptionalLong::of).orElse(OptionalLong.empty());
    }

    Optional<BigDecimal> number(Key key) {
        return parsed(key, BigDecimal::new);
    }

    Optional<Boolean> flag(Key key) {
        return parsed(key, text -> text.equalsIgnoreCase("true"));
    }

    Optional<Instant> moment(Key key) {
        return parsed(key, Instant::parse);
    }

    /** The settings below a key whose inner keys are the user's. */
    Map<String, Setting> map(Key key) {
        return maps.getOrDefault(key, Map.of());
    }

    private void put(Key key, Setting setting) {
        if (key.kind == Kind.MAP) {
            putInner(key, setting);
        } else if (setting.isEmpty()) {
            // An empty value takes back what is set elsewhere: null means that there is none.
            single.remove(key);
        } else if (setting.isList() && key.kind != Kind.LIST) {
            problems.add(setting.origin() + ": " + key.key + " must be " + key.kind.expectation + ", is a list");
        } else if (!isValid(key.kind, setting)) {
            problems.add(setting.origin() + ": " + key.key + " must be " + key.kind.expectation + ", was \""
                    + setting.value() + "\"");
        } else {
            single.put(key, setting);
        }
    }

    private void putInner(Key key, Setting setting) {
        int depth = key.key.split("\\.").length;
        // The older name of the endpoints has the same depth.
        if (setting.path().size() != depth + 1 || setting.isList()) {
            if (!setting.isEmpty()) {
                problems.add(setting.origin() + ": " + setting.key() + " must be a map of names and texts");
            }
            return;
        }
        String name = setting.path().get(depth);
        Setting before =
                maps.computeIfAbsent(key, unused -> new LinkedHashMap<>()).put(name, setting);
        if (before != null && !before.value().equals(setting.value())) {
            problems.add(setting.origin() + ": " + setting.key() + " differs from " + before.key() + " in "
                    + before.origin());
        }
    }

    private static boolean isValid(Kind kind, Setting setting) {
        String value = setting.value();
        return switch (kind) {
            case TEXT, LIST, MAP -> true;
            case COUNT -> value.matches("\\d{1,18}") && Long.parseLong(value) > 0;
            case DECIMAL -> isNumber(value);
            case PERCENT -> isNumber(value, number -> number.signum() >= 0 && number.compareTo(HUNDRED) <= 0);
            case SHARE -> isNumber(value, number -> number.signum() >= 0 && number.compareTo(BigDecimal.ONE) <= 0);
            case FLAG -> List.of("true", "false").contains(value.toLowerCase(Locale.ROOT));
            case MOMENT -> isMoment(value);
        };
    }

    static boolean isNumber(String value) {
        return isNumber(value, number -> true);
    }

    private static boolean isNumber(String value, Predicate<BigDecimal> inRange) {
        return value.matches("-?\\d{1,18}(\\.\\d{1,18})?") && inRange.test(new BigDecimal(value));
    }

    private static boolean isMoment(String value) {
        try {
            Instant.parse(value);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private <T> Optional<T> parsed(Key key, Function<String, T> parser) {
        return text(key).map(parser);
    }

    /** What is set, for showing: keys in their order, lists with their elements. */
    Map<List<String>, Object> shown() {
        Map<List<String>, Object> shown = new LinkedHashMap<>();
        for (Key key : Key.values()) {
            List<String> path = List.of(key.key.split("\\."));
            Setting setting = single.get(key);
            if (setting != null) {
                shown.put(path, setting.isList() ? setting.values() : setting.value());
            }
            map(key).forEach((name, inner) -> {
                List<String> whole = new ArrayList<>(path);
                whole.add(name);
                shown.put(whole, inner.value());
            });
        }
        return shown;
    }
}
