package org.desireline.bench.rates;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.desireline.number.Wilson;
import org.desireline.number.Interval;

/**
 * Measures the rates and writes them as a page.
 *
 * <p>Arguments: the number of seeds (200), the file to write, a pattern of the settings' names (all), and
 * {@code biased} or {@code deaf} to see that a wrong estimator fails. Exit code 1 where a mark fails.
 */
public final class Rates {

    private Rates() {}

    /** Runs. */
    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        int seeds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200;
        String pattern = arguments.length > 2 ? arguments[2] : ".*";
        Bias bias = switch (arguments.length > 3 ? arguments[3] : "") {
            case "biased" -> Bias.TENTH_ABOVE;
            case "deaf" -> Bias.HALF_DEAF;
            default -> Bias.NONE;
        };
        List<Score> scores = new ArrayList<>();
        Set<Setting> settings = new LinkedHashSet<>(Setting.all());
        settings.addAll(Structures.settings());
        for (Setting setting : settings) {
            if (setting.name().matches(pattern)) {
                Score score = measure(setting, seeds, bias);
                scores.add(score);
                IO.println(line(score));
                Marks.of(score).forEach(mark -> IO.println("    " + mark.row()));
            }
        }
        List<Mark> marks = scores.stream().flatMap(score -> Marks.of(score).stream()).toList();
        if (arguments.length > 1) {
            Files.writeString(Path.of(arguments[1]), page(scores, marks, seeds), StandardCharsets.UTF_8);
        }
        long failed = marks.stream().filter(mark -> !mark.passes()).count();
        IO.println(marks.size() - failed + " marks pass, " + failed + " fail");
        if (failed > 0) {
            System.exit(1);
        }
    }

    /** All seeds of a setting, on every processor; the seeds are 1, 2, 3 and so on. */
    static Score measure(Setting setting, int seeds, Bias bias) throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            List<Future<Outcome>> running = new ArrayList<>();
            for (int seed = 1; seed <= seeds; seed++) {
                long number = seed;
                running.add(threads.submit(() -> Trial.run(setting, number, bias)));
            }
            List<Outcome> outcomes = new ArrayList<>();
            for (Future<Outcome> one : running) {
                outcomes.add(one.get());
            }
            return new Score(setting, outcomes);
        }
    }

    private static String line(Score score) {
        return String.format(Locale.ROOT, "%s: %d seeds, κ %.2f, %.0f ms each, sentences %s", score.setting().name(),
                score.outcomes().size(), score.meanKappa(), score.meanMillis(), sentences(score));
    }

    private static Map<String, Long> sentences(Score score) {
        Map<String, Long> kinds = new TreeMap<>();
        score.outcomes().forEach(one -> kinds.merge(one.sentence().kind(), 1L, Long::sum));
        return kinds;
    }

    private static Map<String, Long> flags(Score score) {
        Map<String, Long> flags = new TreeMap<>();
        score.outcomes().forEach(one -> one.flags().forEach(flag -> flags.merge(flag.label(), 1L, Long::sum)));
        return flags;
    }

    private static String page(List<Score> scores, List<Mark> marks, int seeds) {
        StringBuilder page = new StringBuilder("# Rates over planted organisations\n\n").append(seeds).append("""
                 seeds a setting, 26 weeks and 24 people unless another size is named. Each is written as a
                tracker's export and a charter and read as anybody's; what is published is held against the truth. A
                mark passes when it lies inside the 95 % interval of what was measured, or on its good side. Made by
                `org.desireline.bench.rates.Rates`.

                ## Marks

                | setting | what | mark | measured | |
                |---|---|---|---|---|
                """);
        marks.forEach(mark -> page.append(mark.row()).append('\n'));
        page.append("""

                ## Estimates

                `covered`: the 95 % interval holds the truth; `with range`: the interval or the sensitivity range does.

                | setting | quantity | truth | released | bias | RMSE | covered | with range | width | claims | shows |
                |---|---|---|---|---|---|---|---|---|---|---|
                """);
        for (Score score : scores) {
            Quantity.all().stream().filter(one -> one.always() || score.accuracy(one).released() > 0)
                    .forEach(one -> page.append(row(score, one)).append('\n'));
        }
        page.append(claims(scores)).append(sought(scores)).append("""

                ## What is said, and what is flagged

                | setting | κ | sentences | named first | flags | ms |
                |---|---|---|---|---|---|
                """);
        for (Score score : scores) {
            page.append(String.format(Locale.ROOT, "| %s | %.2f | %s | %s | %s | %.0f |%n", score.setting().name(),
                    score.meanKappa(), sentences(score), Structures.named(score), flags(score),
                    score.meanMillis()));
        }
        return page.toString();
    }

    private static String sought(List<Score> scores) {
        StringBuilder page = new StringBuilder("""

                ## What was planted one by one

                Over all seeds: how much there was to be found and was, and how much else there was and was named all
                the same. Areas in the record's weeks; promises whose last day passed two weeks, or a quarter of their
                lead time, before its end.

                | setting | what | planted | found | others | falsely |
                |---|---|---|---|---|---|
                """);
        for (Score score : scores) {
            for (Sought.Kind kind : Sought.Kind.values()) {
                Sought all = score.sought(kind);
                if (all.planted() + all.falsely() > 0) {
                    page.append(String.format(Locale.ROOT, "| %s | %s | %d | %d | %d | %d |%n", score.setting().name(),
                            kind.name().toLowerCase(Locale.ROOT), all.planted(), all.found(), all.others(),
                            all.falsely()));
                }
            }
        }
        return page.toString();
    }

    private static String claims(List<Score> scores) {
        StringBuilder page = new StringBuilder("""

                ## What is claimed

                Seeds in which an instrument suggests or shows anything, and those in which it does so on a line where
                a claim is wrong wherever people go by the declared order alone (`wrongly`); `report`: any of them.

                | setting | instrument | measured | suggests | shows | wrongly | shows wrongly |
                |---|---|---|---|---|---|---|
                """);
        for (Score score : scores) {
            for (Wrong wrong : Wrong.all()) {
                if (score.knows(wrong.instrument())) {
                    page.append(String.format(Locale.ROOT, "| %s | %s | %d | %d | %d | %d | %d |%n",
                            score.setting().name(), wrong.instrument(),
                            score.count(one -> one.isMeasured(wrong.instrument())),
                            score.count(one -> one.claims(wrong.instrument(), Wrong.ANYTHING)),
                            score.count(one -> one.shows(wrong.instrument(), Wrong.ANYTHING)),
                            score.count(wrong::isClaimed), score.count(wrong::isShown)));
                }
            }
            page.append(String.format(Locale.ROOT, "| %s | report | %d | | | %d | %d |%n", score.setting().name(),
                    score.outcomes().size(),
                    score.count(one -> Wrong.all().stream().anyMatch(wrong -> wrong.isClaimed(one))),
                    score.count(one -> Wrong.all().stream().anyMatch(wrong -> wrong.isShown(one)))));
        }
        return page.toString();
    }

    private static String row(Score score, Quantity quantity) {
        Score.Accuracy accuracy = score.accuracy(quantity);
        String start = String.format(Locale.ROOT, "| %s | %s | %.3f | %d | ", score.setting().name(),
                quantity.label(), accuracy.truth(), accuracy.released());
        return accuracy.released() == 0 ? start + "| | | | | | |"
                : start + String.format(Locale.ROOT, "%+.4f ± %.4f | %.4f | %s | %.3f | %.3f | %d | %d |",
                        accuracy.bias(), accuracy.error(), accuracy.rmse(),
                        share(accuracy.covered(), accuracy.released()),
                        accuracy.rangeCovered() / (double) accuracy.released(), accuracy.width(), accuracy.claimed(),
                        accuracy.shown());
    }

    private static String share(long hits, long of) {
        Interval interval = Wilson.interval(hits, of);
        return String.format(Locale.ROOT, "%.3f (%.3f to %.3f)", interval.value(), interval.low(), interval.high());
    }
}
