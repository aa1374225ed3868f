package org.desireline.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShapleyTest {

    @Test
    void partsOfASumAreItsTerms() {
        double[] terms = {3, -1, 4, 0.5};
        double[] shares = Shapley.of(4, set -> {
            double sum = 7;
            for (int g = 0; g < 4; g++) {
                sum += (set >> g & 1) * terms[g];
            }
            return sum;
        });
        assertThat(shares).containsExactly(terms, within(1e-12));
    }

    @Test
    void aLeftGloveIsWorthTwoThirdsOfAPairWhereThereAreTwoRightOnes() {
        // The game of gloves: group 0 holds a left one, groups 1 and 2 a right one each.
        double[] shares = Shapley.of(3, set -> (set & 1) == 1 && set > 1 ? 1 : 0);
        assertThat(shares).containsExactly(new double[] {2.0 / 3, 1.0 / 6, 1.0 / 6}, within(1e-12));
    }

    @Test
    void itIsTheAverageOverAllOrdersOfJoining() {
        Keyed keyed = new Keyed(6);
        double[] values = new double[32];
        for (int set = 0; set < 32; set++) {
            values[set] = keyed.normal(1, set, 0);
        }
        double[] slow = new double[5];
        List<List<Integer>> orders = orders(List.of(0, 1, 2, 3, 4));
        for (List<Integer> order : orders) {
            int set = 0;
            for (int g : order) {
                slow[g] += (values[set | 1 << g] - values[set]) / orders.size();
                set |= 1 << g;
            }
        }
        assertThat(orders).hasSize(120);
        assertThat(Shapley.of(5, set -> values[set])).containsExactly(slow, within(1e-12));
    }

    @Test
    void aMillionFitsAreRefused() {
        assertThatThrownBy(() -> Shapley.of(21, set -> 0)).hasMessageContaining("21");
        assertThatThrownBy(() -> Shapley.of(0, set -> 0)).hasMessageContaining("0 groups");
    }

    private static List<List<Integer>> orders(List<Integer> rest) {
        if (rest.isEmpty()) {
            return List.of(List.of());
        }
        List<List<Integer>> all = new ArrayList<>();
        for (Integer first : rest) {
            for (List<Integer> tail : orders(rest.stream().filter(each -> !each.equals(first)).toList())) {
                List<Integer> order = new ArrayList<>(List.of(first));
                order.addAll(tail);
                all.add(order);
            }
        }
        return all;
    }
}
