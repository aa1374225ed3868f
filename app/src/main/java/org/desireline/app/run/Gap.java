package org.desireline.app.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.desireline.app.source.Richer;
import org.desireline.journal.EventBatch;
import org.desireline.journal.Field;
import org.desireline.journal.Journal;
import org.desireline.journal.Verb;

/**
 * A tracker, or a repository, of which the exports tell some items without their past.
 *
 * @param source name of the source
 * @param items how many such items
 * @param commands what fetches their past, each to be typed on a line of its own
 */
public record Gap(String source, long items, List<String> commands) {

    /** Names that can be typed into a command as they stand. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_./-]*");

    public Gap {
        commands = List.copyOf(commands);
    }

    /** Where items lie, and what is missing there. */
    private static final class Place {

        private final TreeSet<String> projects = new TreeSet<>();
        private long items;
    }

    /** The gaps of a journal, the largest first. */
    static List<Gap> of(Journal journal) {
        Map<String, Place> places = new HashMap<>();
        journal.read(batch -> {
            for (int row = 0; row < batch.size(); row++) {
                if (batch.verbAt(row) == Verb.created
                        && !value(journal, batch, row, Field.CHANGE_LOG).equals("full")) {
                    String[] id = journal.itemId(batch.item()[row]).split(":", 3);
                    String project = value(journal, batch, row, Field.PROJECT);
                    if (id.length == 3 && PLAIN.matcher(id[1]).matches()) {
                        Place place = places.computeIfAbsent(id[0] + ":" + id[1], none -> new Place());
                        place.items++;
                        if (PLAIN.matcher(project).matches()) {
                            place.projects.add(project);
                        }
                    }
                }
            }
        });
        List<Gap> gaps = new ArrayList<>();
        places.forEach((name, place) -> {
            String source = name.substring(0, name.indexOf(':'));
            List<String> commands = Richer.commands(source, name.substring(source.length() + 1), place.projects);
            if (!commands.isEmpty()) {
                gaps.add(new Gap(source, place.items, commands));
            }
        });
        gaps.sort(Comparator.comparingLong((Gap gap) -> -gap.items()).thenComparing(Gap::toString));
        return List.copyOf(gaps);
    }

    private static String value(Journal journal, EventBatch batch, int row, String field) {
        for (int i = batch.attributeStart()[row]; i < batch.attributeStart()[row + 1]; i++) {
            if (journal.text(batch.attributeName()[i]).equals(field)) {
                return journal.text(batch.attributeValue()[i]);
            }
        }
        return "";
    }
}
