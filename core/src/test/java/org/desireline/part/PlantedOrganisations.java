package org.desireline.part;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.desireline.charter.Charter;
import org.desireline.charter.Dimension;
import org.desireline.charter.Phase;
import org.desireline.charter.StatusMap;
import org.desireline.journal.Event;
import org.desireline.journal.Field;
import org.desireline.journal.Verb;
import org.desireline.time.Window;
import org.desireline.time.WorkWeek;
import org.desireline.world.Change;
import org.desireline.world.Change.What;
import org.desireline.world.WorkItem;
import org.desireline.world.World;
import org.desireline.world.planted.Flaws;
import org.desireline.world.planted.Plan;
import org.desireline.world.planted.Planted;
import org.desireline.world.planted.Tier;

/** Planted worlds as organisations, every instant rounded down to its minute, so that they can be walked through. */
public final class PlantedOrganisations {

    private static final long MINUTE = 60_000L;

    private PlantedOrganisations() {}

    /** What the tools of a planted organisation kept. */
    public static Organisation of(Plan plan, Tier tier, Flaws flaws, long seed, int weeks) {
        return of(Planted.live(plan, seed, weeks), tier, flaws, seed);
    }

    /** The same under a charter that declares its order, its teams, their members and their areas. */
    public static Organisation declared(Plan plan, Tier tier, Flaws flaws, long seed, int weeks) {
        Planted planted = Planted.live(plan, seed, weeks);
        Organisation plain = of(planted, tier, flaws, seed);
        Map<String, Set<String>> members = new TreeMap<>();
        for (int person = 0; person < planted.people().size(); person++) {
            members.computeIfAbsent(planted.people().get(person).team(), team -> new TreeSet<>()).add(person(person));
        }
        List<Decree.Group> teams = members.keySet().stream().map(team -> new Decree.Group(team,
                planted.areas(team).stream().map(area -> new Decree.Mark(Dimension.COMPONENT, area)).toList()))
                .toList();
        List<String> areas = members.keySet().stream().flatMap(team -> planted.areas(team).stream()).toList();
        Decree.Act act = new Decree.Act("one", plain.window().span().fromMillis() - MINUTE, Plan.CLASSES.stream()
                .map(name -> new Decree.Group(name, List.of(new Decree.Mark(Dimension.PRIORITY, name)))).toList(),
                List.of(), teams, members, areas.stream().map(area -> new Decree.Group(area,
                        List.of(new Decree.Mark(Dimension.COMPONENT, area)))).toList(), List.of());
        return new Organisation(seed, MINUTE, plain.charter(), plain.window(), plain.asOfMillis(), plain.events(),
                new Decree(Plan.CLASSES, List.copyOf(members.keySet()), areas, List.of(), List.of(act)));
    }

    private static Organisation of(Planted planted, Tier tier, Flaws flaws, long seed) {
        World world = planted.recorded(tier, flaws);
        Chronicle chronicle = new Chronicle();
        for (WorkItem item : world.items()) {
            String id = String.format(java.util.Locale.ROOT, "tracker:one:FT-%05d", item.number());
            Map<String, String> first = new TreeMap<>(Map.of(
                    Field.PRIORITY, item.priority(), Field.TYPE, item.type(), Field.COMPONENT, item.component(),
                    Field.STATUS, WorkItem.FIRST_STATUS));
            if (item.estimateSeconds() > 0) {
                first.put(Field.ESTIMATE, Long.toString(item.estimateSeconds()));
            }
            chronicle.created(id, minute(item.createdMillis()), person(item.creator()), first);
            item.changes().forEach(change -> tell(chronicle, id, change));
        }
        Charter charter = new Charter(WorkWeek.parse("Mon-Fri 09:00-17:00", ZoneId.of("Europe/Zurich")),
                new StatusMap(Map.of("tracker/ONE", Map.of(WorkItem.FIRST_STATUS, Phase.queued, "In Progress",
                        Phase.working, "In Review", Phase.review, "Blocked", Phase.blocked, "Done", Phase.done))),
                Plan.CLASSES, Set.of(), Set.of(), true);
        List<Event> events = chronicle.events();
        Window window = Window.parse("all", world.startMillis(), world.endMillis(), charter.week().zone());
        return new Organisation(seed, MINUTE, charter, window, world.endMillis(), events);
    }

    private static void tell(Chronicle chronicle, String item, Change change) {
        long at = minute(change.atMillis());
        String actor = person(change.actor());
        switch (change.what()) {
            case What.Status move -> chronicle.moved(item, at, actor, move.to());
            case What.Assignee hands -> chronicle.assigned(item, at, actor, person(hands.to()));
            case What.Priority rank -> chronicle.changed(item, at, actor, Field.PRIORITY, rank.to());
            case What.Due promise -> chronicle.event(item, at, promise.from() == null ? Verb.dueSet : Verb.dueMoved,
                    actor, Map.of(Field.DUE, promise.to() == null ? "" : promise.to().toString()));
            case What.Comment remark -> chronicle.event(item, at, Verb.commented, actor, Map.of());
            case What.Commit commit -> chronicle.event(item, at, Verb.committed, actor, Map.of());
            case What.WorkLog log -> {
                long from = minute(change.atMillis() - 1000 * log.seconds());
                if (at > from) {
                    chronicle.logged(item, from, actor, at - from);
                }
            }
            case What.Blocks link -> { }
            case What.BlockedBy link -> { }
        }
    }

    private static String person(int index) {
        return "person " + (index < 10 ? "0" : "") + index;
    }

    private static long minute(long atMillis) {
        return Math.floorDiv(atMillis, MINUTE) * MINUTE;
    }
}
