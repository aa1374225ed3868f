package org.desireline.bench.choice;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.desireline.number.Blocks;
import org.desireline.number.KaplanMeier;
import org.desireline.number.choice.BradleyTerry;
import org.desireline.number.choice.ChoiceSet;
import org.desireline.number.choice.ClusterJackknife;
import org.desireline.number.choice.ConditionalLogit;
import org.desireline.number.choice.Contests;
import org.desireline.number.choice.Prior;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Fits large synthetic data sets that others fitted, and holds the figures to theirs.
 *
 * <p>Arguments: the file of figures (stats_synthetic.json), the data's path without its endings (as FOLDER/ch1m,
 * FOLDER/bt1000, FOLDER/km1m), and for choices the numbers of threads, one run each. Ends with 1 where a figure differs
 * by more than a millionth, where two runs differ in a bit, or where the data are not those that were fitted.
 */
public final class ChoiceKernels {

    private static final double TOLERANCE = 1e-6;
    /** Coefficients near 0 are held to a millionth of a standard error instead. */
    private static final double OF_ERROR = 1e-6;
    /** People among whom the choices are dealt out, for the cluster jackknife. */
    private static final int CLUSTERS = 1000;

    private final Path prefix;
    private boolean failed;

    private ChoiceKernels(Path prefix) {
        this.prefix = prefix;
    }

    /** Runs and prints. */
    public static void main(String[] arguments) throws IOException {
        JsonNode golden = JsonMapper.shared().readTree(Path.of(arguments[0]));
        Path prefix = Path.of(arguments[1]);
        ChoiceKernels bench = new ChoiceKernels(prefix);
        String name = prefix.getFileName().toString();
        if (name.startsWith("bt")) {
            bench.bradleyTerry(golden.get("bradley_terry").get(name));
        } else if (name.startsWith("km")) {
            bench.kaplanMeier(golden.get("kaplan_meier_1m"));
        } else {
            List<Integer> threads = Arrays.stream(arguments).skip(2).map(Integer::valueOf).toList();
            bench.logit(golden.get("conditional_logit").get(name), threads.isEmpty() ? List.of(1) : threads);
        }
        say("%s", bench.failed ? "DIFFERS" : "all figures met");
        if (bench.failed) {
            System.exit(1);
        }
    }

    private void logit(JsonNode expected, List<Integer> threads) throws IOException {
        int situations = expected.get("N").intValue();
        int size = expected.get("J").intValue();
        checkHash(".X.f64", expected.get("sha256_X"));
        checkHash(".y.i32", expected.get("sha256_y"));
        int[] first = IntStream.rangeClosed(0, situations).map(n -> n * size).toArray();
        int[] cluster = IntStream.range(0, situations).map(n -> n % CLUSTERS).toArray();
        ChoiceSet set = timed("read", () -> {
            try {
                return ChoiceSet.of(expected.get("K").intValue(), Columns.doubles(file(".X.f64")), first,
                        Columns.ints(file(".y.i32")), new double[0], cluster, new double[0]);
            } catch (IOException unread) {
                throw new IllegalStateException(unread);
            }
        });
        List<String> prints = new ArrayList<>();
        for (int count : threads) {
            prints.add(count == 1 ? fit(set, expected, "1 thread", Blocks.inOrder()) : pooled(set, expected, count));
        }
        if (prints.stream().distinct().count() > 1) {
            failed = true;
        }
        say("bits %s", prints);
    }

    private String pooled(ChoiceSet set, JsonNode expected, int threads) {
        try (PooledBlocks blocks = new PooledBlocks(threads)) {
            return fit(set, expected, threads + " threads", blocks);
        }
    }

    private String fit(ChoiceSet set, JsonNode expected, String how, Blocks blocks) {
        ConditionalLogit fit = timed("fit, " + how,
                () -> ConditionalLogit.fit(set, Prior.none(), blocks).orElseThrow());
        ClusterJackknife jackknife = timed("jackknife of " + CLUSTERS, () -> ClusterJackknife.of(fit).orElseThrow());
        say("  %d steps, log-likelihood %.9f (null %.9f)", fit.iterations(), fit.logLikelihood(),
                fit.nullLogLikelihood());
        check("log-likelihood", fit.logLikelihood(), expected.get("loglik").doubleValue(), 0);
        JsonNode coefficients = expected.has("coef_newton") ? expected.get("coef_newton") : expected.get("coef");
        for (int k = 0; k < fit.beta().length; k++) {
            double error = Math.sqrt(jackknife.naive()[k][k]);
            check("coefficient " + k, fit.beta()[k], coefficients.get(k).doubleValue(), OF_ERROR * error);
            check("standard error " + k, error, expected.get("se").get(k).doubleValue(), 0);
        }
        List<double[]> columns = new ArrayList<>(List.of(fit.beta(), new double[] {fit.logLikelihood()}));
        columns.addAll(List.of(fit.information()));
        columns.addAll(List.of(jackknife.covariance()));
        return Columns.fingerprint(columns.toArray(double[][]::new));
    }

    private void bradleyTerry(JsonNode expected) throws IOException {
        checkHash(".winlose.i32", expected.get("sha256"));
        int[] pairs = Columns.ints(file(".winlose.i32"));
        Contests contests = timed("count", () -> {
            Contests.Builder builder = Contests.builder(expected.get("items").intValue());
            for (int i = 0; i < pairs.length; i += 2) {
                builder.won(pairs[i], pairs[i + 1]);
            }
            return builder.build();
        });
        BradleyTerry fit = timed("fit", () -> BradleyTerry.fit(contests).orElseThrow());
        say("  %d items, %d pairs, %d steps, log-likelihood %.9f", contests.items(), contests.rows(),
                fit.iterations(), fit.logLikelihood());
        check("log-likelihood", fit.logLikelihood(), expected.get("loglik").doubleValue(), 0);
        JsonNode abilities = expected.get("theta0_4_centered");
        for (int i = 0; i < abilities.size(); i++) {
            check("ability " + i, fit.ability()[i], abilities.get(i).doubleValue(), 0);
        }
        if (expected.has("BTm_deviance")) {
            check("deviance", fit.deviance(), expected.get("BTm_deviance").doubleValue(), 5e-4);
            for (int i = 1; i <= 4; i++) {
                check("standard error " + i, fit.difference(i, 0).standardError(),
                        expected.get("BTm_se_p002_p005").get(i - 1).doubleValue(), 5e-10);
            }
        }
        say("bits %s", Columns.fingerprint(fit.ability()));
    }

    private void kaplanMeier(JsonNode expected) throws IOException {
        checkHash(".time.f64", expected.get("sha256_time"));
        double[] time = Columns.doubles(file(".time.f64"));
        int[] event = Columns.ints(file(".event.i32"));
        int[] group = Columns.ints(file(".group.i32"));
        for (int g = 0; g < 2; g++) {
            int wanted = g;
            int[] rows = IntStream.range(0, time.length).filter(i -> group[i] == wanted).toArray();
            boolean[] ended = new boolean[rows.length];
            for (int i = 0; i < rows.length; i++) {
                ended[i] = event[rows[i]] == 1;
            }
            double[] exit = IntStream.of(rows).mapToDouble(row -> time[row]).toArray();
            KaplanMeier curve = timed("curve of " + rows.length, () -> KaplanMeier.of(exit, ended));
            for (int i = 0; i < 3; i++) {
                double at = expected.get("times").get(i).doubleValue();
                check("left at " + at, curve.survivalAt(at).value(),
                        expected.get("surv_g" + g).get(i).doubleValue(), 0);
                check("time of quarter " + (i + 1), curve.quantile((i + 1) / 4.0).value().orElseThrow(),
                        expected.get("quantiles").get("g" + g).get(i).doubleValue(), 0);
            }
        }
    }

    private Path file(String ending) {
        return prefix.resolveSibling(prefix.getFileName() + ending);
    }

    private void checkHash(String ending, JsonNode expected) throws IOException {
        if (!Columns.hash(file(ending)).equals(expected.stringValue())) {
            failed = true;
            say("%s is another file than the one that was fitted.", file(ending));
        }
    }

    private void check(String what, double actual, double expected, double within) {
        double apart = Math.abs(actual - expected);
        boolean met = apart <= Math.max(TOLERANCE * Math.abs(expected), within);
        failed |= !met;
        say("  %-18s %.12g  theirs %.12g  apart %.1e%s", what, actual, expected, apart / Math.abs(expected),
                met ? "" : "  DIFFERS");
    }

    private static <T> T timed(String what, Supplier<T> work) {
        long before = cpuMillis();
        long start = System.nanoTime();
        T made = work.get();
        say("%s: %.3f s, CPU %.2f s", what, (System.nanoTime() - start) / 1e9,
                (cpuMillis() - before) / 1e3);
        return made;
    }

    private static long cpuMillis() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis();
    }

    private static void say(String format, Object... values) {
        IO.println(String.format(Locale.ROOT, format, values));
    }
}
