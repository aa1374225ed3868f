package org.desireline.app.run;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.desireline.app.charterfile.Compiled;
import org.desireline.app.charterfile.UndertakingCompiler;
import org.desireline.app.store.FolderWorkspace;
import org.desireline.app.store.Imported;
import org.desireline.app.store.ThrowawayWorkspace;
import org.desireline.app.store.Workspace;
import org.desireline.charter.Charter;
import org.desireline.charter.Intent;
import org.desireline.charter.Membership;
import org.desireline.charter.Phase;
import org.desireline.instrument.Instruments;
import org.desireline.instrument.Reading;
import org.desireline.journal.Field;
import org.desireline.journal.Journal;
import org.desireline.journal.SourceException;
import org.desireline.journal.Trouble;
import org.desireline.journal.Verb;
import org.desireline.part.Activities;
import org.desireline.part.Assembler;
import org.desireline.part.Assembly;
import org.desireline.part.ClassTable;
import org.desireline.part.Frame;
import org.desireline.part.Profile;
import org.desireline.part.Trace;
import org.desireline.publish.Deadline;
import org.desireline.publish.Fate;
import org.desireline.publish.Head;
import org.desireline.publish.ItemPage;
import org.desireline.publish.Published;
import org.desireline.publish.Publisher;
import org.desireline.time.Window;
import org.desireline.watch.Kept;
import org.jspecify.annotations.Nullable;

/** One run from exports to published readings. */
public final class Analysis {

    /**
     * What is asked for.
     *
     * @param paths exports to look at, empty for those the workspace knows
     * @param home the workspace
     * @param throwaway whether to keep nothing
     * @param window window as asked for
     * @param asOf a day or an instant, or null for the latest event
     * @param zone a zone, or null to guess it
     * @param charter the charter to go by, or null for the tracker's own order
     * @param threads number of threads
     */
    public record Request(
            List<Path> paths,
            Path home,
            boolean throwaway,
            String window,
            @Nullable String asOf,
            @Nullable String zone,
            @Nullable Path charter,
            int threads) {

        public Request {
            paths = List.copyOf(paths);
        }
    }

    /**
     * The rules a run went by that a charter may state otherwise.
     *
     * @param week the working week, as a charter states it
     * @param statuses source and project to status to phase
     */
    public record Rules(String week, Map<String, Map<String, Phase>> statuses) {

        public Rules {
            statuses = Collections.unmodifiableMap(new TreeMap<>(statuses));
        }
    }

    private final Published published;
    private final Journal journal;
    private final Assembly assembly;
    private final Rules rules;
    private final String guesses;
    private final Intake.Report intake;
    private final Kept kept;

    private Analysis(
            Published published,
            Journal journal,
            Assembly assembly,
            Rules rules,
            String guesses,
            Intake.Report intake,
            Kept kept) {
        this.kept = kept;
        this.published = published;
        this.journal = journal;
        this.assembly = assembly;
        this.rules = rules;
        this.guesses = guesses;
        this.intake = intake;
    }

    /**
     * Runs.
     *
     * @param progress receives a line a step, for talk
     * @throws SourceException where no source could be read
     * @throws BadInput where something asked for cannot be
     */
    public static Analysis run(Request request, Consumer<String> progress) {
        try (Workspace workspace = request.throwaway() ? new ThrowawayWorkspace()
                : FolderWorkspace.in(request.home(), progress)) {
            return run(workspace, request, progress);
        }
    }

    private static Analysis run(Workspace workspace, Request request, Consumer<String> progress) {
        Declaration declaration = request.charter() == null ? null : Declaration.usable(request.charter());
        Tokens tokens = new Tokens(workspace.secret());
        Intake.Report intake = Intake.of(workspace, tokens, request.paths(), false, progress);
        Records records = Records.of(workspace, List.of(), request.charter());
        People people = Intake.everybody(workspace, tokens);
        Persons persons = Persons.of(people, tokens);
        Journal journal = workspace.journal(persons);
        List<Imported> exports = workspace.imported();
        workspace.release();
        if (journal.eventCount() == 0) {
            throw nothing(intake);
        }
        progress.accept("Counting " + journal.eventCount() + " events");
        Profile profile = Profile.of(journal);
        Guess guess = guess(workspace, journal, profile, persons, request.zone());
        ZoneId zone = declaration == null || declaration.newest().week() == null ? guess.charter().week().zone()
                : declaration.newest().zone();
        long last = Math.max(profile.lastMillis(), profile.firstMillis() + 1);
        long asOf = request.asOf() == null ? last : asOf(request.asOf(), zone);
        if (asOf <= profile.firstMillis()) {
            throw new BadInput("Nothing had happened by " + request.asOf() + ": the first event is of "
                    + Instant.ofEpochMilli(profile.firstMillis()) + ". Perhaps name a later day.");
        }
        Window window = window(request.window(), profile.firstMillis(), asOf, zone);
        List<Trouble> troubles = new ArrayList<>(Intake.troubles(exports, journal, profile.lastMillis()));
        troubles.addAll(guess.troubles());
        Charter charter = guess.charter();
        Membership membership = Membership.none();
        if (declaration != null) {
            progress.accept("Holding the charter against " + journal.itemCount() + " items");
            Compiled compiled = declaration.against(journal, charter, asOf, people, persons);
            declaration.mistakes().forEach(mistake -> troubles.add(mistake.trouble()));
            troubles.addAll(compiled.troubles());
            charter = Declaration.inForce(charter, compiled);
            membership = compiled.membership();
            workspace.keepCharters(declaration.texts());
            workspace.release();
        }
        UndertakingCompiler.Resolved resolved = UndertakingCompiler.resolve(
                declaration == null ? List.of() : declaration.loaded().versions(), records.entries(), journal,
                new UndertakingCompiler.Ground(charter.intent(), membership, charter.statuses(), zone, asOf));
        troubles.addAll(resolved.troubles());
        progress.accept("Assembling " + journal.itemCount() + " items");
        Assembly assembly =
                Assembler.assemble(journal, charter, membership, resolved.undertakings(), window, asOf);
        progress.accept("Measuring");
        List<Reading> readings = new LocalRunner(request.threads()).run(assembly, Instruments.all());
        assembly.checkStock();
        if (assembly.frame().facts().work().overlapMillis() > 0) {
            troubles.add(new Trouble(Trouble.Severity.WARNING, "recorded work",
                    "some overlaps other work of the same person; such time counts once", 1));
        }
        Published published = Publisher.publish(head(Profile.of(journal, asOf),
                Activities.of(journal, charter.bots(), asOf), guess, assembly.frame(), declaration, records),
                readings, Fate.of(assembly), troubles, smallestGroup(declaration));
        Rules rules = new Rules(guess.charter().week().text(), guess.charter().statuses().phases());
        return new Analysis(published, journal, assembly, rules, workspace.place(Workspace.GUESSES), intake,
                Kept.of(declaration == null ? List.of() : declaration.gates(), published));
    }

    static RuntimeException nothing(Intake.Report intake) {
        if (!intake.failures().isEmpty()) {
            return intake.failures().getFirst();
        }
        if (intake.exports() > 0) {
            return new BadInput("What was imported belongs to no item that is known: commits alone tell of none."
                    + " Perhaps name the tracker's export too: desireline look issues.zip");
        }
        return new BadInput("There is nothing to look at yet. Perhaps name an export: desireline look issues.zip");
    }

    private static Guess guess(
            Workspace workspace, Journal journal, Profile profile, Persons persons, @Nullable String zone) {
        GuessFile said = GuessFile.read(workspace.place(Workspace.GUESSES), workspace.text(Workspace.GUESSES));
        String last = workspace.text(Workspace.LAST_GUESSES);
        GuessFile edits = last == null ? said
                : said.edits(GuessFile.read(workspace.place(Workspace.LAST_GUESSES), last));
        Guess guess = Guess.of(journal, profile, persons, edits, TableColumns.of(workspace), zone);
        if (workspace.keeps()) {
            workspace.keep(Workspace.GUESSES, guess.file().text(guess.grounds()));
            workspace.keep(Workspace.LAST_GUESSES, guess.guessed().text(guess.grounds()));
        }
        return guess;
    }

    private static long asOf(String text, ZoneId zone) {
        try {
            return text.length() == 10
                    ? LocalDate.parse(text).plusDays(1).atStartOfDay(zone).toInstant().toEpochMilli() - 1
                    : Instant.parse(text).toEpochMilli();
        } catch (DateTimeParseException bad) {
            throw new BadInput("Not a day or an instant: '" + text
                    + "'. Perhaps write 2026-06-30 (its end) or 2026-06-30T12:00:00Z.");
        }
    }

    private static Window window(String text, long first, long asOf, ZoneId zone) {
        try {
            return Window.parse(text, first, asOf, zone);
        } catch (IllegalArgumentException bad) {
            throw new BadWindow(String.valueOf(bad.getMessage()));
        }
    }

    private static Head head(
            Profile profile, Activities activities, Guess guess, Frame frame, @Nullable Declaration declaration,
            Records records) {
        Frame.Facts facts = frame.facts();
        Head.Data data = new Head.Data(
                profile.items(), facts.containers(), profile.events(), profile.events(Verb.statusChanged),
                profile.events(Verb.assigned) + profile.events(Verb.unassigned), profile.priorityChanges(),
                profile.reopenedItems(), profile.reopenedEvents(), profile.events(Verb.commented),
                profile.events(Verb.logged), facts.bulkEdits(), profile.itemsWithChangeLog(), facts.actors(),
                facts.kappa(), facts.mu(), Head.Work.of(facts, smallestGroup(declaration)),
                Head.Activities.of(activities, smallestGroup(declaration)));
        ZoneId zone = frame.charter().week().zone();
        String from = Instant.ofEpochMilli(profile.firstMillis()).atZone(zone).toLocalDate().toString();
        String config = config(guess, frame, declaration, records);
        if (declaration == null) {
            return new Head(frame.asOfMillis(), frame.window(), zone.getId(), config, from, true,
                    guess.charter().priorities(), data, guess.assumptions());
        }
        Intent intent = frame.charter().intent();
        List<Head.Version> versions = intent.versions().stream().map(version -> new Head.Version(version.name(),
                version.assumed(), version.order().stream().map(intent.priorities()::get).toList())).toList();
        Intent.Version inForce = intent.at(frame.asOfMillis());
        // Before the first version there is no order: the data's first day stands for the time without one.
        return new Head(frame.asOfMillis(), frame.window(), zone.getId(), config,
                inForce == null ? from : inForce.name(), intent.versions().stream().anyMatch(Intent.Version::assumed),
                versions.getLast().priorities(), versions, data, guess.assumptions());
    }

    private static int smallestGroup(@Nullable Declaration declaration) {
        return declaration == null ? Publisher.SMALLEST_GROUP : declaration.newest().minGroup();
    }

    private static String config(Guess guess, Frame frame, @Nullable Declaration declaration, Records records) {
        String text = guess.file() + "|" + frame.window() + "|" + frame.asOfMillis()
                + (declaration == null ? "" : "|" + declaration.texts().stream()
                        .map(version -> version.fromDay() + " " + version.sha256()).toList() + declaration.own())
                + records.texts();
        return "sha256:" + Declaration.sha256(text);
    }

    /** What may be shown. */
    public Published published() {
        return published;
    }

    /** The rules this run went by. */
    public Rules rules() {
        return rules;
    }

    /** Where the guesses stand, empty where nothing is kept. */
    public String guesses() {
        return guesses;
    }

    /** Where the exports tell items without their past, and what fetches it; the largest gap first. */
    public List<Gap> gaps() {
        return Gap.of(journal);
    }

    /** The days by which something that is still open was promised. */
    public List<Deadline> deadlines() {
        return Deadline.of(journal, assembly);
    }

    /** What became of the gates of the charter that are about the window of this run; none without a charter. */
    public Kept kept() {
        return kept;
    }

    /** What was imported on the way. */
    public Intake.Report intake() {
        return intake;
    }

    /** The page of an item, by its present or a former key, in any case. */
    public Optional<ItemPage> item(String key) {
        int item = find(key);
        return item < 0 ? Optional.empty() : Optional.ofNullable(ItemPage.of(journal, assembly, item));
    }

    private int find(String key) {
        int[] found = {-1, -1};
        journal.read(batch -> {
            for (int row = 0; row < batch.size(); row++) {
                for (int i = batch.attributeStart()[row]; i < batch.attributeStart()[row + 1]; i++) {
                    String name = journal.text(batch.attributeName()[i]);
                    boolean isKey = name.equals(Field.KEY);
                    if ((isKey || name.equals(Field.ALIAS))
                            && journal.text(batch.attributeValue()[i]).equalsIgnoreCase(key.strip())) {
                        found[isKey ? 0 : 1] = batch.item()[row];
                    }
                }
            }
        });
        return found[0] >= 0 ? found[0] : found[1];
    }

    /** Hands over the trace of every item, by their ids; for tables of items, never for output as it is. */
    public void traces(Consumer<Trace> sink) {
        assembly.traces(0, 1, sink);
    }

    /** The id of the item of a trace. */
    public String itemId(Trace trace) {
        return journal.itemId(trace.item());
    }

    /** The classes of work told apart. */
    public ClassTable classes() {
        return assembly.frame().classes();
    }

    /** The events of this run; never for output as they are. */
    public Journal journal() {
        return journal;
    }

    /** "Perhaps you meant …", for the nearest of some ids. */
    public String nearest(String id, List<String> ids) {
        return GuessFile.perhaps(id, ids);
    }

    /** Keys that resemble one that is not there. */
    public List<String> similar(String key) {
        String project = key.replaceFirst("-.*", "").toUpperCase(Locale.ROOT) + "-";
        List<String> keys = new ArrayList<>();
        journal.read(batch -> {
            for (int row = 0; row < batch.size(); row++) {
                for (int i = batch.attributeStart()[row]; i < batch.attributeStart()[row + 1]; i++) {
                    if (journal.text(batch.attributeName()[i]).equals(Field.KEY)
                            && journal.text(batch.attributeValue()[i]).startsWith(project) && keys.size() < 3) {
                        keys.add(journal.text(batch.attributeValue()[i]));
                    }
                }
            }
        });
        return keys;
    }
}
