package org.desireline.bench.imports;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A process that ran to its end: what it cost, as the kernel says.
 *
 * @param wallMillis from its start to its end
 * @param cpuMillis time on all processors, in user and system mode, of it and of what it started
 * @param peakMiB most memory that was resident
 * @param out what it printed
 */
record Run(long wallMillis, long cpuMillis, long peakMiB, String out) {

    private static final long POLL_MILLIS = 5;
    private static final long TICK_MILLIS = 10;
    private static final long KIB_IN_MIB = 1024;

    /** Runs a command; fails where it does. */
    static Run of(List<String> command) {
        try {
            Path printed = Files.createTempFile("run", ".out");
            long start = System.nanoTime();
            Process process = new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(printed.toFile()).start();
            long peak = 0;
            long ticks = 0;
            Path proc = Path.of("/proc", Long.toString(process.pid()));
            while (process.isAlive()) {
                peak = Math.max(peak, peakKiB(proc));
                ticks = Math.max(ticks, ticks(proc));
                Thread.sleep(POLL_MILLIS);
            }
            long wall = (System.nanoTime() - start) / 1_000_000;
            String out = Files.readString(printed);
            Files.delete(printed);
            if (process.exitValue() != 0) {
                throw new IllegalStateException(command + " ended with " + process.exitValue() + ": " + out);
            }
            return new Run(wall, ticks * TICK_MILLIS, peak / KIB_IN_MIB, out.strip());
        } catch (IOException failed) {
            throw new IllegalStateException(command + " cannot be run.", failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while waiting for " + command + ".", stopped);
        }
    }

    /** A class with a main method on a class path, in a machine with the settings of the launcher. */
    static Run java(List<String> classPath, String main, List<String> settings, String... arguments) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = new ArrayList<>(List.of(java, "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED"));
        command.addAll(settings);
        command.addAll(List.of("-cp", String.join(System.getProperty("path.separator"), classPath), main));
        command.addAll(List.of(arguments));
        return of(command);
    }

    private static long peakKiB(Path proc) {
        return read(proc.resolve("status")).lines().filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", ""))).findFirst().orElse(0);
    }

    /** User and system time of the process and of its children, fields 14 to 17 of the kernel's table. */
    private static long ticks(Path proc) {
        String stat = read(proc.resolve("stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ", -1);
        long sum = 0;
        for (int i = 11; i <= 14 && i < fields.length; i++) {
            sum += Long.parseLong(fields[i]);
        }
        return sum;
    }

    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.US_ASCII);
        } catch (IOException gone) {
            return "";
        }
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "wall %,6d ms · CPU %,6d ms · peak %,5d MiB · %s", wallMillis, cpuMillis,
                peakMiB, out.replaceAll("\\s+", " "));
    }
}
