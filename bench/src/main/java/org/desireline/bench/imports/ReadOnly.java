package org.desireline.bench.imports;

import java.nio.file.Path;
import java.util.Locale;
import org.desireline.app.source.Sources;

/** Reads a file into events and keeps none of them. Arguments: the file, and how often. */
public final class ReadOnly {

    private ReadOnly() {}

    /** Runs and prints events a second, pass by pass. */
    public static void main(String[] arguments) {
        Path path = Path.of(arguments[0]);
        StringBuilder said = new StringBuilder();
        for (int pass = Integer.parseInt(arguments[1]); pass > 0; pass--) {
            long[] events = {0, 0};
            long start = System.nanoTime();
            Sources.of(path, account -> account, (account, name) -> { }).read(event -> events[0]++,
                    trouble -> events[1] += trouble.count());
            double seconds = (System.nanoTime() - start) / 1e9;
            said.append(String.format(Locale.ROOT, "%,d events in %.2f s, %.2f million a second; ", events[0], seconds,
                    events[0] / seconds / 1e6));
        }
        IO.println(said.toString());
    }
}
