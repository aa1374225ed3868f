package org.desireline.app.cli;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.desireline.app.charterfile.CharterFiles;

/**
 * The folder that paths in a file for other machines count from: that of the repository in which the charter lies, else
 * the one that the command runs in, else that of the charter.
 */
final class SourceRoot {

    private final Path root;

    private SourceRoot(Path root) {
        this.root = root;
    }

    static SourceRoot of(Path charter) {
        Path file = charter.toAbsolutePath().normalize();
        Path work = CharterFiles.workTree(file);
        Path here = Path.of("").toAbsolutePath().normalize();
        Path beside = file.getParent();
        return new SourceRoot(work != null ? work : file.startsWith(here) || beside == null ? here : beside);
    }

    /** A path as it is told elsewhere: seen from the folder, with slashes; of one that lies outside, its name alone. */
    String told(Path path) {
        Path whole = path.toAbsolutePath().normalize();
        Path told = whole.startsWith(root) ? root.relativize(whole) : whole.getFileName();
        List<String> names = new ArrayList<>();
        (told == null ? Path.of("") : told).forEach(name -> names.add(name.toString()));
        return String.join("/", names);
    }

    /** The same as a relative reference of a URI. */
    String uri(Path path) {
        List<String> names = new ArrayList<>();
        for (String name : told(path).split("/", -1)) {
            names.add(URLEncoder.encode(Page.clean(name), StandardCharsets.UTF_8).replace("+", "%20"));
        }
        return String.join("/", names);
    }

    /** A text in which the paths of this machine are told as elsewhere. */
    String told(String text, List<Path> paths) {
        String told = text.replace(root + root.getFileSystem().getSeparator(), "");
        for (Path path : paths) {
            if (path.isAbsolute()) {
                told = told.replace(path.toString(), told(path));
            }
        }
        return told;
    }
}
