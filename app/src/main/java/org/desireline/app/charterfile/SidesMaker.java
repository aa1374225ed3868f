package org.desireline.app.charterfile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.desireline.charter.Area;
import org.desireline.charter.Declared;
import org.desireline.charter.Intent;
import org.desireline.charter.Place;
import org.desireline.charter.Sides;
import org.desireline.charter.Word;
import org.desireline.journal.Trouble;
import org.desireline.journal.Trouble.Severity;
import org.jspecify.annotations.Nullable;

/** Puts the charter of the organisation and those of its teams side by side, in codes and places. */
final class SidesMaker {

    private final List<String> priorities = new ArrayList<>();
    private final List<String> teams = new ArrayList<>();
    private final List<String> areas = new ArrayList<>();
    private final List<String> pressures = new ArrayList<>();
    private final List<Trouble> troubles = new ArrayList<>();

    /**
     * What is set side by side.
     *
     * @param troubles charters that are not, and why
     */
    record Made(Sides sides, List<Trouble> troubles) {}

    private SidesMaker() {}

    /**
     * Makes the sides of a run.
     *
     * @param versions the organisation's, oldest first
     * @param own the charters of teams, by id of the team
     * @param asOfMillis the instant up to which the data are read
     */
    static Made of(List<DeclaredVersion> versions, Map<String, Declared> own, long asOfMillis) {
        SidesMaker maker = new SidesMaker();
        DeclaredVersion inForce = versions.stream().filter(version -> version.fromMillis() <= asOfMillis)
                .reduce((one, other) -> other).orElse(null);
        return new Made(inForce == null ? Sides.none() : maker.make(inForce, own, asOfMillis), maker.troubles);
    }

    private Sides make(DeclaredVersion organisation, Map<String, Declared> own, long asOfMillis) {
        Map<String, Declared> inForce = new LinkedHashMap<>();
        new TreeMap<>(own).forEach((team, declared) -> {
            if (CharterFiles.start(declared) <= asOfMillis) {
                inForce.put(team, declared);
            } else {
                troubles.add(new Trouble(Severity.NOTE, declared.place().toString(), "this charter of a team comes into"
                        + " force after the data end: it is not set beside the organisation's", 1));
            }
        });
        List<Declared> all = new ArrayList<>(List.of(organisation.declared()));
        all.addAll(inForce.values());
        names(all, inForce.keySet());
        TreeSet<Integer> undated = new TreeSet<>();
        all.forEach(declared -> declared.pressures().stream().filter(pressure -> pressure.where() != null)
                .forEach(pressure -> undated.add(pressures.indexOf(pressure.kind().text()))));
        List<Sides.Side> sides = new ArrayList<>();
        sides.add(side(Intent.NONE, organisation.declared(), organisation.fromMillis()));
        inForce.forEach((team, declared) ->
                sides.add(side(teams.indexOf(team), declared, CharterFiles.start(declared))));
        return new Sides(priorities, teams, areas, pressures, undated, sides);
    }

    /** Every name once, the organisation's first. */
    private void names(List<Declared> all, Set<String> withCharters) {
        Set<String> ofPriorities = new LinkedHashSet<>();
        Set<String> ofTeams = new LinkedHashSet<>();
        Set<String> ofAreas = new LinkedHashSet<>();
        Set<String> ofPressures = new LinkedHashSet<>();
        for (Declared declared : all) {
            declared.priorities().forEach(priority -> ofPriorities.add(priority.id().text()));
            declared.teams().forEach(team -> {
                ofTeams.add(team.id().text());
                team.owns().forEach(area -> ofAreas.add(area.text()));
            });
            ofPressures.addAll(declared.kinds());
            declared.tradeoffs().stream().map(Declared.Tradeoff::kind).filter(kind -> !kind.isEmpty())
                    .forEach(ofPressures::add);
        }
        ofTeams.addAll(withCharters);
        priorities.addAll(ofPriorities);
        teams.addAll(ofTeams);
        areas.addAll(ofAreas);
        // One bit each; a charter with more cannot be read.
        pressures.addAll(ofPressures.stream().limit(Intent.MOST_PRESSURES).toList());
    }

    private Sides.Side side(int team, Declared declared, long fromMillis) {
        List<Intent.Preference> preferences = new ArrayList<>();
        List<Place> places = new ArrayList<>();
        for (Declared.Tradeoff rule : declared.tradeoffs()) {
            for (Word over : rule.over()) {
                int pressure = rule.kind().isEmpty() ? Intent.NONE : pressures.indexOf(rule.kind());
                if (rule.kind().isEmpty() || pressure >= 0) {
                    preferences.add(new Intent.Preference(priorities.indexOf(rule.prefer().text()),
                            priorities.indexOf(over.text()), rule.condition(), pressure,
                            from(declared, rule.from()), to(declared, rule.to())));
                    places.add(rule.place());
                }
            }
        }
        List<Intent.Period> periods = declared.pressures().stream()
                .filter(pressure -> pressure.where() == null && pressures.contains(pressure.kind().text()))
                .map(pressure -> new Intent.Period(pressures.indexOf(pressure.kind().text()),
                        from(declared, pressure.from()), to(declared, pressure.to()))).toList();
        Intent.Version version = new Intent.Version(declared.from().toString(), fromMillis, declared.assumed(),
                declared.priorities().stream().map(priority -> priorities.indexOf(priority.id().text())).toList(),
                preferences, List.of(), periods);
        List<Sides.Claim> claims = new ArrayList<>();
        for (Declared.Team each : declared.teams()) {
            for (Area area : each.owns()) {
                claims.add(new Sides.Claim(teams.indexOf(each.id().text()), areas.indexOf(area.text()), area.place()));
            }
        }
        List<Word> components = declared.priorities().stream()
                .flatMap(priority -> priority.includes().components().stream()).toList();
        return new Sides.Side(team, declared.from().toString(), version,
                declared.priorities().stream().map(Declared.Priority::place).toList(), places, claims, components);
    }

    private static long from(Declared declared, @Nullable LocalDate day) {
        return day == null ? Long.MIN_VALUE : day.atStartOfDay(declared.zone()).toInstant().toEpochMilli();
    }

    /** A last day ends at 24:00. */
    private static long to(Declared declared, @Nullable LocalDate day) {
        return day == null ? Long.MAX_VALUE : from(declared, day.plusDays(1));
    }
}
