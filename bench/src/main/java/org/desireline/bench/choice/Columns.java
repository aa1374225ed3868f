package org.desireline.bench.choice;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Files of bare little-endian numbers, and what identifies them. */
final class Columns {

    private static final int BUFFER = 1 << 20;

    private Columns() {}

    /** Eight bytes a number. */
    static double[] doubles(Path file) throws IOException {
        double[] numbers = new double[Math.toIntExact(Files.size(file) / Double.BYTES)];
        int at = 0;
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
            while (at < numbers.length) {
                fill(channel, buffer);
                int count = buffer.remaining() / Double.BYTES;
                buffer.asDoubleBuffer().get(numbers, at, count);
                at += count;
            }
        }
        return numbers;
    }

    /** Four bytes a number. */
    static int[] ints(Path file) throws IOException {
        int[] numbers = new int[Math.toIntExact(Files.size(file) / Integer.BYTES)];
        int at = 0;
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
            while (at < numbers.length) {
                fill(channel, buffer);
                int count = buffer.remaining() / Integer.BYTES;
                buffer.asIntBuffer().get(numbers, at, count);
                at += count;
            }
        }
        return numbers;
    }

    /** Reads until the buffer is full or the file has ended. */
    private static void fill(FileChannel channel, ByteBuffer buffer) throws IOException {
        buffer.clear();
        while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
            // Until it is full.
        }
        buffer.flip();
    }

    /** The SHA-256 of a file. */
    static String hash(Path file) throws IOException {
        MessageDigest digest = digest();
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
            for (fill(channel, buffer); buffer.hasRemaining(); fill(channel, buffer)) {
                digest.update(buffer);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The first bytes of the SHA-256 of numbers, bit by bit: whether two results are the same. */
    static String fingerprint(double[]... columns) {
        MessageDigest digest = digest();
        for (double[] column : columns) {
            ByteBuffer bytes = ByteBuffer.allocate(column.length * Double.BYTES);
            bytes.asDoubleBuffer().put(column);
            digest.update(bytes);
        }
        return HexFormat.of().formatHex(digest.digest(), 0, 8);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("Every JDK has SHA-256.", absent);
        }
    }
}
