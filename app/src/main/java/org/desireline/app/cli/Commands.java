package org.desireline.app.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.desireline.app.run.BadInput;
import org.desireline.journal.SourceException;
import org.desireline.part.LawFailed;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** The commands, and what is printed when one fails. */
@Command(name = "desireline", mixinStandardHelpOptions = true, versionProvider = Version.class,
        description = {"What is the system currently making easy or hard? Reads what happened, on this machine, with no"
                + " account and no server. It says nothing about any person.", ""},
        footer = {"", "Examples:",
            "  desireline demo                an invented organisation, to see what it does",
            "  desireline look issues.zip     your own Jira export",
            "  desireline show ABC-123       one item's life, hour by account",
            "  desireline init                a draft of a charter, to change",
            "  desireline report              declared against lived, by that charter",
            "  desireline check               whether the charter's gates hold, for CI",
            "  desireline record commitment \"Alert fatigue halved\" --due 2026-10-01 --item ALRT-12", "",
            "Exit: 0 answered · 1 a gate is broken · 2 wrong use · 3 a source could not be read",
            "      4 nothing could be answered, or a gate is unknown · 70 a defect of this program"})
public final class Commands {

    private static final List<Class<?>> ALL = List.of(Look.class, Show.class, Import.class, Init.class, Report.class,
            Check.class, WriteDown.class, Sql.class, Export.class, Demo.class);

    private Commands() {}

    /** Runs a command on the standard streams. */
    public static int run(String... arguments) {
        Outlet outlet = new Outlet(new FileOutputStream(FileDescriptor.out));
        PrintWriter talk = writer(System.err);
        int code = run(writer(outlet), talk, arguments);
        if (outlet.isFull() && code == Exit.ANSWERED) {
            talk.println("Not everything could be written. Perhaps the disk is full.");
            talk.flush();
            return Exit.UNREADABLE;
        }
        return code;
    }

    /** Runs a command: data to one writer, talk to the other. */
    public static int run(PrintWriter out, PrintWriter talk, String... arguments) {
        return run(out, talk, Surroundings.ofThisMachine(), CheckedCharter::read, arguments);
    }

    /** Runs a command in surroundings of one's own. */
    static int run(PrintWriter out, PrintWriter talk, Surroundings around, Function<Path, CheckedCharter> charters,
            String... arguments) {
        CommandLine.IFactory factory = new CommandLine.IFactory() {
            @Override
            public <K> K create(Class<K> type) throws Exception {
                return type == Check.class ? type.cast(new Check(around, charters))
                        : type == WriteDown.class ? type.cast(new WriteDown(around))
                        : CommandLine.defaultFactory().create(type);
            }
        };
        CommandLine line = new CommandLine(new Commands(), factory);
        needed(arguments).forEach(command -> line.addSubcommand(new CommandLine(command, factory)));
        line.setOut(out).setErr(talk).setUsageHelpWidth(Page.WIDTH).setCaseInsensitiveEnumValuesAllowed(true);
        line.getSubcommands().values().forEach(command -> command.getCommandSpec().mixinStandardHelpOptions(true));
        line.setParameterExceptionHandler((bad, args) -> misused(bad));
        line.setExecutionExceptionHandler((failed, command, result) -> failed(failed, command.getErr()));
        int code;
        try {
            code = arguments.length == 0 ? help(line) : line.execute(arguments);
        } catch (VirtualMachineError exhausted) {
            code = defect(exhausted, talk);
        }
        talk.flush();
        out.flush();
        return code;
    }

    /** The command that is called, if there is one of that name; else all, to list or to suggest. */
    private static List<Class<?>> needed(String... arguments) {
        return ALL.stream().filter(command -> arguments.length > 0
                && Objects.requireNonNull(command.getAnnotation(Command.class)).name().equals(arguments[0]))
                .findFirst().<List<Class<?>>>map(List::of).orElse(ALL);
    }

    private static int help(CommandLine line) {
        line.usage(line.getOut());
        return Exit.WRONG_USE;
    }

    private static int misused(ParameterException bad) {
        PrintWriter talk = bad.getCommandLine().getErr();
        talk.println(Page.clean(String.valueOf(bad.getMessage())));
        if (!CommandLine.UnmatchedArgumentException.printSuggestions(bad, talk)) {
            talk.println("See: " + bad.getCommandLine().getCommandSpec().qualifiedName() + " --help");
        }
        return Exit.WRONG_USE;
    }

    private static int failed(Exception failed, PrintWriter talk) {
        return switch (failed) {
            case BadInput bad -> say(talk, bad, Exit.WRONG_USE);
            case SourceException unreadable -> say(talk, unreadable, Exit.UNREADABLE);
            case LawFailed law -> say(talk, law, Exit.LAW_FAILED);
            default -> defect(failed, talk);
        };
    }

    private static int say(PrintWriter talk, Exception failed, int code) {
        String message = String.valueOf(failed.getMessage());
        message.lines().forEach(text -> talk.println(Page.clean(text)));
        return code;
    }

    /** A defect is told by where it is, never by its message: that may quote the data. */
    private static int defect(Throwable failed, PrintWriter talk) {
        String what = "This is a defect of Desireline: ";
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            talk.println(what + cause.getClass().getSimpleName() + " at");
            for (StackTraceElement frame : cause.getStackTrace()) {
                if (frame.getClassName().startsWith("org.desireline")) {
                    talk.println("  " + frame);
                }
            }
            what = "because of ";
        }
        return Exit.LAW_FAILED;
    }

    private static PrintWriter writer(OutputStream stream) {
        return new PrintWriter(stream, false, StandardCharsets.UTF_8);
    }
}
