package org.desireline.bench.rates;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.desireline.app.demo.PlantedFiles;
import org.desireline.app.run.Analysis;
import org.desireline.finding.Sentence;
import org.desireline.instrument.Line;
import org.desireline.instrument.Reading;
import org.desireline.instrument.Trap;
import org.desireline.number.Estimate;
import org.desireline.number.Strength;
import org.desireline.publish.Published;
import org.desireline.world.planted.Planted;

/** Lives one seed of a setting, writes its files, and has them looked at as anybody's are. */
final class Trial {

    private Trial() {}

    static Outcome run(Setting setting, long seed, Bias bias) {
        Planted planted = Planted.live(setting.plan(), seed, setting.weeks());
        try {
            Path folder = Files.createTempDirectory("rates");
            try {
                PlantedFiles.Written written = PlantedFiles.write(planted, setting.tier(), setting.flaws(), folder,
                        setting.isOfFollowThrough());
                long start = System.nanoTime();
                Analysis analysis = Analysis.run(new Analysis.Request(written.sources(), folder.resolve("home"), true,
                        setting.window(), null, null, written.charter(), 1), step -> { });
                return outcome(analysis.published(), planted, seed, bias, (System.nanoTime() - start) / 1_000_000);
            } finally {
                delete(folder);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("No files could be written for " + setting.name(), failed);
        }
    }

    private static Outcome outcome(Published published, Planted planted, long seed, Bias bias, long millis) {
        Known known = Known.of(planted, published.head().window().span());
        Map<Quantity, Told> told = new HashMap<>();
        for (Quantity quantity : Quantity.all()) {
            Optional<Line> line = quantity.in(published);
            Estimate estimate = line.map(Line::estimate).orElse(null);
            double truth = quantity.always() || line.isPresent() ? quantity.truth().applyAsDouble(known) : Double.NaN;
            told.put(quantity, new Told(truth, bias.of(quantity, estimate)));
        }
        List<Trap> flags = published.readings().stream().flatMap(reading -> Trap.met(reading).stream()).distinct()
                .toList();
        Map<String, Map<String, Strength>> claims = new TreeMap<>();
        Map<String, List<String>> warnings = new TreeMap<>();
        Set<String> refused = new TreeSet<>();
        for (Reading reading : published.readings()) {
            warnings.put(reading.instrument(), reading.flags());
            if (reading.measured()) {
                claims.put(reading.instrument(), claims(reading));
            } else {
                refused.add(reading.instrument());
            }
        }
        return new Outcome(seed, published.head().data().kappa(), told, flags, claims, refused, warnings,
                Sought.all(published, planted, bias), Sentence.choose(published), millis);
    }

    private static Map<String, Strength> claims(Reading reading) {
        Map<String, Strength> claims = new TreeMap<>();
        for (Line line : reading.lines()) {
            Estimate estimate = line.estimate();
            Strength strength = estimate == null ? Strength.CANNOT_TELL : estimate.strength();
            // That importance explains more than ease is what is so wherever people go by the order.
            boolean important = line.label().equals("fastOverImportant") && estimate != null && estimate.value() < 0;
            if (!important && (strength == Strength.SHOWS || strength == Strength.SUGGESTS)) {
                claims.put(line.id(), strength);
            }
        }
        return claims;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
