package org.desireline.app.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.desireline.world.Change;
import org.desireline.world.Person;
import org.desireline.world.World;
import org.desireline.world.planted.Flaws;
import org.desireline.world.planted.Plan;
import org.desireline.world.planted.Planted;
import org.desireline.world.planted.Tier;
import org.desireline.world.planted.Tradeoff;

/** Writes what a planted organisation has at hand: its tracker's export, its repository and its charter. */
public final class PlantedFiles {

    /** The organisation's own zone; half of its teams sit in another. */
    public static final ZoneId ZONE = ZoneId.of("Europe/Zurich");

    private PlantedFiles() {}

    /**
     * What was written.
     *
     * @param sources what to look at
     * @param charter what was declared
     */
    public record Written(List<Path> sources, Path charter) {

        public Written {
            sources = List.copyOf(sources);
        }
    }

    /**
     * Writes {@code export/page-000.json} and so on, {@code code.git} where anything was committed, and
     * {@code charter.yaml}; the charter names the members of teams where the plan tells what a team leaves
     * lying, or how its people differ from others.
     */
    public static Written write(Planted planted, Tier tier, Flaws flaws, Path folder) throws IOException {
        return write(planted, tier, flaws, folder, planted.plan().neglect().desertedWeeks() > 0
                || planted.plan().local().taste() != null || planted.plan().local().evenings() > 0);
    }

    /**
     * The same.
     *
     * @param members whether the charter says who belongs to each team
     */
    public static Written write(Planted planted, Tier tier, Flaws flaws, Path folder, boolean members)
            throws IOException {
        World world = planted.recorded(tier, flaws);
        Path export = folder.resolve("export");
        JiraFiles.write(world, export);
        List<Path> sources = new ArrayList<>(List.of(export));
        if (world.items().stream().flatMap(item -> item.changes().stream())
                .anyMatch(change -> change.what() instanceof Change.What.Commit)) {
            sources.add(folder.resolve("code.git"));
            GitFiles.write(world, sources.getLast());
        }
        Path charter = folder.resolve("charter.yaml");
        Files.writeString(charter, charter(planted, world, members), StandardCharsets.UTF_8);
        return new Written(sources, charter);
    }

    private static String charter(Planted planted, World world, boolean members) {
        LocalDate from = Instant.ofEpochMilli(world.startMillis()).atZone(ZONE).toLocalDate();
        StringBuilder text = new StringBuilder("organization: ").append(world.name()).append('\n')
                .append("from: ").append(from).append('\n').append("timezone: ").append(ZONE).append('\n')
                .append("week: Mon-Fri 09:00-17:00\n\n")
                .append("priorities:          # the order is the declaration: the first wins where two compete\n");
        for (String name : Plan.CLASSES) {
            text.append("  - id: ").append(name.toLowerCase(Locale.ROOT)).append('\n').append("    name: ").append(name)
                    .append('\n').append("    includes: { where: \"priority == '").append(name).append("'\" }\n");
        }
        exception(planted, text);
        text.append("\nteams:\n");
        for (String team : world.people().stream().map(Person::team).distinct().toList()) {
            List<String> owns = planted.areas(team).stream().map(area -> "\"component:" + area + "\"").toList();
            text.append("  - { id: ").append(team.toLowerCase(Locale.ROOT)).append(", public: true, owns: [")
                    .append(String.join(", ", owns)).append(']');
            if (members) {
                text.append(", members: [").append(String.join(", ", world.people().stream()
                        .filter(person -> person.team().equals(team)).map(Person::account).toList())).append(']');
            }
            text.append(" }\n");
        }
        return text.toString();
    }

    private static void exception(Planted planted, StringBuilder text) {
        Tradeoff rule = planted.plan().tradeoff();
        if (rule == null) {
            return;
        }
        text.append("\ntradeoffs:\n  - { prefer: ").append(id(rule.prefer())).append(", over: [")
                .append(id(rule.over())).append("], when: ").append(Tradeoff.FREEZE).append(" }\n\npressure:\n");
        for (Tradeoff.Freeze freeze : planted.freezes()) {
            text.append("  - { kind: ").append(Tradeoff.FREEZE).append(", from: ").append(freeze.from())
                    .append(", to: ").append(freeze.to()).append(" }\n");
        }
    }

    private static String id(int rank) {
        return Plan.CLASSES.get(rank).toLowerCase(Locale.ROOT);
    }
}
