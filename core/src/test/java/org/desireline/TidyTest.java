package org.desireline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each rule is held by every file of the repository, and catches a small broken example. */
class TidyTest {

    private static final Set<String> SKIPPED = Set.of("target", ".git", ".desireline", ".idea", ".vscode");
    /** Text by its ending, and scripts, which have none. */
    private static final Pattern READ = Pattern.compile("(?:\\.(?:java|md|xml|sh|yaml|yml)|(?:^|/)[^./]+)$");
    private static final int FEWEST_FILES = 100;
    private static final int FEWEST_METHODS = 600;

    @TempDir
    private Path folder;

    @Test
    void everyFileOfTheRepositoryIsTidy() throws IOException {
        List<Tidy> files = tree(top());
        assertThat(files).hasSizeGreaterThan(FEWEST_FILES);
        assertThat(files.stream().flatMap(file -> file.complaints().stream())).isEmpty();
    }

    @Test
    void theMethodsOfTheRepositoryAreSeen() throws IOException {
        assertThat(tree(top()).stream().filter(file -> file.path().endsWith(".java"))
                .flatMap(file -> JavaText.of(file.text()).methods().stream()).map(JavaText.Method::name))
                .hasSizeGreaterThan(FEWEST_METHODS).contains("theMethodsOfTheRepositoryAreSeen", "overlapMillis");
    }

    @Test
    void everyMainPackageDescribesItself() throws IOException {
        assertThat(undescribed(tree(top()))).isEmpty();
    }

    @Test
    void aPackageThatDoesNotDescribeItselfIsFound() {
        assertThat(undescribed(List.of(
                new Tidy("core/src/main/java/a/One.java", ""),
                new Tidy("core/src/main/java/a/package-info.java", ""),
                new Tidy("core/src/main/java/b/Two.java", ""),
                new Tidy("core/src/test/java/c/ThreeTest.java", "")))).containsExactly("core/src/main/java/b");
        assertThat(complaints("core/src/main/java/a/package-info.java", "package a;\n"))
                .containsExactly("core/src/main/java/a/package-info.java:1 describes its package in no Javadoc");
        assertThat(complaints("core/src/main/java/a/package-info.java", "/** A. */\npackage a;\n")).isEmpty();
    }

    @Test
    void whatWasBuiltOrStoredIsNotRead() throws IOException {
        for (String name : List.of("target/One.java", ".git/two.md", "core/target/x/Three.java", "core/Four.java",
                ".desireline/five.yaml", "core/six.zip", "core/seven")) {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, "\t");
        }
        assertThat(tree(folder).stream().map(Tidy::path)).containsExactlyInAnyOrder("core/Four.java", "core/seven");
    }

    @Test
    void theLengthOfALineIsCountedInCharacters() {
        String clef = Character.toString(0x1D11E);
        assertThat(complaints("A.java", clef.repeat(120) + "\n")).isEmpty();
        assertThat(complaints("A.java", "\n" + "x".repeat(121) + "\n"))
                .containsExactly("A.java:2 is longer than 120 characters");
        assertThat(complaints("A.md", "x".repeat(121) + "\n")).isEmpty();
    }

    @Test
    void tabsTrailingBlanksAndRaggedEndsAreFound() {
        assertThat(complaints("A.java", "a\tb\n")).containsExactly("A.java:1 holds a tab");
        assertThat(complaints("A.java", "a\nb \n")).containsExactly("A.java:2 ends with a blank");
        assertThat(complaints("A.java", "a\nb")).containsExactly("A.java:2 does not end with one line break");
        assertThat(complaints("A.java", "a\nb\n\n")).containsExactly("A.java:3 does not end with one line break");
    }

    @Test
    void aFileOfManyLinesIsFound() {
        assertThat(complaints("A.java", "a\n".repeat(600))).isEmpty();
        assertThat(complaints("A.java", "a\n".repeat(601))).containsExactly("A.java:601 is longer than 600 lines");
    }

    @Test
    void aLongMethodIsFound() {
        assertThat(complaints("A.java", "class A {\n    void fits() {\n" + "a();\n".repeat(58) + "    }\n}\n"))
                .isEmpty();
        assertThat(complaints("A.java", "class A {\n    void long1() {\n" + "a();\n".repeat(59) + "    }\n}\n"))
                .containsExactly("A.java:2 long1 has 61 lines, more than 60");
    }

    @Test
    void methodsAreCountedByTheirBraces() {
        String source = """
                package a;
                /** A { brace in a comment. */
                @Marks({"x", "y"})
                record A(int a) implements B<C> {
                    static final int[] TABLE = {1, 2};
                    static {
                        a();
                    }
                    A {
                        b("{", '{', '\\'', "\\"{");
                    }
                    @Marks({"x"})
                    <T extends C> List<T> longNamed(
                            @Marks(1) int first, List<? super T> second)
                            throws IOException {
                        for (int i = 0; i < 3; i++) { if (x) { y(() -> { z(); }); } }
                        return switch (a) { case 1 -> { yield 1; } default -> 2; };
                    }
                    Runnable r = new Runnable() {
                        public void run() { a(); }
                    };
                    enum E { ONE(1) { void inConstant() { } }; E(int i) { } }
                    class Inner { Inner() {
                    } }
                    abstract void none();
                    String text = \"""
                        void no() { " {
                        \""";
                }
                """;
        assertThat(JavaText.of(source).methods()).containsExactly(
                new JavaText.Method("static", 6, 3), new JavaText.Method("A", 9, 3),
                new JavaText.Method("longNamed", 13, 6), new JavaText.Method("run", 20, 1),
                new JavaText.Method("inConstant", 22, 1), new JavaText.Method("E", 22, 1),
                new JavaText.Method("Inner", 23, 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"out", "err"})
    void writingToTheConsoleIsForTheCommandLineOnly(String stream) {
        String source = "System." + stream + ".println();\n";
        assertThat(complaints("core/src/main/java/a/A.java", source))
                .containsExactly("core/src/main/java/a/A.java:1 writes to the console");
        assertThat(complaints("app/src/main/java/org/desireline/app/cli/A.java", source)).isEmpty();
        assertThat(complaints("app/src/main/java/org/desireline/app/Main.java", source)).isEmpty();
        assertThat(complaints("core/src/main/java/a/A.java", "String a = \"System." + stream + "\";\n")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"// TO-DO later", "int a; // FIX-ME", "/* XX-X */"})
    void workPutOffIsFound(String withDash) {
        assertThat(complaints("A.java", withDash.replace("-", "") + "\n")).containsExactly("A.java:1 puts work off");
    }

    @Test
    void aPatternInALiteralIsNoReminder() {
        assertThat(complaints("A.java", "String offset = \"HH:mmXX" + "X\";\n")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "JournalImpl, true", "DefaultZone, true", "AbstractPart, true", "BaseLine, true", "ItemManager, true",
        "TestHelper, true", "TimeUtil, true", "TimeUtils, true", "ServiceLoader, true", "EventProcessor2, true",
        "Database, false", "Baseline, false", "Implement, false", "Utility, false", "Simple, false", "Defaulted, false"
    })
    void aNameThatSaysNothingIsFound(String name, boolean isVague) {
        assertThat(complaints(name + ".java", "a\n")).hasSize(isVague ? 1 : 0);
    }

    @Test
    void aTestWithoutAnAssertionIsFound() {
        String mentions = "// assertThat(it)\nString a = \"assertThat(it)\";\n";
        assertThat(complaints("ATest.java", mentions)).containsExactly("ATest.java:1 is a test without an assertion");
        assertThat(complaints("A.java", mentions)).isEmpty();
        assertThat(complaints("ATest.java", "assertThatThrownBy(a);\n")).isEmpty();
    }

    @Test
    void codeThatIsCommentedOutIsFound() {
        assertThat(complaints("A.java", "a\n    // int b = 1;\n"))
                .containsExactly("A.java:2 comments code out: int b = 1;");
        assertThat(complaints("A.java", "a(); // if (b) {\n")).hasSize(1);
        assertThat(complaints("A.java", "/*\nint b = 1;\n*/\n")).hasSize(1);
        assertThat(complaints("A.java", "/** A {@code int b = 1;\n*/\n// A reason.\nString u = \"http://a;\";\n"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"work", "farm", "root"})
    void theFoldersOfOneMachineAreFound(String name) {
        for (String path : List.of("a.md", "a.xml", "a.sh", "a.yaml", "a.yml", "src/test/A.java")) {
            assertThat(complaints(path, "see /" + name + "/x\n"))
                    .containsExactly(path + ":1 names a folder of one machine");
        }
        assertThat(complaints("run", "#!/bin/sh\ncd /" + name + "/x\n")).hasSize(1);
        assertThat(complaints("LICENSE", "see /" + name + "/x\n")).isEmpty();
        assertThat(complaints("a.md", "see src/" + name + "/x\n")).isEmpty();
    }

    @Test
    void theScratchFolderIsNamedInTestsOnly() {
        String scratch = "// see /" + "tmp/x\n";
        assertThat(complaints("a.md", scratch)).containsExactly("a.md:1 names the scratch folder of one machine");
        assertThat(complaints("core/src/main/java/a/A.java", scratch)).hasSize(1);
        assertThat(complaints("core/src/test/java/a/A.java", scratch)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "https://repo.-maven.apache.org", "repo1.-maven.org", "registry.-npmjs.org", "deb.-debian.org"})
    void theHostsOfRegistriesAreFound(String withDash) {
        assertThat(complaints("pom.xml", "<url>" + withDash.replace("-", "") + "</url>\n"))
                .containsExactly("pom.xml:1 names the host of a registry");
        assertThat(complaints("pom.xml", "https://maven.apache.org/xsd/maven-4.0.0.xsd\n")).isEmpty();
    }

    private static List<String> complaints(String path, String text) {
        return new Tidy(path, text).complaints();
    }

    /** The main packages without a package-info. */
    private static Set<String> undescribed(List<Tidy> files) {
        TreeSet<String> packages = new TreeSet<>();
        files.stream().map(Tidy::path).filter(path -> path.contains("src/main/java/") && path.endsWith(".java"))
                .forEach(path -> packages.add(path.substring(0, path.lastIndexOf('/'))));
        files.forEach(file -> packages.remove(file.path().replace("/package-info.java", "")));
        return packages;
    }

    /** The nearest folder above that holds the launcher and the build. */
    private static Path top() {
        Path at = Path.of("").toAbsolutePath();
        while (at != null && !(Files.exists(at.resolve("desireline")) && Files.exists(at.resolve("pom.xml")))) {
            at = at.getParent();
        }
        assertThat(at).as("a folder above %s with the launcher and pom.xml", Path.of("").toAbsolutePath()).isNotNull();
        return at;
    }

    private static List<Tidy> tree(Path top) throws IOException {
        List<Tidy> files = new ArrayList<>();
        Files.walkFileTree(top, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                return SKIPPED.contains(directory.getFileName().toString())
                        ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                String path = top.relativize(file).toString().replace('\\', '/');
                if (READ.matcher(path).find()) {
                    files.add(new Tidy(path, new String(Files.readAllBytes(file), StandardCharsets.UTF_8)));
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return files;
    }
}
