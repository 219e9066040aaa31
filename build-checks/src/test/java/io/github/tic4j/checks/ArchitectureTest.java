package io.github.tic4j.checks;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.stream.Stream;

/** The arrows between modules go one way, and no module shows another library's types. */
@AnalyzeClasses(packages = "io.github.tic4j", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] CORE = {
        "io.github.tic4j.mrf..",
        "io.github.tic4j.config..",
        "io.github.tic4j.pipeline..",
        "io.github.tic4j.normalize..",
        "io.github.tic4j.payer..",
        "io.github.tic4j.read..",
        "io.github.tic4j.source..",
        "io.github.tic4j.spi..",
        "io.github.tic4j.table..",
        "io.github.tic4j.validate..",
        "io.github.tic4j.internal.."
    };
    private static final String[] OTHERS = {
        "io.github.tic4j.parquet..",
        "io.github.tic4j.s3..",
        "io.github.tic4j.nppes..",
        "io.github.tic4j.claims..",
        "io.github.tic4j.collaboratemd..",
        "io.github.tic4j.micrometer..",
        "io.github.tic4j.cli.."
    };

    @ArchTest
    static final ArchRule coreKnowsNoOtherModule = noClasses()
            .that()
            .resideInAnyPackage(CORE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(OTHERS);

    @ArchTest
    static final ArchRule areasHaveNoCycles = slices().matching("io.github.tic4j.(*)..")
            .should()
            .beFreeOfCycles()
            // An extension point names the types of the package that finds its implementations.
            .ignoreDependency(resideInAPackage("io.github.tic4j.."), resideInAPackage("io.github.tic4j.spi"));

    @ArchTest
    static final ArchRule internalsStayInside = noClasses()
            .that()
            .resideOutsideOfPackages(CORE)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.github.tic4j.internal..");

    @ArchTest
    static final ArchRule publicSignaturesShowOnlyOurTypesAndTheJdks = classes()
            .that()
            .resideOutsideOfPackages(
                    "..internal..",
                    "io.github.tic4j.s3..",
                    "io.github.tic4j.micrometer..",
                    "..testing..",
                    "..testkit..")
            .should(showNoForeignType());

    private static ArchCondition<JavaClass> showNoForeignType() {
        return new ArchCondition<>("show no type of another library in a public signature") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!isVisible(type)) {
                    return;
                }
                for (JavaCodeUnit unit : type.getCodeUnits()) {
                    if (isVisible(unit.getModifiers())) {
                        Stream.concat(Stream.of(unit.getRawReturnType()), unit.getRawParameterTypes().stream())
                                .filter(FOREIGN)
                                .forEach(foreign -> events.add(SimpleConditionEvent.violated(
                                        unit, unit.getFullName() + " shows " + foreign.getName())));
                    }
                }
                for (JavaField field : type.getFields()) {
                    if (isVisible(field.getModifiers()) && FOREIGN.test(field.getRawType())) {
                        events.add(SimpleConditionEvent.violated(
                                field,
                                field.getFullName() + " shows "
                                        + field.getRawType().getName()));
                    }
                }
            }
        };
    }

    private static final DescribedPredicate<JavaClass> FOREIGN = new DescribedPredicate<>("a type of another library") {
        @Override
        public boolean test(JavaClass type) {
            String name = type.getBaseComponentType().getName();
            return name.contains(".")
                    && !name.startsWith("java.")
                    && !name.startsWith("javax.")
                    && !name.startsWith("io.github.tic4j.");
        }
    };

    private static boolean isVisible(JavaClass type) {
        boolean visible = type.getModifiers().contains(JavaModifier.PUBLIC);
        return visible
                && type.getEnclosingClass().map(ArchitectureTest::isVisible).orElse(true);
    }

    private static boolean isVisible(java.util.Set<JavaModifier> modifiers) {
        return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
    }
}
