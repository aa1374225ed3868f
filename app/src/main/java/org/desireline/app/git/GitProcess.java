package org.desireline.app.git;

import java.io.BufferedInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The program {@code git}, asked for the history of a repository that nobody trusts. The only process that is started.
 *
 * <p>The program never sees the repository: it is given an empty one of ours, in a temporary folder, whose objects are
 * those of the other, and the names of the commits to begin at. So no setting, hook, filter, alias, attribute, graft or
 * replacement of the repository is read, and none of the user or the machine. What is not there is not fetched.
 */
public final class GitProcess {

    private static final int BUFFER = 1 << 16;
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{40,64}");

    private GitProcess() {}

    /** Reads what the program prints. */
    @FunctionalInterface
    public interface Output {

        /** Called once, with everything from its beginning. */
        void read(InputStream in) throws IOException;
    }

    /** The program on the path of the machine, or null. A folder that is not named from the root is passed over. */
    public static @Nullable Path program() {
        return program(System.getenv("PATH"));
    }

    /** The program on a list of folders, or null. */
    static @Nullable Path program(@Nullable String path) {
        for (String folder : path == null ? new String[0] : path.split(Pattern.quote(File.pathSeparator))) {
            for (String name : List.of("git", "git.exe")) {
                try {
                    Path program = Path.of(folder).resolve(name);
                    if (program.isAbsolute() && Files.isRegularFile(program) && Files.isExecutable(program)) {
                        return program;
                    }
                } catch (InvalidPathException noFolder) {
                    break;
                }
            }
        }
        return null;
    }

    /**
     * Streams a log.
     *
     * @param program the program
     * @param objects the folder that holds the objects
     * @param shallow the file that says where a shallow clone ends, which need not be there
     * @param tips names of the commits to begin at
     * @param options what is asked for
     * @param output reads what is printed
     * @throws IOException where the program cannot be started, or does not come to a good end
     */
    public static void log(
            Path program, Path objects, Path shallow, List<String> tips, List<String> options, Output output)
            throws IOException {
        Path folder = Files.createTempDirectory("desireline-git");
        try {
            Files.createDirectories(folder.resolve("refs/heads"));
            Files.createDirectories(folder.resolve("objects"));
            Files.writeString(folder.resolve("HEAD"), "ref: refs/heads/none\n");
            Files.writeString(folder.resolve("config"), "[core]\n\trepositoryformatversion = 0\n\tbare = true\n");
            if (Files.isRegularFile(shallow)) {
                Files.copy(shallow, folder.resolve("shallow"));
            }
            run(builder(program, folder, objects, options), tips, output);
        } finally {
            delete(folder);
        }
    }

    private static ProcessBuilder builder(Path program, Path folder, Path objects, List<String> options) {
        List<String> command = new ArrayList<>(List.of(program.toString(), "--no-pager", "--git-dir=" + folder,
                "-c", "core.hooksPath=/dev/null", "-c", "core.fsmonitor=false",
                "-c", "core.commitGraph=false", "-c", "log.showSignature=false", "log"));
        command.addAll(options);
        command.add("--stdin");
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        Map<String, String> environment = builder.environment();
        environment.keySet().retainAll(List.of("PATH", "SystemRoot"));
        environment.putAll(Map.ofEntries(Map.entry("HOME", folder.toString()),
                Map.entry("XDG_CONFIG_HOME", folder.toString()), Map.entry("LC_ALL", "C"), Map.entry("TZ", "UTC"),
                Map.entry("GIT_OBJECT_DIRECTORY", objects.toAbsolutePath().toString()),
                Map.entry("GIT_CONFIG_NOSYSTEM", "1"), Map.entry("GIT_CONFIG_GLOBAL", "/dev/null"),
                Map.entry("GIT_CONFIG_SYSTEM", "/dev/null"), Map.entry("GIT_ATTR_NOSYSTEM", "1"),
                Map.entry("GIT_TERMINAL_PROMPT", "0"), Map.entry("GIT_NO_REPLACE_OBJECTS", "1"),
                Map.entry("GIT_NO_LAZY_FETCH", "1"), Map.entry("GIT_OPTIONAL_LOCKS", "0"),
                Map.entry("GIT_ALLOW_PROTOCOL", "")));
        return builder;
    }

    private static void run(ProcessBuilder builder, List<String> tips, Output output) throws IOException {
        Process process = builder.start();
        try (InputStream in = new BufferedInputStream(process.getInputStream(), BUFFER)) {
            try (OutputStream out = process.getOutputStream()) {
                for (String tip : tips) {
                    if (!HASH.matcher(tip).matches()) {
                        throw new IllegalArgumentException("No name of a commit: " + tip);
                    }
                    out.write((tip + "\n").getBytes(StandardCharsets.US_ASCII));
                }
            }
            output.read(in);
            int code = process.waitFor();
            if (code != 0) {
                throw new IOException("git log ended with " + code);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        } finally {
            process.destroyForcibly();
        }
    }

    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failed) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
