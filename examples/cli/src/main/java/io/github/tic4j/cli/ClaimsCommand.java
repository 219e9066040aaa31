package io.github.tic4j.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code tic claims}: what can be done with claims. */
@Command(
        name = "claims",
        mixinStandardHelpOptions = true,
        description = "Validates, measures, de-identifies and examines claims.",
        subcommands = {
            ClaimsValidateCommand.class,
            ClaimsMeasureCommand.class,
            ClaimsDeidentifyCommand.class,
            ClaimsAlertsCommand.class
        })
final class ClaimsCommand implements Runnable {

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                Objects.requireNonNull(spec).commandLine(),
                "Missing a command: validate, measure, deidentify or alerts");
    }
}
