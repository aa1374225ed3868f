package org.desireline.app.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.desireline.app.charterfile.CharterFiles;
import org.desireline.app.charterfile.Loaded;
import org.desireline.app.charterfile.RecordedEntry;
import org.desireline.app.charterfile.RecordedText;
import org.desireline.app.run.BadInput;
import org.desireline.app.run.Declaration;
import org.desireline.app.run.Records;
import org.desireline.charter.Declared;
import org.desireline.charter.Nearest;
import org.desireline.charter.Place;
import org.desireline.charter.Undertaking;
import org.desireline.charter.Word;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a commitment or a decision down, to be followed from then on. */
@Command(name = "record", description = {
    "Writes a commitment or a decision down: a line in commitments.yaml or decisions.yaml, made to be kept under"
            + " version control, and in the workspace. From then on look and report tell what becomes of it.", "",
    "A commitment is kept when all items that --item names are done. Written again under its --id with another --due,"
            + " its day is moved; with --withdraw it is taken back. It counts from today, by this machine's clock,"
            + " which is said; from --on DAY; or from the day of the --meeting in which it was made.", ""},
        footer = {"", "Examples:",
            "  desireline record commitment \"Alert fatigue halved\" --id alerts-2 --owner clinical-apps \\",
            "      --due 2026-10-01 --item ALRT-12 --meeting 2026-07-03",
            "  desireline record commitment --id alerts-2 --due 2026-11-01     another day",
            "  desireline record commitment --withdraw alerts-2",
            "  desireline record decision \"Freeze growth work\" --decider director --about growth"})
final class WriteDown implements Callable<Integer> {

    /** What can be written down. */
    enum Kind {
        /** Something will be done by a day. */
        commitment,
        /** Something was settled. */
        decision
    }

    private final Surroundings around;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "KIND", description = "commitment or decision.")
    private Kind kind = Kind.commitment;

    @Parameters(index = "1", arity = "0..1", paramLabel = "WORDS",
            description = "What was committed to or decided. Printed as it stands: name nobody in it.")
    private @Nullable String words;

    @Option(names = "--id", paramLabel = "ID", description = "Its id. Default: made of the first words.")
    private @Nullable String id;

    @Option(names = "--owner", paramLabel = "TEAM", description = "The team or role that owns a commitment.")
    private @Nullable String owner;

    @Option(names = "--decider", paramLabel = "ROLE", description = "The role or team that decided.")
    private @Nullable String decider;

    @Option(names = "--about", paramLabel = "ID", description = "The priority, team or area a decision is about.")
    private @Nullable String about;

    @Option(names = "--due", paramLabel = "DAY", description = "The last day of a commitment.")
    private @Nullable String due;

    @Option(names = "--item", paramLabel = "KEY", description = "An item that shows what becomes of it; several times"
            + " for several.")
    private List<String> items = List.of();

    @Option(names = "--meeting", paramLabel = "DAY", description = "The day of the meeting in which it was made.")
    private @Nullable String meeting;

    @Option(names = "--on", paramLabel = "DAY", description = "The day on which it is written. Default: today.")
    private @Nullable String on;

    @Option(names = "--withdraw", paramLabel = "ID", description = "Take it back.")
    private @Nullable String withdraw;

    @Option(names = "--to", paramLabel = "FILE", description = "The file to add to; its name ends in commitments.yaml"
            + " or decisions.yaml. Default: the one beside the charter.")
    private @Nullable Path to;

    @Option(names = "--charter", paramLabel = "FILE", description = "The charter that knows teams and zone. Default:"
            + " charter.yaml, if there is one.")
    private @Nullable Path charter;

    @Option(names = "--home", paramLabel = "DIR", defaultValue = ".desireline",
            description = "The workspace. Default: ${DEFAULT-VALUE}")
    private Path home = Path.of(".desireline");

    /** The command; what day it is comes from its surroundings. */
    WriteDown(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        Declared declared = declared();
        ZoneId zone = declared == null ? ZoneOffset.UTC : declared.zone();
        PrintWriter out = spec.commandLine().getOut();
        LocalDate today = on == null ? around.clock().instant().atZone(zone).toLocalDate() : day(on, "--on");
        fits();
        Path file = file();
        List<RecordedEntry> known = Records.known(home, file, what());
        RecordedEntry entry = entry(declared, known, today);
        Records.write(home, file, entry);
        out.println("Written to " + Output.shown(file) + ": " + said(entry));
        if (on == null) {
            out.println("Today is " + today + ", by this machine's clock (" + zone.getId() + ").");
        }
        out.println("Kept in " + Output.shown(home) + ". What becomes of it: " + Output.command() + " report, or "
                + Output.command() + " look");
        out.flush();
        return Exit.ANSWERED;
    }

    private Undertaking.Kind what() {
        return kind == Kind.commitment ? Undertaking.Kind.COMMITMENT : Undertaking.Kind.DECISION;
    }

    /** The newest version of the charter, or null where there is none. */
    private @Nullable Declared declared() {
        Path path = charter == null ? Declaration.USUAL : charter;
        if (charter == null && !Files.exists(path)) {
            return null;
        }
        Loaded loaded = CharterFiles.read(path);
        if (loaded.versions().isEmpty()) {
            throw new BadInput(loaded.text() + "\nThe charter cannot be used, so nothing is written. Perhaps see:"
                    + " desireline check" + (charter == null ? "" : " --charter " + path));
        }
        return loaded.versions().getLast().declared();
    }

    /** Options that say nothing of the kind that is written. */
    private void fits() {
        boolean commitment = kind == Kind.commitment;
        String stray = commitment ? decider != null ? "--decider" : about != null ? "--about" : ""
                : owner != null ? "--owner" : due != null ? "--due" : "";
        if (!stray.isEmpty()) {
            throw new BadInput("A " + kind + " takes no " + stray + ". Perhaps " + switch (stray) {
                case "--decider" -> "you meant --owner.";
                case "--owner" -> "you meant --decider.";
                default -> "write a " + (commitment ? Kind.decision : Kind.commitment) + ".";
            });
        }
        if (withdraw != null && (words != null || id != null || due != null || !items.isEmpty())) {
            throw new BadInput("--withdraw takes something back and says nothing else of it. Perhaps leave the rest"
                    + " out.");
        }
    }

    private Path file() {
        String usual = RecordedText.fileName(what());
        Path file = to != null ? to : charter == null ? Path.of(usual) : charter.resolveSibling(usual);
        if (RecordedText.kindOf(String.valueOf(file.getFileName())) != what()) {
            throw new BadInput("The name of a file of " + kind + "s ends in " + usual + ", so that look knows what it"
                    + " is. Perhaps --to q3-" + usual);
        }
        return file;
    }

    private RecordedEntry entry(@Nullable Declared declared, List<RecordedEntry> known, LocalDate today) {
        Set<String> ids = new TreeSet<>();
        known.forEach(each -> ids.add(each.id()));
        boolean commitment = kind == Kind.commitment;
        if (declared != null && commitment) {
            declared.commitments().forEach(each -> ids.add(each.id().text()));
        }
        String text = text(words, "the words").strip();
        String named = withdraw != null ? withdraw : id;
        boolean again = named != null && ids.contains(named);
        if (named != null && !RecordedText.isId(named)) {
            throw new BadInput("An id is made of letters, digits, '.', '_' and '-', at most 80, not: " + shown(named)
                    + ". Perhaps " + RecordedText.id(named));
        }
        if (named != null && !again && (withdraw != null || text.isEmpty())) {
            throw new BadInput("There is no " + kind + " '" + named + "'. " + Nearest.perhaps(named, ids, kind + "s")
                    + ".");
        }
        if (text.isEmpty() && !again) {
            throw new BadInput("What was " + (commitment ? "committed to" : "decided") + "? Perhaps: desireline record "
                    + kind + " \"Alert fatigue halved\"" + (commitment ? " --due 2026-10-01" : ""));
        }
        String fresh = RecordedText.id(text);
        if (named == null && ids.contains(fresh)) {
            throw new BadInput("There is a " + kind + " '" + fresh + "' already. Perhaps add --id " + fresh
                    + " to say something new of it, or give another --id.");
        }
        LocalDate met = meeting == null ? null : day(meeting, "--meeting");
        if (met != null && met.isAfter(today)) {
            throw new BadInput("The meeting of " + met + " has not been yet: it is " + today
                    + ". Perhaps another day was meant.");
        }
        LocalDate from = met == null ? today : met;
        LocalDate last = due == null ? null : day(due, "--due");
        if (commitment && last == null && !again) {
            throw new BadInput("By which day will it be done? Perhaps add --due " + from.plusMonths(3) + ".");
        }
        if (last != null && last.isBefore(from)) {
            throw new BadInput("It would be due on " + last + ", before it counts, from " + from
                    + ": that is a record, and no commitment. Perhaps swap the two days.");
        }
        return checked(new RecordedEntry(what(), named == null ? fresh : named, from, met != null,
                text, party(declared, commitment ? owner : decider, commitment ? "--owner" : "--decider"),
                about(declared), last, withdraw != null, items.stream().map(item -> new Word(key(item),
                        new Place("", 1, 1))).toList(), new Place("", 1, 1)), known);
    }

    /** An entry that goes with those before it: days only go on, and what changes nothing is not written. */
    private RecordedEntry checked(RecordedEntry entry, List<RecordedEntry> known) {
        List<RecordedEntry> same = known.stream().filter(each -> each.id().equals(entry.id())).toList();
        if (!same.isEmpty() && entry.on().isBefore(same.getLast().on())) {
            throw new BadInput("'" + entry.id() + "' was written of on " + same.getLast().on() + ", and " + entry.on()
                    + " is before: lines are only added. Perhaps leave the day out, or give another --id.");
        }
        if (same.stream().anyMatch(each -> each.says(entry))) {
            throw new BadInput("This is written already, word for word. Perhaps give another --due, or another --id.");
        }
        return entry;
    }

    private static LocalDate day(String text, String option) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeException noDay) {
            throw new BadInput(option + " takes a day, not " + shown(text) + ". Perhaps write it like 2026-07-03.");
        }
    }

    private static String shown(String text) {
        return "'" + Page.fit(text, 40) + "'";
    }

    private static String text(@Nullable String text, String what) {
        String given = text == null ? "" : text;
        if (given.length() > RecordedText.mostChars()) {
            throw new BadInput(what.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + what.substring(1)
                    + " are longer than " + Page.count(RecordedText.mostChars())
                    + " characters. Perhaps put them into a page, and its name here.");
        }
        return given;
    }

    private static String key(String item) {
        String key = item.strip();
        if (key.isEmpty() || key.length() > 200) {
            throw new BadInput("--item takes the key of an item, not " + shown(item) + ". Perhaps ALRT-12.");
        }
        return key;
    }

    /** A team or role; one that the charter knows, where there is one. */
    private String party(@Nullable Declared declared, @Nullable String named, String option) {
        String party = named == null ? "" : named.strip();
        return known(party, declared == null ? List.of() : declared.parties(), option, "teams and roles");
    }

    private String about(@Nullable Declared declared) {
        List<String> ids = new ArrayList<>();
        if (declared != null) {
            declared.priorities().forEach(each -> ids.add(each.id().text()));
            declared.teams().forEach(team -> {
                ids.add(team.id().text());
                team.owns().forEach(area -> ids.add(area.text()));
            });
        }
        return known(about == null ? "" : about.strip(), ids, "--about", "priorities, teams and areas");
    }

    private static String known(String given, Collection<String> ids, String option, String what) {
        if (!given.isEmpty() && !ids.isEmpty() && !ids.contains(given)) {
            throw new BadInput(option + ": the charter has no " + shown(given) + " among its " + what + ". "
                    + Nearest.perhaps(Page.fit(given, 80), ids, what) + ".");
        }
        if (!given.isEmpty() && ids.isEmpty() && given.length() > 80) {
            throw new BadInput(option + " takes an id, not " + shown(given) + ". Perhaps a shorter one.");
        }
        return given;
    }

    private static String said(RecordedEntry entry) {
        String since = (entry.meeting() ? "of the meeting of " : "from ") + entry.on();
        return entry.id() + " " + since + (entry.withdrawn() ? ", taken back"
                : entry.due() == null ? "" : ", due " + entry.due())
                + (entry.items().isEmpty() ? "" : ", shown by " + Page.count(entry.items().size())
                        + (entry.items().size() == 1 ? " item" : " items"));
    }
}
