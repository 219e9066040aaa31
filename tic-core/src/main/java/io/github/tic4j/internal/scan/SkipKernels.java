package io.github.tic4j.internal.scan;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Chooses the form of {@link BracketSkipper}: the vector one where the JDK is beyond 17 and was started with {@code
 * --add-modules jdk.incubator.vector}, else the one for any JVM. On 17 the mask of a comparison is made bit by bit, which
 * is slower than walking.
 */
final class SkipKernels {

    /** The system property that overrules the choice: {@code walk}, {@code swar} or {@code vector}. */
    static final String PROPERTY = "tic4j.skip";

    private static final Logger LOG = LoggerFactory.getLogger(SkipKernels.class);
    private static final String VECTOR_MODULE = "jdk.incubator.vector";

    private static @Nullable Class<? extends BracketSkipper> chosen;

    private SkipKernels() {}

    /**
     * A skipper of the form that was chosen when this was first called.
     *
     * @throws IllegalArgumentException if the property names no form that this JVM has
     */
    static synchronized BracketSkipper fastest() {
        if (chosen == null) {
            chosen = choose(System.getProperty(PROPERTY, ""));
            LOG.debug("Unwanted values are skipped by {}", chosen.getSimpleName());
        }
        return make(chosen);
    }

    /** The form with this name, or the fastest where the name is empty. */
    static Class<? extends BracketSkipper> choose(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "" -> vector().orElse(SwarSkipper.class);
            case "walk" -> WalkSkipper.class;
            case "swar" -> SwarSkipper.class;
            case "vector" ->
                vector().orElseThrow(() -> new IllegalArgumentException("System property " + PROPERTY
                        + " is vector, which needs a JDK beyond 17 and --add-modules " + VECTOR_MODULE));
            default ->
                throw new IllegalArgumentException(
                        "System property " + PROPERTY + " must be walk, swar or vector, was \"" + name + "\"");
        };
    }

    private static Optional<Class<? extends BracketSkipper>> vector() {
        Optional<Module> module = ModuleLayer.boot().findModule(VECTOR_MODULE);
        if (Runtime.version().feature() <= 17 || module.isEmpty()) {
            return Optional.empty();
        }
        // Named at run time only, so that tic4j runs where the module is absent.
        SkipKernels.class.getModule().addReads(module.get());
        try {
            Class<? extends BracketSkipper> form =
                    Class.forName("io.github.tic4j.internal.scan.VectorSkipper").asSubclass(BracketSkipper.class);
            tryOut(make(form));
            return Optional.of(form);
        } catch (ClassNotFoundException | LinkageError incompatible) {
            // An incubating module may change with every JDK.
            LOG.warn("The vector API of this JDK is not the one that is known; doing without", incompatible);
            return Optional.empty();
        }
    }

    /** Has everything linked that the form uses. */
    private static void tryOut(BracketSkipper skipper) {
        byte[] sample = "[{\"\\\"\":\"]\"}]]".getBytes(StandardCharsets.US_ASCII);
        skipper.restart();
        if (skipper.advance(Arrays.copyOf(sample, sample.length + 64), 0, sample.length) != sample.length) {
            throw new LinkageError(skipper.getClass() + " miscounts");
        }
    }

    private static BracketSkipper make(Class<? extends BracketSkipper> form) {
        try {
            return form.getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("Cannot make a " + form.getSimpleName(), e);
        }
    }

    private static final class WalkSkipper extends BracketSkipper {
        @Override
        int advance(byte[] bytes, int from, int limit) {
            return walk(bytes, from, limit);
        }
    }
}
