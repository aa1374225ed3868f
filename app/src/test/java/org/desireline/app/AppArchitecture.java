package org.desireline.app;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.desireline.app.source.files.DocumentReader;

/**
 * The rules of the application's architecture, over the packages below a root: the product's own, or one of broken
 * examples. The packages of the core are the product's own for both.
 *
 * @param root name of the package that holds the others
 */
record AppArchitecture(String root) {

    private static final String CORE = "org.desireline.";
    /** Packages of the core that a command may use as they are. */
    private static final Set<String> SEEN_BY_CLI =
            Set.of("publish", "finding", "instrument", "number", "charter", "time", "world", "world.planted",
                    "watch");
    /** Single types out of packages that a command may not use otherwise. */
    private static final Set<String> WORDS_SEEN_BY_CLI = Set.of("part.ClassTable", "part.LawFailed",
            "journal.Trouble", "journal.SourceException", "part.Account");
    private static final Set<String> PACKAGES_SEEN_BY_CLI =
            Set.of("cli", "web", "run", "sql", "ocel", "demo", "charterfile");
    private static final Set<String> CLOCKS = Set.of("java.time.Clock", "java.time.InstantSource");
    private static final List<String> ORDER = List.of("source", "store", "run", "sql", "ocel", "web", "cli");
    private static final List<String> OUTSIDE =
            List.of("java.io.", "java.nio.file.", "java.nio.channels.", "java.net.");

    /** What a command prints, and what the page is made of, comes from the publisher. */
    ArchRule commandsPrintWhatWasPublished() {
        return eachDependency("use, in a command and on the page, only what was published", (user, used) -> {
            if (!Set.of("cli", "web").contains(below(user))) {
                return true;
            }
            String name = outer(used);
            if (name.startsWith(root + ".")) {
                return below(user).equals("web") ? below(used).equals("web")
                        : PACKAGES_SEEN_BY_CLI.contains(below(used));
            }
            if (!name.startsWith(CORE)) {
                return true;
            }
            String inCore = name.substring(CORE.length());
            String packageInCore = used.getPackageName().substring(CORE.length());
            return WORDS_SEEN_BY_CLI.contains(inCore) || SEEN_BY_CLI.contains(packageInCore);
        });
    }

    /**
     * A source knows no other source, and not what it is read for; the catalogue knows all, everybody files, git and
     * what forges have in common.
     */
    ArchRule sourcesApart() {
        return eachDependency("leave sources apart", (user, used) -> {
            if (!below(user).startsWith("source.") || !outer(used).startsWith(root + ".")) {
                return true;
            }
            return below(used).equals(below(user))
                    || Set.of("source.files", "source.forge", "git").contains(below(used));
        });
    }

    /** Sources, the store, the run, its tables, the commands: each sees only what stands before it. */
    ArchRule eachSeesOnlyWhatComesBefore() {
        return eachDependency("see only what comes before them", (user, used) -> {
            int from = ORDER.indexOf(below(user).replaceFirst("[.].*", ""));
            int to = ORDER.indexOf(below(used).replaceFirst("[.].*", ""));
            return from < 0 || to <= from;
        });
    }

    /** Only the store, tables in memory, and what reads and writes logs that are databases, know one. */
    ArchRule onlyTheStoreKnowsTheDatabase() {
        return eachDependency("know no database", (user, used) ->
                Set.of("store", "sql", "ocel", "source.ocel").contains(below(user))
                        || !(used.getName().startsWith("org.duckdb.") || used.getName().startsWith("java.sql.")));
    }

    /** A run does not know how it will be printed. */
    ArchRule runsKnowNoCommand() {
        return eachDependency("know no command outside them", (user, used) ->
                !below(used).equals("cli") || below(user).equals("cli") || below(user).isEmpty());
    }

    /** In a source, only what reads documents, or is named as a source or as what fetches, does IO. */
    ArchRule translationIsPure() {
        return eachDependency("do no IO where they translate", (user, used) -> {
            boolean translates = below(user).startsWith("source.") && !below(user).equals("source.files")
                    && !outer(user).endsWith("Source") && !outer(user).endsWith("Fetch") && !isReader(user);
            String name = used.getName();
            return !translates || name.equals("java.net.URI") || OUTSIDE.stream().noneMatch(name::startsWith);
        });
    }

    private static boolean isReader(JavaClass user) {
        JavaClass outer = user;
        while (outer.getEnclosingClass().isPresent()) {
            outer = outer.getEnclosingClass().get();
        }
        return outer.isAssignableTo(DocumentReader.class);
    }

    /** One class writes to the console. */
    ArchRule onlyCommandsWriteToTheConsole() {
        return eachAccess("write to no console", access -> access.getTargetOwner().getName().equals("java.lang.System")
                && Set.of("out", "err").contains(access.getTarget().getName()), "cli.Commands");
    }

    /** Nobody asks what time it is but the commands about the present; another class counts seconds, for talk. */
    ArchRule nobodyReadsTheClock() {
        return eachAccess("read no clock", access -> {
            String owner = access.getTargetOwner().getName();
            String name = access.getTarget().getName();
            return CLOCKS.contains(owner) || (owner.startsWith("java.time.") && name.equals("now"))
                    || (owner.equals("java.util.Date") && name.equals("<init>"))
                    || (owner.equals("java.lang.System") && Set.of("currentTimeMillis", "nanoTime").contains(name));
        }, "cli.Progress", "cli.Surroundings", "cli.Check", "cli.WriteDown");
    }

    private ArchRule eachAccess(String what, java.util.function.Predicate<JavaAccess<?>> wrong, String... butIn) {
        return ArchRuleDefinition.classes().should(new ArchCondition<JavaClass>(what) {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                for (JavaAccess<?> access : item.getAccessesFromSelf()) {
                    boolean excused = Stream.of(butIn).anyMatch(name -> outer(item).equals(root + "." + name))
                            && !access.getTarget().getName().equals("currentTimeMillis");
                    if (wrong.test(access) && !excused) {
                        events.add(SimpleConditionEvent.violated(item, access.getDescription()));
                    }
                }
            }
        });
    }

    private static ArchRule eachDependency(String what, BiPredicate<JavaClass, JavaClass> allowed) {
        return ArchRuleDefinition.classes().should(new ArchCondition<JavaClass>(what) {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                for (Dependency dependency : item.getDirectDependenciesFromSelf()) {
                    if (!allowed.test(item, dependency.getTargetClass().getBaseComponentType())) {
                        events.add(SimpleConditionEvent.violated(item, dependency.getDescription()));
                    }
                }
            }
        });
    }

    /** The packages below the root, empty for the root itself and for what is not below it. */
    private String below(JavaClass type) {
        String name = type.getPackageName();
        return name.startsWith(root + ".") ? name.substring(root.length() + 1) : "";
    }

    private static String outer(JavaClass type) {
        return type.getName().replaceFirst("[$].*", "");
    }
}
