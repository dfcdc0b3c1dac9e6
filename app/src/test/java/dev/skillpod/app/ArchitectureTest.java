package dev.skillpod.app;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Which room may know which. */
@AnalyzeClasses(packages = "dev.skillpod", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule coreKnowsNobody = noClasses()
            .that()
            .resideInAPackage("dev.skillpod.core..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "dev.skillpod.store..",
                    "dev.skillpod.app..",
                    "dev.skillpod.starter..",
                    "dev.skillpod.lightgbm..",
                    "dev.skillpod.embedding..",
                    "dev.skillpod.cache.."));

    @ArchTest
    static final ArchRule coreReadsAndWritesNothing = noClasses()
            .that()
            .resideInAPackage("dev.skillpod.core..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "java.nio.file..", "java.net..", "java.sql..", "org.slf4j..", "org.springframework..", "tools.."));

    @ArchTest
    static final ArchRule librariesDoNotKnowTheService = noClasses()
            .that()
            .resideInAnyPackage(
                    "dev.skillpod.store..",
                    "dev.skillpod.starter..",
                    "dev.skillpod.lightgbm..",
                    "dev.skillpod.embedding..",
                    "dev.skillpod.cache..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.skillpod.app..", "org.springframework..");

    /** ProblemAdvice alone names two of the store's exceptions, to answer them. */
    @ArchTest
    static final ArchRule httpSpeaksToPorts = noClasses()
            .that()
            .resideInAPackage("dev.skillpod.app.http..")
            .and()
            .doNotHaveFullyQualifiedName("dev.skillpod.app.http.problem.ProblemAdvice")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.skillpod.store..",
                    "dev.skillpod.starter..",
                    "dev.skillpod.cache..",
                    "dev.skillpod.app.runtime..");

    @ArchTest
    static final ArchRule theAdviceKnowsTwoExceptionsOfTheStore = classes()
            .that()
            .haveFullyQualifiedName("dev.skillpod.app.http.problem.ProblemAdvice")
            .should()
            .onlyDependOnClassesThat(
                    com.tngtech.archunit.base.DescribedPredicate.not(resideInAnyPackage("dev.skillpod.store.."))
                            .or(com.tngtech.archunit.core.domain.JavaClass.Predicates.type(
                                    dev.skillpod.store.StoreUnavailableException.class))
                            .or(com.tngtech.archunit.core.domain.JavaClass.Predicates.type(
                                    dev.skillpod.store.InvalidRecordException.class)));

    @ArchTest
    static final ArchRule servingPortsKnowNoSide = noClasses()
            .that()
            .resideInAPackage("dev.skillpod.app.serving..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.skillpod.store..",
                    "dev.skillpod.app.http..",
                    "dev.skillpod.app.runtime..",
                    "dev.skillpod.app.command..");

    @ArchTest
    static final ArchRule jobsKnowPortsOnly = noClasses()
            .that()
            .resideInAPackage("dev.skillpod.app.jobs..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.skillpod.store..", "dev.skillpod.app.http..", "dev.skillpod.app.runtime..");

    @ArchTest
    static final ArchRule theRuntimeDoesNotKnowHttp = noClasses()
            .that()
            .resideInAnyPackage("dev.skillpod.app.runtime..", "dev.skillpod.app.config..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.skillpod.app.http..", "dev.skillpod.app.command..");

    /** The simulator's truth is for evaluation only: what serves and trains may load the world, and no more. */
    @ArchTest
    static final ArchRule onlyEvaluationSeesTheTruth = noClasses()
            .that()
            .resideInAPackage("dev.skillpod.app..")
            .and()
            .resideOutsideOfPackages("dev.skillpod.app.evaluation..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("dev.skillpod.starter.StarterTruth");

    @ArchTest
    static final ArchRule onlyCommandsTalkToTheTerminal = noClasses()
            .that()
            .resideOutsideOfPackages("dev.skillpod.app.command..")
            .should()
            .accessField(System.class, "out");
}
