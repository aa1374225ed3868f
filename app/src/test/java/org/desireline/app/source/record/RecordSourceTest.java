package org.desireline.app.source.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.desireline.app.Repository;
import org.desireline.app.git.FileHistory;
import org.desireline.app.git.GitProcess;
import org.desireline.app.source.Sources;
import org.desireline.app.source.files.Delivery;
import org.desireline.app.source.git.GitSource;
import org.desireline.journal.Event;
import org.desireline.journal.Field;
import org.desireline.journal.Link;
import org.desireline.journal.Trouble;
import org.eclipse.jgit.api.MergeCommand.FastForwardMode;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of records in a repository, version by version. */
class RecordSourceTest {

    private static final String RISKS = """
            files: "risks/**/*.toml"
            key: id
            prefix: RISK
            title: title
            status: state
            owner: owner
            labels: tags
            fields: { Severity: severity }
            due: { mitigated: due.mitigated, closed: due.closed }
            calendar: { "2026Q1": 2026-03-31, "v2": 2026-06-30, "v3": 2026-09-30 }
            statuses: { watching: working, gone: done }
            """;

    @TempDir
    private Path folder;
    private Path work;
    private Repository made;
    private int day;

    @BeforeEach
    void aRepository() throws GitAPIException {
        work = folder.resolve("work");
        made = Repository.in(work);
    }

    @AfterEach
    void close() {
        made.close();
    }

    private void write(String path, String text) throws IOException {
        Path file = work.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void delete(String path) throws IOException, GitAPIException {
        made.git().rm().addFilepattern(path).call();
    }

    /** Commits on the next day of the year. */
    private String commit() throws GitAPIException, IOException {
        day++;
        return made.commit("Ada", "ada@x.example", "2026-01-01T09:00:00Z",
                "2026-01-%02dT10:00:00Z".formatted(day), "change " + day);
    }

    private record Read(List<Event> events, List<Trouble> troubles) {

        /** The events of records, by day, verb and what they say. */
        List<String> told() {
            return events.stream().filter(event -> event.subject().id().startsWith("record:")).map(event -> {
                TreeMap<String, String> values = new TreeMap<>(event.attributes());
                values.keySet().removeAll(List.of(Field.CHANGE_LOG, Field.PROJECT));
                String owner = event.links().stream().filter(link -> link.qualifier().equals(Link.OWNER))
                        .map(link -> " of " + link.target().id()).findFirst().orElse("");
                return Instant.ofEpochMilli(event.atMillis()).toString().substring(8, 10) + " "
                        + event.subject().id().replaceFirst("record:[0-9a-f]{12}:", "") + " " + event.verb() + " "
                        + values.toString().replace(Field.SEPARATOR, '+') + owner;
            }).sorted().toList();
        }

        List<String> wrong() {
            return troubles.stream().filter(trouble -> trouble.severity() != Trouble.Severity.NOTE)
                    .map(trouble -> trouble.where() + " " + trouble.what() + " " + trouble.count()).sorted().toList();
        }
    }

    private Read read(Mappings mappings, boolean program) {
        Read read = new Read(new ArrayList<>(), new ArrayList<>());
        new GitSource(work, account -> "@" + account, (account, name) -> { }, mappings::history,
                program ? GitProcess.program() : null).read(read.events()::add, read.troubles()::add);
        return read;
    }

    private Read read(String mapping) {
        return read(Mappings.with(Map.of("risks.records.yaml", mapping)), false);
    }

    @Test
    void aRecordIsFollowedThroughItsVersions() throws GitAPIException, IOException {
        write("risks/a.toml", """
                id = 7
                title = 'Secret words'
                state = 'watching'
                owner = '@ada'
                tags = ['x', 'y']
                """);
        commit();
        write("risks/a.toml", """
                    id = 7
                    state = 'watching'
                    owner = '@bob'
                    tags = ['x']
                    severity = 'high'
                    [due]
                    mitigated = '2026Q1'
                    """);
        commit();
        write("risks/a.toml", """
                id = 7
                state = 'watching'
                owner = 'TBD'
                [due]
                mitigated = 'V2'
                closed = 2026-05-01
                """);
        commit();
        write("risks/a.toml", "id = 7\nstate = 'Gone, at last'\n[due]\nclosed = 2026-05-01\n");
        commit();
        Read read = read(RISKS);
        assertThat(read.told()).containsExactly(
                "01 risks:7 created {key=RISK-7, label=x+y, status=watching, statusCategory=phase:working}"
                        + " of @github:ada",
                "02 risks:7 assigned {} of @github:bob",
                "02 risks:7 dueSet {due=2026-03-31, promisedAs=2026Q1, target=mitigated}",
                "02 risks:7 fieldChanged {custom:Severity=high}",
                "02 risks:7 fieldChanged {label=x}",
                "03 risks:7 dueMoved {due=2026-06-30, promisedAs=V2, target=mitigated}",
                "03 risks:7 dueSet {due=2026-05-01, target=closed}",
                "03 risks:7 fieldChanged {custom:Severity=}",
                "03 risks:7 fieldChanged {label=}",
                "03 risks:7 unassigned {}",
                "04 risks:7 dueMoved {due=, target=mitigated}",
                "04 risks:7 statusChanged {status=gone, statusCategory=phase:done}");
        assertThat(read.wrong()).isEmpty();
        assertThat(read.events().toString()).doesNotContainIgnoringCase("secret words");
        assertThat(read.events()).filteredOn(event -> event.subject().id().startsWith("record:"))
                .allSatisfy(event -> {
                    assertThat(event.actor().id()).isEqualTo("@git:ada@x.example");
                    assertThat(event.origin().pointer()).matches("work!risks/a.toml@[0-9a-f]{12}");
                });
    }

    @Test
    void aFileThatMovesKeepsItsKeyAndOneThatGoesIsRemoved() throws GitAPIException, IOException {
        write("risks/a.toml", "id = 7\nstate = 'watching'\n");
        write("risks/b.toml", "id = 8\nstate = 'gone'\n");
        commit();
        delete("risks/a.toml");
        write("risks/deep/er/c.toml", "id = 7\nstate = 'watching'\n[due]\nclosed = '2026-02-30'\n");
        commit();
        delete("risks/deep/er/c.toml");
        delete("risks/b.toml");
        commit();
        write("risks/again.toml", "id = 7\nstate = 'watching'\n");
        commit();
        Read read = read(RISKS);
        assertThat(read.told()).containsExactly(
                "01 risks:7 created {key=RISK-7, owner=none, status=watching, statusCategory=phase:working}",
                "01 risks:8 created {key=RISK-8, owner=none, status=gone, statusCategory=phase:done}",
                "03 risks:7 dropped {status=removed, statusCategory=phase:dropped}",
                "04 risks:7 statusChanged {status=watching, statusCategory=phase:working}");
        assertThat(read.wrong()).containsExactly("work!risks/deep/er/c.toml:4 due for closed: '2026-02-30' is neither a"
                + " day nor a name that the calendar has: it is no promise of a day 1");
    }

    @Test
    void withoutAKeyARecordIsItsFileAndMovesByItsTextOrTitle() throws GitAPIException, IOException {
        String mapping = "name: notes\nfiles: \"notes/*.md\"\ntitle: title\nstatus: status\n";
        write("notes/one.md", "---\ntitle: One\nstatus: open\n---\n");
        write("notes/two.md", "---\ntitle: Two\nstatus: open\n---\n");
        write("notes/README.md", "# No record\n");
        commit();
        delete("notes/one.md");
        delete("notes/two.md");
        write("notes/1.md", "---\ntitle: One\nstatus: closed\n---\n");
        write("notes/2.md", "---\ntitle: Two\nstatus: open\n---\n");
        commit();
        assertThat(read(mapping).told()).containsExactly(
                "01 notes:notes/one.md created {key=work/notes/one.md, owner=unknown, status=open}",
                "01 notes:notes/two.md created {key=work/notes/two.md, owner=unknown, status=open}",
                "02 notes:notes/one.md fieldChanged {alias=work/notes/one.md, key=work/notes/1.md}",
                "02 notes:notes/one.md statusChanged {status=closed}",
                "02 notes:notes/two.md fieldChanged {alias=work/notes/two.md, key=work/notes/2.md}");
    }

    @Test
    void aKeyThatComesLaterIsTakenAndOneThatChangesIsAnotherRecord() throws GitAPIException, IOException {
        write("risks/a.toml", "id = 'NNNN'\nstate = 'watching'\n");
        commit();
        write("risks/a.toml", "id = 9\nstate = 'watching'\n");
        commit();
        write("risks/a.toml", "id = 10\nstate = 'watching'\n");
        commit();
        assertThat(read(RISKS + "requires: state\n").told()).containsExactly(
                "01 risks:risks/a.toml created {key=work/risks/a.toml, owner=none, status=watching,"
                        + " statusCategory=phase:working}",
                "02 risks:risks/a.toml fieldChanged {alias=work/risks/a.toml, key=RISK-9}",
                "03 risks:10 created {key=RISK-10, owner=none, status=watching, statusCategory=phase:working}",
                "03 risks:risks/a.toml dropped {status=removed, statusCategory=phase:dropped}");
    }

    @Test
    void ofTwoFilesWithOneKeyTheLaterCommitCounts() throws GitAPIException, IOException {
        write("risks/a.toml", "id = 7\nstate = 'watching'\n");
        commit();
        write("risks/b.toml", "id = 7\nstate = 'new'\n");
        commit();
        write("risks/a.toml", "id = 7\nstate = 'gone'\n");
        commit();
        delete("risks/b.toml");
        commit();
        Read read = read(RISKS);
        assertThat(read.told()).containsExactly(
                "01 risks:7 created {key=RISK-7, owner=none, status=watching, statusCategory=phase:working}",
                "02 risks:7 statusChanged {status=new}",
                "03 risks:7 statusChanged {status=gone, statusCategory=phase:done}");
        assertThat(read.wrong()).hasSize(1).allMatch(line -> line.startsWith("work!risks/b.toml has the key of"));
    }

    @Test
    void aBranchThatIsBehindMovesNothingBack() throws GitAPIException, IOException {
        write("risks/a.toml", "id = 7\nstate = 'watching'\n\n\n\n\n[due]\nclosed = '2026Q1'\n");
        commit();
        made.git().branchCreate().setName("side").call();
        write("risks/a.toml", "id = 7\nstate = 'watching'\n\n\n\n\n[due]\nclosed = 'v2'\n");
        commit();
        made.git().checkout().setName("side").call();
        Files.delete(work.resolve("file.txt"));
        write("risks/a.toml", "id = 7\nstate = 'gone'\n\n\n\n\n[due]\nclosed = '2026Q1'\n");
        commit();
        made.git().checkout().setName("main").setForced(true).call();
        made.git().merge().include(made.git().getRepository().resolve("side")).setCommit(true)
                .setFastForward(FastForwardMode.NO_FF).setMessage("Merge")
                .setStrategy(org.eclipse.jgit.merge.MergeStrategy.OURS).call();
        made.git().branchCreate().setName("never").call();
        made.git().checkout().setName("never").call();
        write("risks/b.toml", "id = 8\nstate = 'watching'\n");
        commit();
        made.git().checkout().setName("main").call();
        assertThat(read(RISKS).told()).containsExactly(
                "01 risks:7 created {key=RISK-7, owner=none, status=watching, statusCategory=phase:working}",
                "01 risks:7 dueSet {due=2026-03-31, promisedAs=2026Q1, target=closed}",
                "02 risks:7 dueMoved {due=2026-06-30, promisedAs=v2, target=closed}",
                "03 risks:7 statusChanged {status=gone, statusCategory=phase:done}");
    }

    @Test
    void aDayThatIsNotKnownYetIsNoPromiseButAMove() throws GitAPIException, IOException {
        write("risks/a.toml", "id = 7\n[due]\nclosed = 'v9'\n");
        commit();
        write("risks/a.toml", "id = 7\n[due]\nclosed = 'v3'\n");
        commit();
        write("risks/a.toml", "id = 7\n[due]\nclosed = 'v9'\n");
        commit();
        write("risks/a.toml", "id = 7\n[due]\nclosed = 'when Ada is back'\n");
        commit();
        write("risks/a.toml", "id = 7\n[due]\nclosed = '3'\n");
        commit();
        Read read = read(RISKS);
        assertThat(read.told()).containsExactly("01 risks:7 created {key=RISK-7, owner=none}",
                "02 risks:7 dueSet {due=2026-09-30, promisedAs=v3, target=closed}",
                "03 risks:7 dueMoved {due=, promisedAs=v9, target=closed}",
                "05 risks:7 dueMoved {due=2026-09-30, promisedAs=3, target=closed}");
        assertThat(read.wrong()).hasSize(2).anyMatch(line -> line.contains("risks/a.toml:3 due for closed: 'v9'")
                && line.endsWith(" 2")).noneMatch(line -> line.contains("Ada"));
    }

    @Test
    void theProgramAndTheLibraryTellTheSameAndTwiceIsOnce() throws GitAPIException, IOException {
        org.junit.jupiter.api.Assumptions.assumeTrue(GitProcess.program() != null, "SKIPPED: no program git");
        for (int i = 0; i < 9; i++) {
            write("risks/" + i % 4 + ".toml", "id = " + i % 5 + "\nstate = 's" + i + "'\n[due]\nclosed = 'v"
                    + (2 + i % 3) + "'\n");
            if (i == 5) {
                delete("risks/2.toml");
            }
            commit();
        }
        Mappings mappings = Mappings.with(Map.of("risks.records.yaml", RISKS));
        Read one = read(mappings, true);
        Read other = read(mappings, false);
        assertThat(one.told()).isEqualTo(other.told()).hasSizeGreaterThan(15);
        assertThat(one.wrong()).isEqualTo(other.wrong());
        assertThat(ids(one)).isEqualTo(ids(other)).doesNotHaveDuplicates();
    }

    private static List<Event> ids(Read read) {
        return read.events().stream().filter(event -> event.subject().id().startsWith("record:"))
                .sorted(java.util.Comparator.comparing(Event::id)).toList();
    }

    @Test
    void whatCannotBeReadIsLeftOutAndCounted() throws GitAPIException, IOException {
        write("risks/a.toml", "id = 7\nstate = 'watching'\n");
        commit();
        write("risks/a.toml", "id = 7\nstate = 'open quote\n");
        commit();
        write("risks/a.toml", "id = 7\nstate = 'gone'\n");
        write("risks/huge.toml", "id = 8\nstate = '" + "x".repeat(1 << 20) + "'\n");
        commit();
        Read read = read(RISKS);
        assertThat(read.told()).containsExactly(
                "01 risks:7 created {key=RISK-7, owner=none, status=watching, statusCategory=phase:working}",
                "03 risks:7 statusChanged {status=gone, statusCategory=phase:done}");
        assertThat(read.wrong()).containsExactly("work!risks/a.toml:2 is not TOML that is read: this version of the"
                + " record is left out 1");
    }

    @Test
    void decisionsAreReadByThemselves() throws GitAPIException, IOException {
        write("docs/adr/0001-use-it.md", """
                # 1. Use it

                Date: 2026-01-01

                ## Status

                Accepted

                ## Context

                x
                """);
        write("docs/adr/0002-madr.md", "---\nstatus: proposed\ndeciders: Ada Lovelace, Bob\n---\n# Use another\n");
        write("docs/adr/README.md", "# Status\n\nAccepted\n");
        commit();
        write("docs/adr/0001-use-it.md", "# 1. Use it\n\n## Status\n\nSuperseded by [2](0002-madr.md)\n");
        commit();
        Read read = new Read(new ArrayList<>(), new ArrayList<>());
        Sources.of(work, account -> "@" + account, (account, name) -> { }).read(read.events()::add,
                read.troubles()::add);
        assertThat(read.told()).containsExactly(
                "01 adr:docs/adr/0001-use-it.md created {key=work/docs/adr/0001-use-it.md, owner=none, status=accepted,"
                        + " statusCategory=phase:done, type=decision}",
                "01 adr:docs/adr/0002-madr.md created {key=work/docs/adr/0002-madr.md, status=proposed,"
                        + " statusCategory=phase:decision, type=decision} of @record:Ada Lovelace",
                "02 adr:docs/adr/0001-use-it.md statusChanged {status=superseded, statusCategory=phase:dropped}");
    }

    @Test
    void proposalsAndGoalsAreReadByThemselves() throws GitAPIException, IOException {
        write("keps/sig-x/0001-old.md", """
                ---
                kep-number: 1
                title: A thing
                owning-sig: sig-x
                status: provisional
                ---
                """);
        commit();
        delete("keps/sig-x/0001-old.md");
        write("keps/sig-x/617-thing/kep.yaml", """
                    title: A Thing
                    kep-number: 617
                    authors: ["@ada", "@bob"]
                    owning-sig: sig-x
                    status: implementable
                    milestone:
                      alpha: v1.20
                      beta: TBD
                    """);
        write("keps/NNNN-kep-template/kep.yaml", "kep-number: 1\nstatus: provisional|implementable\n");
        write("src/2025h1/build-std.md", """
                    # build-std

                    | Metadata | |
                    |--|--|
                    | Point of contact | @ada |
                    | Status | Accepted |
                    | Tracking issue | [x/y#1] |
                    """);
        commit();
        assertThat(read(Mappings.with(Map.of()), false).told()).containsExactly(
                "01 kep:keps/sig-x/0001-old.md created {key=work/keps/sig-x/0001-old.md, owner=none,"
                        + " status=provisional, statusCategory=phase:decision, team=sig-x, type=enhancement proposal}",
                "02 goals:src/2025h1/build-std.md created {again=build-std, custom:Period=2025h1,"
                        + " custom:Tracking issue=x/y#1,"
                        + " key=work/src/2025h1/build-std.md, status=accepted, statusCategory=phase:working,"
                        + " type=project goal} of @github:ada",
                "02 goals:src/2025h1/build-std.md dueSet {due=2025-06-30, promisedAs=2025h1}",
                "02 kep:keps/sig-x/0001-old.md assigned {} of @github:ada",
                "02 kep:keps/sig-x/0001-old.md dueSet {due=2020-12-08, promisedAs=v1.20, target=alpha}",
                "02 kep:keps/sig-x/0001-old.md fieldChanged {alias=work/keps/sig-x/0001-old.md, key=KEP-617}",
                "02 kep:keps/sig-x/0001-old.md statusChanged {status=implementable, statusCategory=phase:working}");
    }

    @Test
    void nobodyWhoWantsNoFileIsTold() {
        FileHistory history = Mappings.with(Map.of()).history(
                new Delivery(account -> account, (account, name) -> { }, event -> { }, trouble -> { }));
        assertThat(history.wants("src/Main.java")).isFalse();
        assertThat(history.wants("docs/adr/0001-x.md")).isTrue();
        assertThat(FileHistory.NONE.wants("docs/adr/0001-x.md")).isFalse();
        assertThatThrownBy(() -> FileHistory.NONE.read(new FileHistory.Told("r", "0", List.of(), blob -> null)))
                .isInstanceOf(IllegalStateException.class);
    }
}
