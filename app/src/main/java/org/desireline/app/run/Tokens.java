package org.desireline.app.run;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Turns accounts into opaque tokens: HMAC-SHA-256 under the secret of the workspace. Remembers them for this run
 * only.
 */
final class Tokens implements UnaryOperator<String> {

    private static final int BYTES = 16;

    private final Map<String, String> tokens = new HashMap<>();
    private final Map<String, String> accounts = new HashMap<>();
    private final Mac mac;

    Tokens(byte[] secret) {
        try {
            mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has HmacSHA256.", impossible);
        }
    }

    @Override
    public String apply(String account) {
        return tokens.computeIfAbsent(account, name -> {
            byte[] hash = mac.doFinal(name.getBytes(StandardCharsets.UTF_8));
            String token = HexFormat.of().formatHex(hash, 0, BYTES);
            accounts.put(token, name);
            return token;
        });
    }

    /** The accounts met in this run, or made known to it. */
    Set<String> met() {
        return Collections.unmodifiableSet(tokens.keySet());
    }

    /** The account behind a token of this run. */
    @Nullable String account(String token) {
        return accounts.get(token);
    }
}
