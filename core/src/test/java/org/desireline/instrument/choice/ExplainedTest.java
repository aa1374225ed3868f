package org.desireline.instrument.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.desireline.number.choice.ChoiceSet;
import org.desireline.number.choice.ConditionalLogit;
import org.desireline.number.choice.Prior;
import org.desireline.part.Choice;
import org.junit.jupiter.api.Test;

/** What is explained, against models that are fitted again for every fifth of the time, and shares added up by hand. */
class ExplainedTest {

    private static final int FOLDS = 5;
    private final Desk desk = new Desk();

    private Question question() {
        SplittableRandom random = new SplittableRandom(5);
        for (int n = 0; n < 400; n++) {
            int size = 2 + random.nextInt(5);
            int[] ranks = new int[size];
            double[][] known = new double[3][size];
            double best = Double.NEGATIVE_INFINITY;
            int chosen = 0;
            for (int i = 0; i < size; i++) {
                ranks[i] = random.nextInt(4);
                for (double[] each : known) {
                    each[i] = random.nextDouble(2);
                }
                double worth = (3 - ranks[i]) / 3.0 + 0.8 * known[0][i] - 0.3 * known[1][i]
                        - StrictMath.log(-StrictMath.log(random.nextDouble()));
                chosen = worth > best ? i : chosen;
                best = Math.max(best, worth);
            }
            Desk.Menu menu = new Desk.Menu().of(ranks).knowing(Choice.Attribute.SIZE, known[0])
                    .knowing(Choice.Attribute.AGE, known[1]).knowing(Choice.Attribute.FAILURE, known[2]);
            menu.actor = random.nextInt(9);
            menu.atMillis = n * Desk.HOUR;
            menu.chosen = chosen;
            desk.add(menu);
        }
        return new Question(desk.tally(), desk.frame(), Choice.Family.FIRST_START);
    }

    /** Held-out gain of some columns, each fifth of the time left out and the model fitted anew. */
    private static double refitted(Question question, int... columns) {
        Design design = question.main();
        ChoiceSet.Builder builder = ChoiceSet.builder(columns.length);
        for (int n = 0; n < design.size(); n++) {
            for (int row = design.first()[n]; row < design.first()[n + 1]; row++) {
                int at = row;
                builder.row(Arrays.stream(columns).mapToDouble(k -> question.columns().get(k).value(design, at))
                        .toArray());
            }
            builder.choose(design.chosen()[n], design.clusters()[n]);
        }
        ChoiceSet set = builder.build();
        double gain = 0;
        for (int fold = 0; fold < FOLDS; fold++) {
            int left = fold;
            ConditionalLogit fit = ConditionalLogit.fit(set.where(n -> n * FOLDS / design.size() != left),
                    Prior.normal(2.5)).orElseThrow();
            ChoiceSet held = set.where(n -> n * FOLDS / design.size() == left);
            gain += fit.logLikelihoodOf(held) - ConditionalLogit.equalChances(held);
        }
        return gain;
    }

    @Test
    void oneStepFindsWhatFittingAnewFinds() {
        Question question = question();
        int[] all = new int[question.columns().size()];
        Arrays.setAll(all, i -> i);
        assertThat(all).hasSize(4);
        double gain = Arrays.stream(question.explained().gain()).sum();
        // Four hundred choices gain some seventy nats; one step is off by a thousandth of that.
        assertThat(gain).isCloseTo(refitted(question, all), within(0.1)).isGreaterThan(30);
    }

    @Test
    void theSharesAreTheMeanOfWhatEachAddsInEveryOrder() {
        Question question = question();
        Explained explained = question.explained();
        List<String> labels = explained.reasons().stream().map(Explained.Reason::label).toList();
        assertThat(labels).containsExactly("fast", "important", "safe", "urgent");
        int safe = labels.indexOf("safe");
        int[] column = explained.reasons().stream().mapToInt(reason -> reason.columns().get(0)).toArray();
        double sum = 0;
        int orders = 0;
        for (int[] order : permutations(4)) {
            int at = 0;
            while (order[at] != safe) {
                at++;
            }
            int[] before = Arrays.stream(order, 0, at).map(reason -> column[reason]).toArray();
            int[] with = Arrays.stream(order, 0, at + 1).map(reason -> column[reason]).toArray();
            sum += refitted(question, with) - (at == 0 ? 0 : refitted(question, before));
            orders++;
        }
        assertThat(orders).isEqualTo(24);
        assertThat(Arrays.stream(explained.share(safe)).sum()).isCloseTo(sum / orders, within(0.05));
        double all = 0;
        for (int reason = 0; reason < 4; reason++) {
            all += Arrays.stream(explained.share(reason)).sum();
        }
        assertThat(all).isCloseTo(Arrays.stream(explained.gain()).sum(), within(1e-9));
    }

    private static List<int[]> permutations(int n) {
        List<int[]> all = new ArrayList<>();
        permute(new int[n], 0, all);
        return all;
    }

    private static void permute(int[] order, int at, List<int[]> all) {
        if (at == order.length) {
            all.add(order.clone());
            return;
        }
        for (int next = 0; next < order.length; next++) {
            int candidate = next;
            if (Arrays.stream(order, 0, at).noneMatch(each -> each == candidate)) {
                order[at] = next;
                permute(order, at + 1, all);
            }
        }
    }
}
