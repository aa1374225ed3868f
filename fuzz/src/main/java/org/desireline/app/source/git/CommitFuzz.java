package org.desireline.app.source.git;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Bytes as whatever a repository holds that is read: a commit, its message, a mailmap, declarations of owners. */
public final class CommitFuzz {

    private static final List<String> DECLARATIONS =
            List.of("CODEOWNERS", "OWNERS", "OWNERS_ALIASES", "MAINTAINERS.md");

    private CommitFuzz() {}

    /** One input. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        RawCommit.of(bytes);
        Message.of(text, "owner/name");
        for (String key : Message.keys(text)) {
            if (key.indexOf('-') < 2) {
                throw new IllegalStateException("Not a key: " + key + ".");
            }
        }
        Trailers.of(text);
        new Mailmap(text);
        Ownership ownership = new Ownership();
        for (int i = 0; i < DECLARATIONS.size(); i++) {
            ownership.version(DECLARATIONS.get(i), i, i, OwnersFile.of(DECLARATIONS.get(i), text));
        }
        ownership.author("ada@example.org", "ada@example.org");
        ownership.sort();
        ownership.told(List.of("a/b/c.txt", text.lines().findFirst().orElse("x")), "ada@example.org", 5);
    }
}
