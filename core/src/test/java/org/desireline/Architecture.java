package org.desireline;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.NullMarked;

/**
 * The rules of the core's architecture, over the packages below a root: the product's own, or one of broken examples.
 *
 * @param root name of the package that holds the others
 */
record Architecture(String root) {

    /** Left to right: each package may use itself and what stands before it. */
    static final List<String> ORDER = List.of(
            "time", "number", "journal", "charter", "part", "instrument", "publish", "finding", "adjust", "watch");
    /** The planted organisations see these, and nobody in {@link #ORDER} sees them. */
    static final Set<String> SEEN_BY_WORLD = Set.of("time", "number", "journal", "charter");
    /** The one class that may name every instrument. */
    private static final String CATALOGUE = "instrument.Instruments";

    private static final Set<String> JAVA_IO = Set.of("java.io.Serializable", "java.io.Externalizable",
            "java.io.ObjectInput", "java.io.ObjectOutput", "java.io.IOException", "java.io.UncheckedIOException",
            "java.io.ObjectStreamException", "java.io.InvalidObjectException");
    private static final List<String> OUTSIDE = List.of("java.nio.file.", "java.nio.channels.", "java.net.",
            "java.sql.", "java.util.logging.", "java.lang.reflect.", "java.lang.foreign.");
    private static final List<String> THREADS = List.of("java.lang.Thread", "java.util.concurrent.", "java.util.Timer");
    private static final Set<String> CHANCE = Set.of("java.util.Random", "java.security.SecureRandom",
            "java.util.random.RandomGenerator", "java.util.random.RandomGeneratorFactory");
    private static final Set<String> CLOCKS = Set.of("java.time.Clock", "java.util.Date", "java.util.Calendar",
            "java.util.GregorianCalendar", "java.util.TimeZone", "java.time.InstantSource");
    /** Members that read the machine, its clock, its dice or its defaults, by their owner. */
    private static final Map<String, Set<String>> IMPURE = Map.of(
            "java.lang.System", Set.of("currentTimeMillis", "nanoTime", "getenv", "getProperty", "getProperties",
                    "exit", "out", "err", "in", "load", "loadLibrary", "identityHashCode", "lineSeparator"),
            "java.lang.Math", Set.of("random", "sin", "cos", "tan", "asin", "acos", "atan", "atan2", "exp", "expm1",
                    "log", "log10", "log1p", "pow", "cbrt", "sinh", "cosh", "tanh", "hypot"),
            "java.lang.StrictMath", Set.of("random"),
            "java.util.UUID", Set.of("randomUUID"),
            "java.time.ZoneId", Set.of("systemDefault"),
            "java.util.Locale", Set.of("getDefault", "setDefault"),
            "java.lang.Integer", Set.of("getInteger"),
            "java.lang.Long", Set.of("getLong"),
            "java.lang.Boolean", Set.of("getBoolean"),
            "java.util.Collection", Set.of("parallelStream"));
    /** Members that take the machine's language unless they are handed one. */
    private static final Map<String, Set<String>> LOCALISED = Map.of(
            "java.lang.String", Set.of("format", "formatted", "toLowerCase", "toUpperCase"),
            "java.time.format.DateTimeFormatter", Set.of("ofPattern"),
            "java.util.Formatter", Set.of("<init>"));

    /** Left to right, and no package that the order does not know. */
    ArchRule leftToRight() {
        return rule("use only what stands to its left", (user, used) -> {
            String mine = packageBelowRoot(user);
            String theirs = packageBelowRoot(used);
            if (mine.isEmpty() || mine.equals(theirs)) {
                return true;
            }
            if (mine.equals("world")) {
                return SEEN_BY_WORLD.contains(theirs);
            }
            return ORDER.contains(theirs) && ORDER.indexOf(theirs) < ORDER.indexOf(mine);
        });
    }

    /** A package that the order does not name would escape it. */
    ArchRule noPackageOutsideTheOrder() {
        return forEachClass("stand in a package of the order", user -> {
            String mine = packageBelowRoot(user);
            return mine.isEmpty() || mine.equals("world") || ORDER.contains(mine);
        });
    }

    /** Instruments do not see one another; only the catalogue sees them. */
    ArchRule instrumentsApart() {
        return rule("leave instruments apart", (user, used) -> {
            String theirs = instrument(used);
            if (theirs.equals(instrument(user))) {
                return true;
            }
            if (theirs.isEmpty()) {
                return !isIn(used, CATALOGUE) || !packageBelowRoot(user).equals("instrument");
            }
            return packageBelowRoot(user).isEmpty() || isIn(user, CATALOGUE);
        });
    }

    /** No files, no network, no threads, no clock, no dice: by the types that are named. */
    ArchRule noOutsideTypes() {
        return ArchRuleDefinition.classes().should(new ArchCondition<JavaClass>("use no type of the world outside") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                for (Dependency dependency : item.getDirectDependenciesFromSelf()) {
                    if (isOutside(dependency.getTargetClass().getBaseComponentType().getName())) {
                        events.add(SimpleConditionEvent.violated(item, dependency.getDescription()));
                    }
                }
            }
        });
    }

    /** No clock, no dice, no defaults, no arithmetic that differs between machines: by the members that are used. */
    ArchRule noImpureMembers() {
        return ArchRuleDefinition.noClasses().should().accessTargetWhere(
                DescribedPredicate.describe("its answer depends on the machine", Architecture::isImpure));
    }

    /** Every package says that it means what it says about null. */
    ArchRule nullMarked() {
        return forEachClass("live in a package marked @NullMarked",
                item -> item.getPackage().isAnnotatedWith(NullMarked.class));
    }

    private static boolean isOutside(String type) {
        if (type.startsWith("java.io.")) {
            return !JAVA_IO.contains(type);
        }
        return CHANCE.contains(type) || CLOCKS.contains(type)
                || OUTSIDE.stream().anyMatch(type::startsWith)
                || THREADS.stream().anyMatch(thread -> thread.endsWith(".")
                        ? type.startsWith(thread) : type.equals(thread) || type.startsWith(thread + "$"));
    }

    private static boolean isImpure(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        String name = access.getTarget().getName();
        List<String> parameters = access instanceof JavaCodeUnitAccess<?> call
                ? call.getTarget().getRawParameterTypes().stream().map(JavaClass::getName).toList()
                : List.of("a field");
        boolean withoutLocale = parameters.stream().noneMatch("java.util.Locale"::equals);
        return IMPURE.getOrDefault(owner, Set.of()).contains(name)
                || (owner.startsWith("java.time.") && name.equals("now"))
                || (owner.startsWith("java.util.stream.") && name.equals("parallel"))
                || (withoutLocale && LOCALISED.getOrDefault(owner, Set.of()).contains(name))
                || (owner.equals("java.util.SplittableRandom") && name.equals("<init>") && parameters.isEmpty())
                || (owner.equals("java.util.Collections") && name.equals("shuffle") && parameters.size() == 1);
    }

    private ArchRule rule(String what, BiPredicate<JavaClass, JavaClass> allowed) {
        return ArchRuleDefinition.classes().should(new ArchCondition<JavaClass>(what) {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                for (Dependency dependency : item.getDirectDependenciesFromSelf()) {
                    JavaClass target = dependency.getTargetClass().getBaseComponentType();
                    if (isBelowRoot(target) && !allowed.test(item, target)) {
                        events.add(SimpleConditionEvent.violated(item, dependency.getDescription()));
                    }
                }
            }
        });
    }

    private static ArchRule forEachClass(String what, Predicate<JavaClass> allowed) {
        return ArchRuleDefinition.classes().should(new ArchCondition<JavaClass>(what) {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                if (!allowed.test(item)) {
                    events.add(SimpleConditionEvent.violated(item,
                            String.format(Locale.ROOT, "%s does not %s", item.getName(), what)));
                }
            }
        });
    }

    private boolean isBelowRoot(JavaClass type) {
        return type.getPackageName().equals(root) || type.getPackageName().startsWith(root + ".");
    }

    /** The first package name below the root, empty for the root itself. */
    private String packageBelowRoot(JavaClass type) {
        return segment(type, 0);
    }

    /** The name of the instrument that a type is part of, empty for types that are part of none. */
    private String instrument(JavaClass type) {
        return packageBelowRoot(type).equals("instrument") ? segment(type, 1) : "";
    }

    private String segment(JavaClass type, int depth) {
        String name = type.getPackageName();
        List<String> segments = name.length() <= root.length()
                ? List.of() : Arrays.asList(name.substring(root.length() + 1).split("\\.", -1));
        return segments.size() > depth ? segments.get(depth) : "";
    }

    private boolean isIn(JavaClass type, String outer) {
        String name = root + "." + outer;
        return type.getName().equals(name) || type.getName().startsWith(name + "$");
    }
}
