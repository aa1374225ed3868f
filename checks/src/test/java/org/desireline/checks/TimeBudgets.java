package org.desireline.checks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What groups of tests took against what they may take. Nobody fails for being slow on a busy machine: what is over its
 * budget is said, and a class in no group is a mistake in the table.
 *
 * @param groups in the order in which they are shown
 */
record TimeBudgets(List<Group> groups) {

    /** What all groups may take together: a quarter of an hour. */
    static final double WHOLE_SECONDS = 15 * 60;

    /** Tests that share a budget. */
    record Group(String name, double seconds, List<String> prefixes) {

        /** Length of the longest beginning of a class's name that the group claims; -1 where it claims none. */
        private int claim(String testClass) {
            return prefixes.stream().filter(testClass::startsWith).mapToInt(String::length).max().orElse(-1);
        }
    }

    /** What a class of tests took. */
    record Spent(String testClass, int tests, double seconds) {}

    TimeBudgets {
        groups = List.copyOf(groups);
        double sum = groups.stream().mapToDouble(Group::seconds).sum();
        if (sum > WHOLE_SECONDS) {
            throw new IllegalArgumentException("The groups may take " + sum + " s together, more than "
                    + WHOLE_SECONDS + ". Perhaps one of them can take less.");
        }
    }

    /** Reads lines of a name, seconds and beginnings of class names, between bars. */
    static TimeBudgets parse(List<String> lines) {
        List<Group> groups = new ArrayList<>();
        for (String line : lines) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] parts = line.split("\\|", -1);
            if (parts.length != 3) {
                throw new IllegalArgumentException("Not a name, seconds and beginnings of class names: '" + line
                        + "'.");
            }
            groups.add(new Group(parts[0].strip(), Double.parseDouble(parts[1].strip()),
                    Arrays.asList(parts[2].strip().split("\\s+"))));
        }
        return new TimeBudgets(groups);
    }

    private int groupOf(String testClass) {
        int best = -1;
        for (int i = 0; i < groups.size(); i++) {
            int claim = groups.get(i).claim(testClass);
            if (claim > (best < 0 ? -1 : groups.get(best).claim(testClass))) {
                best = i;
            }
        }
        return best;
    }

    /** Classes that no group claims. */
    List<String> homeless(List<Spent> all) {
        return all.stream().map(Spent::testClass).filter(name -> groupOf(name) < 0).sorted().toList();
    }

    /** A table of the groups, then what is over its budget. */
    String table(List<Spent> all) {
        StringBuilder text = new StringBuilder(row("group", "tests", "seconds", "budget"));
        StringBuilder over = new StringBuilder();
        for (int i = 0; i <= groups.size(); i++) {
            int group = i;
            List<Spent> own = all.stream()
                    .filter(one -> group == groups.size() || groupOf(one.testClass()) == group).toList();
            String name = i < groups.size() ? groups.get(i).name() : "everything";
            double budget = i < groups.size() ? groups.get(i).seconds() : WHOLE_SECONDS;
            double seconds = own.stream().mapToDouble(Spent::seconds).sum();
            text.append(row(name, Integer.toString(own.stream().mapToInt(Spent::tests).sum()),
                    String.format(Locale.ROOT, "%.1f", seconds), String.format(Locale.ROOT, "%.0f", budget)));
            if (seconds > budget) {
                over.append(String.format(Locale.ROOT, "*** OVER BUDGET: %s took %.1f s of %.0f s%n", name, seconds,
                        budget));
                own.stream().sorted((one, other) -> Double.compare(other.seconds(), one.seconds())).limit(3)
                        .forEach(one -> over.append(String.format(Locale.ROOT, "***     %6.1f s %s%n", one.seconds(),
                                one.testClass())));
            }
        }
        return text.append(over).toString();
    }

    private static String row(String group, String tests, String seconds, String budget) {
        return String.format(Locale.ROOT, "%-22s %7s %9s %9s%n", group, tests, seconds, budget);
    }
}
