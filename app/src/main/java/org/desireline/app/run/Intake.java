package org.desireline.app.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.desireline.app.git.GitFolder;
import org.desireline.app.source.Sources;
import org.desireline.app.store.FolderWorkspace;
import org.desireline.app.store.Imported;
import org.desireline.app.store.Workspace;
import org.desireline.journal.Event;
import org.desireline.journal.Journal;
import org.desireline.journal.Source;
import org.desireline.journal.SourceException;
import org.desireline.journal.Trouble;
import org.desireline.journal.Troubles;

/** Brings exports into a workspace, each unless it is the one that was read before. */
public final class Intake {

    /**
     * What became of an export.
     *
     * @param name the last part of its path
     * @param unchanged whether it is the one that was read before, and so was not read again
     * @param events events delivered
     * @param added events that were not known before
     * @param troubles troubles met, counted
     */
    public record Taken(String name, boolean unchanged, long events, long added, long troubles) {}

    /**
     * What became of all of them.
     *
     * @param taken exports that were asked for and are in the workspace
     * @param failures exports that could not be read at all
     * @param exports how many exports the workspace holds now
     * @param keeps whether the workspace outlives the process
     */
    public record Report(List<Taken> taken, List<SourceException> failures, int exports, boolean keeps) {

        public Report {
            taken = List.copyOf(taken);
            failures = List.copyOf(failures);
        }
    }

    private static final long DAY_MILLIS = 24 * 3_600_000L;
    /** Two exports that end further apart than this were not taken together. */
    private static final long MOST_DAYS_APART = 14;
    private static final int SAY_EVERY = 5_000;

    private final Workspace workspace;
    private final Tokens tokens;
    private final Consumer<String> progress;
    private final List<Taken> taken = new ArrayList<>();
    private final List<SourceException> failures = new ArrayList<>();
    private final Map<String, Set<String>> called = new TreeMap<>();
    private People people;
    private final TableColumns columns;
    private final RecordMappings records;

    private Intake(Workspace workspace, Tokens tokens, RecordMappings records, Consumer<String> progress) {
        this.workspace = workspace;
        this.tokens = tokens;
        this.records = records;
        this.progress = progress;
        people = people(workspace);
        columns = TableColumns.of(workspace);
        people.accounts().forEach(tokens::apply);
    }

    /** Who is who in a workspace, as far as the reader or an import said. */
    static People people(Workspace workspace) {
        return People.read(workspace.place(Workspace.PEOPLE), workspace.text(Workspace.PEOPLE));
    }

    /** The same, and every account met in this run; what they are called is told when an export was read to its end. */
    static People everybody(Workspace workspace, Tokens tokens) {
        return People.read(workspace.place(Workspace.PEOPLE), people(workspace).seeing(tokens.met(), Map.of()));
    }

    /**
     * Imports into a folder and measures nothing.
     *
     * @param again whether to read also what was read before
     * @param progress receives a line a step, for talk
     * @throws SourceException where no export could be read
     */
    public static Report run(Path home, List<Path> paths, boolean again, Consumer<String> progress) {
        try (FolderWorkspace workspace = FolderWorkspace.in(home, progress)) {
            Report report = of(workspace, new Tokens(workspace.secret()), paths, again, progress);
            if (report.taken().isEmpty() && !report.failures().isEmpty()) {
                throw report.failures().getFirst();
            }
            return report;
        }
    }

    /** Imports what is asked for, and what the first release kept a list of. */
    static Report of(
            Workspace workspace, Tokens tokens, List<Path> named, boolean again, Consumer<String> progress) {
        RecordMappings records =
                RecordMappings.of(workspace, named.stream().filter(RecordMappings::isMapping).toList());
        Records.of(workspace, named.stream().filter(Records::isOne).toList(), null);
        List<Path> paths = named.stream().filter(path -> !RecordMappings.isMapping(path) && !Records.isOne(path))
                .toList();
        Intake intake = new Intake(workspace, tokens, records, progress);
        Set<Path> asked = new HashSet<>();
        TreeMap<String, Imported> known = new TreeMap<>();
        workspace.imported().forEach(export -> known.put(export.path().toString(), export));
        List<Path> former = workspace instanceof FolderWorkspace folder ? folder.formerSources() : List.of();
        List<Path> all = new ArrayList<>(former);
        all.addAll(paths);
        // What is said of the columns of their tables, or of their records, changes what they hold.
        known.values().stream().filter(export -> intake.columns.isChanged(export.name())
                || records.isChanged(export.path())).map(Imported::path)
                .filter(path -> !paths.stream().map(each -> each.toAbsolutePath().normalize()).toList().contains(path))
                .forEach(all::add);
        for (Path path : all) {
            if (asked.add(path.toAbsolutePath().normalize())) {
                intake.take(path, known, again, former.contains(path) && !paths.contains(path));
            }
        }
        records.keep(workspace);
        if (workspace instanceof FolderWorkspace folder) {
            folder.forgetFormerSources();
        }
        return new Report(intake.taken, intake.failures, workspace.imported().size(), workspace.keeps());
    }

    private void take(Path path, Map<String, Imported> known, boolean again, boolean former) {
        Imported export = Imported.of(path);
        progress.accept("Reading " + export.name());
        Imported before = known.get(export.path().toString());
        boolean forced = again || columns.isChanged(export.name()) || records.isChanged(path);
        if (workspace.keeps()) {
            if (!forced && before != null && before.finished()
                    && before.footprint().stamp().equals(export.footprint().stamp())) {
                taken.add(new Taken(export.name(), true, before.events(), 0, 0));
                return;
            }
            export = export.withContent();
            if (!forced && before != null && before.finished() && !export.content().isEmpty()
                    && before.content().equals(export.content())) {
                taken.add(new Taken(export.name(), true, before.events(), 0, 0));
                return;
            }
        }
        String step = "Reading " + export.name() + ": ";
        try {
            Set<String> outdated = GitFolder.isAt(path) ? records.outdated(workspace, path) : columns.outdated();
            Workspace.Appended appended = workspace.append(export,
                    remembering(Sources.of(path, tokens, this::called, columns, records.mappings())), outdated,
                    events -> {
                if (events % SAY_EVERY == 0) {
                    progress.accept(step + events + " events");
                }
            });
            columns.keep(workspace);
            records.wasRead(workspace, path);
            taken.add(new Taken(export.name(), false, appended.export().events(), appended.added(),
                    appended.troubles()));
        } catch (SourceException failed) {
            if (failed.source().equals(workspace.place(Workspace.JOURNAL))) {
                throw failed;
            }
            failures.add(!former ? failed : new SourceException(failed.kind(), failed.source(), failed.retryable(),
                    failed.getMessage() + " It was looked at before; nothing of it is kept now."));
        }
    }

    private void called(String account, String name) {
        called.computeIfAbsent(account, none -> new TreeSet<>()).add(name);
    }

    /** The source, which writes down the accounts it met before anything says that it was read to its end. */
    private Source remembering(Source source) {
        return new Source() {
            @Override
            public String name() {
                return source.name();
            }

            @Override
            public void read(Consumer<Event> events, Consumer<Trouble> troubles) {
                source.read(events, troubles);
                workspace.keep(Workspace.PEOPLE, people.seeing(tokens.met(), called));
                people = people(workspace);
            }
        };
    }

    /**
     * What the exports themselves told, and what is wrong with them taken together. A repository ends with the last
     * commit that names an item, and leaves nothing open.
     *
     * @param all the exports
     * @param lastMillis the latest event of the journal: not all that exports deliver belongs to an item
     */
    static List<Trouble> troubles(List<Imported> all, Journal journal, long lastMillis) {
        Troubles troubles = new Troubles();
        journal.troubles().forEach(troubles::add);
        all.stream().filter(export -> !export.finished()).forEach(export ->
                troubles.add(new Trouble(Trouble.Severity.ERROR, export.name(), "was not read to its end: the import"
                        + " was interrupted. Perhaps import it again", 1)));
        List<Imported> whole = all.stream().filter(Imported::finished)
                .filter(export -> !GitFolder.isAt(export.path())).toList();
        for (Imported export : whole) {
            long days = (lastMillis - export.latestMillis()) / DAY_MILLIS;
            if (days > MOST_DAYS_APART) {
                troubles.add(new Trouble(Trouble.Severity.WARNING, export.name(),
                        "ends " + days + " days before another export does: its open items count as open until then."
                                + " Perhaps look at one at a time, with --throwaway or another --home", 1));
            }
        }
        return troubles.counted();
    }
}
