package org.desireline.bench.rates;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.desireline.app.demo.PlantedFiles;
import org.desireline.app.run.Analysis;
import org.desireline.finding.Sentence;
import org.desireline.instrument.Line;
import org.desireline.instrument.Trap;
import org.desireline.number.Estimate;
import org.desireline.publish.Published;
import org.desireline.world.planted.Planted;
import org.desireline.world.planted.Truth;

/** Lives one seed of a setting, writes its files, and has them looked at as anybody's are. */
final class Trial {

    private Trial() {}

    static Outcome run(Setting setting, long seed, Bias bias) {
        Planted planted = Planted.live(setting.plan(), seed, setting.weeks());
        try {
            Path folder = Files.createTempDirectory("rates");
            try {
                PlantedFiles.Written written = PlantedFiles.write(planted, setting.tier(), setting.flaws(), folder);
                long start = System.nanoTime();
                Analysis analysis = Analysis.run(new Analysis.Request(written.sources(), folder.resolve("home"), true,
                        "all", null, null, written.charter(), 1), step -> { });
                return outcome(analysis.published(), planted, seed, bias, (System.nanoTime() - start) / 1_000_000);
            } finally {
                delete(folder);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("No files could be written for " + setting.name(), failed);
        }
    }

    private static Outcome outcome(Published published, Planted planted, long seed, Bias bias, long millis) {
        Truth truth = planted.truth(published.head().window().span());
        Map<Quantity, Told> told = new EnumMap<>(Quantity.class);
        for (Quantity quantity : Quantity.values()) {
            Estimate estimate = published.line(quantity.line()).map(Line::estimate).orElse(null);
            told.put(quantity, new Told(quantity.of(truth), bias.of(quantity, estimate)));
        }
        List<Trap> flags = published.readings().stream().flatMap(reading -> Trap.met(reading).stream()).distinct()
                .toList();
        return new Outcome(seed, published.head().data().kappa(), told, flags, Sentence.choose(published), millis);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
