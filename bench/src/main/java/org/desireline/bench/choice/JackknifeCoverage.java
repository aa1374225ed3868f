package org.desireline.bench.choice;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.desireline.number.Interval;
import org.desireline.number.Keyed;
import org.desireline.number.Normal;
import org.desireline.number.Student;
import org.desireline.number.choice.ChoiceSet;
import org.desireline.number.choice.ClusterJackknife;
import org.desireline.number.choice.ConditionalLogit;
import org.desireline.number.choice.Prior;

/**
 * How often 95 % intervals of coefficients hold the truth when people differ: by the cluster jackknife, by the sandwich
 * with its usual correction, and by errors that know no clusters.
 *
 * <p>The truth is what the same people would give in a sample without end; it lies nearer 0 than their mean taste.
 * Argument: the number of trials (2,000).
 */
public final class JackknifeCoverage {

    private static final double[] TASTE = {0.8, -0.5, 0.4};
    private static final double SPREAD = 0.4;
    private static final int MENU = 5;
    private static final long SEED = 20261127;
    private static final int PEOPLE_WITHOUT_END = 20_000;
    private static final int CHOICES_EACH = 10;

    private record Case(String name, int[] choices) {}

    private JackknifeCoverage() {}

    /** Runs and prints. */
    public static void main(String[] arguments) {
        int trials = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 2_000;
        int[] many = new int[PEOPLE_WITHOUT_END];
        Arrays.fill(many, CHOICES_EACH);
        double[] truth = ConditionalLogit.fit(drawn(many, new Keyed(SEED)), Prior.none()).orElseThrow().beta();
        say("truth %s, mean taste %s, spread %.1f, menus of %d, seed %d, %d trials", Arrays.toString(truth),
                Arrays.toString(TASTE), SPREAD, MENU, SEED, trials);
        for (Case each : List.of(new Case("12 people, equal", equal(12, 30)),
                new Case("12 people, one with 49 %", oneLarge(12, 176, 17)),
                new Case("5 people, one with 67 %", oneLarge(5, 134, 17)))) {
            count(each, truth, trials);
        }
    }

    private static void count(Case each, double[] truth, int trials) {
        boolean[][] held = IntStream.range(0, trials).parallel()
                .mapToObj(trial -> trial(each.choices(), truth, new Keyed(SEED + 1 + trial))).toArray(boolean[][]::new);
        double[] shares = new double[3];
        int fitted = 0;
        for (boolean[] trial : held) {
            fitted += trial.length > 0 ? 1 : 0;
            for (int i = 0; i < trial.length; i++) {
                shares[i % 3] += trial[i] ? 1 : 0;
            }
        }
        int intervals = fitted * TASTE.length;
        say("%-26s jackknife %.3f  sandwich %.3f  naive %.3f  (give or take %.3f; not fitted: %d)", each.name(),
                shares[0] / intervals, shares[1] / intervals, shares[2] / intervals,
                Math.sqrt(0.9 * 0.1 / fitted), trials - fitted);
    }

    /** Of each coefficient, whether the three intervals hold the truth; empty where nothing could be fitted. */
    private static boolean[] trial(int[] choices, double[] truth, Keyed keyed) {
        ClusterJackknife jackknife = ConditionalLogit.fit(drawn(choices, keyed), Prior.none())
                .flatMap(ClusterJackknife::of).orElse(null);
        if (jackknife == null) {
            return new boolean[0];
        }
        boolean[] held = new boolean[3 * TASTE.length];
        int people = choices.length;
        for (int k = 0; k < TASTE.length; k++) {
            double off = Math.abs(jackknife.beta()[k] - truth[k]);
            Interval interval = jackknife.coefficient(k).interval();
            double corrected = Math.sqrt(jackknife.sandwich()[k][k] * people / (people - 1.0));
            held[3 * k] = interval.low() <= truth[k] && truth[k] <= interval.high();
            held[3 * k + 1] = off <= Student.reach(people - 1) * corrected;
            held[3 * k + 2] = off <= Normal.reach() * Math.sqrt(jackknife.naive()[k][k]);
        }
        return held;
    }

    private static ChoiceSet drawn(int[] choices, Keyed keyed) {
        ChoiceSet.Builder builder = ChoiceSet.builder(TASTE.length);
        long situation = 0;
        for (int person = 0; person < choices.length; person++) {
            for (int n = 0; n < choices[person]; n++, situation++) {
                double[] weights = new double[MENU];
                for (int j = 0; j < MENU; j++) {
                    double[] x = new double[TASTE.length];
                    for (int k = 0; k < TASTE.length; k++) {
                        x[k] = keyed.normal(1, situation, (long) j * TASTE.length + k);
                        weights[j] += x[k] * (TASTE[k] + SPREAD * keyed.normal(2, person, k));
                    }
                    weights[j] = StrictMath.exp(weights[j]);
                    builder.row(x);
                }
                builder.choose(keyed.categorical(weights, 3, situation, 0), person);
            }
        }
        return builder.build();
    }

    private static int[] equal(int people, int each) {
        int[] choices = new int[people];
        Arrays.fill(choices, each);
        return choices;
    }

    private static int[] oneLarge(int people, int largest, int each) {
        int[] choices = equal(people, each);
        choices[0] = largest;
        return choices;
    }

    private static void say(String format, Object... values) {
        IO.println(String.format(Locale.ROOT, format, values));
    }
}
