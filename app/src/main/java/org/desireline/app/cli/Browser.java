package org.desireline.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The browser of whoever sits before the machine. */
final class Browser {

    private Browser() {}

    /** Opens a file, where a person at a desktop called the program; whether it was handed over. */
    static boolean open(Path file) {
        List<String> opener = opener(System.getProperty("os.name", ""), System.getenv());
        if (opener.isEmpty()) {
            return false;
        }
        try {
            new ProcessBuilder(opener.getFirst(), file.toAbsolutePath().normalize().toUri().toString())
                    .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return true;
        } catch (IOException absent) {
            return false;
        }
    }

    /** The program that opens files on a desktop; none where nobody looks at a terminal, or there is no desktop. */
    static List<String> opener(String system, Map<String, String> environment) {
        boolean isWatched = "yes".equals(environment.get("DESIRELINE_TERMINAL"))
                && "yes".equals(environment.get("DESIRELINE_TALK_TERMINAL"));
        if (!isWatched || environment.containsKey("CI") || environment.containsKey("SSH_CONNECTION")) {
            return List.of();
        }
        if (system.toLowerCase(Locale.ROOT).startsWith("mac")) {
            return List.of("open");
        }
        boolean isDesktop = environment.containsKey("DISPLAY") || environment.containsKey("WAYLAND_DISPLAY");
        return isDesktop ? List.of("xdg-open") : List.of();
    }
}
