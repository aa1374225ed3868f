package org.desireline.app.source.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.desireline.app.source.files.Delivery;
import org.desireline.journal.Event;
import org.desireline.journal.Field;
import org.desireline.journal.Origin;
import org.desireline.journal.Trouble;
import org.junit.jupiter.api.Test;

/** What becomes of commits. */
class GitEventsTest {

    private static final long NEWEST = Instant.parse("2026-06-01T00:00:00Z").toEpochMilli();
    private static final String FIRST = "2026-02-01T10:00:00Z";

    private final TreeSet<String> called = new TreeSet<>();

    private static GitIdent who(String name, String email, String at) {
        return new GitIdent(name, email, Instant.parse(at).toEpochMilli(), "+0000");
    }

    private static String hash(String name) {
        return name + "0".repeat(40 - name.length());
    }

    /** A commit of somebody by that name, brought in by a server. */
    private static GitCommit commit(String name, String parents, String who, String authored, String recorded,
            String message, String... paths) {
        return new GitCommit(hash(name), Stream.of(parents.split(" ", -1)).filter(parent -> !parent.isEmpty())
                .map(GitEventsTest::hash).toList(),
                who(who, who.toLowerCase(java.util.Locale.ROOT) + "@x.example", authored),
                who("GitHub", "noreply@github.com", recorded), message,
                Stream.of(paths).map(path -> new GitCommit.Change(path, "0", "1")).toList());
    }

    private static GitCommit dated(String authored, String recorded) {
        return commit("aa", "", "Ada", authored, recorded, "RB-1: x");
    }

    /** Events whose item begins with something, then troubles, a line each. */
    private List<String> table(String kind, String tip, GitCommit... commits) {
        List<String> table = new ArrayList<>();
        List<String> troubles = new ArrayList<>();
        GitEvents translation = new GitEvents(
                new GitEvents.Frame("repo", "o/r", hash(tip), NEWEST,
                        new Mailmap("Ada <ada@x.example> <old@x.example>")),
                new Delivery(account -> "@" + account, (account, name) -> called.add(account + " is " + name),
                        event -> {
                            if (event.subject().id().startsWith(kind)) {
                                table.add(line(event));
                            }
                        }, trouble -> troubles.add(line(trouble))));
        for (GitCommit commit : commits) {
            translation.commit(commit);
        }
        translation.finish();
        table.sort(null);
        table.addAll(troubles);
        return table;
    }

    private static String line(Event event) {
        assertThat(event.origin().source()).isEqualTo("git");
        TreeMap<String, String> attributes = new TreeMap<>(event.attributes());
        attributes.replaceAll((field, value) -> value.replace(Field.SEPARATOR, '|'));
        return event.subject().id().replaceAll("0{8,}", "") + " "
                + Instant.ofEpochMilli(event.atMillis()).toString().substring(0, 16) + " " + event.verb() + " "
                + (event.actor() == null ? "-" : event.actor().id()) + (event.links().isEmpty() ? "" : " "
                + event.links().get(0).qualifier() + ">" + event.links().get(0).target().id()) + " " + attributes
                + " " + Origin.shown(event.origin().pointer(), event.origin().record()).replaceAll("0{8,}", "");
    }

    private static String line(Trouble trouble) {
        return "! " + trouble.severity().label() + " " + trouble.where() + " · " + trouble.what() + " · "
                + trouble.count();
    }

    @Test
    void aCommitCountsOnceForEachItemItNamesWhenItWasWritten() {
        GitCommit applied = new GitCommit(hash("aa"), List.of(), who("Ada Lovelace", "Old@X.example", FIRST),
                who("Eve", "eve@x.example", "2026-03-01T00:00:00Z"),
                """
                RB-12: begin

                For RB-3 too, and again for RB-12.

                Closes: CORE_2-7
                Reviewed-by: ada <OLD@x.example>
                Reviewed-by: Cyd <cyd@x.example>
                Co-authored-by: Dee <dee@x.example>
                """,
                List.of(new GitCommit.Change("b", "0", "1"), new GitCommit.Change("a\u001fc", "0", "1")));
        GitCommit bare = new GitCommit(hash("bb"), List.of(), who("Bob", "", "2026-02-02T10:00:00Z"),
                who("Bob", "", "2026-02-02T10:00:00Z"), "(RB-13) go on", List.of());
        GitCommit nobody = new GitCommit(hash("cc"), List.of(), who("", " ", "2026-02-03T10:00:00Z"),
                who("", "", "2026-02-03T10:00:00Z"), "RB-14", List.of());
        List<String> table = table("key:", "zz", applied, bare, nobody);
        assertThat(table.subList(0, 5)).containsExactly(
                "key:CORE_2-7 2026-02-01T10:00 committed @git:ada@x.example committer>@git:eve@x.example"
                        + " {path=a?c|b, recorded=1772323200000} repo!aa",
                "key:CORE_2-7 2026-02-01T10:00 committed @git:dee@x.example {recorded=1772323200000} repo!aa",
                "key:CORE_2-7 2026-03-01T00:00 reviewed @git:cyd@x.example {verdict=approved} repo!aa",
                "key:RB-12 2026-02-01T10:00 committed @git:ada@x.example committer>@git:eve@x.example"
                        + " {path=a?c|b, recorded=1772323200000} repo!aa",
                "key:RB-12 2026-02-01T10:00 committed @git:dee@x.example {recorded=1772323200000} repo!aa");
        assertThat(table).contains("key:RB-13 2026-02-02T10:00 committed @git:Bob {recorded=1770026400000} repo!bb",
                "key:RB-14 2026-02-03T10:00 committed - {recorded=1770112800000} repo!cc",
                "! note repo · reviews that a commit names twice, or by who wrote it: not counted · 1");
        assertThat(called).containsExactly("git:Bob is Bob", "git:ada@x.example is Ada", "git:cyd@x.example is Cyd",
                "git:dee@x.example is Dee", "git:eve@x.example is Eve");
    }

    @Test
    void aMergeIsNoWorkAndSaysThatWhatItNamesWasMerged() {
        GitCommit plain = commit("aa", "", "Ada", FIRST, FIRST, "tidy");
        GitCommit merge = commit("bb", "aa cc", "Bob", FIRST, FIRST, "Merge pull request #7 from x/RB-12-y");
        assertThat(table("key:", "zz", plain, merge)).containsExactly(
                "key:RB-12 2026-02-01T10:00 merged @git:bob@x.example {} repo!bb",
                "key:o/r#7 2026-02-01T10:00 merged @git:bob@x.example {} repo!bb",
                "! note repo · commits that name no item: not counted as work on any · 1",
                "! note repo · merges: not counted as work · 1");
    }

    @Test
    void aDateThatCannotBeTrueDoesNotCount() {
        assertThat(table("key:", "zz", dated("1989-12-31T23:59:59Z", "2026-02-01T00:00:00Z"),
                dated("2026-02-03T00:00:01Z", "2026-02-01T00:00:00Z"),
                dated("2026-06-01T00:00:01Z", "2026-06-01T00:00:00Z"),
                dated("1970-01-01T00:00:00Z", "1970-01-01T00:00:00Z"))).containsExactly(
                "! warning repo · commits dated before 1990: they do not count · 2",
                "! warning repo · commits dated more than two days after they, or anything in the repository, came"
                        + " there: they do not count · 2");
        assertThat(table("key:", "zz", dated("2026-02-03T00:00:00Z", "2026-02-01T00:00:00Z"))).hasSize(1);
    }

    /** A root, a merge of two commits, a squashed request, and a direct run. */
    private static GitCommit[] history() {
        return new GitCommit[] {
            commit("aa", "", "Ada", FIRST, FIRST, "begin", "README"),
            commit("b1", "aa", "Bob", "2026-02-02T10:00:00Z", "2026-02-04T10:00:00Z", "one", "lib/x"),
            commit("b2", "b1", "Bob", "2026-02-03T10:00:00Z", "2026-02-04T10:00:00Z",
                    "two\n\nReviewed-by: Eve <eve@x.example>\n", "lib/y", "docs/z"),
            commit("cc", "aa b2", "Cyd", "2026-02-05T10:00:00Z", "2026-02-05T10:00:00Z", "Merge branch 'b'"),
            commit("dd", "cc", "Dee", "2026-02-06T10:00:00Z", "2026-02-07T10:00:00Z", "squashed (#9)", "lib/x"),
            commit("e1", "dd", "Eve", "2026-02-08T10:00:00Z", "2026-02-08T10:00:00Z", "RB-1 a", "web/a"),
            commit("f1", "e1", "Fay", "2026-02-08T11:00:00Z", "2026-02-08T11:00:00Z", "RB-1 other's", "web/a"),
            commit("e2", "f1", "Eve", "2026-02-09T10:00:00Z", "2026-02-09T10:00:00Z", "RB-1 b, RB-2", "web/b"),
            commit("f9", "aa", "Fay", "2026-02-10T10:00:00Z", "2026-02-10T10:00:00Z", "on a side branch")};
    }

    @Test
    void whatCameToTheMainLineIsAnItemOfTheRepository() {
        List<String> table = table("git:", "e2", history());
        List<String> begun = table.stream().filter(line -> line.contains(" created ")).toList();
        assertThat(begun).containsExactly(
                item("#9", "2026-02-06T10:00", "dee", "lib", "repo#9", "Awaiting review or merge", "pull request",
                        "dd"),
                item("aa", "2026-02-01T10:00", "ada", "(root)", "repo!aa", "Done", "commits", "aa"),
                item("cc", "2026-02-02T10:00", "bob", "docs|lib", "repo!cc", "In progress", "merge", "b1"),
                item("e1", "2026-02-08T10:00", "eve", "web", "repo!e1", "In progress", "commits", "e1"),
                item("f1", "2026-02-08T11:00", "fay", "web", "repo!f1", "Done", "commits", "f1"));
        assertThat(table.stream().filter(line -> line.startsWith("git:aa:cc ") && !line.contains(" created ")))
                .containsExactly(
                        "git:aa:cc 2026-02-02T10:00 committed @git:bob@x.example {path=lib/x, recorded=1770199200000}"
                                + " repo!b1",
                        "git:aa:cc 2026-02-03T10:00 committed @git:bob@x.example {path=docs/z|lib/y,"
                                + " recorded=1770199200000} repo!b2",
                        "git:aa:cc 2026-02-03T10:00 statusChanged - {status=Awaiting review or merge} repo!b2",
                        "git:aa:cc 2026-02-04T10:00 reviewed @git:eve@x.example {verdict=approved} repo!b2",
                        "git:aa:cc 2026-02-05T10:00 merged @git:cyd@x.example {status=Merged} repo!cc");
        assertThat(table).contains("git:aa:#9 2026-02-07T10:00 done - {status=Merged} repo!dd",
                "git:aa:e1 2026-02-09T10:00 done - {status=Done} repo!e2",
                "! note repo · commits on branches that did not come to the main one: no item of the repository itself"
                        + " · 1");
    }

    private static String item(String id, String at, String who, String component, String key, String status,
            String type, String place) {
        return "git:aa:" + id + " " + at + " created @git:" + who + "@x.example {"
                + (key.contains("#") ? "alias=o/r#9, " : "") + "changeLog=none, component=" + component
                + ", key=" + (key.contains("!") ? hash(key.substring(5)).substring(0, 8).replaceAll("0{8,}", "")
                .replaceFirst("^", "repo!") : key) + ", offset=+0000, owner=unknown, project=repo, status=" + status
                + ", type=" + type + "} repo!" + place;
    }

    @Test
    void theOrderOfCommitsChangesNothing() {
        List<GitCommit> commits = new ArrayList<>(List.of(history()));
        List<String> expected = table("", "e2", history());
        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(commits, new Random(seed));
            assertThat(table("", "e2", commits.toArray(GitCommit[]::new))).as("seed " + seed).isEqualTo(expected);
        }
    }

    @Test
    void whoeverCommitsWasDeclaredOrNotAsOfThen() {
        GitEvents translation = new GitEvents(new GitEvents.Frame("repo", "", hash("dd"), NEWEST, Mailmap.NONE),
                new Delivery(account -> account, (account, name) -> { }, event -> {
                    if (event.attributes().containsKey(Field.DECLARED)) {
                        called.add(event.origin().pointer().substring(5, 7) + " "
                                + event.attributes().get(Field.DECLARED));
                    }
                }, trouble -> { }));
        translation.commit(commit("aa", "", "Ada", FIRST, FIRST, "x", "lib/x"));
        translation.commit(commit("bb", "aa", "Ada", "2026-02-02T10:00:00Z", "2026-02-02T10:00:00Z", "x",
                "CODEOWNERS"));
        translation.commit(commit("cc", "bb", "Ada", "2026-02-03T10:00:00Z", "2026-02-03T10:00:00Z", "x", "lib/x"));
        translation.commit(commit("dd", "cc", "Bob", "2026-02-04T10:00:00Z", "2026-02-04T10:00:00Z", "x", "lib/x"));
        assertThat(translation.wanted()).containsExactly(java.util.Map.entry("1", "CODEOWNERS"));
        translation.declared("1", OwnersFile.of("CODEOWNERS", "/lib/ ada@x.example\n"));
        translation.finish();
        assertThat(called).containsExactly("aa none", "bb none", "cc owner", "dd other");
    }

    @Test
    void ofACommitThatMovesATreeTheFirstFilesAreKept() {
        List<String> table = table("key:", "zz", commit("aa", "", "Ada", FIRST, FIRST, "RB-1",
                IntStream.range(0, 1_001).mapToObj(i -> String.format(java.util.Locale.ROOT, "f%04d", i))
                        .toArray(String[]::new)));
        assertThat(table.get(0)).contains("f0999, ").doesNotContain("f1000");
        assertThat(table).contains("! note repo · commits that change more than 1000 files: the first of them by name"
                + " are kept · 1");
    }

    @Test
    void aCommitIsTheSameInEveryClone() {
        List<Event> events = new ArrayList<>();
        for (String name : List.of("one", "other")) {
            GitEvents translation = new GitEvents(new GitEvents.Frame(name, "", hash("e2"), NEWEST, Mailmap.NONE),
                    new Delivery(account -> account, (account, called) -> { }, events::add, trouble -> { }));
            Stream.of(history()).forEach(translation::commit);
            translation.finish();
        }
        int half = events.size() / 2;
        assertThat(events.subList(0, half)).extracting(Event::id)
                .isEqualTo(events.subList(half, 2 * half).stream().map(Event::id).toList());
        assertThat(events.subList(0, half)).extracting(Event::subject)
                .isEqualTo(events.subList(half, 2 * half).stream().map(Event::subject).toList());
    }
}
