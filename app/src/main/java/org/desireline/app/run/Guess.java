package org.desireline.app.run;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.desireline.charter.Charter;
import org.desireline.charter.Intent;
import org.desireline.charter.Phase;
import org.desireline.charter.PriorityWords;
import org.desireline.charter.StatusMap;
import org.desireline.charter.StatusWords;
import org.desireline.journal.Field;
import org.desireline.journal.Journal;
import org.desireline.journal.Trouble;
import org.desireline.journal.Trouble.Severity;
import org.desireline.part.Profile;
import org.desireline.part.StatusWindows;
import org.desireline.publish.Head.Assumption;
import org.desireline.time.WorkWeek;
import org.jspecify.annotations.Nullable;

/**
 * The rules a run goes by where nobody declared any: guessed from the profile, overruled by the file of guesses.
 *
 * @param charter the rules
 * @param file the rules as they are to be written
 * @param guessed what would have been guessed had the file said nothing; tells later what was edited
 * @param grounds why each was guessed, by the line of the file
 * @param assumptions the guesses in words
 * @param troubles what could not be guessed
 */
record Guess(
        Charter charter,
        GuessFile file,
        GuessFile guessed,
        Map<String, String> grounds,
        List<Assumption> assumptions,
        List<Trouble> troubles) {

    /**
     * An actor active in more of the 168 hours of the week than this, within a year, sleeps too little to be a
     * person.
     */
    private static final int MOST_HOURS_OF_WEEK = 150;

    /** Of so many tables it is shown what their columns say. */
    private static final int MOST_TABLES = 5;
    private static final String STOPGAP = "its name does not tell; queued is a stopgap";
    private static final Pattern BOT = Pattern.compile("(?i)(^|[^a-z])(bot|jenkins|hudson|travis|circleci|buildbot"
            + "|dependabot|renovate|automation|hadoopqa|githubbot|gitbot|asfgit|jirabot|autobuild|ci-?build)([^a-z]|$)"
            + "|[a-z]\\[bot]$|[-_. ]bot$|\\bhadoop ?qa\\b|\\bgithub-?actions\\b|[a-z0-9]-robot([^a-z]|$)|ci-?robot"
            + "|(^|[^a-z])(prow|prombot|copilot)([^a-z]|$)");

    /**
     * Guesses.
     *
     * @param said the file of guesses as it stands
     * @param columns how tables were read
     * @param zoneAsked the zone named on the command line, or null
     */
    static Guess of(
            Journal journal, Profile profile, Persons persons, GuessFile said, TableColumns columns,
            @Nullable String zoneAsked) {
        Maker maker = new Maker(journal, profile, persons, said, columns);
        return maker.make(zoneAsked);
    }

    /** Puts the guesses together. */
    private static final class Maker {

        private final Journal journal;
        private final Profile profile;
        private final Persons persons;
        private final GuessFile said;
        private final TableColumns columns;
        private final Map<String, String> grounds = new TreeMap<>();
        private final List<Assumption> assumptions = new ArrayList<>();
        private final List<Trouble> troubles = new ArrayList<>();
        private int edits;

        Maker(Journal journal, Profile profile, Persons persons, GuessFile said, TableColumns columns) {
            this.journal = journal;
            this.profile = profile;
            this.persons = persons;
            this.said = said;
            this.columns = columns;
        }

        Guess make(@Nullable String zoneAsked) {
            GuessFile guessed = new GuessFile(commonestZone(), WorkWeek.assumed(ZoneOffset.UTC).text(),
                    PriorityWords.order(profile.priorities()),
                    profile.types().stream().filter(type -> type.equalsIgnoreCase("epic")).toList(), botsByName(),
                    statusesByWords(), List.of(), columns.shown());
            String zone = zone(zoneAsked, guessed);
            WorkWeek week = week(zone);
            List<String> priorities = either(said.priorities(), guessed.priorities());
            lone();
            note("priorities", "order", priorities.isEmpty() ? "none" : String.join(" > ", priorities),
                    said.priorities() != null, priorities.isEmpty() ? "no priority of known rank is in use"
                    : "by the usual meaning of the names; the first wins");
            unranked(priorities);
            if (profile.skewedEvents() > 0) {
                troubles.add(new Trouble(Severity.WARNING, "events",
                        "dated before the creation of their item: counted as of the creation", profile.skewedEvents()));
            }
            List<String> containers = either(said.containerTypes(), guessed.containerTypes());
            note("container-types", "containers",
                    (containers.isEmpty() ? "" : String.join(", ", containers) + ", and ") + "items with subtasks",
                    said.containerTypes() != null, "they only hold other items and have no ledger");
            List<String> bots = either(said.bots(), guessed.bots());
            note("bots", "bots", bots.size() + (bots.size() == 1 ? " account" : " accounts"), said.bots() != null,
                    "by name, or active in over 150 of the 168 hours of the week");
            if (persons.joined() > 0) {
                assumptions.add(new Assumption("people", persons.joined() + " of " + persons.joinedSources()
                        + " are the same", "by equal e-mail address or full name, unless people.yaml says otherwise"));
            }
            Map<String, Map<String, Phase>> statuses = statuses(guessed.statuses());
            columns();
            records();
            String kept = said.zone() == null ? guessed.zone() : said.zone();
            StatusMap map = new StatusMap(statuses);
            GuessFile whole = guessed.with(StatusWindows.of(journal, map, week.zone()).timedScopes());
            List<String> timed = timed(whole);
            GuessFile file = new GuessFile(kept, week.text(), priorities, containers, bots, statuses, timed,
                    columns.shown());
            Charter charter = new Charter(week, map, priorities,
                    bots.stream().map(persons::token).collect(Collectors.toSet()), new TreeSet<>(containers), true,
                    Intent.none(), new TreeSet<>(timed));
            return new Guess(charter, file, whole, grounds, assumptions, troubles);
        }

        /** Says so where the items are those of a repository itself, and how to have those of its tracker. */
        private void lone() {
            if (journal.itemCount() == 0 || !journal.itemId(0).startsWith("git:")) {
                return;
            }
            String[] home = {""};
            journal.read(batch -> {
                for (int i = 0; i < batch.attributeStart()[batch.size()] && home[0].isEmpty(); i++) {
                    if (journal.text(batch.attributeName()[i]).equals(Field.ALIAS)) {
                        home[0] = journal.text(batch.attributeValue()[i]).replaceFirst("[0-9]+$", "");
                    }
                }
            });
            String repository = home[0].isEmpty() ? "" : home[0].substring(0, home[0].length() - 1);
            String fetch = home[0].endsWith("!")
                    ? "glab api --paginate 'projects/" + repository.replace("/", "%2F") + "/merge_requests?state=all'"
                    : home[0].endsWith("#") && !repository.isEmpty()
                    ? "gh api --paginate 'repos/" + repository + "/issues?state=all&per_page=100'" : "";
            assumptions.add(new Assumption(Assumption.ITEMS, "merges, pull requests and commits of the main line",
                    "no tracker's export is here, and they give way to one"
                            + (fetch.isEmpty() ? "" : ": " + fetch + " > tracker.json")));
        }

        /** The records that repositories hold, by the mapping they were read by. */
        private void records() {
            TreeMap<String, Long> counts = new TreeMap<>();
            for (int item = 0; item < journal.itemCount(); item++) {
                String[] parts = journal.itemId(item).split(":", 4);
                if (parts[0].equals("record") && parts.length == 4) {
                    counts.merge(parts[2], 1L, Long::sum);
                }
            }
            if (!counts.isEmpty()) {
                assumptions.add(new Assumption("records", String.join(", ", counts.entrySet().stream()
                        .map(entry -> entry.getValue() + " by the mapping " + entry.getKey()).toList()),
                        "text files of a repository, by where they lie and what they begin with; see"
                                + " docs/records.md"));
            }
        }

        private void columns() {
            columns.shown().entrySet().stream().limit(MOST_TABLES).forEach(table -> assumptions.add(new Assumption(
                    "columns", "of " + table.getKey() + ": " + table.getValue().shown(),
                    columns.isSaid(table.getKey()) ? "as the guess file says"
                            : "by their names and values; edit them under 'columns' in the guess file")));
            if (columns.shown().size() > MOST_TABLES) {
                assumptions.add(new Assumption("columns", "of " + (columns.shown().size() - MOST_TABLES)
                        + " more tables", "see the guess file"));
            }
        }

        /** The scopes whose working statuses are as good as a work log; worth a line where there are any. */
        private List<String> timed(GuessFile guessed) {
            List<String> timed = either(said.timedScopes(), guessed.timedScopes());
            String why = timed.isEmpty() ? "nowhere do half of at least 20 stays in work end on the day they begin"
                    : "half of at least 20 stays in work, or more, end on the day they begin; those count as work";
            if (timed.isEmpty()) {
                grounds.put(GuessFile.TIMED, said.timedScopes() == null ? why : "as edited here");
            } else {
                note(GuessFile.TIMED, "timed", String.join(", ", timed), said.timedScopes() != null, why);
            }
            return timed;
        }

        private static List<String> either(@Nullable List<String> said, @Nullable List<String> guessed) {
            return said != null ? said : guessed == null ? List.of() : guessed;
        }

        private void note(String key, String what, String value, boolean isSaid, String why) {
            String ground = isSaid ? "as the guess file says" : why;
            grounds.put(key, isSaid ? "as edited here" : why);
            assumptions.add(new Assumption(what, value, ground));
        }

        private String zone(@Nullable String asked, GuessFile guessed) {
            String zone = asked != null ? asked : said.zone() != null ? said.zone() : String.valueOf(guessed.zone());
            try {
                ZoneId.of(zone);
            } catch (DateTimeException unknown) {
                throw new BadInput("There is no zone '" + zone + "'. Perhaps write it as Europe/Zurich or UTC.");
            }
            grounds.put("zone", "the offset that most items are dated in; UTC when tied");
            return zone;
        }

        private String commonestZone() {
            long most = profile.offsets().values().stream().mapToLong(Long::longValue).max().orElse(0);
            List<String> commonest = profile.offsets().entrySet().stream()
                    .filter(entry -> entry.getValue() == most).map(Map.Entry::getKey).toList();
            if (commonest.size() != 1 || commonest.get(0).equals("+0000")) {
                return "UTC";
            }
            try {
                return ZoneOffset.of(commonest.get(0)).getId();
            } catch (DateTimeException unknown) {
                return "UTC";
            }
        }

        private WorkWeek week(String zone) {
            try {
                ZoneId id = ZoneId.of(zone);
                WorkWeek week = said.week() == null ? WorkWeek.assumed(id) : WorkWeek.parse(said.week(), id);
                note("week", "calendar", week.text() + " " + zone, said.week() != null,
                        "one working week for everybody, since none is declared");
                return week;
            } catch (IllegalArgumentException bad) {
                throw new BadInput("In the guess file: " + bad.getMessage());
            }
        }

        private void unranked(List<String> priorities) {
            List<String> unknown = profile.priorities().stream().filter(name -> !priorities.contains(name)).toList();
            if (!unknown.isEmpty()) {
                troubles.add(new Trouble(Severity.WARNING, "priorities",
                        "no known rank for " + String.join(", ", unknown)
                                + ": such items count as unranked. Perhaps put them into the order in the guess file",
                        unknown.size()));
            }
        }

        private List<String> botsByName() {
            TreeSet<String> bots = new TreeSet<>();
            for (int actor = 0; actor < journal.actorCount(); actor++) {
                List<String> accounts = persons.accounts(journal.actorToken(actor));
                boolean sleepless = profile.activeHoursOfWeek(actor) > MOST_HOURS_OF_WEEK;
                if (!accounts.isEmpty() && (sleepless || accounts.stream().anyMatch(BOT.asPredicate()))) {
                    bots.add(accounts.getFirst());
                }
            }
            return List.copyOf(bots);
        }

        private Map<String, Map<String, Phase>> statusesByWords() {
            TreeMap<String, Map<String, Phase>> all = new TreeMap<>();
            profile.statuses().forEach((scope, statuses) -> {
                TreeMap<String, Phase> phases = new TreeMap<>();
                statuses.forEach((status, category) -> {
                    Phase phase = StatusWords.phase(status, category);
                    if (phase == null) {
                        grounds.put("status " + scope + " " + status, STOPGAP);
                    } else if (StatusWords.phase(status, null) == null) {
                        grounds.put("status " + scope + " " + status, "by the tracker's own category");
                    }
                    phases.put(status, phase == null ? Phase.queued : phase);
                });
                all.put(scope, phases);
            });
            return all;
        }

        private Map<String, Map<String, Phase>> statuses(Map<String, Map<String, Phase>> guessed) {
            TreeMap<String, Map<String, Phase>> all = new TreeMap<>();
            TreeSet<String> distinct = new TreeSet<>();
            TreeMap<String, Long> unknown = new TreeMap<>();
            edits = 0;
            guessed.forEach((scope, phases) -> {
                TreeMap<String, Phase> merged = new TreeMap<>(phases);
                Map<String, Phase> edited = said.statuses().getOrDefault(scope, Map.of());
                edited.keySet().forEach(status -> grounds.put("status " + scope + " " + status, "as edited here"));
                edits += edited.size();
                merged.putAll(edited);
                all.put(scope, merged);
                distinct.addAll(phases.keySet());
                phases.keySet().stream().filter(status -> !edited.containsKey(status))
                        .filter(status -> STOPGAP.equals(grounds.get("status " + scope + " " + status)))
                        .forEach(status -> unknown.merge(status, 1L, Long::sum));
            });
            said.statuses().forEach(all::putIfAbsent);
            assumptions.add(new Assumption("statuses", distinct.size()
                    + (distinct.size() == 1 ? " name in " : " names in ") + all.size()
                    + (all.size() == 1 ? " project" : " projects"), "by their words, then the tracker's own category"
                    + (edits == 0 ? "" : "; " + edits + " as the guess file says")));
            unknown.forEach((status, projects) -> troubles.add(new Trouble(Severity.WARNING, "statuses",
                    "the status '" + status + "' does not tell what it means: counted as queued. Perhaps set it in the"
                            + " guess file", projects)));
            return all;
        }
    }
}
