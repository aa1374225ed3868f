package org.desireline.app.charterfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.desireline.charter.Intent;
import org.desireline.charter.Membership;
import org.desireline.charter.Phase;
import org.desireline.charter.Relation;
import org.desireline.charter.StatusMap;
import org.desireline.journal.Event;
import org.desireline.journal.EventId;
import org.desireline.journal.Field;
import org.desireline.journal.Journal;
import org.desireline.journal.MemoryJournal;
import org.desireline.journal.Origin;
import org.desireline.journal.Ref;
import org.desireline.journal.Trouble;
import org.desireline.journal.Verb;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CharterCompilerTest {

    private static final long AS_OF = at("2026-12-31");
    private static final StatusMap STATUSES = new StatusMap(Map.of("hand/ONE",
            Map.of("Open", Phase.queued, "Doing", Phase.working, "Closed", Phase.done)));

    @TempDir
    private Path folder;

    private final MemoryJournal.Builder journal = new MemoryJournal.Builder();
    private int events;

    private static long at(String day) {
        return Instant.parse(day.length() == 10 ? day + "T00:00:00Z" : day).toEpochMilli();
    }

    private void event(String item, String day, Verb verb, String... fields) {
        TreeMap<String, String> attributes = new TreeMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            attributes.put(fields[i], fields[i + 1]);
        }
        if (verb == Verb.created) {
            attributes.putIfAbsent(Field.PROJECT, "ONE");
            attributes.putIfAbsent(Field.STATUS, "Open");
        }
        journal.add(new Event(EventId.of(item + events), at(day), verb, Ref.item("hand:x:" + item), null, List.of(),
                attributes, new Origin("hand", 0, "by-hand", events++)));
    }

    private Loaded load(String charter) throws IOException {
        Loaded loaded = CharterFiles.read(Files.writeString(folder.resolve("charter.yaml"), charter));
        assertThat(loaded.hasErrors()).as(loaded.text()).isFalse();
        return loaded;
    }

    private Compiled compile(String charter) throws IOException {
        return CharterCompiler.compile(load(charter).versions(), journal.build(), STATUSES, AS_OF,
                new Members(name -> name.equals("ada") ? Set.of("t1", "t2") : Set.of(), List.of("ada", "grace")));
    }

    private List<String> told(Compiled compiled) {
        return compiled.troubles().stream().map(trouble -> trouble.severity().label() + " "
                + trouble.where().replace(folder + java.io.File.separator, "") + " " + trouble.what() + " ("
                + trouble.count() + ")").toList();
    }

    /** The steps of an item as "day priority team area pressures". */
    private static List<String> steps(Compiled compiled, int item) {
        Membership membership = compiled.membership();
        Intent intent = compiled.intent();
        List<String> steps = new ArrayList<>();
        for (int step = membership.first(item); step < membership.first(item + 1); step++) {
            steps.add(Instant.ofEpochMilli(membership.atMillis(step)).toString().substring(0, 10) + " "
                    + name(intent.priorities(), membership.priority(step)) + " "
                    + name(intent.teams(), membership.team(step)) + " "
                    + name(intent.areas(), membership.area(step)) + " " + membership.pressures(step));
        }
        return steps;
    }

    private static String name(List<String> names, int code) {
        return code == Intent.NONE ? "-" : names.get(code);
    }

    private static final String TWO = """
            from: 2026-01-01
            priorities:
              - { id: safety, includes: { labels: [safe], where: "type == 'Bug' && severity <= 2" } }
              - { id: growth, includes: { labels: [grow], components: [Shop] } }
            """;

    @Test
    void anItemBelongsToTheFirstPriorityThatIncludesItAsItWasThen() throws IOException {
        event("1", "2026-02-01", Verb.created, Field.LABEL, "grow");
        event("1", "2026-03-01", Verb.fieldChanged, Field.LABEL, "grow\u001fsafe");
        event("1", "2026-04-01", Verb.fieldChanged, Field.LABEL, "");
        event("1", "2026-05-01", Verb.fieldChanged, Field.COMPONENT, "Shop");
        event("2", "2026-02-01", Verb.created, Field.TYPE, "Bug", Field.SEVERITY, "3");
        event("2", "2026-03-01", Verb.fieldChanged, Field.SEVERITY, "2");
        Compiled compiled = compile(TWO);
        assertThat(steps(compiled, 0)).containsExactly("2026-02-01 growth - - 0", "2026-03-01 safety - - 0",
                "2026-04-01 - - - 0", "2026-05-01 growth - - 0");
        assertThat(steps(compiled, 1)).containsExactly("2026-02-01 - - - 0", "2026-03-01 safety - - 0");
        assertThat(told(compiled)).containsExactly(
                "note charter.yaml items that several priorities include: each belongs to the first (1)");
    }

    @Test
    void whatCannotBeToldOfAnItemCountsAsFalseAndIsCounted() throws IOException {
        event("1", "2026-02-01", Verb.created, Field.TYPE, "Bug", Field.LABEL, "grow");
        event("2", "2026-02-01", Verb.created, Field.TYPE, "Bug", Field.SEVERITY, "high", Field.LABEL, "safe");
        event("2", "2026-03-01", Verb.fieldChanged, Field.SEVERITY, "higher");
        event("3", "2026-02-01", Verb.created, Field.TYPE, "Task", Field.COMPONENT, "Shop");
        Compiled compiled = compile(TWO);
        assertThat(steps(compiled, 0)).containsExactly("2026-02-01 growth - - 0");
        assertThat(steps(compiled, 1)).containsExactly("2026-02-01 safety - - 0");
        assertThat(told(compiled)).containsExactly("warning charter.yaml:3:55 for some items it cannot be told whether"
                + " this expression holds, because they lack what it compares or it is of another kind: it counts as"
                + " false for them (1)");
    }

    @Test
    void aNewVersionMovesItemsWhenItComesIntoForceAndBeforeTheFirstNothingIsDeclared() throws IOException {
        Files.createDirectories(folder.resolve("charters"));
        Files.writeString(folder.resolve("charters/a.yaml"), """
                from: 2026-01-01
                priorities:
                  - { id: growth, includes: { types: [Story] } }
                  - { id: old, includes: { types: [Bug] } }
                """);
        event("1", "2025-06-01", Verb.created, Field.TYPE, "Story");
        event("1", "2025-08-01", Verb.fieldChanged, Field.TYPE, "Bug");
        event("2", "2026-02-01", Verb.created, Field.TYPE, "Story");
        event("3", "2026-11-01", Verb.created, Field.TYPE, "Story");
        Compiled compiled = compile("""
                from: 2026-07-01
                priorities:
                  - { id: safety, includes: { types: [Bug] } }
                  - { id: growth, includes: { types: [Story] } }
                """);
        assertThat(compiled.intent().priorities()).containsExactly("safety", "growth", "old");
        assertThat(compiled.intent().versions()).extracting(Intent.Version::order)
                .containsExactly(List.of(1, 2), List.of(0, 1));
        assertThat(steps(compiled, 0)).containsExactly("2026-01-01 old - - 0", "2026-07-01 safety - - 0");
        assertThat(compiled.membership().stepAt(0, at("2025-12-31"))).isEqualTo(-1);
        assertThat(steps(compiled, 1)).containsExactly("2026-02-01 growth - - 0");
        assertThat(steps(compiled, 2)).containsExactly("2026-11-01 growth - - 0");
    }

    @Test
    void theTeamIsNamedByTheItemOrElseOwnsItsAreaOfWhichTheLongestWins() throws IOException {
        event("1", "2026-02-01", Verb.created, Field.COMPONENT, "Alerts", Field.LABEL, "x");
        event("2", "2026-02-01", Verb.created, Field.COMPONENT, "Alerts", Field.TEAM, "site RELIABILITY");
        event("3", "2026-02-01", Verb.created, Field.TEAM, "SRE");
        event("4", "2026-02-01", Verb.created, Field.LABEL, "x", Field.TEAM, "nobody's");
        Compiled compiled = compile("""
                from: 2026-01-01
                priorities: [{ id: all, includes: { where: "team == 'SRE' || area == 'label:x'" } }]
                teams:
                  - { id: sre, name: Site reliability, owns: ["label:x", "project:ONE"], members: [ada, bo] }
                  - { id: apps, owns: ["component:Alerts", "alerts/**"] }
                """);
        assertThat(steps(compiled, 0)).containsExactly("2026-02-01 - apps component:Alerts 0");
        assertThat(steps(compiled, 1)).containsExactly("2026-02-01 - sre component:Alerts 0");
        assertThat(steps(compiled, 2)).containsExactly("2026-02-01 all sre project:ONE 0");
        assertThat(steps(compiled, 3)).containsExactly("2026-02-01 - sre project:ONE 0");
        assertThat(compiled.intent().versions().getFirst().teams()).extracting(Intent.Team::members)
                .containsExactly(Set.of("t1", "t2"), Set.of());
        assertThat(told(compiled)).containsExactly(
                "warning charter.yaml:4:89 no account is known for the name written here: what it did counts for no"
                + " team."
                        + " Perhaps add it to people.yaml (1)",
                "note charter.yaml:5:45 paths match nothing yet: no source links items to changes (1)");
    }

    @Test
    void intendedSharesAndLevelsOfRolesAreKeptByVersion() throws IOException {
        Files.createDirectories(folder.resolve("charters"));
        Files.writeString(folder.resolve("charters/a.yaml"), """
                from: 2026-01-01
                priorities: [{ id: growth, share: 12.5%, includes: { types: [Story] } }]
                """);
        Compiled compiled = compile("""
                from: 2026-07-01
                priorities:
                  - { id: safety, share: 40%, includes: { types: [Bug] } }
                  - { id: growth, includes: { types: [Story] } }
                roles: { director: { level: 2, members: [ada] }, clerk: [ada] }
                """);
        assertThat(compiled.intent().priorities()).containsExactly("safety", "growth");
        assertThat(compiled.intent().versions()).extracting(Intent.Version::shares)
                .containsExactly(Map.of(1, 0.125), Map.of(0, 0.4));
        assertThat(compiled.intent().versions()).extracting(Intent.Version::levels)
                .containsExactly(List.of(), List.of(new Intent.Level(2, Set.of("t1", "t2"))));
    }

    @Test
    void aMisspeltMemberIsToldByPlaceAndNotByName() throws IOException {
        event("1", "2026-02-01", Verb.created);
        Compiled compiled = compile("""
                from: 2026-01-01
                priorities: [{ id: all, includes: { where: "true" } }]
                teams: [{ id: sre, members: [grce] }]
                """);
        assertThat(told(compiled)).containsExactly("warning charter.yaml:3:30 no account is known for the name written"
                + " here: what it did counts for no team. Perhaps it is misspelt: people.yaml has one that is nearly"
                + " the"
                + " same (1)");
    }

    @Test
    void pressureComesByDaysAndWithItems() throws IOException {
        event("1", "2026-02-01", Verb.created, Field.TYPE, "Incident");
        event("1", "2026-03-01", Verb.fieldChanged, Field.TYPE, "Task");
        Compiled compiled = compile("""
                from: 2026-01-01
                timezone: Europe/Zurich
                priorities: [{ id: a, includes: { types: [Task] } }, { id: b, includes: { types: [Incident] } }]
                tradeoffs:
                  - { prefer: b, over: [a], when: incident }
                  - { prefer: b, over: [a], when: freeze, from: 2026-09-25 }
                pressure:
                  - { kind: freeze, from: 2026-09-20, to: 2026-10-01 }
                  - { kind: incident, where: "type == 'Incident'" }
                  - { kind: freeze, from: 2026-12-20 }
                """);
        Intent.Version version = compiled.intent().versions().getFirst();
        assertThat(compiled.intent().pressures()).containsExactly("freeze", "incident");
        assertThat(version.periods()).containsExactly(
                new Intent.Period(0, at("2026-09-19T22:00:00Z"), at("2026-10-01T22:00:00Z")),
                new Intent.Period(0, at("2026-12-19T23:00:00Z"), Long.MAX_VALUE));
        assertThat(steps(compiled, 0)).containsExactly("2026-02-01 b - - 2", "2026-03-01 a - - 0");
        assertThat(version.relation(1, 0, 0b10, at("2026-03-01"))).isEqualTo(Relation.HIGHER);
        assertThat(version.relation(1, 0, 0b01, at("2026-09-24"))).isEqualTo(Relation.LOWER);
        assertThat(version.relation(1, 0, 0b01, at("2026-09-26"))).isEqualTo(Relation.HIGHER);
    }

    @Test
    void rightsToDecideComeByItemAndByWhoHadThemThen() throws IOException {
        event("1", "2026-02-01", Verb.created, Field.TYPE, "Release");
        event("1", "2026-03-01", Verb.fieldChanged, Field.TYPE, "Task");
        Compiled compiled = compile("""
                from: 2026-01-01
                priorities: [{ id: a, includes: { types: [Task] } }]
                teams: [{ id: apps, members: [ada] }]
                roles: { manager: [grace], auditor: [ada] }
                decisions:
                  - { right: scope, decides: [apps] }
                  - { right: release, decides: [manager, auditor], where: "type == 'Release'" }
                  - { right: ship, decides: [manager], where: "type in ['Release', 'Task']" }
                """);
        assertThat(compiled.intent().rights()).containsExactly("scope", "release", "ship");
        assertThat(compiled.intent().versions().getFirst().rights()).containsExactly(
                new Intent.Right(0, Set.of("t1", "t2"), false), new Intent.Right(1, Set.of("t1", "t2"), true),
                new Intent.Right(2, Set.of(), true));
        Membership membership = compiled.membership();
        assertThat(membership.rights(membership.stepAt(0, at("2026-02-01")))).isEqualTo(0b110);
        assertThat(membership.rights(membership.stepAt(0, at("2026-03-01")))).isEqualTo(0b100);
        assertThat(membership.rights(membership.stepAt(0, at("2026-01-31")))).isZero();
    }

    @Test
    void everyVariableIsTheItemsOwn() throws IOException {
        event("1", "2026-02-01", Verb.created, Field.TYPE, "Bug", Field.STATUS, "Doing", Field.PRIORITY, "High",
                Field.LABEL, "a\u001fb", Field.COMPONENT, "C", Field.EPIC, "E-1", Field.SPRINT, "s1\u001fs2",
                Field.FIX_VERSION, "4.2", Field.DUE, "2026-03-01", Field.CUSTOM + "Customer", "Clinic");
        List<String> holds = List.of("type == 'Bug'", "status == 'Doing'", "phase == 'working'", "priority == 'High'",
                "'b' in labels", "components == ['C']", "epic == 'E-1'", "project == 'ONE'", "team == ''", "area == ''",
                "sprint == 's2'", "fixVersions.exists(v, v.startsWith('4.'))",
                "created == timestamp('2026-02-01T00:00:00Z')", "due == timestamp('2026-03-02T00:00:00Z')",
                "severity == null", "custom['Customer'] == 'Clinic' && !('Other' in custom)", "has(custom.Customer)",
                "labels.all(l, size(l) == 1)", "type.matches('^B.g$')", "due - created < duration('720h')");
        StringBuilder charter = new StringBuilder("from: 2026-01-01\npriorities:\n");
        for (int i = 0; i < holds.size(); i++) {
            charter.append("  - { id: p").append(i).append(", includes: { where: ")
                    .append(CharterText.quoted("!(" + holds.get(i) + ")")).append(" } }\n");
        }
        charter.append("  - { id: none-failed, includes: { where: \"true\" } }\n");
        Compiled compiled = compile(charter.toString());
        assertThat(steps(compiled, 0)).containsExactly("2026-02-01 none-failed - - 0");
        assertThat(told(compiled)).isEmpty();
    }

    @Test
    void valuesThatNoItemHasAreToldWithTheNearestThatOneHas() throws IOException {
        event("1", "2026-02-01", Verb.created, Field.LABEL, "safety");
        Compiled compiled = compile("""
                from: 2026-01-01
                priorities: [{ id: a, includes: { labels: [Safety, other], types: [Bug] } }]
                statuses: { Doin: working, Open: backlog, hand/TWO: { Open: queued } }
                """);
        assertThat(told(compiled)).containsExactly(
                "warning charter.yaml:2:44 no item has the label 'Safety' since this charter is in force. Perhaps you"
                        + " meant 'safety' (1)",
                "warning charter.yaml:2:52 no item has the label 'other' since this charter is in force (1)",
                "warning charter.yaml:2:68 no item has the type 'Bug' since this charter is in force (1)",
                "warning charter.yaml:3:13 the data have no status 'Doin'. Perhaps you meant `Doing` (1)",
                "warning charter.yaml:3:55 the data have no project 'hand/TWO'. Perhaps one of the projects:"
                + " hand/ONE (1)");
        assertThat(compiled.statuses().phase("hand/ONE", "Open")).isEqualTo(Phase.backlog);
        assertThat(compiled.statuses().phase("hand/ONE", "Doing")).isEqualTo(Phase.working);
    }

    @Test
    void anExpressionThatWouldRunLongIsCutShort() throws IOException {
        StringBuilder labels = new StringBuilder("l0");
        for (int i = 1; i < 60; i++) {
            labels.append('\u001f').append("l").append(i);
        }
        event("1", "2026-02-01", Verb.created, Field.LABEL, labels.toString());
        Compiled compiled = compile("""
                from: 2026-01-01
                priorities:
                  - id: a
                    includes: { where: "labels.exists(a, labels.exists(b, labels.exists(c, a + b + c == 'x')))" }
                """);
        assertThat(steps(compiled, 0)).containsExactly("2026-02-01 - - - 0");
        assertThat(told(compiled)).singleElement().asString().contains("it cannot be told");
    }

    @Test
    void noVersionIsRefusedWithAWord() {
        Journal empty = journal.build();
        org.assertj.core.api.Assertions.assertThatThrownBy(() ->
                CharterCompiler.compile(List.of(), empty, STATUSES, AS_OF, Members.none()))
                .hasMessageContaining("Perhaps the charter has errors");
        assertThat(new Trouble(Trouble.Severity.NOTE, "a", "b", 1).count()).isOne();
    }
}
