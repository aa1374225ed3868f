package org.desireline.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.desireline.app.Call;
import org.desireline.app.Exports;
import org.desireline.app.Repository;
import org.desireline.app.demo.GitFiles;
import org.desireline.app.demo.GitFilesTest;
import org.desireline.world.Riverbank;
import org.desireline.world.World;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A repository beside a tracker's export: its commits belong to the items they name, and its people are the same. */
class CommitsTest {

    @TempDir
    private Path folder;

    private static String json(Object... arguments) {
        List<Object> all = new ArrayList<>(List.of("look", "--json", "--window", "all"));
        all.addAll(List.of(arguments));
        Call look = Call.of(all.toArray());
        assertThat(look.code()).as(look.talk()).isZero();
        return look.out();
    }

    @Test
    void theOrderOfImportsChangesNothing() throws IOException {
        World world = GitFilesTest.committing(Riverbank.make(4, 30));
        Path export = Exports.of(world, folder.resolve("export"));
        Path repository = folder.resolve("riverbank.git");
        int commits = GitFiles.write(world, repository);
        String both = json(export, repository, "--throwaway");
        assertThat(json(repository, export, "--throwaway")).isEqualTo(both);
        Path trackerFirst = folder.resolve("tracker-first");
        json(export, "--home", trackerFirst);
        assertThat(json(repository, "--home", trackerFirst)).isEqualTo(both);
        Path gitFirst = folder.resolve("git-first");
        Call alone = Call.of("look", repository, "--home", gitFirst);
        assertThat(alone.code()).as(alone.talk()).isZero();
        assertThat(alone.out()).contains("merges, pull requests and commits of the main line",
                "✗ an order: no item carries a priority", "By area").doesNotContain("From Jira", "person 1");
        assertThat(json(export, "--home", gitFirst)).isEqualTo(both);
        Call again = Call.of("import", repository, "--home", gitFirst, "--again");
        assertThat(again.talk()).contains("riverbank.git: 0 new events, ");
        assertThat(json("--home", gitFirst)).isEqualTo(both);
        JsonNode root = JsonMapper.shared().readTree(both);
        JsonNode without = JsonMapper.shared().readTree(json(export, "--throwaway"));
        assertThat(root.at("/data/events").asInt() - without.at("/data/events").asInt()).isEqualTo(commits);
        assertThat(root.at("/data/items")).isEqualTo(without.at("/data/items"));
        assertThat(root.at("/data/actors")).isEqualTo(without.at("/data/actors"));
        assertThat(both).contains(" of git and jira are the same");
        assertThat(without.toString()).doesNotContain("are the same");
        assertThat(both).doesNotContain("no tracker export holds");
    }

    @Test
    void aCloneUnderAnotherNameAddsNothingToCountTwice() throws IOException, GitAPIException {
        Path export = Exports.twoLetters(Exports.small(folder.resolve("export")));
        Path one = repository("one");
        Path other = folder.resolve("other");
        org.eclipse.jgit.api.Git.cloneRepository().setURI(one.toUri().toString()).setDirectory(other.toFile()).call()
                .close();
        JsonNode once = JsonMapper.shared().readTree(json(export, one, "--throwaway"));
        JsonNode twice = JsonMapper.shared().readTree(json(export, one, other, "--throwaway"));
        assertThat(twice.at("/data")).isEqualTo(once.at("/data"));
    }

    @Test
    void aRepositoryAloneIsToldAlikeFromMemoryAndFromAFile() throws IOException {
        Path home = folder.resolve("home");
        Path repository = folder.resolve("riverbank.git");
        GitFiles.write(GitFilesTest.committing(Riverbank.make(4, 30)), repository);
        String kept = json(repository, "--home", home);
        assertThat(json(repository, "--throwaway")).isEqualTo(kept);
        assertThat(json("--home", home)).isEqualTo(kept);
        assertThat(JsonMapper.shared().readTree(kept).at("/data/items").asInt()).isPositive();
        List<String> people = Files.readAllLines(home.resolve("people.yaml")).stream()
                .filter(line -> line.contains("git:") && !line.startsWith("#"))
                .map(line -> line.replaceFirst(".*?git:([^\"]+)\".*", "$1")).toList();
        assertThat(people).hasSizeGreaterThan(5).allMatch(address -> address.contains("@"));
        Call look = Call.of("look", "--home", home, "--window", "all");
        assertThat(look.out()).contains("git knows no owners", "By type").doesNotContain("change log", "Jira");
        Leaks.none(look, people, "look");
        String item = Call.of("sql", "SELECT key FROM items ORDER BY key LIMIT 1", "--home", home, "--csv").out()
                .replaceFirst("(?s).*(riverbank![0-9a-f]{8}).*", "$1");
        Call show = Call.of("show", item, "--home", home, "--window", "all");
        assertThat(show.code()).as(show.talk()).isZero();
        Leaks.none(show, people, "show");
    }

    private Path repository(String name) throws IOException, GitAPIException {
        Path work = folder.resolve(name);
        try (Repository made = Repository.in(work)) {
            made.commit("Person One", "one@x.example", "2026-02-03T10:00:00Z", "2026-02-09T10:00:00Z", "TT-1: begin");
            made.commit("Somebody Else", "else@x.example", "2026-02-04T10:00:00Z", "TT-1 and TT-999, in UTF-8");
            made.commit("Somebody Else", "else@x.example", "2026-02-04T11:00:00Z", "no key");
        }
        return work;
    }

    @Test
    void whatIsNotOfAnyItemIsCounted() throws IOException, GitAPIException {
        Path export = Exports.twoLetters(Exports.small(folder.resolve("export")));
        Call look = Call.of("look", export, repository("repo"), "--throwaway", "--window", "all", "--json");
        assertThat(look.code()).as(look.talk()).isZero();
        List<String> troubles = new ArrayList<>();
        JsonMapper.shared().readTree(look.out()).get("troubles").forEach(trouble -> troubles.add(
                trouble.get("severity").asString() + " " + trouble.get("where").asString() + " "
                        + trouble.get("what").asString() + " " + trouble.get("count")));
        assertThat(troubles).contains("note mentions name 2 items that no tracker export holds: left out 2",
                "note repo commits that name no item: not counted as work on any 1");
    }

    @Test
    void thePageOfAnItemShowsTheCommitAndWhereItStands() throws IOException, GitAPIException {
        Path export = Exports.twoLetters(Exports.small(folder.resolve("export")));
        Path home = folder.resolve("home");
        Path repository = repository("repo");
        json(export, repository, "--home", home);
        Call show = Call.of("show", "TT-1", "--home", home, "--window", "all");
        assertThat(show.out()).contains("2026-02-03", "committed", "repo!");
    }

    @Test
    void whomTheReaderNamesInPeopleIsOnePerson() throws IOException, GitAPIException {
        Path export = Exports.twoLetters(Exports.small(folder.resolve("export")));
        Path home = folder.resolve("home");
        int apart = actors(json(export, repository("repo"), "--home", home));
        Path people = home.resolve("people.yaml");
        Files.writeString(people, Files.readString(people).replace("people: {}",
                "people:\n  one: [\"jira:person1\", \"git:one@x.example\"]"));
        assertThat(actors(json("--home", home))).isEqualTo(apart - 1);
    }

    private static int actors(String json) {
        return JsonMapper.shared().readTree(json).at("/data/actors").asInt();
    }

    @Test
    void whatIsNoWholeRepositoryIsAFailureBesideOthersAndAlone() throws IOException {
        Path export = Exports.twoLetters(Exports.small(folder.resolve("export")));
        Path broken = Files.createDirectories(folder.resolve("broken"));
        Files.writeString(broken.resolve(".git"), "gitdir: ../nowhere");
        Call alone = Call.of("look", broken, "--throwaway");
        assertThat(alone.code()).isEqualTo(3);
        assertThat(alone.talk()).contains("is no git repository", "Perhaps");
        Call beside = Call.of("look", export, broken, "--throwaway", "--window", "all");
        assertThat(beside.code()).isEqualTo(3);
        assertThat(beside.out()).isNotEmpty();
    }
}
