package org.desireline.app.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.desireline.instrument.Line;
import org.desireline.instrument.Reading;
import org.desireline.publish.Head;
import org.desireline.publish.Published;

/** What all sections of one page share: what was published, how to ask for more, and the anchors given away so far. */
final class Telling {

    private static final int LONGEST_ID = 200;

    private final Published published;
    private final Numbers numbers;
    private final Proofs proofs;
    private final String command;
    private final String again;
    private final Map<String, Integer> anchors = new HashMap<>();

    /**
     * A page about to be told.
     *
     * @param command how this program is called here
     * @param again what to add to a command so that it sees what this page saw
     */
    Telling(Published published, String command, String again) {
        this.published = published;
        this.numbers = new Numbers(published);
        this.proofs = new Proofs();
        this.command = command;
        this.again = again;
    }

    Published published() {
        return published;
    }

    Head head() {
        return published.head();
    }

    Numbers numbers() {
        return numbers;
    }

    /** The evidence that the page is to carry. */
    Proofs proofs() {
        return proofs;
    }

    /** A command that shows an item or a line. */
    String show(String what) {
        return Clean.text(command + " show " + what + again);
    }

    /** The command that judges all gates, each in its own window. */
    String check() {
        return Clean.text(command + " check" + again.replaceFirst(" --window \\S+", ""));
    }

    /** The command that writes a gate for a line. */
    String gate(String line) {
        return Clean.text(command + " show " + Shell.quoted(line) + " --gate" + again);
    }

    /** A command that shows a line; where its id is longer than anybody types, those that begin alike. */
    String proof(String line) {
        return show(Shell.quoted(line.length() <= LONGEST_ID ? line : line.replaceFirst("^([^/]*/[^/]*)/.*$", "$1")));
    }

    /** An anchor that no other place of the page has. */
    String anchor(String kind) {
        return kind + "-" + anchors.merge(kind, 1, Integer::sum);
    }

    /** The lines of a reading about things of a kind that say the same of them. */
    List<Line> lines(Reading reading, String kind, String label) {
        return reading.lines().stream().filter(line -> line.about().kind().equals(kind) && line.label().equals(label))
                .toList();
    }

    /** What holds all that has no class of its own stands below those that have one. */
    private static final List<String> LAST = List.of("other", "none");

    /** The classes of a kind that an instrument has figures about in the window, the declared order first. */
    List<String> classes(String instrument, String kind) {
        List<String> found = published.readings().stream().flatMap(reading -> reading.lines().stream())
                .filter(line -> line.about().kind().equals(kind) && line.period().equals("window")
                        && line.id().startsWith(instrument + "/" + kind + "/"))
                .map(line -> line.about().id()).distinct()
                .sorted(java.util.Comparator.comparingInt(name -> LAST.indexOf(name))).toList();
        return java.util.stream.Stream.concat(
                head().priorities().stream().filter(name -> kind.equals("priority") && found.contains(name)),
                found.stream().filter(name -> !kind.equals("priority") || !head().priorities().contains(name)))
                .toList();
    }
}
