package io.github.tic4j.collaboratemd.pipeline;

import io.github.tic4j.collaboratemd.postgres.PostgresSettings;
import io.github.tic4j.collaboratemd.postgres.ViewOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Everything that a pipeline needs to know.
 *
 * @param postgres the database
 * @param schema the schema of all tables and views
 * @param instances the instances
 * @param views what the views are parameterised by
 * @param outputFolder where archives wait for their load and summaries are written
 * @param fetchThreads how many results are fetched at the same time
 * @param resumeWithin how long after its start an unfinished run is taken up again
 * @param statementTimeout what a single statement of the database may take
 * @param missingAccounts what is done where an account is missing
 */
public record PipelineConfig(
        PostgresSettings postgres,
        String schema,
        List<InstanceConfig> instances,
        ViewOptions views,
        Path outputFolder,
        int fetchThreads,
        Duration resumeWithin,
        Duration statementTimeout,
        MissingAccounts missingAccounts) {

    /** Copies the list. */
    public PipelineConfig {
        instances = List.copyOf(instances);
    }

    /**
     * Reads a configuration: an INI file with one instance or several, or JSON. Each key can be overridden by the
     * environment variable of its section and name, such as {@code API_PASSWORD}.
     *
     * @param environment the variables, usually {@link System#getenv()}
     * @throws IOException if the file cannot be read
     * @throws ConfigException if anything is wrong with its content
     */
    public static PipelineConfig read(Path file, Map<String, String> environment) throws IOException {
        return new ConfigReader(file.getFileName().toString(), Files.readString(file), environment).read();
    }
}
