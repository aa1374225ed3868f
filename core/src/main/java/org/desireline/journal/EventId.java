package org.desireline.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * A 128-bit event id, derived from a native id.
 *
 * @param high upper 64 bits
 * @param low lower 64 bits
 */
public record EventId(long high, long low) implements Comparable<EventId> {

    /** The first 128 bits of SHA-256 of the native id. */
    public static EventId of(String nativeId) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(nativeId.getBytes(StandardCharsets.UTF_8));
            ByteBuffer buffer = ByteBuffer.wrap(hash);
            return new EventId(buffer.getLong(), buffer.getLong());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
        }
    }

    @Override
    public int compareTo(EventId other) {
        int byHigh = Long.compareUnsigned(high, other.high);
        return byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
    }
}
