package org.desireline.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.desireline.app.Call;
import org.desireline.app.Exports;
import org.desireline.app.Repository;
import org.desireline.world.Person;
import org.desireline.world.Riverbank;
import org.desireline.world.World;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** No person and no word of a person is in any output, and no byte of the data steers the terminal. */
class PrivacyTest {

    private static final String RED = "\\u001b[31m";
    private static final String HOSTILE = "<script>alert(1)</script>" + RED + "\\u009b2J\\u0007\\u202e\\r\\n";

    @TempDir
    private Path folder;

    @Test
    void noPersonOfTheDemoIsInAnyOutput() throws IOException {
        World world = Riverbank.make(Riverbank.SEED, Riverbank.WEEKS);
        List<String> words = new ArrayList<>();
        for (Person person : world.people()) {
            words.add(person.name());
            words.add(person.account());
            words.addAll(List.of(person.name().split(" ", -1)));
        }
        words.removeIf(word -> word.length() < 4);
        words.add("@riverbank");
        words.add("no surprises so far");
        assertThat(words).hasSizeGreaterThan(40);
        Call demo = Call.of("demo", "--into", folder, "--verbose");
        assertThat(demo.code()).isZero();
        Leaks.none(demo, words, "demo");
        Path home = folder.resolve(".desireline");
        Call json = Call.of("look", "--home", home, "--json", "--verbose");
        Leaks.none(json, words, "look --json");
        for (String what : List.of("RB-1", "RB-2", "RB-14", "RB-201", "ledger/all/all/largestWaits",
                "contest/priority/pullIndex", "contest/priority/pullIndex/pushed", "ledger/all/all/worked/hours")) {
            Leaks.none(Call.of("show", what, "--home", home), words, what);
            Leaks.none(Call.of("show", what, "--home", home, "--json"), words, what);
        }
    }

    /** Twelve issues in which everything that a person may have written is distinctive, and much of it hostile. */
    private Path hostile() throws IOException {
        Path export = Files.createDirectories(folder.resolve("export"));
        for (int i = 1; i <= 12; i++) {
            String person = "quentin" + i % 6 + ".quillfeather";
            String issue = Exports.issue(i, person, "Major" + (i % 2 == 0 ? "" : HOSTILE), i % 3 > 0)
                    .replace("{\"name\":\"" + person + "\"}", "{\"name\":\"" + person
                            + "\",\"accountId\":\"557058:zz" + i % 6 + "\",\"emailAddress\":\"" + person
                            + "@mail.example\",\"displayName\":\"Quentin Quillfeather\"}")
                    .replace("\"In Progress\"", "\"In Progress" + HOSTILE + "\"")
                    .replace("{\"project\"", "{\"summary\":\"secretsummary" + HOSTILE
                            + "\",\"description\":\"secretbody\","
                            + "\"components\":[{\"name\":\"Gate" + HOSTILE + "\",\"lead\":{\"name\":\"" + person
                            + "\"}}],\"labels\":[\"lab" + RED + "el\"],\"issuelinks\":[],"
                            + "\"comment\":{\"total\":1,\"comments\":[{\"id\":\"" + i
                            + "\",\"author\":{\"name\":\"" + person + "\"},"
                            + "\"body\":\"secretcomment\",\"created\":\"2026-05-20T10:00:00.000+0000\"}]},"
                            + "\"worklog\":{\"total\":1,\"worklogs\":[{\"id\":\"" + i
                            + "\",\"author\":{\"name\":\"" + person + "\"},"
                            + "\"comment\":\"secretlog\",\"started\":\"2026-05-20T11:00:00.000+0000\","
                            + "\"timeSpentSeconds\":3600}]},\"project\"");
            JsonMapper.shared().readTree(issue);
            Files.writeString(export.resolve("T-" + i + ".json"), issue);
        }
        return export;
    }

    private static final List<String> WORDS = List.of("quillfeather", "quentin", "mail.example", "557058", ":zz",
            "secretsummary", "secretbody", "secretcomment", "secretlog");

    @Test
    void noPersonOfAHostileExportIsInAnyOutput() throws IOException {
        Path export = hostile();
        Path home = folder.resolve("home");
        Call look = Call.of("look", export, "--home", home, "--window", "all", "--verbose",
                "--by", "type,component,label,project,epic,fixVersion");
        assertThat(look.code()).as(look.all()).isZero();
        Leaks.none(look, WORDS, "look");
        Call json = Call.of("look", "--home", home, "--window", "all", "--json");
        Leaks.none(json, WORDS, "look --json");
        JsonNode root = JsonMapper.shared().readTree(json.out());
        List<String> ids = new ArrayList<>(List.of("T-1", "T-2", "T-12"));
        root.get("readings").forEach(reading -> reading.get("lines")
                .forEach(line -> ids.add(line.get("id").asString())));
        assertThat(ids).hasSizeGreaterThan(60);
        for (String id : ids) {
            Call show = Call.of("show", id, "--home", home, "--window", "all");
            assertThat(show.code()).as(id).isIn(0, 4);
            Leaks.none(show, WORDS, "show");
        }
        for (String id : ids.subList(0, 8)) {
            Leaks.none(Call.of("show", id, "--home", home, "--window", "all", "--json"), WORDS, "show --json");
        }
    }

    @Test
    void noErrorQuotesTheData() throws IOException {
        Path export = hostile();
        for (Map.Entry<String, String> file : Map.of(
                "cut.json", "{\"key\":\"T-1\",\"fields\":{\"summary\":\"secretsummary\","
                        + "\"assignee\":{\"name\":\"quillfeather",
                "login.json", "<html>quillfeather@mail.example</html>",
                "error.json", "{\"errorMessages\":[\"User quillfeather may not do this\"]}",
                "text.json", "quillfeather said secretcomment",
                "number.json", "{\"key\":\"T-1\",\"fields\":{\"created\":\"secretbody quillfeather\"}}").entrySet()) {
            Path alone = Files.createDirectories(folder.resolve("alone")).resolve(file.getKey());
            Files.writeString(alone, file.getValue());
            Leaks.none(Call.of("look", alone, "--throwaway", "--verbose"), WORDS, file.getKey());
            Files.writeString(export.resolve(file.getKey()), file.getValue());
        }
        Path home = folder.resolve("home");
        Call look = Call.of("look", export, "--home", home, "--window", "all");
        assertThat(look.code()).isZero();
        assertThat(look.out()).contains("Troubles in the data");
        Leaks.none(look, WORDS, "look with troubles");
        Leaks.none(Call.of("look", "--home", home, "--window", "all", "--json"), WORDS, "look --json with troubles");
        Leaks.none(Call.of("show", "T-999", "--home", home, "--window", "all"), WORDS, "show of nothing");
        Leaks.none(Call.of("look", "--home", home, "--window", "never"), WORDS, "look wrongly");
    }

    /** A repository of the people of the hostile export and of others, who all sign with distinctive words. */
    private Path signed() throws IOException, GitAPIException {
        Path work = folder.resolve("repo");
        try (Repository made = Repository.in(work)) {
            for (int i = 1; i <= 30; i++) {
                String person = i % 3 == 0 ? "quentin" + i % 6 + ".quillfeather@mail.example"
                        : "zz" + i % 7 + ".nibbleton@post.example";
                made.commit("Zacharias" + i % 7 + " Nibbleton\u001b[31m", person, "2026-04-2" + i % 9 + "T10:00:00Z",
                        (i % 10 == 0 ? "" : "TT-" + i % 15) + ": secretsubject <script>\u001b[31m\u202e\n\nsecretbody"
                                + "\n\nSigned-off-by: Zacharias Nibbleton <zz@post.example>\n");
                made.git().branchCreate().setName("nibbleton-" + i).call();
            }
        }
        return work;
    }

    private static final List<String> SIGNED = List.of("nibbleton", "zacharias", "post.example", "secretsubject",
            "signed-off", "a server", "server@x");

    @Test
    void nobodyWhoCommitsIsInAnyOutput() throws IOException, GitAPIException {
        List<String> words = new ArrayList<>(WORDS);
        words.addAll(SIGNED);
        Path home = folder.resolve("home");
        Path repository = signed();
        Call look = Call.of("look", Exports.twoLetters(hostile()), repository, "--home", home, "--window", "all",
                "--verbose");
        assertThat(look.code()).as(look.all()).isZero();
        assertThat(look.out()).contains("git and jira are the same");
        Leaks.none(look, words, "look");
        Leaks.none(Call.of("look", "--home", home, "--window", "all", "--json"), words, "look --json");
        for (String key : List.of("TT-1", "TT-6", "TT-12")) {
            Call show = Call.of("show", key, "--home", home, "--window", "all");
            assertThat(show.out()).contains("committed");
            Leaks.none(show, words, key);
            Leaks.none(Call.of("show", key, "--home", home, "--window", "all", "--json"), words, key);
        }
        Leaks.none(Call.of("sql", "SELECT * FROM troubles", "--home", home, "--window", "all"), words, "sql");
        Files.write(repository.resolve(".git/packed-refs"), List.of("0".repeat(39) + "1 refs/heads/nibbleton-x"));
        Leaks.none(Call.of("look", repository, "--home", home, "--verbose"), words, "look at what is broken");
        try (var files = Files.list(home)) {
            for (Path file : files.filter(path -> !path.endsWith("secret") && !path.endsWith("people.yaml")).toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).as(file.getFileName().toString())
                        .doesNotContainIgnoringCase("nibbleton", "zacharias", "post.example", "secretsubject",
                                "quillfeather");
            }
        }
        assertThat(home.resolve("people.yaml")).content().contains("git:zz1.nibbleton@post.example",
                "Quentin Quillfeather");
        assertThat(Files.getPosixFilePermissions(home.resolve("people.yaml"))).containsExactlyInAnyOrder(
                PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    }

    @Test
    void anAccountThatIsCalledABotIsCountedAndNotNamed() throws IOException {
        Path export = Exports.small(folder.resolve("export"));
        Files.writeString(export.resolve("bot.json"), Exports.issue(20, "quillfeather-bot", "Major", true));
        Path home = folder.resolve("home");
        Call look = Call.of("look", export, "--home", home, "--window", "all");
        assertThat(look.out()).contains("1 account (by name");
        assertThat(Files.readString(home.resolve("guess.yaml"))).contains("jira:quillfeather-bot");
        Leaks.none(look, List.of("quillfeather"), "look with a bot");
        Leaks.none(Call.of("look", "--home", home, "--window", "all", "--json"), List.of("quillfeather"), "--json");
    }

    @Test
    void theWorkspaceStoresNoNameOutsideTheFileOfPeople() throws IOException {
        Path home = folder.resolve("home");
        Call.of("look", hostile(), "--home", home, "--window", "all");
        try (var files = Files.list(home)) {
            for (Path file : files.filter(path -> !path.endsWith("secret") && !path.endsWith("people.yaml")).toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).as(file.getFileName().toString())
                        .doesNotContain("quillfeather", "557058", "quentin");
            }
        }
    }
}
