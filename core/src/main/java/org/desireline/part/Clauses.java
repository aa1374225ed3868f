package org.desireline.part;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.desireline.charter.Area;
import org.desireline.charter.Dimension;
import org.desireline.charter.Intent;
import org.desireline.charter.Place;
import org.desireline.charter.Sides;
import org.desireline.charter.Word;

/**
 * Makes the clauses of charters that are set side by side. Cost: quadratic in the priorities of a charter, linear in
 * items.
 */
final class Clauses {

    private final Sides sides;
    private final Sides.Side organisation;
    private final List<Clause> clauses = new ArrayList<>();

    private Clauses(Sides sides) {
        this.sides = sides;
        this.organisation = sides.all().get(0);
    }

    /** All clauses, team by team, then what all say of areas. */
    static List<Clause> of(Frame frame, Lives lives) {
        Sides sides = frame.charter().intent().sides();
        return sides.all().isEmpty() ? List.of() : new Clauses(sides).all(components(frame, lives));
    }

    /** The components of the items in the window, and whether any of these lies in an area that was declared. */
    private static Map<String, Boolean> components(Frame frame, Lives lives) {
        Map<String, Boolean> components = new TreeMap<>();
        ClassTable classes = frame.classes();
        for (int life = 0; life < lives.size(); life++) {
            int step = lives.stepAt(life, frame.window().span().toMillis() - 1);
            boolean isGone = lives.isOver(life) && lives.endMillis(life) <= frame.window().span().fromMillis();
            if (step < 0 || isGone || lives.isContainer(life)) {
                continue;
            }
            int component = ClassTable.code(lives.classes(step), Dimension.COMPONENT.ordinal());
            boolean isClaimed = ClassTable.code(lives.classes(step), Dimension.AREA.ordinal())
                    < classes.named(Dimension.AREA);
            if (component < classes.named(Dimension.COMPONENT)) {
                components.merge(classes.names(Dimension.COMPONENT).get(component), isClaimed, Boolean::logicalOr);
            }
        }
        return components;
    }

    private List<Clause> all(Map<String, Boolean> ofItems) {
        for (Sides.Side own : sides.own()) {
            pairs(own);
            rules(own);
            priorities(own);
        }
        claims();
        if (ofItems.isEmpty()) {
            components();
        }
        ofItems.forEach((component, isClaimed) -> add(Clause.Kind.COMPONENT, organisation, component, !isClaimed,
                "none of its items in the window lies in an area that a team claims", List.of()));
        return clauses;
    }

    private String name(int priority) {
        return sides.priorities().get(priority);
    }

    private void add(
            Clause.Kind kind, Sides.Side own, String what, boolean differs, String because, List<Place> places) {
        clauses.add(new Clause(kind, own.team() == Intent.NONE ? "" : sides.teams().get(own.team()), what, differs,
                differs ? because : "", own.day(), places.stream().map(Place::toString).toList()));
    }

    private void pairs(Sides.Side own) {
        List<Integer> order = organisation.version().order();
        for (int i = 0; i < order.size(); i++) {
            for (int j = i + 1; j < order.size(); j++) {
                int first = order.get(i);
                int second = order.get(j);
                if (own.rank(first) < 0 || own.rank(second) < 0) {
                    continue;
                }
                add(Clause.Kind.PAIR, own, name(first) + " over " + name(second),
                        own.rank(second) < own.rank(first), "the organisation puts " + name(first) + " before "
                                + name(second) + ", the team the other way round",
                        List.of(organisation.order().get(i), organisation.order().get(j),
                                own.order().get(own.rank(first)), own.order().get(own.rank(second))));
            }
        }
    }

    private void rules(Sides.Side own) {
        List<Intent.Preference> rules = own.version().preferences();
        for (int i = 0; i < rules.size(); i++) {
            Intent.Preference rule = rules.get(i);
            if (organisation.rank(rule.prefer()) < 0 || organisation.rank(rule.over()) < 0) {
                continue;
            }
            List<Place> places = new ArrayList<>();
            for (int j = 0; j < organisation.version().preferences().size(); j++) {
                Intent.Preference other = organisation.version().preferences().get(j);
                if (other.prefer() == rule.over() && other.over() == rule.prefer()) {
                    places.add(organisation.preferences().get(j));
                }
            }
            places.add(organisation.order().get(organisation.rank(rule.over())));
            places.add(organisation.order().get(organisation.rank(rule.prefer())));
            places.add(own.preferences().get(i));
            add(Clause.Kind.RULE, own, name(rule.prefer()) + " over " + name(rule.over()) + when(rule),
                    sides.contradicts(own, i), "the team prefers " + name(rule.prefer()) + when(rule)
                            + "; there the organisation puts " + name(rule.over()) + " first", places);
        }
    }

    private String when(Intent.Preference rule) {
        return switch (rule.when()) {
            case ALWAYS -> ", always";
            case CALM -> ", when calm";
            case PRESSURE -> rule.pressure() == Intent.NONE ? ", under pressure"
                    : ", under " + sides.pressures().get(rule.pressure());
        };
    }

    private void priorities(Sides.Side own) {
        for (int i = 0; i < organisation.order().size(); i++) {
            int priority = organisation.version().order().get(i);
            List<Place> places = new ArrayList<>(List.of(organisation.order().get(i)));
            if (own.rank(priority) >= 0) {
                places.add(own.order().get(own.rank(priority)));
            }
            add(Clause.Kind.PRIORITY, own, name(priority), own.rank(priority) < 0, "the organisation ranks it "
                    + (i + 1) + " of " + organisation.order().size() + ", and the team does not name it", places);
        }
        for (int i = 0; i < own.order().size(); i++) {
            int priority = own.version().order().get(i);
            add(Clause.Kind.OWN_PRIORITY, own, name(priority), organisation.rank(priority) < 0, "the team ranks it "
                    + (i + 1) + " of " + own.order().size() + ", and the organisation does not name it",
                    List.of(own.order().get(i)));
        }
    }

    /** Areas by who claims them, in whichever charter. */
    private void claims() {
        Map<Integer, Map<Integer, Place>> claimed = new TreeMap<>();
        sides.all().forEach(side -> side.claims().forEach(claim -> claimed
                .computeIfAbsent(claim.area(), none -> new LinkedHashMap<>())
                .putIfAbsent(claim.team(), claim.place())));
        claimed.forEach((area, teams) -> {
            TreeSet<String> names = new TreeSet<>();
            teams.keySet().forEach(team -> names.add(sides.teams().get(team)));
            add(Clause.Kind.CLAIM, organisation, sides.areas().get(area), names.size() > 1,
                    "claimed by " + String.join(" and by ", names), List.copyOf(teams.values()));
        });
    }

    /** Components that the organisation's priorities name, each once. */
    private void components() {
        Map<String, Place> named = new TreeMap<>();
        organisation.components().forEach(component -> named.putIfAbsent(component.text(), component.place()));
        TreeSet<Integer> claimed = new TreeSet<>();
        sides.all().forEach(side -> side.claims().forEach(claim -> claimed.add(claim.area())));
        named.forEach((component, place) -> add(Clause.Kind.COMPONENT, organisation, component,
                !claimed.contains(sides.areas().indexOf(Area.parse(new Word("component:" + component, place)).text())),
                "a priority includes it, and no team claims component:" + component, List.of(place)));
    }
}
