package org.desireline.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as a process of its own: from its archive, and through its launcher where that would not build first. */
class LauncherTest {

    private static final System.Logger LOG = System.getLogger("LauncherTest");
    private static final List<String> SECTIONS = List.of("What this data can and cannot support",
            "The tracker's order against the lived one", "By type", "Where the hours on calendar went",
            "The longest waits on calendar inside the window", "What you can say", "Proof: ", "Next:  ");

    @TempDir
    private Path folder;

    /** What a process answered. */
    private record Answer(int code, String out, String talk) {}

    private Answer run(List<String> command) throws IOException, InterruptedException {
        Path out = folder.resolve("out.txt");
        Path talk = folder.resolve("talk.txt");
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile())
                .redirectOutput(out.toFile()).redirectError(talk.toFile());
        builder.environment().put("DESIRELINE_JAVA_HOME", System.getProperty("java.home"));
        builder.environment().remove("NO_COLOR");
        Process process = builder.start();
        process.getOutputStream().close();
        int code = process.waitFor();
        return new Answer(code, Files.readString(out), Files.readString(talk));
    }

    private Answer program(String... arguments) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = new ArrayList<>(List.of(java, "--enable-native-access=ALL-UNNAMED",
                "-cp", archive().toString(), "org.desireline.app.Main"));
        command.addAll(List.of(arguments));
        return run(command);
    }

    private Answer launcher(Path path, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("/bin/sh", path.toString()));
        command.addAll(List.of(arguments));
        return run(command);
    }

    /** The nearest folder above that holds the launcher and the build. */
    private static Path top() {
        Path at = Path.of("").toAbsolutePath();
        while (at != null && !(Files.exists(at.resolve("desireline")) && Files.exists(at.resolve("pom.xml")))) {
            at = at.getParent();
        }
        assertThat(at).as("a folder above with the launcher and pom.xml").isNotNull();
        return at;
    }

    private static Path archive() {
        Path jar = top().resolve("app/target/lib/desireline-app.jar");
        require(Files.exists(jar), "the application is not packaged: no " + top().relativize(jar));
        return jar;
    }

    /** The launcher, where it would start what is built and not build anew in the midst of a build. */
    private static Path freshLauncher() throws IOException {
        require(Files.isExecutable(Path.of("/bin/sh")), "there is no /bin/sh");
        Path top = top();
        long built = Files.getLastModifiedTime(archive()).toMillis();
        for (String part : List.of("pom.xml", "core/pom.xml", "app/pom.xml", "core/src/main", "app/src/main")) {
            try (Stream<Path> files = Files.walk(top.resolve(part))) {
                for (Path file : files.toList()) {
                    require(Files.getLastModifiedTime(file).toMillis() <= built,
                            top.relativize(file) + " is newer than the packaged application");
                }
            }
        }
        return top.resolve("desireline");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            LOG.log(System.Logger.Level.WARNING, "SKIPPED: " + otherwise);
        }
        Assumptions.assumeTrue(holds, otherwise);
    }

    private static void assertSections(String page, List<String> sections) {
        int at = -1;
        for (String section : sections) {
            int next = page.indexOf(section, at + 1);
            assertThat(next).as("'%s' after the one before it", section).isGreaterThan(at);
            at = next;
        }
    }

    @Test
    void helpNamesTheCommandsAndTheExitCodes() throws IOException, InterruptedException {
        Answer help = program("--help");
        assertThat(help.code()).isZero();
        assertThat(help.talk()).isEmpty();
        assertSections(help.out(),
                List.of("look", "show", "demo", "Examples:", "desireline look issues.zip", "Exit: 0"));
        assertThat(help.out().lines()).allMatch(line -> line.length() <= 80);
    }

    @Test
    void theDemoPrintsEverySectionInOrder() throws IOException, InterruptedException {
        Answer demo = program("demo", "--into", "a demo");
        assertThat(demo.code()).as(demo.talk()).isZero();
        assertSections(demo.out(), SECTIONS);
        assertThat(demo.out()).doesNotContain("\u001b").contains("show 'contest/priority/pullIndex'");
        assertThat(demo.out().getBytes(StandardCharsets.UTF_8)).hasSizeGreaterThan(4_000);
        assertThat(demo.talk()).contains("Riverbank is invented");
        assertThat(folder.resolve("a demo/export/page-000.json")).isNotEmptyFile();
        assertThat(folder.resolve("a demo/.desireline/guess.yaml")).isNotEmptyFile();
        Answer again = program("look", "--home", "a demo/.desireline", "--json");
        assertThat(again.code()).isZero();
        assertThat(again.out()).startsWith("{").contains("\"schema\" : \"desireline/1\"");
    }

    @Test
    void theExitCodeIsTheProcessesOwn() throws IOException, InterruptedException {
        assertThat(program("look", "gone.zip").code()).isEqualTo(3);
        assertThat(program("look", "--nonsense").code()).isEqualTo(2);
        assertThat(program().code()).isEqualTo(2);
    }

    @Test
    void theLauncherWorksThroughALinkAndPassesArgumentsOn() throws IOException, InterruptedException {
        Path launcher = freshLauncher();
        Path link = folder.resolve("a link");
        Files.createSymbolicLink(folder.resolve("first"), launcher);
        Files.createSymbolicLink(link, Path.of("first"));
        Answer help = launcher(link, "--help");
        assertThat(help.code()).as(help.talk()).isZero();
        assertThat(help.out()).contains("desireline look issues.zip");
        Answer gone = launcher(link, "look", "no such  export.zip", "--home", "a home");
        assertThat(gone.code()).isEqualTo(3);
        assertThat(gone.out()).isEmpty();
        assertThat(gone.talk()).contains("There is no file or folder ", "no such  export.zip. Perhaps");
        Answer demo = launcher(link, "demo", "--into", "by launcher");
        assertThat(demo.code()).as(demo.talk()).isZero();
        assertSections(demo.out(), SECTIONS);
        String[] proof = demo.out().lines().filter(line -> line.startsWith("Proof: ")).findFirst().orElseThrow()
                .split(" ", 2);
        Answer shown = run(List.of("/bin/sh", "-c", "/bin/sh " + proof[1]));
        assertThat(shown.code()).as("the command can be typed as it stands: %s", proof[1]).isZero();
        assertThat(shown.out()).contains("contest/priority/pullIndex", "Evidence: the strongest");
    }
}
