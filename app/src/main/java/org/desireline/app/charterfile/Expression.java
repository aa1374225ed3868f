package org.desireline.app.charterfile;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.Program;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.desireline.charter.Mistake;
import org.desireline.charter.Nearest;
import org.desireline.charter.Place;
import org.desireline.charter.Word;
import org.desireline.journal.Trouble.Severity;
import org.jspecify.annotations.Nullable;

/**
 * A condition in CEL over an item's attributes, compiled once.
 *
 * <p>Its cost is bounded: length, nesting, the size of regular expressions, and the steps of {@code exists} and
 * {@code all}; regular expressions run in linear time. It can see the variables and nothing else.
 */
final class Expression {

    private static final int LONGEST = 2000;
    private static final int DEEPEST = 40;
    private static final int MOST_STEPS = 1000;
    private static final int LARGEST_PATTERN = 1000;

    private static final CelType TEXTS = ListType.create(SimpleType.STRING);
    /** The variables; what an item lacks is the empty text or list, and null for due and severity. */
    private static final Map<String, CelType> VARIABLES = new TreeMap<>(Map.ofEntries(
            Map.entry("type", SimpleType.STRING), Map.entry("status", SimpleType.STRING),
            Map.entry("phase", SimpleType.STRING), Map.entry("priority", SimpleType.STRING),
            Map.entry("labels", TEXTS), Map.entry("components", TEXTS), Map.entry("epic", SimpleType.STRING),
            Map.entry("project", SimpleType.STRING), Map.entry("team", SimpleType.STRING),
            Map.entry("area", SimpleType.STRING), Map.entry("sprint", SimpleType.STRING),
            Map.entry("fixVersions", TEXTS), Map.entry("created", SimpleType.TIMESTAMP),
            Map.entry("due", SimpleType.TIMESTAMP), Map.entry("severity", SimpleType.DYN),
            Map.entry("custom", MapType.create(SimpleType.STRING, SimpleType.STRING))));
    private static final Pattern UNDECLARED = Pattern.compile("undeclared reference to '([^']*)'.*", Pattern.DOTALL);
    private static final Pattern OVERLOAD = Pattern.compile(
            "found no matching overload for '([^']*)' applied to '([^']*)'.*", Pattern.DOTALL);

    private static final Cel CEL = cel();

    private final Word word;
    private final Program program;
    private final Set<String> variables;

    private Expression(Word word, Program program, Set<String> variables) {
        this.word = word;
        this.program = program;
        this.variables = variables;
    }

    private static Cel cel() {
        CelOptions options = CelOptions.current().enableHeterogeneousNumericComparisons(true)
                .maxExpressionCodePointSize(LONGEST).maxParseRecursionDepth(DEEPEST)
                .comprehensionMaxIterations(MOST_STEPS).maxRegexProgramSize(LARGEST_PATTERN).build();
        var builder = CelFactory.plannerCelBuilder().setOptions(options)
                .setStandardMacros(CelStandardMacro.HAS, CelStandardMacro.ALL, CelStandardMacro.EXISTS);
        VARIABLES.forEach(builder::addVar);
        return builder.build();
    }

    /** Compiles an expression, or notes what is wrong with it and gives null. */
    static @Nullable Expression compile(Word word, List<Mistake> mistakes) {
        CelValidationResult result = CEL.compile(word.text());
        if (result.hasError()) {
            boolean syntax = result.getErrors().stream().noneMatch(issue -> issue.getMessage().startsWith("undeclared")
                    || issue.getMessage().startsWith("found no"));
            List<CelIssue> errors = result.getErrors();
            // After the first error of syntax the rest is echo.
            for (CelIssue issue : syntax ? errors.subList(0, 1) : errors) {
                mistakes.add(mistake(word, issue));
            }
            return null;
        }
        try {
            CelAbstractSyntaxTree ast = result.getAst();
            CelKind kind = ast.getResultType().kind();
            if (kind != CelKind.BOOL && kind != CelKind.DYN) {
                mistakes.add(Mistake.of(Severity.ERROR, word.place(), "this expression gives "
                        + name(ast.getResultType().name()) + ", not true or false",
                        "Perhaps compare it: `" + word.text().strip() + " == 'x'`"));
                return null;
            }
            TreeSet<String> variables = new TreeSet<>();
            boolean sound = true;
            for (CelNavigableExpr node : CelNavigableAst.fromAst(ast).getRoot().allNodes().toList()) {
                sound &= isSound(node.expr(), word, mistakes);
                if (node.expr().exprKind().getKind() == CelExpr.ExprKind.Kind.IDENT) {
                    variables.add(node.expr().ident().name());
                }
            }
            return sound ? new Expression(word, CEL.createProgram(ast), variables) : null;
        } catch (CelValidationException | CelEvaluationException refused) {
            mistakes.add(Mistake.of(Severity.ERROR, word.place(), String.valueOf(refused.getMessage()), ""));
            return null;
        }
    }

    /** A pattern that cannot be used would only be found out on the first item. */
    private static boolean isSound(CelExpr node, Word word, List<Mistake> mistakes) {
        if (node.exprKind().getKind() != CelExpr.ExprKind.Kind.CALL || !node.call().function().equals("matches")) {
            return true;
        }
        CelExpr last = node.call().args().getLast();
        if (last.exprKind().getKind() != CelExpr.ExprKind.Kind.CONSTANT
                || last.constant().getKind() != CelConstant.Kind.STRING_VALUE) {
            return true;
        }
        String what;
        try {
            var pattern = com.google.re2j.Pattern.compile(last.constant().stringValue());
            what = pattern.programSize() > LARGEST_PATTERN ? "this pattern is too large" : "";
        } catch (com.google.re2j.PatternSyntaxException bad) {
            what = "this pattern cannot be read: " + bad.getDescription();
        }
        if (!what.isEmpty()) {
            mistakes.add(Mistake.of(Severity.ERROR, word.place(), what, "Perhaps compare with == or startsWith"));
        }
        return what.isEmpty();
    }

    private static Mistake mistake(Word word, CelIssue issue) {
        Place at = word.place();
        int line = Math.max(1, issue.getSourceLocation().getLine());
        Place place = new Place(at.file(), at.line() + line - 1,
                at.column() + Math.max(0, issue.getSourceLocation().getColumn()));
        String message = issue.getMessage();
        Matcher undeclared = UNDECLARED.matcher(message);
        if (undeclared.matches()) {
            String name = undeclared.group(1);
            if (word.text().contains(name + "(")) {
                return Mistake.of(Severity.ERROR, place, "there is no function `" + name + "`", Nearest.perhaps(name,
                        List.of("startsWith", "endsWith", "contains", "matches", "size", "exists", "all", "has",
                                "timestamp", "duration", "int", "string"), "functions"));
            }
            return Mistake.of(Severity.ERROR, place, "there is no variable `" + name + "`",
                    Nearest.perhaps(name, VARIABLES.keySet(), "variables"));
        }
        Matcher overload = OVERLOAD.matcher(message);
        if (overload.matches()) {
            String operator = overload.group(1).replace("_", "").replace("@", "");
            String types = overload.group(2);
            String kinds = types.replace("list(string)", "list").replace("map(string, string)", "fields")
                    .replace("string", "text").replaceAll("\\b(?:u?int|double)\\b", "number")
                    .replace("google.protobuf.Timestamp", "instant").replaceAll("[()]", "").replace(", ", " and ");
            return Mistake.of(Severity.ERROR, place, "`" + operator + "` cannot be used on " + kinds,
                    types.contains("string") && types.contains("int")
                            ? "Perhaps put the number into quotes, or write int(…)"
                            : operator.equals("[]") || types.contains("list") ? "Perhaps you meant 'x' in labels" : "");
        }
        String what = message.startsWith("Expression code point size exceeds") ? "this expression is too long"
                : message.contains("recursion limit") ? "this expression is nested too deeply"
                : message.contains("<EOF>") && message.startsWith("mismatched") ? "the expression ends too early"
                : "this is not an expression: " + message.replaceAll("\\s+", " ").replaceAll(" expecting \\{.*", "");
        return Mistake.of(Severity.ERROR, place, what,
                message.contains("'='") || word.text().matches("[^=!<>]*[^=!<>]=[^=].*") ? "Perhaps you meant =="
                        : "Perhaps like: type == 'Bug' && severity <= 2");
    }

    private static String name(String type) {
        return switch (type) {
            case "string" -> "a text";
            case "int", "double", "uint" -> "a number";
            case "google.protobuf.Timestamp" -> "an instant";
            default -> type.startsWith("list") ? "a list" : type.startsWith("map") ? "fields" : "a " + type;
        };
    }

    /** The expression as it is written. */
    Word word() {
        return word;
    }

    /** The variables it looks at. */
    Set<String> variables() {
        return variables;
    }

    /** Whether it holds for an item, or null where that cannot be told of it. */
    @Nullable Boolean holds(Attributes attributes) {
        try {
            Object value = program.eval(name -> Optional.ofNullable(attributes.value(name)));
            return value instanceof Boolean bool ? bool : null;
        } catch (CelEvaluationException untold) {
            return null;
        }
    }
}
