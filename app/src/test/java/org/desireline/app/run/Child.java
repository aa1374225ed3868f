package org.desireline.app.run;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.desireline.app.store.FolderWorkspace;
import org.desireline.app.store.Workspace;

/** A process of its own that works on a workspace, to be waited for, met or killed. */
public final class Child implements AutoCloseable {

    private static final FileOutputStream OUT = new FileOutputStream(FileDescriptor.out);

    private final Process process;
    private final BufferedReader said;

    private Child(Process process) {
        this.process = process;
        said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /**
     * Starts one.
     *
     * @param temporary where it may leave what it unpacks
     * @param what {@code import HOME BATCH EXPORT}, {@code write HOME} or {@code read HOME}
     */
    public static Child start(Path temporary, Object... what) throws IOException {
        Files.createDirectories(temporary);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
                "-Djava.io.tmpdir=" + temporary, "-cp", System.getProperty("java.class.path"), Child.class.getName()));
        for (Object word : what) {
            command.add(word.toString());
        }
        return new Child(new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
    }

    /** Waits until it says a word. */
    public void await(String word) throws IOException {
        String line = said.readLine();
        if (!word.equals(line)) {
            throw new IllegalStateException("The child said '" + line + "' and not '" + word + "'.");
        }
    }

    /** The process itself. */
    public Process process() {
        return process;
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** The child's own life. */
    public static void main(String[] arguments) throws IOException {
        Path home = Path.of(arguments[1]);
        if (arguments[0].equals("import")) {
            try (FolderWorkspace workspace = FolderWorkspace.in(home, Integer.parseInt(arguments[2]), talk -> { })) {
                Tokens tokens = new Tokens(workspace.secret());
                say("ready");
                Intake.of(workspace, tokens, List.of(Path.of(arguments[3])), false, step -> { });
            }
            say("done");
            return;
        }
        try (Workspace workspace = FolderWorkspace.in(home, talk -> { })) {
            if (arguments[0].equals("write")) {
                workspace.keepCharters(List.of(new org.desireline.app.store.KeptCharter("2026-01-01", "a", "b", "c")));
            } else {
                workspace.imported();
            }
            say("holding");
            System.in.read();
        }
    }

    private static void say(String word) throws IOException {
        OUT.write((word + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
