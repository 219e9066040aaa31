package io.github.tic4j.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The entry of the command line. */
@Command(
        name = "tic",
        mixinStandardHelpOptions = true,
        version = "tic4j 0.1.0",
        description = "Reads US health-price transparency files and claims.",
        subcommands = {
            DemoCommand.class,
            InspectCommand.class,
            RatesCommand.class,
            RunCommand.class,
            ValidateCommand.class,
            IndexCommand.class,
            AnalyzeCommand.class,
            DiffCommand.class,
            ConsolidateCommand.class,
            ReportCommand.class,
            S3Command.class,
            NppesCommand.class,
            ClaimsCommand.class,
            CollaborateMdCommand.class,
            FactsCommand.class
        },
        footer = {
            "",
            "Exit codes: 0 fine, 1 findings, 2 usage, 3 input broken, 4 source unreachable, 5 anything else.",
        })
public final class Tic implements Runnable {

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(Objects.requireNonNull(spec).commandLine(), "Missing a command");
    }

    /** Runs the command line and exits with its code. */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        int code = run(new Output(out, System.err), args);
        out.flush();
        System.exit(code);
    }

    /** Runs the command line. */
    static int run(Output output, String... args) {
        CommandLine line = new CommandLine(Tic.class, new Commands(output));
        line.setOut(new PrintWriter(output.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(output.err(), true, StandardCharsets.UTF_8));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            output.err().println("tic: " + message(failure));
            return ExitCode.of(failure);
        });
        return line.execute(args);
    }

    /** What to tell a user of an error, without what would steer the terminal: names come from publishers. */
    static String message(Exception failure) {
        return textOf(failure).replaceAll("[\\p{Cntrl}&&[^\n\t]]", "?");
    }

    private static String textOf(Exception failure) {
        Throwable cause = failure.getCause();
        Throwable shown = failure instanceof UncheckedIOException && cause != null ? cause : failure;
        if (shown instanceof NoSuchFileException) {
            return "No such file: " + shown.getMessage();
        }
        String message = shown.getMessage();
        return message == null ? shown.toString() : message;
    }

    /** Makes commands with the streams that they write to. */
    private static final class Commands implements CommandLine.IFactory {
        private final Output output;

        Commands(Output output) {
            this.output = output;
        }

        @Override
        public <K> K create(Class<K> type) throws Exception {
            for (Constructor<?> constructor : type.getDeclaredConstructors()) {
                if (Arrays.equals(constructor.getParameterTypes(), new Class<?>[] {Output.class})) {
                    return Objects.requireNonNull(type.cast(constructor.newInstance(output)));
                }
            }
            return CommandLine.defaultFactory().create(type);
        }
    }
}
