package org.desireline.app.charterfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.desireline.charter.Phase;
import org.desireline.charter.Place;
import org.desireline.charter.StatusMap;
import org.desireline.charter.Undertaking;
import org.desireline.charter.Word;
import org.desireline.journal.Event;
import org.desireline.journal.EventId;
import org.desireline.journal.Field;
import org.desireline.journal.Journal;
import org.desireline.journal.MemoryJournal;
import org.desireline.journal.Origin;
import org.desireline.journal.Ref;
import org.desireline.journal.Verb;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How what versions of a charter and written lines say of commitments becomes days and items. */
class UndertakingCompilerTest {

    private static final long AS_OF = at("2026-12-31");
    private static final StatusMap STATUSES = new StatusMap(Map.of("hand/ONE",
            Map.of("Open", Phase.queued, "Closed", Phase.done)));

    @TempDir
    private Path folder;

    private final MemoryJournal.Builder journal = new MemoryJournal.Builder();
    private int events;

    private static long at(String day) {
        return Instant.parse(day + "T00:00:00Z").toEpochMilli();
    }

    private void event(String key, String day, Verb verb, String... fields) {
        TreeMap<String, String> attributes = new TreeMap<>(Map.of(Field.KEY, key));
        for (int i = 0; i < fields.length; i += 2) {
            attributes.put(fields[i], fields[i + 1]);
        }
        if (verb == Verb.created) {
            attributes.putIfAbsent(Field.PROJECT, "ONE");
            attributes.putIfAbsent(Field.STATUS, "Open");
        }
        journal.add(new Event(EventId.of(key + events), at(day), verb, Ref.item("hand:x:" + key), null, List.of(),
                attributes, new Origin("hand", 0, "by-hand", events++)));
    }

    private static String charter(String from, String... commitments) {
        return "from: " + from + "\ntimezone: UTC\npriorities: [{ id: safety, includes: { labels: [safe] } }]\n"
                + "teams:\n  - { id: apps, members: [ada] }\n  - { id: infra, members: [grace] }\n"
                + (commitments.length == 0 ? "" : "commitments:\n  - " + String.join("\n  - ", commitments) + "\n");
    }

    private UndertakingCompiler.Resolved resolve(String newest, String... earlier) throws IOException {
        return resolve(List.of(), newest, earlier);
    }

    private UndertakingCompiler.Resolved resolve(List<RecordedEntry> entries, String newest, String... earlier)
            throws IOException {
        Files.createDirectories(folder.resolve("charters"));
        for (int i = 0; i < earlier.length; i++) {
            Files.writeString(folder.resolve("charters/" + i + ".yaml"), earlier[i]);
        }
        Loaded loaded = CharterFiles.read(Files.writeString(folder.resolve("charter.yaml"), newest));
        assertThat(loaded.hasErrors()).as(loaded.text()).isFalse();
        Journal built = journal.build();
        Compiled compiled = CharterCompiler.compile(loaded.versions(), built, STATUSES, AS_OF, Members.none());
        return UndertakingCompiler.resolve(loaded.versions(), entries, built, new UndertakingCompiler.Ground(
                compiled.intent(), compiled.membership(), STATUSES, ZoneOffset.UTC, AS_OF));
    }

    private static String day(long millis) {
        return millis == Undertaking.TAKEN_BACK ? "taken back" : millis == Long.MAX_VALUE ? "ever"
                : Instant.ofEpochMilli(millis).toString().substring(0, 10);
    }

    private static List<String> days(Undertaking undertaking) {
        return undertaking.days().stream().map(each -> day(each.atMillis()) + " " + day(each.dueMillis())).toList();
    }

    private static List<String> links(Undertaking undertaking) {
        return undertaking.links().stream().map(each -> each.item() + " " + day(each.fromMillis()) + " "
                + day(each.toMillis()) + (each.named() ? " named" : "")).toList();
    }

    private static RecordedEntry entry(String id, String on, @Nullable String due, boolean withdrawn, String... items) {
        return new RecordedEntry(Undertaking.Kind.COMMITMENT, id, LocalDate.parse(on), false, "", "", "",
                due == null ? null : LocalDate.parse(due), withdrawn, List.of(items).stream()
                        .map(item -> new Word(item, new Place("c.yaml", 2, 5))).toList(), new Place("c.yaml", 2, 5));
    }

    private static final String ALERTS = "{ id: alerts, what: Alert fatigue halved, owner: infra, decided: 2026-07-03,"
            + " due: 2026-10-01, evidence: { items: [A-1] } }";

    @Test
    void aCommitmentCountsFromItsDayAndEndsWithItsDay() throws IOException {
        event("A-1", "2026-06-01", Verb.created);
        Undertaking made = resolve(charter("2026-07-01", ALERTS)).undertakings().getFirst();
        assertThat(made.id()).isEqualTo("alerts");
        assertThat(made.what()).isEqualTo("Alert fatigue halved");
        assertThat(made.team()).isEqualTo(1);
        assertThat(made.evidence()).isTrue();
        assertThat(days(made)).containsExactly("2026-07-03 2026-10-02");
        assertThat(links(made)).containsExactly("0 2026-07-03 ever named");
        assertThat(made.place()).endsWith("charter.yaml:8:5");
    }

    @Test
    void whatIsFirstInALaterCharterCountsFromThen() throws IOException {
        event("A-1", "2026-06-01", Verb.created);
        assertThat(days(resolve(charter("2026-08-01", ALERTS), charter("2026-07-01")).undertakings().getFirst()))
                .containsExactly("2026-08-01 2026-10-02");
    }

    @Test
    void aLaterVersionMovesTheDayOrDropsItAndWhatItRepeatsIsNothingNew() throws IOException {
        event("A-1", "2026-06-01", Verb.created);
        event("A-2", "2026-06-01", Verb.created);
        String moved = ALERTS.replace("2026-10-01", "2026-11-15").replace("[A-1]", "[A-1, A-2]");
        Undertaking made = resolve(charter("2026-09-15", moved), charter("2026-07-01", ALERTS),
                charter("2026-08-01", ALERTS.replace("Alert fatigue", "Alerts"))).undertakings().getFirst();
        assertThat(days(made)).containsExactly("2026-07-03 2026-10-02", "2026-09-15 2026-11-16");
        assertThat(links(made)).containsExactly("0 2026-07-03 2026-09-15 named", "0 2026-09-15 ever named",
                "1 2026-09-15 ever named");
        Undertaking dropped = resolve(charter("2026-09-15"), charter("2026-07-01", ALERTS),
                charter("2026-08-01", ALERTS)).undertakings().getFirst();
        assertThat(days(dropped)).containsExactly("2026-07-03 2026-10-02", "2026-09-15 taken back");
    }

    @Test
    void anExpressionHoldsForAnItemFromOneChangeToTheNext() throws IOException {
        event("A-1", "2026-06-01", Verb.created, Field.LABEL, "safe");
        event("A-1", "2026-08-01", Verb.fieldChanged, Field.LABEL, "");
        event("A-1", "2026-08-15", Verb.fieldChanged, Field.LABEL, "safe");
        event("A-2", "2026-09-01", Verb.created, Field.LABEL, "safe");
        event("A-3", "2026-09-01", Verb.created, Field.LABEL, "other");
        String where = ALERTS.replace("items: [A-1]", "where: \"'safe' in labels && phase == 'queued'\"");
        Undertaking made = resolve(charter("2026-07-01", where)).undertakings().getFirst();
        assertThat(links(made)).containsExactly("0 2026-07-03 2026-08-01", "0 2026-08-15 ever", "1 2026-09-01 ever");
    }

    @Test
    void whatIsWrittenDownMovesADeclaredCommitmentToo() throws IOException {
        event("A-1", "2026-06-01", Verb.created);
        event("A-2", "2026-06-01", Verb.created);
        Undertaking made = resolve(List.of(entry("alerts", "2026-08-20", "2026-12-01", false),
                entry("alerts", "2026-09-20", null, false, "A-2"), entry("alerts", "2026-10-10", null, true)),
                charter("2026-07-01", ALERTS)).undertakings().getFirst();
        assertThat(days(made)).containsExactly("2026-07-03 2026-10-02", "2026-08-20 2026-12-02",
                "2026-10-10 taken back");
        assertThat(links(made)).containsExactly("0 2026-07-03 2026-09-20 named", "1 2026-09-20 ever named");
    }

    @Test
    void theLastWordOfADayCountsAndWhatWasNeverMadeIsNothing() throws IOException {
        event("A-1", "2026-06-01", Verb.created);
        List<Undertaking> made = resolve(List.of(entry("x", "2026-08-20", "2026-09-01", false),
                entry("x", "2026-08-20", "2026-10-01", false), entry("y", "2026-08-20", null, true)),
                charter("2026-07-01")).undertakings();
        assertThat(made).hasSize(1);
        assertThat(days(made.getFirst())).containsExactly("2026-08-20 2026-10-02");
        assertThat(made.getFirst().evidence()).isFalse();
    }

    @Test
    void anItemIsFoundByAFormerKeyAndOneThatIsNotThereIsSaid() throws IOException {
        event("A-12", "2026-06-01", Verb.created);
        event("A-12", "2026-06-02", Verb.fieldChanged, Field.ALIAS, "OLD-1");
        UndertakingCompiler.Resolved resolved = resolve(
                charter("2026-07-01", ALERTS.replace("[A-1]", "[OLD-1, A-21]")));
        assertThat(links(resolved.undertakings().getFirst())).containsExactly("0 2026-07-03 ever named",
                "-1 2026-07-03 ever named");
        assertThat(resolved.troubles()).hasSize(1);
        assertThat(resolved.troubles().getFirst().what()).isEqualTo("no item has the key 'A-21': what it is to show is"
                + " not kept before there is one. Perhaps you meant 'A-12'");
        assertThat(resolved.troubles().getFirst().where()).contains("charter.yaml:8:");
    }

    @Test
    void anExpressionThatHoldsForNothingOrCannotBeToldIsSaid() throws IOException {
        event("A-1", "2026-06-01", Verb.created, Field.SEVERITY, "high");
        String where = ALERTS.replace("items: [A-1]", "where: \"severity <= 2\"");
        UndertakingCompiler.Resolved resolved = resolve(charter("2026-07-01", where));
        assertThat(resolved.troubles()).extracting(trouble -> trouble.what().substring(0, 26))
                .containsExactly("for some items it cannot b", "this expression held for n");
        assertThat(resolved.undertakings().getFirst().evidence()).isTrue();
    }
}
