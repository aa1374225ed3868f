package org.desireline.app.charterfile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.desireline.charter.Area;
import org.desireline.charter.Declared;
import org.desireline.charter.Intent;
import org.desireline.charter.StatusMap;
import org.desireline.charter.Word;
import org.desireline.journal.Field;
import org.jspecify.annotations.Nullable;

/** What a version says about which items belong where, ready to be asked. */
final class VersionRules {

    private final List<Inclusion> classes = new ArrayList<>();
    private final List<Sign> signs = new ArrayList<>();
    private final List<Sign> rights = new ArrayList<>();
    private final List<Ground> grounds = new ArrayList<>();
    private final Map<String, Integer> teams = new HashMap<>();
    private final Set<String> variables = new TreeSet<>();

    /** A list of values of one field, and those of them that were met. */
    record Names(String field, List<Word> words, Set<String> values, Set<String> met) {

        boolean match(Attributes attributes) {
            String joined = values.isEmpty() ? "" : attributes.text(field);
            if (joined.indexOf(Field.SEPARATOR) < 0) {
                return isMet(joined);
            }
            boolean matches = false;
            for (String value : Field.split(joined)) {
                matches |= isMet(value);
            }
            return matches;
        }

        private boolean isMet(String value) {
            boolean isMet = values.contains(value);
            if (isMet) {
                met.add(value);
            }
            return isMet;
        }
    }

    private record Inclusion(int code, List<Names> lists, @Nullable Remembered where) {}

    private record Sign(int bit, Remembered where) {}

    private record Ground(int code, int team, Area area) {}

    /**
     * Where an item belongs.
     *
     * @param overlaps whether more than one priority includes it
     * @param untold places of expressions that could not be told of it
     */
    record Answer(
            int priority, int team, int area, int pressures, int rights, boolean overlaps, List<Expression> untold) {

        static final Answer NONE = new Answer(Intent.NONE, Intent.NONE, Intent.NONE, 0, 0, false, List.of());
    }

    VersionRules(Declared declared, ClassCodes codes) {
        for (Declared.Priority priority : declared.priorities()) {
            Declared.Includes includes = priority.includes();
            List<Names> lists = List.of(names(Field.LABEL, includes.labels()),
                    names(Field.COMPONENT, includes.components()), names(Field.EPIC, includes.epics()),
                    names(Field.TYPE, includes.types()), names(Field.PROJECT, includes.projects()),
                    names(Field.FIX_VERSION, includes.fixVersions()));
            classes.add(new Inclusion(ClassCodes.code(codes.priorities(), priority.id().text()), lists,
                    compiled(includes.where())));
        }
        for (Declared.Pressure pressure : declared.pressures()) {
            Remembered where = compiled(pressure.where());
            if (where != null) {
                signs.add(new Sign(1 << ClassCodes.code(codes.pressures(), pressure.kind().text()), where));
            }
        }
        for (Declared.DecisionRight right : declared.decisions()) {
            Remembered where = compiled(right.where());
            if (where != null) {
                rights.add(new Sign(1 << ClassCodes.code(codes.rights(), right.right().text()), where));
            }
        }
        for (Declared.Team team : declared.teams()) {
            int code = ClassCodes.code(codes.teams(), team.id().text());
            teams.put(team.id().text().toLowerCase(Locale.ROOT), code);
            if (!team.name().isEmpty()) {
                teams.putIfAbsent(team.name().toLowerCase(Locale.ROOT), code);
            }
            team.owns().forEach(area ->
                    grounds.add(new Ground(ClassCodes.code(codes.areas(), area.text()), code, area)));
        }
        // The longest match wins; of two of one length, the one that is declared first.
        grounds.sort((a, b) -> Integer.compare(b.area().value().length(), a.area().value().length()));
    }

    private static Names names(String field, List<Word> words) {
        return new Names(field, words, Set.copyOf(words.stream().map(Word::text).toList()), new HashSet<>());
    }

    private @Nullable Remembered compiled(@Nullable Word where) {
        Expression expression = where == null ? null : Expression.compile(where, new ArrayList<>());
        if (expression == null) {
            return null;
        }
        variables.addAll(expression.variables());
        return new Remembered(expression);
    }

    /** The variables that its expressions look at. */
    Set<String> variables() {
        return variables;
    }

    /** The fields that it looks at, whatever the item; custom fields are not among them. */
    Set<String> fields() {
        TreeSet<String> fields = new TreeSet<>(Set.of(Field.TEAM));
        variables.forEach(variable -> fields.addAll(Attributes.fieldsOf(variable)));
        lists().stream().filter(names -> !names.values().isEmpty()).forEach(names -> fields.add(names.field()));
        grounds.forEach(ground -> fields.add(field(ground.area().kind())));
        return fields;
    }

    /** The lists of all priorities. */
    List<Names> lists() {
        return classes.stream().flatMap(one -> one.lists().stream()).toList();
    }

    private static String field(Area.Kind kind) {
        return switch (kind) {
            case COMPONENT -> Field.COMPONENT;
            case LABEL -> Field.LABEL;
            case PROJECT -> Field.PROJECT;
            case PATH -> "";
        };
    }

    /** Where an item with these attributes belongs. */
    Answer answer(Map<String, String> fields, String source, long createdMillis, StatusMap statuses,
            java.time.ZoneId zone) {
        List<Expression> untold = new ArrayList<>();
        Ground ground = ground(fields);
        String named = fields.get(Field.TEAM);
        Integer team = named == null ? null : teams.get(named.toLowerCase(Locale.ROOT));
        Attributes attributes = new Attributes(fields, source, createdMillis,
                ground == null ? "" : ground.area().text(), statuses, zone);
        int first = Intent.NONE;
        int matches = 0;
        for (Inclusion one : classes) {
            boolean matched = false;
            for (Names names : one.lists()) {
                matched |= names.match(attributes);
            }
            matched = matched || (one.where() != null && holds(one.where(), attributes, untold));
            if (matched) {
                first = matches++ == 0 ? one.code() : first;
            }
        }
        return new Answer(first, team != null ? team : ground == null ? Intent.NONE : ground.team(),
                ground == null ? Intent.NONE : ground.code(), bits(signs, attributes, untold),
                bits(rights, attributes, untold), matches > 1, untold);
    }

    /** The bits of those whose expression holds. */
    private static int bits(List<Sign> all, Attributes attributes, List<Expression> untold) {
        int bits = 0;
        for (Sign sign : all) {
            bits |= holds(sign.where(), attributes, untold) ? sign.bit() : 0;
        }
        return bits;
    }

    private static boolean holds(Remembered where, Attributes attributes, List<Expression> untold) {
        Boolean holds = where.holds(attributes);
        if (holds == null) {
            untold.add(where.expression());
        }
        return Boolean.TRUE.equals(holds);
    }

    private @Nullable Ground ground(Map<String, String> fields) {
        for (Ground ground : grounds) {
            String value = fields.get(field(ground.area().kind()));
            if (value != null && (value.equals(ground.area().value()) || (value.indexOf(Field.SEPARATOR) >= 0
                    && Field.split(value).contains(ground.area().value())))) {
                return ground;
            }
        }
        return null;
    }
}
