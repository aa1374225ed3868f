package org.desireline.part;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.desireline.charter.Intent;
import org.desireline.charter.Place;
import org.desireline.charter.Sides;
import org.desireline.charter.Word;

/** Makes random charters of an organisation and its teams, side by side. */
public final class Beside {

    /** The longest day of what they say. */
    public static final int LAST_DAY = 12;

    private static final List<String> PRIORITIES = List.of("safety", "billing", "growth", "reach");
    private static final List<String> TEAMS = List.of("north", "south", "east");
    private static final List<String> AREAS = List.of("component:shop", "component:stock", "label:till");
    private static final List<String> PRESSURES = List.of("freeze", "audit", "outage");

    private final Random random;

    private Beside(long seed) {
        random = new Random(seed);
    }

    /** Some charters; instants are small whole numbers. */
    public static Sides random(long seed) {
        Beside beside = new Beside(seed);
        List<Sides.Side> sides = new ArrayList<>(List.of(beside.side(Intent.NONE)));
        for (int team = 0; team < TEAMS.size(); team++) {
            if (beside.random.nextInt(3) > 0) {
                sides.add(beside.side(team));
            }
        }
        Set<Integer> undated = beside.random.nextBoolean() ? Set.of(0, 2) : Set.of(0);
        return new Sides(PRIORITIES, TEAMS, AREAS, PRESSURES, undated, sides);
    }

    private Sides.Side side(int team) {
        List<Integer> order = new ArrayList<>(List.of(0, 1, 2, 3));
        Collections.shuffle(order, random);
        order = order.subList(0, 2 + random.nextInt(3));
        List<Intent.Preference> rules = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            int prefer = order.get(random.nextInt(order.size()));
            int over = order.get(random.nextInt(order.size()));
            if (prefer != over) {
                rules.add(rule(prefer, over));
            }
        }
        List<Intent.Period> periods = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            int from = random.nextInt(LAST_DAY);
            periods.add(new Intent.Period(1, from, from + 1 + random.nextInt(4)));
        }
        List<Sides.Claim> claims = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            claims.add(new Sides.Claim(random.nextInt(TEAMS.size()), random.nextInt(AREAS.size()),
                    place(team, 90 + i)));
        }
        List<Place> places = new ArrayList<>();
        order.forEach(each -> places.add(place(team, 10 + places.size())));
        List<Place> ofRules = new ArrayList<>();
        rules.forEach(each -> ofRules.add(place(team, 50 + ofRules.size())));
        return new Sides.Side(team, "2026-01-05", new Intent.Version("one", random.nextInt(3), false, order, rules,
                List.of(), periods), places, ofRules, claims, List.of(new Word("shop", place(team, 30))));
    }

    private Intent.Preference rule(int prefer, int over) {
        Intent.Condition when = Intent.Condition.values()[random.nextInt(3)];
        int kind = when == Intent.Condition.PRESSURE ? random.nextInt(PRESSURES.size() + 1) - 1 : Intent.NONE;
        long from = random.nextBoolean() ? Long.MIN_VALUE : random.nextInt(LAST_DAY);
        long to = random.nextBoolean() ? Long.MAX_VALUE : Math.max(from, 0) + 1 + random.nextInt(5);
        return new Intent.Preference(prefer, over, when, kind, from, to);
    }

    private static Place place(int team, int line) {
        return new Place(team == Intent.NONE ? "charter.yaml" : "teams/" + TEAMS.get(team) + ".yaml", line, 5);
    }
}
