package org.desireline.instrument.choice;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.desireline.charter.Charter;
import org.desireline.charter.Dimension;
import org.desireline.charter.Phase;
import org.desireline.charter.Relation;
import org.desireline.charter.StatusMap;
import org.desireline.instrument.Instrument;
import org.desireline.instrument.Line;
import org.desireline.instrument.Reading;
import org.desireline.journal.Field;
import org.desireline.number.Estimate;
import org.desireline.part.Choice;
import org.desireline.part.Chronicle;
import org.desireline.part.Frame;
import org.desireline.part.Organisation;
import org.desireline.part.TeamWeek;
import org.desireline.time.Window;
import org.desireline.time.WorkWeek;

/** Choices made up one by one: what lay on a desk, what was known of it, and what was taken. */
final class Desk {

    static final long HOUR = 3_600_000L;
    /** Ranks by code. */
    static final List<String> RANKS = List.of("Blocker", "Critical", "Major", "Minor");
    /** The class of what has no rank. */
    static final int NONE = RANKS.size() + 1;

    /** Which choice is made next; each starts from what the last one was. */
    static final class Menu {

        Choice.Family family = Choice.Family.FIRST_START;
        Choice.Outcome outcome = Choice.Outcome.STARTED;
        int actor;
        long atMillis;
        int chosen;
        int item = -1;
        boolean pushed;
        boolean taken;
        boolean byTouch;
        boolean inWindow = true;
        int team;
        int[] ranks = new int[0];
        int[] settled = new int[0];
        byte[] held = new byte[0];
        final Map<Choice.Attribute, double[]> known = new EnumMap<>(Choice.Attribute.class);

        /** What lies there, by rank. */
        Menu of(int... codes) {
            ranks = codes;
            settled = codes;
            held = new byte[codes.length];
            return this;
        }

        Menu knowing(Choice.Attribute attribute, double... values) {
            known.put(attribute, values);
            return this;
        }

        Choice choice() {
            int size = ranks.length;
            int[][] classes = new int[Dimension.values().length][size];
            classes[Dimension.PRIORITY.ordinal()] = ranks;
            Arrays.fill(classes[Dimension.TEAM.ordinal()], team);
            int[] items = IntStream.range(0, size).map(i -> i == chosen && item >= 0 ? item : 1000 + i).toArray();
            long[] ages = new long[size];
            Arrays.fill(ages, 48 * HOUR);
            int what = item >= 0 ? item : size == 0 ? 0 : items[chosen];
            return new Choice(family, outcome, actor, TeamWeek.NONE, atMillis, pushed, taken, byTouch, chosen,
                    "ONE-" + what, what,
                    "by-hand#" + what, inWindow, items, classes, settled, held, ages,
                    (attribute, column) -> known.getOrDefault(attribute, new double[size])[column], ORDER);
        }
    }

    private static final Choice.Standing ORDER = (one, other) -> one >= RANKS.size() || other >= RANKS.size()
            ? Relation.UNKNOWN : one == other ? Relation.EQUAL : one < other ? Relation.HIGHER : Relation.LOWER;

    private final ChoiceModel model = new ChoiceModel();
    private final Frame frame;
    private final Decisions tally;

    Desk(String... teams) {
        this.frame = frame(teams);
        this.tally = model.zero(frame);
    }

    /** What every choice is read with: four ranks, and the teams named. */
    private static Frame frame(String... teams) {
        Chronicle chronicle = new Chronicle();
        for (int i = 0; i < Math.max(1, teams.length); i++) {
            chronicle.created("tracker:one:F-" + i, i, "ada", teams.length == 0 ? Map.of()
                    : Map.of(Field.TEAM, teams[i]));
        }
        Charter charter = new Charter(WorkWeek.parse("Mon-Sun 00:00-24:00", ZoneOffset.UTC),
                new StatusMap(Map.of("tracker/ONE", Map.of("Open", Phase.queued))), RANKS, Set.of(), Set.of(), true);
        long end = 1000 * HOUR;
        return new Organisation(1, 1, charter, Window.parse("all", 0, end, ZoneOffset.UTC), end,
                new ArrayList<>(chronicle.events())).assembly().frame();
    }

    void add(Menu menu) {
        model.add(tally, menu.choice());
    }

    Frame frame() {
        return frame;
    }

    Decisions tally() {
        return tally;
    }

    Reading reading() {
        return switch (model.close(tally, frame, List.of())) {
            case Instrument.Next.Done<Decisions> done -> done.reading();
            case Instrument.Next.Again<Decisions> again -> throw new AssertionError("It goes round again: " + again);
        };
    }

    static Estimate estimate(Reading reading, String id) {
        return reading.lines().stream().filter(line -> line.id().equals("choice/" + id)).map(Line::estimate).findFirst()
                .orElseThrow(() -> new AssertionError(id + " is not among " + reading.lines().stream()
                        .map(Line::id).toList() + ", refused: " + reading.refusal() + ", flags " + reading.flags()));
    }

    static List<String> ids(Reading reading) {
        return reading.lines().stream().map(line -> line.id().substring("choice/".length())).toList();
    }
}
