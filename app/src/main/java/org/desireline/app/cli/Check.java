package org.desireline.app.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.desireline.app.run.Analysis;
import org.desireline.app.run.BadInput;
import org.desireline.app.run.BadWindow;
import org.desireline.charter.Gate;
import org.desireline.journal.SourceException;
import org.desireline.publish.Head;
import org.desireline.watch.Gatekeeper;
import org.desireline.watch.Verdict;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Checks the charter, and whether the figures keep the limits that it names. */
@Command(name = "check", description = {
    "Whether the charter can be used, and whether its gates hold: limits that figures are to keep. One run a window."
            + " Made for CI: see the exit codes.",
    ""},
        footer = {"", "Examples:",
            "  desireline check                           charter.yaml, and what was looked at before",
            "  desireline check --junit gates.xml         for the test page of a CI server",
            "  desireline check --annotations github      marks in a pull request",
            "  desireline check --sarif gates.sarif       for code scanning",
            "  desireline check --unknown-ok --json       a gate may be unknown", "",
            "Exit: 0 all gates hold · 1 a gate is broken · 2 a mistake in the charter, or wrong use",
            "      3 an export could not be read · 4 a gate is unknown (0 with --unknown-ok)"})
final class Check implements Callable<Integer> {

    private final Surroundings around;
    private final Function<Path, CheckedCharter> charters;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Options options = new Options();

    @Option(names = "--charter", paramLabel = "FILE", defaultValue = "charter.yaml",
            description = "The charter. Default: ${DEFAULT-VALUE}")
    private Path file = Path.of("charter.yaml");

    @Option(names = "--junit", paramLabel = "FILE", description = "Write JUnit XML, as CI servers read it.")
    private @Nullable Path junit;

    @Option(names = "--sarif", paramLabel = "FILE",
            description = "Write SARIF 2.1.0, as code scanning reads it: mistakes, and gates that do not hold.")
    private @Nullable Path sarif;

    @Option(names = "--annotations", paramLabel = "KIND", defaultValue = "auto",
            description = "On standard error, a line a mistake and a gate: github, plain (file:line:column), none, or"
                    + " auto: github where GITHUB_ACTIONS is true. Default: ${DEFAULT-VALUE}")
    private Annotations.Kind annotations = Annotations.Kind.auto;

    @Option(names = "--unknown-ok", description = "A gate may be unknown.")
    private boolean unknownOk;

    @Option(names = "--from", paramLabel = "PATH", description = "Exports to read, besides those looked at before.")
    private List<Path> from = List.of();

    private int failure;

    /** The command; charters are read by the second argument. */
    Check(Surroundings around, Function<Path, CheckedCharter> charters) {
        this.around = around;
        this.charters = charters;
    }

    @Override
    public Integer call() {
        if (spec.commandLine().getParseResult().hasMatchedOption("--window")) {
            throw new BadInput("A gate is judged in its own window. Perhaps change 'window:' in " + file
                    + ", and leave --window out.");
        }
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter talk = spec.commandLine().getErr();
        CheckedCharter charter = charters.apply(file);
        Map<String, Head> heads = new TreeMap<>();
        List<Verdict> verdicts = charter.isUnusable() ? List.of() : verdicts(charter, heads, talk);
        CheckResult result = new CheckResult(charter, verdicts, heads, around.clock().instant(), unknownOk, failure);
        if (options.json) {
            out.print(Json.of(result, Version.text()));
        } else {
            out.print(new CheckPage(result, options.colour(), this::again).text());
        }
        out.flush();
        Annotations.of(result, annotations.on(around)).forEach(talk::println);
        talk.flush();
        if (junit != null) {
            Output.write(junit, JunitXml.of(result), "--junit");
        }
        if (sarif != null) {
            Output.write(sarif, Sarif.of(result, file, named(), this::elsewhere), "--sarif");
        }
        return result.code();
    }

    /** Judges the gates, one run a window, and gives the verdicts in the order of the gates. */
    private List<Verdict> verdicts(CheckedCharter charter, Map<String, Head> heads, PrintWriter talk) {
        List<Gate> gates = charter.gates();
        Map<Gate, Verdict> verdicts = new HashMap<>();
        Map<String, List<Gate>> byWindow = new TreeMap<>();
        gates.forEach(gate -> byWindow.computeIfAbsent(gate.window(), name -> new ArrayList<>()).add(gate));
        byWindow.forEach((window, some) -> {
            try {
                options.window = window;
                Analysis analysis = options.run(from, charter.rules(), talk);
                heads.put(window, analysis.published().head());
                some.forEach(gate -> verdicts.put(gate, Gatekeeper.judge(gate, analysis.published())));
                analysis.intake().failures().forEach(failed -> fail(failed, Exit.UNREADABLE, talk));
            } catch (BadWindow bad) {
                some.forEach(gate -> verdicts.put(gate, unknown(gate, bad)));
            } catch (BadInput bad) {
                fail(bad, Exit.WRONG_USE, talk);
                some.forEach(gate -> verdicts.put(gate, unknown(gate, bad)));
            } catch (SourceException unreadable) {
                fail(unreadable, Exit.UNREADABLE, talk);
                some.forEach(gate -> verdicts.put(gate, unknown(gate, unreadable)));
            }
        });
        return gates.stream().map(verdicts::get).toList();
    }

    private static Verdict unknown(Gate gate, Exception why) {
        return new Verdict.Unknown(gate, "", Optional.empty(), String.valueOf(why.getMessage()));
    }

    private void fail(Exception failed, int code, PrintWriter talk) {
        String.valueOf(failed.getMessage()).lines().forEach(text -> talk.println(Page.clean(text)));
        failure = Exit.worst(failure, code);
    }

    /** The paths that a message may hold. */
    private List<Path> named() {
        List<Path> named = new ArrayList<>(from);
        named.add(options.home);
        return named;
    }

    /** What to add to a command on another machine so that it sees what a gate was judged by. */
    private String elsewhere(Gate gate) {
        options.window = gate.window();
        return options.elsewhere() + " --charter " + Output.typed(SourceRoot.of(file).told(file));
    }

    /** What to add to a command so that it sees what a gate was judged by. */
    private String again(Gate gate) {
        options.window = gate.window();
        return options.again(from) + " --charter " + Output.typed(file.toString());
    }
}
