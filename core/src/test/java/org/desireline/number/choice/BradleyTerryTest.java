package org.desireline.number.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayList;
import java.util.List;
import org.desireline.number.Contrast;
import org.desireline.number.Table;
import org.junit.jupiter.api.Test;

/** What R's BradleyTerry2 prints, and what no data can tell. */
class BradleyTerryTest {

    private static final double PERCENT = 1e-4;

    @Test
    void citationsAreThoseOfBradleyTerry2() {
        BradleyTerry fit = BradleyTerry.fit(citations()).orElseThrow();
        assertDifference(fit.difference(1, 0), -2.949072496844, 0.1025453353699);
        assertDifference(fit.difference(2, 0), -0.479569769752, 0.06058872923963);
        assertDifference(fit.difference(3, 0), 0.2689540558195, 0.07082996510571);
        assertThat(fit.deviance()).isCloseTo(4.293383969889, withinPercentage(PERCENT));
        assertThat(fit.ability()[0] + fit.ability()[1] + fit.ability()[2] + fit.ability()[3]).isCloseTo(0,
                within(1e-12));
    }

    @Test
    void citationsWithReducedBiasAreThoseOfBradleyTerry2() {
        BradleyTerry fit = BradleyTerry.fit(citations(), BradleyTerry.Bias.REDUCED).orElseThrow();
        // As the vignette prints them, to six places.
        assertThat(fit.difference(1, 0).estimate()).isCloseTo(-2.944382, within(5e-7));
        assertThat(fit.difference(2, 0).estimate()).isCloseTo(-0.479075, within(5e-7));
        assertThat(fit.difference(3, 0).estimate()).isCloseTo(0.268531, within(5e-7));
    }

    @Test
    void baseballIsThatOfBradleyTerry2() {
        BradleyTerry fit = BradleyTerry.fit(baseball(false)).orElseThrow();
        double[][] expected = {{1.107697705372, 0.3338779081625}, {0.6838527691533, 0.3318763991435},
            {1.436408431806, 0.3395681874825}, {1.581355876655, 0.3432556640263}, {1.247617845135, 0.3358606157854},
            {1.294485123905, 0.3366690926933}};
        for (int i = 0; i < expected.length; i++) {
            assertDifference(fit.difference(i + 1, 0), expected[i][0], expected[i][1]);
        }
        // R counts each line of the table as a binomial of its own: home and away apart.
        BradleyTerry apart = BradleyTerry.fit(baseball(true)).orElseThrow();
        assertThat(apart.deviance() + 2 * (apart.logLikelihood() - fit.logLikelihood()))
                .isCloseTo(44.053461228574, withinPercentage(PERCENT));
    }

    @Test
    void baseballAtHomeIsThatOfBradleyTerry2() {
        BradleyTerry fit = BradleyTerry.fit(baseball(true)).orElseThrow();
        double[][] expected = {{1.143802653297, 0.3378421889114}, {0.7046944569002, 0.3350014033418},
            {1.475357213586, 0.344551823286}, {1.619554993578, 0.3473653061132}, {1.281340403276, 0.3404033588106},
            {1.327110398072, 0.3403222088077}};
        for (int i = 0; i < expected.length; i++) {
            Contrast difference = fit.difference(i + 1, 0);
            assertThat(difference.estimate()).isCloseTo(expected[i][0], withinPercentage(PERCENT));
            // R's errors are those of its last step but one.
            assertThat(difference.standardError()).isCloseTo(expected[i][1], withinPercentage(2 * PERCENT));
        }
        assertDifference(fit.home(), 0.3022606555276, 0.1309436425323);
        assertThat(fit.deviance()).isCloseTo(38.642852143971, withinPercentage(PERCENT));
    }

    @Test
    void springallWithTiesIsThatOfTheLogLinearFit() {
        Table table = Table.read("springall.contests.csv");
        Contests.Builder builder = Contests.builder(9);
        for (int row = 0; row < table.size(); row++) {
            // The wins are those of the column's item.
            builder.add((int) table.number(row, "col") - 1, (int) table.number(row, "row") - 1, 0,
                    table.number(row, "win"), table.number(row, "loss"), table.number(row, "tie"));
        }
        BradleyTerry fit = BradleyTerry.fit(builder.build()).orElseThrow();
        double[] expected = {-2.273230, -3.290750, -0.397610, -1.894789, -2.842847, 1.281467, 0.004898, -0.607438};
        for (int i = 0; i < expected.length; i++) {
            assertThat(fit.difference(i + 1, 0).estimate()).as("%d", i + 2).isCloseTo(expected[i], within(5e-7));
        }
        assertThat(fit.tie()).isCloseTo(-0.144392, within(5e-7));
        assertThat(fit.deviance()).isCloseTo(59.96181, within(5e-6));
    }

    @Test
    void itemsThatNeverBeatTheRestAreNotComparedButWithAGhostTheyAre() {
        Contests contests = Contests.builder(4).add(0, 1, 0, 3, 2, 0).add(2, 0, 0, 4, 0, 0).add(2, 3, 0, 1, 1, 0)
                .build();
        assertThat(contests.comparable()).containsExactly(0, 0, 1, 1);
        assertThat(BradleyTerry.fit(contests)).isEmpty();
        assertThat(contests.withGhost().comparable()).containsOnly(0);
        BradleyTerry ghosted = BradleyTerry.fit(contests.withGhost()).orElseThrow();
        assertThat(ghosted.difference(2, 0).estimate()).isBetween(0.5, 5.0);
        BradleyTerry reduced = BradleyTerry.fit(contests, BradleyTerry.Bias.REDUCED).orElseThrow();
        assertThat(reduced.difference(2, 0).estimate()).isBetween(0.5, 5.0);
        Contests apart = Contests.builder(4).add(0, 1, 0, 3, 2, 0).add(2, 3, 0, 1, 1, 0).build();
        assertThat(BradleyTerry.fit(apart, BradleyTerry.Bias.REDUCED)).isEmpty();
    }

    @Test
    void aTieMakesTwoItemsComparable() {
        assertThat(Contests.builder(2).add(0, 1, 0, 3, 0, 0).build().comparable()).containsExactly(0, 1);
        assertThat(Contests.builder(2).add(0, 1, 0, 3, 0, 1).build().comparable()).containsExactly(0, 0);
    }

    @Test
    void twoItemsAreALogit() {
        BradleyTerry fit = BradleyTerry.fit(Contests.builder(2).add(1, 0, 0, 30, 10, 0).build()).orElseThrow();
        assertThat(fit.difference(1, 0).estimate()).isCloseTo(StrictMath.log(3), within(1e-9));
        assertThat(fit.difference(1, 0).standardError()).isCloseTo(Math.sqrt(1.0 / 30 + 1.0 / 10), within(1e-9));
        assertThat(fit.deviance()).isCloseTo(0, within(1e-9));
        // Firth's logit of two is that of half a win more to either.
        BradleyTerry reduced = BradleyTerry.fit(Contests.builder(2).add(1, 0, 0, 30, 0, 0).build(),
                BradleyTerry.Bias.REDUCED).orElseThrow();
        assertThat(reduced.difference(1, 0).estimate()).isCloseTo(StrictMath.log(30.5 / 0.5), within(1e-6));
    }

    @Test
    void contestsAddedInAnotherOrderGiveTheSameBits() {
        Contests.Builder forward = Contests.builder(5);
        Contests.Builder backward = Contests.builder(5);
        for (int i = 0; i < 200; i++) {
            int j = 199 - i;
            forward.won(i % 5, (i + 1 + i / 50) % 5);
            backward.won(j % 5, (j + 1 + j / 50) % 5);
        }
        assertThat(BradleyTerry.fit(backward.build()).orElseThrow().ability())
                .isEqualTo(BradleyTerry.fit(forward.build()).orElseThrow().ability());
    }

    private static void assertDifference(Contrast difference, double estimate, double error) {
        assertThat(difference.estimate()).isCloseTo(estimate, withinPercentage(PERCENT));
        assertThat(difference.standardError()).isCloseTo(error, withinPercentage(PERCENT));
    }

    /** Journals, in the order Biometrika, Comm Statist, JASA, JRSS-B: cited wins against citing. */
    private static Contests citations() {
        Table table = Table.read("citations.csv");
        List<String> journals = List.of("Biometrika", "Comm Statist", "JASA", "JRSS-B");
        Contests.Builder builder = Contests.builder(4);
        for (int row = 0; row < table.size(); row++) {
            int cited = journals.indexOf(table.text(row, "cited"));
            int citing = journals.indexOf(table.text(row, "citing"));
            if (cited != citing) {
                builder.add(cited, citing, 0, table.number(row, "Freq"), 0, 0);
            }
        }
        return builder.build();
    }

    private static Contests baseball(boolean home) {
        Table table = Table.read("baseball.csv");
        List<String> teams = new ArrayList<>();
        for (int row = 0; row < table.size(); row++) {
            teams.add(table.text(row, "home.team"));
        }
        List<String> sorted = teams.stream().distinct().sorted().toList();
        Contests.Builder builder = Contests.builder(sorted.size());
        for (int row = 0; row < table.size(); row++) {
            builder.add(sorted.indexOf(table.text(row, "home.team")), sorted.indexOf(table.text(row, "away.team")),
                    home ? 1 : 0, table.number(row, "home.wins"), table.number(row, "away.wins"), 0);
        }
        return builder.build();
    }
}
