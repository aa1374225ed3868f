package org.desireline.bench.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * How fast files become events: reading alone, whole imports, and in turns with a machine of the same kind that runs
 * DuckDB, and with {@code git log}.
 *
 * <p>Arguments: the folder of the application's jars, a folder for files, the number of pairs, and then logs or
 * repositories to be read besides those that are made up.
 */
public final class ImportSpeed {

    private static final long SEED = 42;
    private static final List<Integer> SIZES = List.of(100_000, 1_000_000);

    private final List<String> classPath;
    private final Path folder;
    private final int pairs;

    private ImportSpeed(Path jars, Path folder, int pairs) {
        String classes = Path.of(ImportSpeed.class.getProtectionDomain().getCodeSource().getLocation().getPath())
                .toString();
        this.classPath = List.of(classes, jars.resolve("*").toString());
        this.folder = folder;
        this.pairs = pairs;
    }

    /** Runs and prints. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[1]));
        ImportSpeed speed = new ImportSpeed(Path.of(arguments[0]), folder, Integer.parseInt(arguments[2]));
        List<Path> files = new ArrayList<>();
        for (int size : SIZES) {
            files.add(LogFiles.csv(folder, size, SEED));
            files.add(LogFiles.xes(folder, size, SEED));
        }
        for (int i = 3; i < arguments.length; i++) {
            files.add(Path.of(arguments[i]));
        }
        for (Path file : files) {
            speed.file(file);
        }
        speed.besideDuckDb(LogFiles.csv(folder, SIZES.getLast(), SEED));
    }

    private void file(Path file) throws IOException {
        String size = Files.isRegularFile(file) ? ", " + (Files.size(file) >> 10) + " KiB" : "";
        IO.println("== " + file.getFileName() + size);
        IO.println("read, 3 passes    " + java("ReadOnly", file.toString(), "3"));
        IO.println("read, 64 MiB heap " + Run.java(classPath, "org.desireline.bench.imports.ReadOnly",
                List.of("-Xmx64m"), file.toString(), "1"));
        Path home = folder.resolve("home");
        remove(home);
        IO.println("import            " + Run.java(classPath, "org.desireline.app.Main", List.of(), "import",
                file.toString(), "--home", home.toString()));
        remove(home);
        if (Files.isDirectory(file)) {
            for (int i = 0; i < pairs; i++) {
                IO.println("ours              " + java("ReadOnly", file.toString(), "1"));
                IO.println("git log --raw     " + Run.of(List.of("sh", "-c", "git --git-dir=\"$0\" log --raw -z"
                        + " --no-renames --branches | wc -c", file.toString())));
            }
        }
    }

    private void besideDuckDb(Path csv) {
        IO.println("== to directly-follows counts, in turns");
        for (int i = 0; i < pairs; i++) {
            IO.println("ours              " + java("OurFollows", csv.toString()));
            IO.println("DuckDB            " + java("DuckFollows", csv.toString()));
        }
    }

    private Run java(String main, String... arguments) {
        return Run.java(classPath, "org.desireline.bench.imports." + main, List.of(), arguments);
    }

    private static void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
