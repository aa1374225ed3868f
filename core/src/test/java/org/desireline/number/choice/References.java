package org.desireline.number.choice;

import java.util.Arrays;
import java.util.List;
import org.desireline.number.Table;

/** Choices that others published estimates of, as the published models see them. */
final class References {

    private static final List<String> FISHING = List.of("beach", "boat", "charter", "pier");
    private static final List<String> TRAVEL = List.of("car", "train", "air", "bus");

    private References() {}

    /** Infertility after abortions, cases against their matched controls: spontaneous, induced. */
    static ChoiceSet infert() {
        Table table = Table.read("infert.csv");
        int strata = (int) Arrays.stream(table.numbers("stratum")).max().orElseThrow();
        ChoiceSet.Builder builder = ChoiceSet.builder(2);
        for (int stratum = 1; stratum <= strata; stratum++) {
            int chosen = -1;
            int size = 0;
            for (int row = 0; row < table.size(); row++) {
                if (table.number(row, "stratum") == stratum) {
                    builder.row(table.number(row, "spontaneous"), table.number(row, "induced"));
                    chosen = table.number(row, "case") == 1 ? size : chosen;
                    size++;
                }
            }
            builder.choose(chosen, stratum - 1);
        }
        return builder.build();
    }

    /** Where people fish: price, catch, constants of boat, charter and pier, income by boat, charter and pier. */
    static ChoiceSet fishing() {
        Table table = Table.read("Fishing.csv");
        ChoiceSet.Builder builder = ChoiceSet.builder(8);
        for (int n = 0; n < table.size(); n++) {
            for (String mode : FISHING) {
                double[] x = new double[8];
                x[0] = table.number(n, "price." + mode);
                x[1] = table.number(n, "catch." + mode);
                if (!mode.equals("beach")) {
                    x[1 + FISHING.indexOf(mode)] = 1;
                    x[4 + FISHING.indexOf(mode)] = table.number(n, "income");
                }
                builder.row(x);
            }
            builder.choose(FISHING.indexOf(table.text(n, "mode")), n);
        }
        return builder.build();
    }

    /**
     * How people travelled where all four ways were open: cost, frequency, time outside the vehicle; constants of
     * train, air and bus; income by the same; time in the vehicle by car, train, air and bus.
     */
    static ChoiceSet modeCanada() {
        Table table = Table.read("ModeCanada.csv");
        ChoiceSet.Builder builder = ChoiceSet.builder(13);
        int chosen = -1;
        int size = 0;
        for (int row = 0; row < table.size(); row++) {
            if (table.number(row, "noalt") != 4) {
                continue;
            }
            int mode = TRAVEL.indexOf(table.text(row, "alt"));
            double[] x = new double[13];
            x[0] = table.number(row, "cost");
            x[1] = table.number(row, "freq");
            x[2] = table.number(row, "ovt");
            if (mode > 0) {
                x[2 + mode] = 1;
                x[5 + mode] = table.number(row, "income");
            }
            x[9 + mode] = table.number(row, "ivt");
            builder.row(x);
            chosen = table.number(row, "choice") == 1 ? size : chosen;
            size++;
            if (size == 4) {
                builder.choose(chosen, 0);
                size = 0;
            }
        }
        return builder.build();
    }

    /** Which of four suppliers of electricity: pf, cl, loc, wk, tod, seas; clustered by who chose. */
    static ChoiceSet electricity() {
        Table table = Table.read("Electricity.csv");
        List<String> attributes = List.of("pf", "cl", "loc", "wk", "tod", "seas");
        ChoiceSet.Builder builder = ChoiceSet.builder(attributes.size());
        for (int n = 0; n < table.size(); n++) {
            for (int j = 1; j <= 4; j++) {
                double[] x = new double[attributes.size()];
                for (int k = 0; k < x.length; k++) {
                    x[k] = table.number(n, attributes.get(k) + j);
                }
                builder.row(x);
            }
            builder.choose((int) table.number(n, "choice") - 1, (int) table.number(n, "id"));
        }
        return builder.build();
    }

    /**
     * Train, Swissmetro or car, as stated: constants of car and train, cost and time in hundreds. The exclusions and
     * scales are those of the example logit01 of Biogeme.
     */
    static ChoiceSet swissmetro() {
        Table table = Table.read("swissmetro.dat.gz");
        ChoiceSet.Builder builder = ChoiceSet.builder(4);
        for (int n = 0; n < table.size(); n++) {
            int choice = (int) table.number(n, "CHOICE");
            double purpose = table.number(n, "PURPOSE");
            if ((purpose != 1 && purpose != 3) || choice == 0) {
                continue;
            }
            boolean ticket = table.number(n, "GA") != 0;
            boolean stated = table.number(n, "SP") != 0;
            int chosen = -1;
            int size = 0;
            for (int mode = 1; mode <= 3; mode++) {
                String name = List.of("TRAIN", "SM", "CAR").get(mode - 1);
                if (table.number(n, name + "_AV") == 0 || (mode != 2 && !stated)) {
                    continue;
                }
                double cost = ticket && mode < 3 ? 0 : table.number(n, name + "_CO");
                builder.row(mode == 3 ? 1 : 0, mode == 1 ? 1 : 0, cost / 100, table.number(n, name + "_TT") / 100);
                chosen = mode == choice ? size : chosen;
                size++;
            }
            builder.choose(chosen, (int) table.number(n, "ID"));
        }
        return builder.build();
    }
}
