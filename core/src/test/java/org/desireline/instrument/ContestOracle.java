package org.desireline.instrument;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.desireline.charter.Dimension;
import org.desireline.charter.Intent;
import org.desireline.charter.Relation;
import org.desireline.part.Assembly;
import org.desireline.part.Choice;
import org.desireline.part.Frame;

/**
 * Contests done the slow way: every choice is looked at item by item, every order of simultaneous starts is walked
 * through, and worth is climbed to by the algorithm of Hunter (2004, "MM algorithms for generalized Bradley–Terry
 * models"), which needs no derivative.
 */
final class ContestOracle {

    private static final int PRIORITY = Dimension.PRIORITY.ordinal();
    private static final int ROUNDS = 40_000;

    private final Frame frame;
    private final List<Choice> starts = new ArrayList<>();
    private final List<String> names;
    private final int judged;

    /** One stage of a ranking: what was taken out of what is left. */
    private record Stage(List<Integer> left, int taken, double weight) {}

    ContestOracle(Assembly assembly) {
        this.frame = assembly.frame();
        this.names = frame.classes().names(Dimension.PRIORITY);
        Intent intent = frame.charter().intent();
        this.judged = intent.isDeclared() ? intent.versions().getLast().order().size() : frame.classes().ranked();
        assembly.choices(0, 1, choice -> {
            if (choice.family() == Choice.Family.FIRST_START && choice.inWindow() && !choice.taken()
                    && choice.outcome() == Choice.Outcome.STARTED && fits(choice, choice.chosen())) {
                starts.add(choice);
            }
        });
    }

    private static boolean fits(Choice choice, int column) {
        return (choice.held()[column] & (Choice.CONTAINER | Choice.BLOCKED | Choice.PARKED)) == 0;
    }

    private static int rank(Choice choice, int column) {
        return choice.classes()[PRIORITY][column];
    }

    /** How often a pair competed, by the beginning of its ids. */
    Map<String, Long> occasions() {
        TreeMap<String, Long> occasions = new TreeMap<>();
        for (int one = 0; one < judged; one++) {
            for (int other = one + 1; other < judged; other++) {
                long count = 0;
                for (Choice choice : starts) {
                    count += met(choice, one, other) ? 1 : 0;
                }
                occasions.put("contest/priority/" + Line.idPart(names.get(one)) + "/over/"
                        + Line.idPart(names.get(other)), count);
            }
        }
        return occasions;
    }

    private static boolean met(Choice choice, int one, int other) {
        boolean hasOne = false;
        boolean hasOther = false;
        for (int column = 0; column < choice.size(); column++) {
            hasOne |= fits(choice, column) && rank(choice, column) == one;
            hasOther |= fits(choice, column) && rank(choice, column) == other;
        }
        int won = rank(choice, choice.chosen());
        return hasOne && hasOther && (won == one || won == other);
    }

    /** By rule: on how many occasions it was kept and broken. */
    Map<Integer, long[]> rules() {
        Map<Integer, long[]> all = new HashMap<>();
        List<Intent.Rule> rules = frame.charter().intent().rules();
        for (int rule = 0; rule < rules.size(); rule++) {
            int prefer = rules.get(rule).prefer();
            int over = rules.get(rule).over();
            long[] counts = new long[2];
            for (Choice choice : starts) {
                if (prefer >= 0 && over >= 0 && prefer != over && met(choice, prefer, over)
                        && choice.standing().rule(prefer, over) == rule) {
                    counts[rank(choice, choice.chosen()) == prefer ? 0 : 1]++;
                }
            }
            all.put(rule, counts);
        }
        return all;
    }

    /** Worth by class, the last that was ever on a menu at 0. */
    double[] worth() {
        List<Stage> stages = new ArrayList<>();
        Map<List<Long>, List<Choice>> together = new HashMap<>();
        starts.forEach(choice -> together.computeIfAbsent(List.of((long) choice.actor(), choice.atMillis()),
                key -> new ArrayList<>()).add(choice));
        together.values().forEach(group -> stages(group, stages));
        double[] worth = new double[names.size()];
        Arrays.fill(worth, 1);
        for (int round = 0; round < ROUNDS; round++) {
            double[] wins = new double[worth.length];
            double[] chances = new double[worth.length];
            for (Stage stage : stages) {
                double sum = stage.left().stream().mapToDouble(code -> worth[code]).sum();
                wins[stage.taken()] += stage.weight();
                stage.left().forEach(code -> chances[code] += stage.weight() / sum);
            }
            double change = 0;
            for (int code = 0; code < worth.length; code++) {
                double next = chances[code] > 0 ? wins[code] / chances[code] : 1;
                change = Math.max(change, Math.abs(next / worth[code] - 1));
                worth[code] = next;
            }
            if (change < 1e-13) {
                break;
            }
        }
        return Arrays.stream(worth).map(Math::log).toArray();
    }

    /** The stages of every order in which starts of one instant may have been made. */
    private void stages(List<Choice> group, List<Stage> stages) {
        Choice first = group.get(0);
        int[] menu = IntStream.range(0, first.size()).filter(column -> fits(first, column))
                .filter(column -> first.standing().relation(rank(first, column), rank(first, column))
                        == Relation.EQUAL).toArray();
        List<Integer> tied = group.stream().map(choice -> Arrays.binarySearch(first.items(), choice.chosenItem()))
                .toList();
        if (tied.size() > 4 || IntStream.of(menu).map(column -> rank(first, column)).distinct().count() < 2) {
            return;
        }
        List<List<Integer>> orders = new ArrayList<>();
        permute(tied, new ArrayList<>(), orders);
        for (List<Integer> order : orders) {
            List<Integer> left = new ArrayList<>(IntStream.of(menu).boxed().toList());
            for (Integer taken : order) {
                List<Integer> codes = left.stream().map(column -> rank(first, column)).toList();
                if (codes.stream().distinct().count() > 1) {
                    stages.add(new Stage(codes, rank(first, taken), 1.0 / orders.size()));
                }
                left.removeIf(column -> column.equals(taken));
            }
        }
    }

    private static void permute(List<Integer> rest, List<Integer> begun, List<List<Integer>> orders) {
        if (rest.isEmpty()) {
            orders.add(List.copyOf(begun));
        }
        for (Integer next : rest) {
            List<Integer> others = new ArrayList<>(rest);
            others.removeIf(column -> column.equals(next));
            begun.add(next);
            permute(others, begun, orders);
            begun.removeLast();
        }
    }
}
