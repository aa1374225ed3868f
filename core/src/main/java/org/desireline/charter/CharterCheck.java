package org.desireline.charter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.desireline.journal.Trouble.Severity;
import org.desireline.journal.Verb;
import org.jspecify.annotations.Nullable;

/**
 * Finds what contradicts itself, leads nowhere or cannot be in what was declared.
 *
 * <p>An error is what would make the order, the teams or a gate mean something else than was written: such a charter is
 * not used. All else is a warning; what is only superfluous is a note. Cost: O(n²) in entries, which are few.
 */
public final class CharterCheck {

    /** Verbs that no source tells of yet: a reward on them could never be seen. */
    private static final Set<String> UNHEARD = Set.of("scheduled", "paged", "met", "away", "declared");

    private final Declared declared;
    private final List<Mistake> mistakes = new ArrayList<>();
    private final TreeSet<String> parties;
    private final List<String> priorities;

    private CharterCheck(Declared declared, Collection<String> otherParties) {
        this.declared = declared;
        parties = new TreeSet<>(declared.parties());
        parties.addAll(otherParties);
        priorities = declared.priorities().stream().map(priority -> priority.id().text()).toList();
    }

    /** What is wrong with the charter of an organisation. */
    public static List<Mistake> of(Declared declared) {
        return new CharterCheck(declared, List.of()).check(declared.kinds());
    }

    /** What is wrong with the charter of a team; it may name teams, roles and pressures of the organisation. */
    public static List<Mistake> ofTeam(Declared declared, Declared organisation) {
        TreeSet<String> kinds = new TreeSet<>(declared.kinds());
        kinds.addAll(organisation.kinds());
        return new CharterCheck(declared, organisation.parties()).check(List.copyOf(kinds));
    }

    private List<Mistake> check(List<String> kinds) {
        duplicates();
        priorities();
        mistakes.addAll(new TradeoffCheck(declared, kinds).mistakes());
        declared.teams().forEach(this::team);
        people();
        areas();
        decisions();
        declared.incentives().forEach(this::incentive);
        declared.commitments().forEach(this::commitment);
        pressures();
        path();
        TreeSet<String> classes = new TreeSet<>(parties);
        classes.addAll(priorities);
        declared.teams().forEach(team -> team.owns().forEach(area -> classes.add(area.text())));
        declared.gates().forEach(gate -> GateCheck.check(gate, classes, mistakes));
        return mistakes.stream().sorted().toList();
    }

    private void add(Severity severity, Place place, String what, String perhaps) {
        mistakes.add(Mistake.of(severity, place, what, perhaps));
    }

    private void duplicates() {
        twice(declared.priorities().stream().map(Declared.Priority::id).toList(), "priority");
        List<Word> owners = new ArrayList<>(declared.teams().stream().map(Declared.Team::id).toList());
        owners.addAll(declared.roles().stream().map(Declared.Role::id).toList());
        twice(owners, "team or role");
        twice(declared.incentives().stream().map(Declared.Incentive::id).toList(), "incentive");
        declared.incentives().forEach(incentive ->
                twice(incentive.options().stream().map(Declared.Option::id).toList(), "option"));
        twice(declared.commitments().stream().map(Declared.Commitment::id).toList(), "commitment");
        twice(declared.decisions().stream().map(Declared.DecisionRight::right).toList(), "decision right");
        twice(declared.gates().stream().map(gate -> new Word(gate.name(), gate.place())).toList(), "gate");
    }

    private void twice(List<Word> ids, String what) {
        Map<String, Word> first = new HashMap<>();
        for (Word id : ids) {
            Word other = first.putIfAbsent(id.text(), id);
            if (other != null) {
                add(Severity.ERROR, id.place(), "the " + what + " `" + id + "` is declared twice, first in line "
                        + other.place().line(), "Perhaps give one of the two another name");
            }
        }
    }

    private void priorities() {
        int shares = 0;
        for (Declared.Priority priority : declared.priorities()) {
            owner(priority.owner());
            if (priority.includes().isEmpty()) {
                add(Severity.WARNING, priority.id().place(), "nothing belongs to the priority `" + priority.id() + "`",
                        "Perhaps say what it `includes:`");
            }
            int before = shares;
            shares += priority.share() == null ? 0 : priority.share().hundredths();
            if (before <= Share.WHOLE && shares > Share.WHOLE) {
                add(Severity.WARNING, priority.place(), "with this one, the shares of attention add up to "
                        + percent(shares), "Perhaps lower some of them");
            }
        }
    }

    private static String percent(int hundredths) {
        String rest = Integer.toString(Share.WHOLE / 100 + hundredths % 100).substring(1).replaceAll("0+$", "");
        return hundredths / 100 + (rest.isEmpty() ? "" : "." + rest) + "%";
    }

    private void owner(@Nullable Word owner) {
        if (owner != null && !parties.contains(owner.text())) {
            add(Severity.WARNING, owner.place(), "there is no team or role `" + owner + "`",
                    Nearest.perhaps(owner.text(), parties, "teams and roles"));
        }
    }

    private void team(Declared.Team team) {
        Capacity capacity = team.capacity();
        Integer limit = team.wipLimit();
        if (capacity != null && !team.members().isEmpty() && capacity.people() > distinct(team)) {
            add(Severity.WARNING, team.place(), "the capacity of `" + team.id() + "` counts " + capacity.people()
                    + " people, and the team has " + distinct(team), "Perhaps you meant " + distinct(team) + " x "
                    + capacity.hours() + "h");
        }
        if (limit != null && limit < 1) {
            add(Severity.ERROR, team.place(), "with a `wip-limit` of " + limit + ", `" + team.id()
                    + "` could work on nothing", "Perhaps leave it out");
        }
        if (distinct(team) < team.members().size()) {
            add(Severity.WARNING, team.place(), "somebody is named twice in `" + team.id() + "`", "");
        }
    }

    private static int distinct(Declared.Team team) {
        return new HashSet<>(team.members().stream().map(Word::text).toList()).size();
    }

    /** People who are counted with so many hours in several teams that no week has them. */
    private void people() {
        long week = weekMillis();
        Map<String, Long> before = new HashMap<>();
        for (Declared.Team team : declared.teams()) {
            Capacity capacity = team.capacity();
            if (capacity == null) {
                continue;
            }
            int over = 0;
            long most = 0;
            for (String member : new TreeSet<>(team.members().stream().map(Word::text).toList())) {
                long earlier = before.getOrDefault(member, 0L);
                long now = before.merge(member, capacity.personMillis(), Long::sum);
                if (earlier > 0 && now > week) {
                    over++;
                    most = Math.max(most, now);
                }
            }
            if (over > 0) {
                add(Severity.WARNING, team.place(), over + (over == 1 ? " person" : " people") + " of `" + team.id()
                        + "` also " + (over == 1 ? "counts" : "count") + " in another team: up to " + hours(most)
                        + " hours of a week that has " + hours(week), "Perhaps split their hours between the teams");
            }
            if (capacity.personMillis() > week && !team.members().isEmpty()) {
                add(Severity.WARNING, team.place(), "the capacity of `" + team.id() + "` counts " + capacity.hours()
                        + " hours a person, and the week has " + hours(week), "Perhaps leave room for meetings");
            }
        }
    }

    private long weekMillis() {
        org.desireline.time.WorkWeek week = declared.weekOrAssumed();
        int days = Math.floorMod(week.last().getValue() - week.first().getValue(), 7) + 1;
        long opens = week.opens().toNanoOfDay() / 1_000_000;
        long closes = week.closes().toNanoOfDay() / 1_000_000;
        return days * ((closes == 0 ? 24 * 3_600_000L : closes) - opens);
    }

    private static String hours(long millis) {
        long tenths = Math.round(millis / 360_000.0);
        return tenths / 10 + (tenths % 10 == 0 ? "" : "." + tenths % 10);
    }

    private void areas() {
        Map<String, Declared.Team> claimed = new HashMap<>();
        for (Declared.Team team : declared.teams()) {
            for (Area area : team.owns()) {
                Declared.Team other = claimed.putIfAbsent(area.text(), team);
                if (other != null) {
                    add(Severity.WARNING, area.place(), "`" + area.text() + "` is claimed " + (other.equals(team)
                            ? "twice" : "by `" + other.id() + "` too, in line " + other.place().line()),
                            other.equals(team) ? "Perhaps remove one" : "Perhaps leave it to one of the two");
                }
            }
        }
        boolean byComponent = claimed.keySet().stream().anyMatch(area -> area.startsWith("component:"));
        for (Declared.Priority priority : declared.priorities()) {
            for (Word component : priority.includes().components()) {
                if (byComponent && !claimed.containsKey("component:" + component)) {
                    add(Severity.NOTE, component.place(), "no team owns the component `" + component + "` of `"
                            + priority.id() + "`", "Perhaps add `component:" + component + "` to what a team owns");
                }
            }
        }
    }

    private void decisions() {
        for (Declared.DecisionRight decision : declared.decisions()) {
            decision.decides().forEach(this::owner);
        }
    }

    private void incentive(Declared.Incentive incentive) {
        String event = incentive.event().text();
        TreeSet<String> known = new TreeSet<>(Arrays.stream(Phase.values()).map(Phase::name).toList());
        Arrays.stream(Verb.values()).map(Verb::name).forEach(known::add);
        if (!known.contains(event)) {
            add(Severity.WARNING, incentive.event().place(), "`" + event + "` is no event: this reward is never seen",
                    Nearest.perhaps(event, known, "events and phases"));
        } else if (UNHEARD.contains(event)) {
            add(Severity.WARNING, incentive.event().place(), "no source tells of `" + event
                    + "` yet: this reward is never seen", "Perhaps reward what it leads to, such as done");
        }
    }

    private void commitment(Declared.Commitment commitment) {
        Word owner = commitment.owner();
        if (owner == null) {
            add(Severity.WARNING, commitment.place(), "nobody owns the commitment `" + commitment.id() + "`",
                    parties.isEmpty() ? "" : "Perhaps add `owner: " + parties.first() + "`");
        } else {
            owner(owner);
        }
        if (commitment.due().isBefore(commitment.decided())) {
            add(Severity.WARNING, commitment.place(), "the commitment `" + commitment.id() + "` was due on "
                    + commitment.due() + ", before it was decided on " + commitment.decided()
                    + ": it is a record, not a promise", "Perhaps swap the two days");
        }
        if (commitment.items().isEmpty() && commitment.where() == null) {
            add(Severity.WARNING, commitment.place(), "nothing shows whether the commitment `" + commitment.id()
                    + "` is kept", "Perhaps add `evidence: { items: [KEY-1] }`");
        }
    }

    private void pressures() {
        for (Declared.Pressure pressure : declared.pressures()) {
            String kind = pressure.kind().text();
            if (Declared.CONDITIONS.contains(kind)) {
                add(Severity.ERROR, pressure.kind().place(), "`" + kind + "` cannot be a kind of pressure: tradeoffs"
                        + " use the word for something else", "Perhaps name it after its cause, such as freeze");
            }
            boolean dated = pressure.from() != null || pressure.to() != null;
            if (!dated && pressure.where() == null) {
                add(Severity.ERROR, pressure.place(), "it is not said when there is pressure of the kind"
                        + " `" + kind + "`",
                        "Perhaps add `from:` and `to:`, or `where:`");
            }
            if (dated && pressure.where() != null) {
                add(Severity.ERROR, pressure.place(), "pressure is either by days or where an expression holds",
                        "Perhaps make two entries of the kind `" + kind + "`");
            }
            if (pressure.from() != null && pressure.to() != null && pressure.to().isBefore(pressure.from())) {
                add(Severity.ERROR, pressure.place(), "this time of pressure ends on " + pressure.to()
                        + ", before it begins on " + pressure.from(), "Perhaps swap the two days");
            }
        }
    }

    private void path() {
        List<Declared.Rule> rules = declared.path();
        for (int i = 0; i < rules.size(); i++) {
            for (int j = 0; j < i; j++) {
                String why = PathCheck.contradiction(rules.get(j).rule(), rules.get(i).rule());
                if (!why.isEmpty()) {
                    add(Severity.WARNING, rules.get(i).place(), "`" + rules.get(i).rule().text() + "` contradicts `"
                            + rules.get(j).rule().text() + "` in line " + rules.get(j).place().line() + ": " + why,
                            "Perhaps remove one of the two");
                }
            }
            String alone = PathCheck.impossible(rules.get(i).rule());
            if (!alone.isEmpty()) {
                add(Severity.WARNING, rules.get(i).place(), alone, "Perhaps a word is misspelt");
            }
        }
    }
}
