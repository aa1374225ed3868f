package org.desireline.app.source.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.desireline.app.Repository;
import org.desireline.app.git.FileHistory;
import org.desireline.app.git.GitProcess;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.TreeFormatter;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program and the library tell of the same commits. */
class FetchTest {

    private static final List<String> NAMES = List.of("a.txt", "b \"quoted\".txt", "tab\there", "line\nbreak",
            "caf\u00e9", "\u00ff\u00fe", "-option", ":100644 x", "sp ace ", "\\back");
    private static final List<String> IDENTS = List.of("Ada Lovelace <ada@x.example> 1770000000 +0100",
            "Ada <a@x> b> 1770000001 +0530", " Blank  < spaced@x > 1770000002 -0000", "<nobody@x> 1770000003 +0000",
            "NoMail 1770000004 +0000", "NoDate <x@x>", "Odd Zone <z@x> 1770000005 +051800", "Z <z@x> 1770000006 +5",
            "Far <f@x> 99999999999999999999999 +0000", "Before <b@x> -5 +0000", "Only Date <d@x> 1770000007",
            "Caf\u00e9 <c@x> 1770000008 +0200", "A < <b@x> 1770000009 +0200", "");
    private static final List<String> MESSAGES = List.of("subject\n", "", "\n\n  leading\n\ntrailing \n\n\n", "no end",
            "RB-1: x\n\nbody\n\nReviewed-by: B <b@x>\n", "a\u0000hidden RB-9\n", "caf\u00e9 \u00fc\n", "tab\tin\r\n");
    private static final List<String> HEADERS = List.of("", "", "", "encoding ISO-8859-1\n", "encoding latin-1\n",
            "encoding no-such\n", "encoding UTF-16\n",
            "gpgsig -----BEGIN\n \n author x <y> 1 +0000\n -----END\n",
            "mergetag object 1\n type commit\n tagger T <t@x> 1 +0000\n \n text\n");

    /** Settings that would run something, or change what is told; of what is run, and of a folder. */
    private static final String HOSTILE = """
            [core]
            \trepositoryformatversion = 0
            \tfsmonitor = TOUCH
            \tpager = TOUCH
            \tsshCommand = TOUCH
            \tattributesFile = FOLDER/attributes
            [include]
            \tpath = FOLDER/included
            [alias]
            \tlog = !TOUCH
            [diff]
            \texternal = TOUCH
            \torderFile = FOLDER/order
            \tignoreSubmodules = all
            \trenames = copies
            [diff "evil"]
            \ttextconv = TOUCH
            \tcommand = TOUCH
            [filter "evil"]
            \tsmudge = TOUCH
            \tclean = TOUCH
            [log]
            \tshowSignature = true
            \tdiffMerges = m
            \tmailmap = true
            \tfollow = true
            [gpg]
            \tprogram = TOUCH
            [mailmap]
            \tfile = FOLDER/evil.mailmap
            [i18n]
            \tlogOutputEncoding = UTF-16
            [extensions]
            \tpartialClone = origin
            [remote "origin"]
            \turl = ext::TOUCH
            \tpromisor = true
            """;

    @TempDir
    private Path folder;

    /** A repository in which anything may stand that bytes can say. */
    private static final class Maker {

        private final Random random;
        private final ObjectInserter inserter;
        private final List<ObjectId> commits = new ArrayList<>();
        private final List<TreeMap<String, Object[]>> files = new ArrayList<>();

        Maker(long seed, ObjectInserter inserter) {
            this.random = new Random(seed);
            this.inserter = inserter;
        }

        private <T> T any(List<T> all) {
            return all.get(random.nextInt(all.size()));
        }

        private static byte[] bytes(String text, boolean latin) {
            return text.getBytes(latin ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
        }

        void commit() throws IOException {
            int count = commits.isEmpty() || random.nextInt(12) == 0 ? 0 : random.nextInt(5) == 0
                    ? 2 + random.nextInt(2) : 1;
            StringBuilder parents = new StringBuilder();
            TreeMap<String, Object[]> now = new TreeMap<>();
            for (int i = 0; i < count; i++) {
                int parent = Math.max(0, commits.size() - 1 - random.nextInt(4));
                parents.append("parent ").append(commits.get(parent).name()).append('\n');
                now.putAll(i == 0 ? files.get(parent) : Map.of());
            }
            for (int i = random.nextInt(4); i > 0; i--) {
                change(now);
            }
            ObjectId tree = tree(now, "");
            boolean latin = random.nextInt(3) == 0;
            String text = "tree " + tree.name() + "\n" + parents + "author " + any(IDENTS) + "\ncommitter "
                    + any(IDENTS) + "\n" + any(HEADERS) + "\n" + any(MESSAGES);
            commits.add(inserter.insert(Constants.OBJ_COMMIT, bytes(text, latin)));
            files.add(now);
        }

        private void change(Map<String, Object[]> now) throws IOException {
            String path = (random.nextBoolean() ? "" : any(List.of("d/", "d/e/", "f/"))) + any(NAMES);
            switch (random.nextInt(6)) {
                case 0 -> now.remove(path);
                case 1 -> now.put(path, new Object[] {FileMode.GITLINK, ObjectId.fromString("1".repeat(39)
                        + random.nextInt(10))});
                case 2 -> now.put(path, new Object[] {FileMode.SYMLINK, blob("to")});
                case 3 -> {
                    if (!now.isEmpty()) {
                        now.put(path, now.values().iterator().next());
                    }
                }
                default -> now.put(path, new Object[] {random.nextBoolean() ? FileMode.REGULAR_FILE
                        : FileMode.EXECUTABLE_FILE, blob("text " + random.nextInt(5))});
            }
        }

        private ObjectId blob(String text) throws IOException {
            return inserter.insert(Constants.OBJ_BLOB, text.getBytes(StandardCharsets.UTF_8));
        }

        /** Names in bytes of one character each, so that some are no UTF-8; a folder sorts as if a stroke followed. */
        private ObjectId tree(Map<String, Object[]> all, String prefix) throws IOException {
            TreeMap<String, Object[]> entries = new TreeMap<>();
            for (Map.Entry<String, Object[]> file : all.entrySet()) {
                if (file.getKey().startsWith(prefix)) {
                    String rest = file.getKey().substring(prefix.length());
                    int stroke = rest.indexOf('/');
                    if (stroke < 0) {
                        entries.put(rest, file.getValue());
                    } else {
                        String name = rest.substring(0, stroke + 1);
                        entries.putIfAbsent(name, new Object[] {FileMode.TREE, tree(all, prefix + name)});
                    }
                }
            }
            TreeFormatter formatter = new TreeFormatter();
            entries.forEach((name, entry) -> formatter.append(
                    name.replaceFirst("/$", "").getBytes(StandardCharsets.ISO_8859_1), (FileMode) entry[0],
                    (ObjectId) entry[1]));
            return inserter.insert(formatter);
        }
    }

    private static Path program() {
        Path program = GitProcess.program();
        Assumptions.assumeTrue(program != null, "SKIPPED: there is no git on the path");
        return program;
    }

    private static List<String> lines(List<GitCommit> commits) {
        commits.sort(Comparator.comparing(GitCommit::hash));
        return commits.stream().map(commit -> commit.hash() + " " + commit.parents() + " " + commit.author() + " "
                + commit.committer() + " [" + commit.message() + "] " + commit.changes().stream()
                .sorted(Comparator.comparing(GitCommit.Change::path)).toList()).toList();
    }

    private static void assertEqual(Repository made, List<String> tips, String as) throws IOException {
        Path git = made.git().getRepository().getDirectory().toPath();
        List<GitCommit> byProgram = new ArrayList<>();
        new LogFetch(program(), git.resolve("objects"), git.resolve("shallow"),
                hash -> GitSource.bytes(made.git().getRepository(), hash)).commits(tips, byProgram::add);
        List<GitCommit> byLibrary = new ArrayList<>();
        new WalkFetch(made.git().getRepository()).commits(tips, byLibrary::add);
        assertThat(lines(byProgram)).as(as).isEqualTo(lines(byLibrary)).isNotEmpty();
    }

    @Test
    void bothTellOfTheSameCommitsWhateverStandsInThem() throws GitAPIException, IOException {
        for (long seed = 1; seed <= 6; seed++) {
            try (Repository made = Repository.in(folder.resolve("r" + seed));
                    ObjectInserter inserter = made.git().getRepository().newObjectInserter()) {
                Maker maker = new Maker(seed, inserter);
                for (int i = 0; i < 60; i++) {
                    maker.commit();
                }
                inserter.flush();
                assertEqual(made, maker.commits.subList(50, 60).stream().map(ObjectId::name).distinct().toList(),
                        "seed " + seed);
            }
        }
    }

    @Test
    void whereAShallowCloneEndsBothBegin() throws GitAPIException, IOException {
        try (Repository made = Repository.in(folder.resolve("work"))) {
            made.commit("Ada", "ada@x.example", "2026-02-01T10:00:00Z", "one");
            String end = made.commit("Ada", "ada@x.example", "2026-02-02T10:00:00Z", "two");
            String tip = made.commit("Ada", "ada@x.example", "2026-02-03T10:00:00Z", "three");
            Files.writeString(folder.resolve("work/.git/shallow"), end + "\n");
            assertEqual(made, List.of(tip), "shallow");
        }
    }

    @Test
    void aRepositoryThatMeansHarmIsOnlyRead() throws GitAPIException, IOException {
        Path work = folder.resolve("hostile");
        Path witness = folder.resolve("witness");
        String touch = "touch " + witness;
        try (Repository made = Repository.in(work)) {
            Files.writeString(work.resolve(".gitattributes"), "* diff=evil filter=evil\n");
            Files.writeString(work.resolve(".mailmap"), "Somebody <else@x.example> <ada@x.example>\n");
            made.commit("Ada", "ada@x.example", "2026-02-01T10:00:00Z", "one");
            String before = made.commit("Ada", "ada@x.example", "2026-02-02T10:00:00Z", "two");
            String tip = made.commit("Ada", "ada@x.example", "2026-02-03T10:00:00Z", "three");
            Files.writeString(folder.resolve("evil.mailmap"), "Evil <evil@x.example> <ada@x.example>\n");
            Files.writeString(folder.resolve("order"), "z\n");
            Files.writeString(folder.resolve("included"), "[core]\n\tpager = " + touch + "\n");
            Files.createDirectories(work.resolve(".git/info"));
            Files.writeString(work.resolve(".git/info/grafts"), tip + "\n");
            Files.writeString(work.resolve(".git/info/attributes"), "* diff=evil\n");
            Path replaced = Files.createDirectories(work.resolve(".git/refs/replace"));
            Files.writeString(replaced.resolve(tip), before + "\n");
            for (String hook : List.of("post-checkout", "reference-transaction", "fsmonitor-watchman")) {
                Path file = Files.createDirectories(work.resolve(".git/hooks")).resolve(hook);
                Files.writeString(file, "#!/bin/sh\n" + touch + "\n");
                assertThat(file.toFile().setExecutable(true)).isTrue();
            }
            assertEqual(made, List.of(tip), "before its settings are there");
            Files.writeString(work.resolve(".git/config"), HOSTILE.replace("TOUCH", touch)
                    .replace("FOLDER", folder.toString()));
            assertEqual(made, List.of(tip), "with its settings");
            List<GitCommit> read = new ArrayList<>();
            new LogFetch(program(), work.resolve(".git/objects"), work.resolve(".git/shallow"),
                    hash -> new byte[0]).commits(List.of(tip), read::add);
            assertThat(read).hasSize(3).allMatch(commit -> commit.author().email().equals("ada@x.example"));
        }
        List<String> told = new ArrayList<>();
        new GitSource(work, account -> account, (account, name) -> told.add(account + " " + name)).read(event -> { },
                trouble -> { });
        assertThat(told).contains("git:else@x.example Somebody").noneMatch(line -> line.contains("evil"));
        assertThat(witness).doesNotExist();
    }

    @Test
    void aProgramThatFailsLeavesItToTheLibrary() throws GitAPIException, IOException {
        Path work = folder.resolve("work");
        try (Repository made = Repository.in(work)) {
            made.commit("Ada", "ada@x.example", "2026-02-01T10:00:00Z", "RB-1");
        }
        Path broken = folder.resolve("git");
        Files.writeString(broken, "#!/bin/sh\nprintf 'abc\\0'\nexit 1\n");
        assertThat(broken.toFile().setExecutable(true)).isTrue();
        for (Path program : List.of(broken, folder.resolve("none"), program())) {
            List<String> read = new ArrayList<>();
            new GitSource(work, account -> account, (account, name) -> { },
                    delivery -> FileHistory.NONE, program)
                    .read(event -> read.add(event.verb().name()), trouble -> { });
            assertThat(read).as(program.toString()).containsExactlyInAnyOrder("committed", "committed", "created",
                    "done");
        }
    }
}
