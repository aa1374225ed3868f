package org.desireline.app.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.desireline.journal.SourceException;
import org.duckdb.DuckDBConnection;

/**
 * Who has the file of a journal open, and what to say and do meanwhile. The system's own lock decides; the note beside
 * the file only helps to name the holder, so that of a process that is no more does not matter.
 */
final class Holder {

    /** Opens the file. */
    interface Opening {

        DuckDBConnection open() throws SQLException;
    }

    private static final int ATTEMPTS = 50;
    private static final long PAUSE_NANOS = 100_000_000L;
    private static final int SAY_EVERY = 10;
    private static final int LONGEST_COMMAND = 100;
    private static final Pattern PID = Pattern.compile("PID (\\d{1,18})");

    private Holder() {}

    /** Opens a file; where another process has it, tries again for five seconds. */
    static DuckDBConnection waiting(Path file, Consumer<String> talk, Opening opening) throws SQLException {
        for (int attempt = 1; ; attempt++) {
            try {
                return opening.open();
            } catch (SQLException failed) {
                String message = String.valueOf(failed.getMessage());
                if (!message.contains("Could not set lock") && !message.contains("being used by another process")) {
                    throw failed;
                }
                String who = who(file, message);
                if (attempt > ATTEMPTS) {
                    throw new SourceException(SourceException.Kind.UNREADABLE, file.toString(), true, file
                            + " is in use by " + who + ". Perhaps wait until it has ended, or name another workspace"
                            + " with --home.");
                }
                if (attempt % SAY_EVERY == 1) {
                    talk.accept("Waiting for " + who + ", which has " + file.getFileName() + " open");
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    /** The holder in words: by what the system says, else by the note. */
    static String who(Path file, String message) {
        Matcher pid = PID.matcher(message);
        Optional<ProcessHandle> process = pid.find() ? ProcessHandle.of(Long.parseLong(pid.group(1))) : noted(file);
        if (process.isEmpty()) {
            return "another process";
        }
        ProcessHandle.Info info = process.get().info();
        StringBuilder who = new StringBuilder("process ").append(process.get().pid());
        info.commandLine().or(info::command).ifPresent(command -> who.append(" (").append(brief(command)).append(')'));
        info.startInstant().ifPresent(start -> who.append(", running since ").append(
                start.truncatedTo(ChronoUnit.SECONDS).atZone(ZoneId.systemDefault()).toLocalDateTime()
                        .toString().replace('T', ' ')));
        return who.toString();
    }

    /** The end of a long command tells more than its beginning, which is the machine and its settings. */
    private static String brief(String command) {
        int main = command.indexOf("org.desireline.app.");
        String told = main < 0 ? command : command.substring(main).replaceFirst("^\\S+", "desireline");
        return told.length() <= LONGEST_COMMAND ? told : told.substring(0, LONGEST_COMMAND) + "…";
    }

    /** The process that the note names, if it is still the one that wrote it. */
    private static Optional<ProcessHandle> noted(Path file) {
        try {
            String[] words = Files.readString(note(file)).strip().split(" ", -1);
            Optional<ProcessHandle> process = ProcessHandle.of(Long.parseLong(words[0]));
            return process.filter(alive -> words.length < 2 || started(alive).equals(words[1]));
        } catch (IOException | NumberFormatException none) {
            return Optional.empty();
        }
    }

    private static String started(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString).orElse("");
    }

    private static Path note(Path file) {
        return file.resolveSibling("holder");
    }

    /** Notes that this process has the file; where that cannot be noted, nothing is lost. */
    static void write(Path file) {
        ProcessHandle self = ProcessHandle.current();
        try {
            Private.write(note(file),
                    (self.pid() + " " + started(self) + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException unnoted) {
            // The note is a help and not a lock: that it cannot be written is not worth a word.
        }
    }

    /** Takes the note away. */
    static void remove(Path file) {
        try {
            Files.deleteIfExists(note(file));
        } catch (IOException unnoted) {
            // A note that stays names a process that is no more, and is not believed.
        }
    }
}
