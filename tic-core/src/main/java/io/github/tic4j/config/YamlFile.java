package io.github.tic4j.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** The settings of a YAML file, each with its line. Values are taken as they are spelt: a code 00100 stays one. */
final class YamlFile {

    private final Variables variables;
    private final List<String> problems;
    private final List<Setting> settings = new ArrayList<>();
    private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private YamlFile(Variables variables, List<String> problems) {
        this.variables = variables;
        this.problems = problems;
    }

    /**
     * Reads a file; what is wrong with what it says joins the problems.
     *
     * @throws ConfigurationException if it says nothing that can be understood
     */
    static List<Setting> read(Path file, Variables variables, List<String> problems) throws IOException {
        YamlFile yaml = new YamlFile(variables, problems);
        try {
            String text = Files.readString(file);
            Optional<Node> root =
                    new Compose(LoadSettings.builder().setUseMarks(true).build()).composeString(text);
            root.ifPresent(yaml::addRoot);
        } catch (NoSuchFileException e) {
            throw unusable(file, "there is no such file");
        } catch (CharacterCodingException e) {
            throw unusable(file, "it is no text in UTF-8");
        } catch (IOException e) {
            if (Files.isDirectory(file)) {
                throw unusable(file, "it is a folder");
            }
            throw e;
        } catch (MarkedYamlEngineException e) {
            String line = e.getProblemMark().map(YamlFile::line).orElse("somewhere");
            throw unusable(file, line + ": no YAML, " + e.getProblem());
        } catch (YamlEngineException e) {
            throw unusable(file, "no YAML, " + e.getMessage());
        }
        return yaml.settings;
    }

    private static ConfigurationException unusable(Path file, String problem) {
        return new ConfigurationException(file.toString(), List.of(problem));
    }

    private void addRoot(Node root) {
        if (root instanceof MappingNode map) {
            addAll(List.of(), map);
        } else if (!isNull(root)) {
            problems.add(line(root) + ": a configuration is a map of keys and values");
        }
    }

    private void addAll(List<String> path, MappingNode map) {
        if (isRepeated(map)) {
            return;
        }
        Set<String> names = new HashSet<>();
        for (NodeTuple entry : map.getValue()) {
            Node key = entry.getKeyNode();
            if (!(key instanceof ScalarNode scalar)) {
                problems.add(line(key) + ": a key is a text");
                continue;
            }
            List<String> inner = new ArrayList<>(path);
            inner.add(scalar.getValue());
            if (!names.add(scalar.getValue())) {
                problems.add(line(key) + ": " + String.join(".", inner) + " stands here a second time");
            }
            add(inner, entry.getValueNode());
        }
    }

    private void add(List<String> path, Node value) {
        if (value instanceof MappingNode map) {
            addAll(path, map);
        } else if (value instanceof SequenceNode list) {
            addList(path, list);
        } else {
            String text = text(value);
            settings.add(new Setting(path, text.isEmpty() ? List.of() : List.of(text), false, line(value)));
        }
    }

    private void addList(List<String> path, SequenceNode list) {
        if (isRepeated(list)) {
            return;
        }
        List<String> values = new ArrayList<>();
        for (Node element : list.getValue()) {
            if (element instanceof ScalarNode) {
                values.add(text(element));
            } else {
                problems.add(line(element) + ": " + String.join(".", path) + " is a list of texts");
            }
        }
        settings.add(new Setting(path, values, true, line(list)));
    }

    /** An alias leads to the same node again, and to itself in the worst case. */
    private boolean isRepeated(Node collection) {
        boolean again = !seen.add(collection);
        if (again) {
            problems.add(line(collection) + ": aliases of maps and lists are not supported");
        }
        return again;
    }

    private String text(Node value) {
        return isNull(value)
                ? ""
                : variables.expand(((ScalarNode) value).getValue().strip(), line(value));
    }

    private static boolean isNull(Node node) {
        return node.getTag().equals(Tag.NULL);
    }

    private static String line(Node node) {
        return node.getStartMark().map(YamlFile::line).orElse("somewhere");
    }

    private static String line(Mark mark) {
        return "line " + (mark.getLine() + 1);
    }
}
