package org.desireline.app.charterfile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.desireline.charter.Declared;
import org.desireline.charter.Intent;
import org.desireline.charter.Membership;
import org.desireline.charter.Nearest;
import org.desireline.charter.Phase;
import org.desireline.charter.Place;
import org.desireline.charter.StatusMap;
import org.desireline.charter.Word;
import org.desireline.journal.Journal;
import org.desireline.journal.Trouble;
import org.desireline.journal.Trouble.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Resolves declared charters against a journal: names become codes, expressions become the step function of each item.
 *
 * <p>Cost: one pass over the attributes of all events; an expression is evaluated once for each combination of the
 * values that it looks at, so that a million events are a matter of seconds.
 */
public final class CharterCompiler {

    private final List<DeclaredVersion> versions;
    private final Journal journal;
    private final StatusMap guessed;
    private final StatusMap statuses;
    private final Members people;
    private final ClassCodes codes;
    private final Map<String, Declared> own;
    private final List<Trouble> troubles = new ArrayList<>();

    private CharterCompiler(
            List<DeclaredVersion> versions, Map<String, Declared> own, Journal journal, StatusMap guessed,
            Members people) {
        this.own = own;
        this.versions = List.copyOf(versions);
        this.journal = journal;
        this.people = people;
        this.guessed = guessed;
        statuses = guessed.with(versions.getLast().declared().statuses());
        codes = ClassCodes.of(versions.stream().map(DeclaredVersion::declared).toList());
    }

    /** Compiles charters where no team has one of its own. */
    public static Compiled compile(
            List<DeclaredVersion> versions, Journal journal, StatusMap guessed, long asOfMillis, Members people) {
        return compile(versions, Map.of(), journal, guessed, asOfMillis, people);
    }

    /**
     * Compiles.
     *
     * @param versions as they were loaded, without errors; at least one
     * @param own the charters that teams have of their own, by id of the team
     * @param guessed what statuses stand for where the charter says nothing
     * @param asOfMillis the instant up to which the data are read
     */
    public static Compiled compile(
            List<DeclaredVersion> versions, Map<String, Declared> own, Journal journal, StatusMap guessed,
            long asOfMillis, Members people) {
        if (versions.isEmpty()) {
            throw new IllegalArgumentException("There is no version to compile. Perhaps the charter has errors: ask"
                    + " Loaded.hasErrors() first.");
        }
        return new CharterCompiler(versions, own, journal, guessed, people).compile(asOfMillis);
    }

    private Compiled compile(long asOfMillis) {
        Declared newest = versions.getLast().declared();
        Intent intent = new Intent(versions.stream().map(this::version).toList(), names(codes.priorities()),
                names(codes.teams()), names(codes.areas()), names(codes.pressures()), names(codes.rights()));
        SidesMaker.Made made = SidesMaker.of(versions, own, asOfMillis);
        troubles.addAll(made.troubles());
        unknownPeople(newest);
        unknownStatuses(newest);
        MembershipMaker maker = new MembershipMaker(versions, codes, statuses, journal, asOfMillis);
        Membership membership = maker.make();
        troubles.addAll(maker.troubles());
        return new Compiled(intent.with(made.sides()), membership, statuses, newest,
                troubles.stream().sorted().toList());
    }

    private static List<String> names(Map<String, Place> names) {
        return List.copyOf(names.keySet());
    }

    private Intent.Version version(DeclaredVersion version) {
        Declared declared = version.declared();
        List<Intent.Preference> preferences = new ArrayList<>();
        for (Declared.Tradeoff rule : declared.tradeoffs()) {
            for (Word over : rule.over()) {
                preferences.add(new Intent.Preference(
                        ClassCodes.code(codes.priorities(), rule.prefer().text()),
                        ClassCodes.code(codes.priorities(), over.text()), rule.condition(),
                        rule.kind().isEmpty() ? Intent.NONE : ClassCodes.code(codes.pressures(), rule.kind()),
                        from(declared, rule.from()), to(declared, rule.to())));
            }
        }
        List<Intent.Period> periods = declared.pressures().stream().filter(CharterCompiler::isDated)
                .map(pressure -> new Intent.Period(ClassCodes.code(codes.pressures(), pressure.kind().text()),
                        from(declared, pressure.from()), to(declared, pressure.to()))).toList();
        List<Intent.Team> teams = declared.teams().stream().map(team ->
                new Intent.Team(ClassCodes.code(codes.teams(), team.id().text()), tokens(team.members()),
                        team.capacity())).toList();
        return new Intent.Version(version.name(), version.fromMillis(), declared.assumed(),
                declared.priorities().stream().map(priority ->
                        ClassCodes.code(codes.priorities(), priority.id().text())).toList(),
                preferences, teams, periods, shares(declared), levels(declared), rights(declared));
    }

    private List<Intent.Right> rights(Declared declared) {
        List<Intent.Right> rights = new ArrayList<>();
        for (Declared.DecisionRight decision : declared.decisions()) {
            List<String> parties = decision.decides().stream().map(Word::text).toList();
            Set<String> deciders = new HashSet<>();
            declared.teams().stream().filter(team -> parties.contains(team.id().text()))
                    .forEach(team -> deciders.addAll(tokens(team.members())));
            declared.roles().stream().filter(role -> parties.contains(role.id().text()))
                    .forEach(role -> deciders.addAll(tokens(role.members())));
            rights.add(new Intent.Right(ClassCodes.code(codes.rights(), decision.right().text()), deciders,
                    decision.where() != null));
        }
        return rights;
    }

    private Map<Integer, Double> shares(Declared declared) {
        Map<Integer, Double> shares = new HashMap<>();
        for (Declared.Priority priority : declared.priorities()) {
            if (priority.share() != null) {
                shares.put(ClassCodes.code(codes.priorities(), priority.id().text()), priority.share().fraction());
            }
        }
        return shares;
    }

    private List<Intent.Level> levels(Declared declared) {
        List<Intent.Level> levels = new ArrayList<>();
        for (Declared.Role role : declared.roles()) {
            if (role.level() != null) {
                levels.add(new Intent.Level(role.level(), tokens(role.members())));
            }
        }
        return levels;
    }

    private static boolean isDated(Declared.Pressure pressure) {
        return pressure.from() != null || pressure.to() != null;
    }

    private static long from(Declared declared, @Nullable LocalDate day) {
        return day == null ? Long.MIN_VALUE : day.atStartOfDay(declared.zone()).toInstant().toEpochMilli();
    }

    /** A last day ends at 24:00. */
    private static long to(Declared declared, @Nullable LocalDate day) {
        return day == null ? Long.MAX_VALUE : from(declared, day.plusDays(1));
    }

    private Set<String> tokens(List<Word> members) {
        Set<String> tokens = new HashSet<>();
        members.forEach(member -> tokens.addAll(people.tokens().apply(member.text())));
        return tokens;
    }

    /** Members without an account. Their names are not told, only where they stand: outputs name nobody. */
    private void unknownPeople(Declared newest) {
        List<Word> all = new ArrayList<>();
        newest.teams().forEach(team -> all.addAll(team.members()));
        newest.roles().forEach(role -> all.addAll(role.members()));
        for (Word member : all) {
            if (people.tokens().apply(member.text()).isEmpty()) {
                boolean near = !Nearest.of(member.text(), people.names()).isEmpty();
                troubles.add(new Trouble(Severity.WARNING, member.place().toString(), "no account is known for the name"
                        + " written here: what it did counts for no team. Perhaps " + (near
                        ? "it is misspelt: people.yaml has one that is nearly the same" : "add it to people.yaml"), 1));
            }
        }
    }

    /** Statuses that the data do not have. */
    private void unknownStatuses(Declared newest) {
        Map<String, Map<String, Phase>> known = guessed.phases();
        TreeSet<String> all = new TreeSet<>();
        known.values().forEach(phases -> all.addAll(phases.keySet()));
        for (Declared.StatusWord word : newest.statuses()) {
            String where = word.status().place().toString();
            String status = word.status().text();
            if (!word.scope().isEmpty() && !known.containsKey(word.scope())) {
                troubles.add(new Trouble(Severity.WARNING, where, "the data have no project '" + word.scope() + "'. "
                        + Nearest.perhaps(word.scope(), known.keySet(), "projects"), 1));
            } else if (word.scope().isEmpty() ? !all.contains(status)
                    : !known.getOrDefault(word.scope(), Map.of()).containsKey(status)) {
                troubles.add(new Trouble(Severity.WARNING, where, "the data have no status '" + status + "'. "
                        + Nearest.perhaps(status, all, "statuses"), 1));
            }
        }
    }
}
