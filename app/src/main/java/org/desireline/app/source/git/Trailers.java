package org.desireline.app.source.git;

import java.util.ArrayList;
import java.util.List;

/**
 * The trailers of a message, such as {@code Reviewed-by: …}, found as {@code git interpret-trailers} does: in the last
 * paragraph, unless that is the subject; every line of it is one, or a quarter of them and one that git itself writes.
 * Lines that begin with a blank go on with the one before; lines that begin with {@code #} are passed over.
 */
final class Trailers {

    private static final List<String> OF_GIT = List.of("Signed-off-by: ", "(cherry picked from commit ");

    private Trailers() {}

    /**
     * A trailer.
     *
     * @param token its name, as it is written
     * @param value what it says
     */
    record Trailer(String token, String value) {}

    /** The trailers of a message, in their order. */
    static List<Trailer> of(String message) {
        List<String> lines = message.lines().toList();
        List<Trailer> trailers = new ArrayList<>();
        for (int i = start(lines); i < lines.size(); i++) {
            String line = lines.get(i);
            int separator = separator(line);
            if (separator >= 1) {
                trailers.add(new Trailer(line.substring(0, separator).strip(),
                        line.substring(line.indexOf(':') + 1).strip()));
            } else if (!line.isEmpty() && isBlank(line.charAt(0)) && !line.isBlank() && !trailers.isEmpty()) {
                Trailer last = trailers.removeLast();
                trailers.add(new Trailer(last.token(), (last.value() + " " + line.strip()).strip()));
            }
        }
        return trailers;
    }

    /** The first line of the paragraph that holds them, or the number of lines where there is none. */
    private static int start(List<String> lines) {
        int title = 0;
        while (title < lines.size() && (lines.get(title).startsWith("#") || !lines.get(title).isBlank())) {
            title++;
        }
        int trailers = 0;
        int others = 0;
        int continued = 0;
        boolean ofGit = false;
        boolean onlyBlank = true;
        for (int i = lines.size() - 1; i >= title; i--) {
            String line = lines.get(i);
            if (line.startsWith("#")) {
                others += continued;
                continued = 0;
            } else if (line.isBlank()) {
                if (!onlyBlank) {
                    others += continued;
                    boolean found = (ofGit && trailers * 3 >= others) || (trailers > 0 && others == 0);
                    return found ? i + 1 : lines.size();
                }
            } else {
                onlyBlank = false;
                boolean generated = OF_GIT.stream().anyMatch(line::startsWith);
                ofGit |= generated;
                if (generated || separator(line) >= 1) {
                    trailers++;
                    continued = 0;
                } else if (isBlank(line.charAt(0))) {
                    continued++;
                } else {
                    others += 1 + continued;
                    continued = 0;
                }
            }
        }
        return lines.size();
    }

    /** Where the name of a trailer ends, or -1 where the line is none. */
    private static int separator(String line) {
        boolean blank = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == ':') {
                return i;
            }
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
            if (!blank && letter) {
                continue;
            }
            if (i > 0 && (c == ' ' || c == '\t')) {
                blank = true;
                continue;
            }
            return -1;
        }
        return -1;
    }

    private static boolean isBlank(char character) {
        return character == ' ' || character == '\t';
    }
}
