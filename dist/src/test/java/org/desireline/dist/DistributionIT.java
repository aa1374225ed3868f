package org.desireline.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is handed to people, unpacked somewhere else and used in an empty home, with no Java on the path. */
class DistributionIT {

    private static final System.Logger LOG = System.getLogger("DistributionIT");
    private static final String VERSION = System.getProperty("desireline.version");
    private static final String PLATFORM = System.getProperty("desireline.platform");
    private static final Path TARGET = Path.of("target").toAbsolutePath();
    /** All that the launcher may ask the system for. */
    private static final List<String> TOOLS = List.of("sh", "readlink");
    /** Two libraries can read beans by it, and do without. */
    private static final Set<String> DONE_WITHOUT = Set.of("java.desktop");

    @TempDir
    private static Path unpacked;
    /** A folder of links to the tools. */
    @TempDir
    private static Path path;
    @TempDir
    private Path folder;
    @TempDir
    private Path home;
    @TempDir
    private Path temporary;

    /** What a process answered. */
    private record Answer(int code, String out, String talk) {}

    @BeforeAll
    static void unpack() throws IOException, InterruptedException {
        Path somewhere = Files.createDirectories(unpacked.resolve("some where"));
        Path archive = TARGET.resolve("desireline-" + VERSION + "-" + PLATFORM + ".tar.gz");
        assertThat(process("tar", "-xzf", archive.toString(), "-C", somewhere.toString())).isZero();
        for (String tool : TOOLS) {
            Files.createSymbolicLink(path.resolve(tool), found(tool));
        }
        Files.createSymbolicLink(path.resolve("desireline"), tree().resolve("bin/desireline"));
    }

    /** The links go first: what clears folders away would remark on where they lead. */
    @AfterAll
    static void unlink() throws IOException {
        for (Path link : within(path)) {
            Files.delete(link);
        }
    }

    private static Path tree() {
        return unpacked.resolve("some where/desireline-" + VERSION);
    }

    private static int process(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }

    private static Path found(String tool) {
        return Arrays.stream(System.getenv("PATH").split(":")).map(folder -> Path.of(folder, tool))
                .filter(Files::isExecutable).findFirst().orElseThrow();
    }

    private Answer run(List<String> command) throws IOException, InterruptedException {
        Path out = temporary.resolveSibling(temporary.getFileName() + ".out");
        Path talk = temporary.resolveSibling(temporary.getFileName() + ".talk");
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile())
                .redirectOutput(out.toFile()).redirectError(talk.toFile());
        builder.environment().clear();
        builder.environment().put("HOME", home.toString());
        builder.environment().put("PATH", path.toString());
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            int code = process.waitFor();
            return new Answer(code, Files.readString(out), Files.readString(talk));
        } finally {
            Files.deleteIfExists(out);
            Files.deleteIfExists(talk);
        }
    }

    private Answer installed(String... arguments) throws IOException, InterruptedException {
        return run(concat(List.of(tree().resolve("bin/desireline").toString()), arguments));
    }

    private Answer jar(String... arguments) throws IOException, InterruptedException {
        return run(concat(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + temporary, "-jar", TARGET.resolve("desireline-" + VERSION + ".jar").toString()),
                arguments));
    }

    /** Asks for the version with the cache of a tree, and fails where the cache cannot be used. */
    private Answer versionByCache(Path tree) throws IOException, InterruptedException {
        return run(List.of(tree.resolve("runtime/bin/java").toString(), "@" + tree.resolve("lib/java.options"),
                "-XX:AOTMode=on", "-XX:AOTCache=" + tree.resolve("lib/desireline.aot"),
                "-cp", tree.resolve("lib/desireline-app.jar").toString(), "org.desireline.app.Main", "--version"));
    }

    private static List<String> concat(List<String> command, String... arguments) {
        return Stream.concat(command.stream(), Arrays.stream(arguments)).toList();
    }

    private static List<Path> within(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static void assertDemo(Answer demo, String proof) {
        assertThat(demo.code()).as(demo.talk()).isZero();
        assertThat(demo.out()).containsSubsequence("What this data can and cannot support",
                "The tracker's order against the lived one", "What you can say", proof);
        assertThat(demo.talk()).contains("Riverbank is invented").doesNotContain("WARNING", "Exception");
    }

    @Test
    void theArchiveNeedsNoJavaAndLeavesNothingInTheHome() throws IOException, InterruptedException {
        assertThat(installed("--version")).isEqualTo(new Answer(0, "desireline " + VERSION + "\n", ""));
        assertDemo(installed("demo"), "bin/desireline' show 'contest/priority/pullIndex'");
        assertThat(folder.resolve("desireline-demo/.desireline/guess.yaml")).isNotEmptyFile();
        assertThat(within(home)).isEmpty();
        assertThat(within(folder)).containsExactly(folder.resolve("desireline-demo"));
    }

    @Test
    void theArchiveDraftsACharterAndHoldsItsGates() throws IOException, InterruptedException {
        assertThat(installed("demo").code()).isZero();
        List<String> where = List.of("--home", "desireline-demo/.desireline", "--charter", "charter.yaml");
        for (String command : List.of("init", "report", "check")) {
            Answer answer = installed(Stream.concat(Stream.of(command), where.stream()).toArray(String[]::new));
            assertThat(answer.code()).as(command + ": " + answer.talk()).isIn(0, 1, 4);
            assertThat(answer.talk()).doesNotContain("WARNING", "Exception");
        }
    }

    @Test
    void theExitCodeIsTheProgramsOwn() throws IOException, InterruptedException {
        assertThat(installed("look", "gone.zip").code()).isEqualTo(3);
        assertThat(installed("look", "--nonsense").code()).isEqualTo(2);
        assertThat(jar("look", "gone.zip").code()).isEqualTo(3);
        assertThat(jar("look", "--nonsense").code()).isEqualTo(2);
    }

    @Test
    void aLinkOnThePathIsCalledByItsName() throws IOException, InterruptedException {
        assertDemo(run(List.of("/bin/sh", "-c", "desireline demo")), "Proof: desireline show 'contest/");
    }

    @Test
    void theCacheServesWhereTheArchiveWasUnpacked() throws IOException, InterruptedException {
        assertThat(versionByCache(tree())).isEqualTo(new Answer(0, "desireline " + VERSION + "\n", ""));
    }

    @Test
    void theMachineIsCalledAsByTheLauncherOfTheSources() throws IOException {
        Matcher options = Pattern.compile("^options=\"(.*)\"$", Pattern.MULTILINE)
                .matcher(Files.readString(Path.of("..", "desireline")));
        assertThat(options.find()).isTrue();
        assertThat(Files.readAllLines(tree().resolve("lib/java.options")))
                .containsExactly(options.group(1).split(" "));
    }

    @Test
    void theRuntimeHoldsEveryModuleThatTheJarsName() throws IOException, InterruptedException {
        List<String> jdeps = new ArrayList<>(List.of("--print-module-deps", "--ignore-missing-deps", "--multi-release",
                "base", "-q"));
        within(tree().resolve("lib")).stream().map(Path::toString).filter(name -> name.endsWith(".jar"))
                .forEach(jdeps::add);
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said);
        int code = ToolProvider.findFirst("jdeps").orElseThrow().run(out, out, jdeps.toArray(String[]::new));
        assertThat(code).as(said.toString()).isZero();
        Answer held = run(List.of(tree().resolve("runtime/bin/java").toString(), "--list-modules"));
        Set<String> modules = held.out().lines().map(line -> line.replaceAll("@.*", "")).collect(Collectors.toSet());
        Set<String> missing = new TreeSet<>(List.of(said.toString().lines().toList().getLast().split(",")));
        missing.removeAll(modules);
        missing.removeAll(DONE_WITHOUT);
        assertThat(missing).as("modules to add to runtime.modules in dist/pom.xml").isEmpty();
    }

    @Test
    void theJarAloneDoesTheSameAndLeavesNothing() throws IOException, InterruptedException {
        assertThat(jar("--version")).isEqualTo(new Answer(0, "desireline " + VERSION + "\n", ""));
        assertDemo(jar("demo"), "Proof: desireline show 'contest/");
        assertThat(within(home)).isEmpty();
        assertThat(within(temporary)).isEmpty();
    }

    @Test
    void theDebianPackageHoldsTheSameTreeAndItsCacheServes() throws IOException, InterruptedException {
        boolean debian = PLATFORM.startsWith("linux") && Arrays.stream(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "dpkg-deb")));
        if (!debian) {
            LOG.log(System.Logger.Level.WARNING, "SKIPPED: there is no dpkg-deb to unpack the Debian package with");
        }
        Assumptions.assumeTrue(debian, "there is no dpkg-deb");
        String architecture = PLATFORM.substring(PLATFORM.indexOf('-') + 1);
        Path deb = TARGET.resolve("desireline_" + VERSION + "_" + architecture + ".deb");
        assertThat(process("dpkg-deb", "-x", deb.toString(), folder.toString())).isZero();
        Path tree = folder.resolve("opt/desireline");
        assertThat(names(tree)).isEqualTo(names(tree()));
        assertThat(versionByCache(tree)).isEqualTo(new Answer(0, "desireline " + VERSION + "\n", ""));
        Path link = folder.resolve("usr/bin/desireline");
        assertThat(link.toRealPath()).isEqualTo(tree.resolve("bin/desireline").toRealPath());
        assertThat(run(List.of(link.toString(), "--version")).code()).isZero();
    }

    private static Set<String> names(Path tree) throws IOException {
        try (Stream<Path> files = Files.walk(tree)) {
            return files.map(file -> tree.relativize(file).toString()
                    + (Files.isRegularFile(file) && Files.isExecutable(file) ? " runs" : ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
