package org.desireline.app.source.github;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.desireline.app.source.forge.Nodes;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Who is meant, and which record is meant, in the spellings that GitHub's interfaces have for it. */
final class Accounts {

    /** Stands for every account that was deleted. */
    private static final String DELETED = "ghost";
    private static final String APP = "app/";
    private static final Pattern OWN_ADDRESS =
            Pattern.compile("(?i)(?:[0-9]+\\+)?([a-z0-9-]+(?:\\[bot])?)@users[.]noreply[.]github[.]com");
    private static final Pattern LAST_NUMBER = Pattern.compile("([0-9]+)$");
    private static final int LONG_MARK = 0xcf;
    private static final int INT_MARK = 0xce;

    private final BiConsumer<String, String> people;

    /**
     * A reader of accounts.
     *
     * @param people hears an account and what its owner is called
     */
    Accounts(BiConsumer<String, String> people) {
        this.people = people;
    }

    /** An account, as a text or as an object; null where there is none, or it was deleted. */
    @Nullable String of(JsonNode node) {
        String login = Nodes.text(node.isObject() ? node.path("login") : node);
        if (login == null || login.equals(DELETED)) {
            return null;
        }
        // gh writes app/name for what the REST interface calls name[bot].
        boolean isApp = login.startsWith(APP) && login.length() > APP.length();
        String account = "github:" + (isApp ? login.substring(APP.length()) + "[bot]" : login);
        for (String field : new String[] {"name", "email"}) {
            String called = Nodes.text(node.path(field));
            if (called != null && !called.isBlank()) {
                people.accept(account, called);
            }
        }
        return account;
    }

    /** Whoever wrote a commit, by the address in it: an account of GitHub where that says so. */
    @Nullable String author(JsonNode author) {
        String email = Nodes.text(author.path("email"));
        String name = Nodes.text(author.path("name"));
        if (email == null) {
            return null;
        }
        Matcher own = OWN_ADDRESS.matcher(email.strip());
        if (own.matches()) {
            return "github:" + own.group(1);
        }
        String account = "git:" + email.strip().toLowerCase(Locale.ROOT);
        if (name != null && !name.isBlank()) {
            people.accept(account, name);
        }
        return account;
    }

    /**
     * The number of a record. Where only the other kind of id is there, the number is packed into it: in the older kind
     * as the end of a text, in the newer as the last of some binary numbers.
     */
    static @Nullable String id(JsonNode record) {
        String id = Nodes.text(record, "id", "databaseId", "node_id");
        if (id == null || id.matches("[0-9]{1,18}")) {
            return id;
        }
        try {
            int mark = id.indexOf('_');
            byte[] bytes = mark < 0 ? Base64.getDecoder().decode(id)
                    : Base64.getUrlDecoder().decode(id.substring(mark + 1));
            String packed = mark < 0 ? ending(bytes) : binary(bytes);
            return packed == null ? id : packed;
        } catch (IllegalArgumentException otherKind) {
            return id;
        }
    }

    private static @Nullable String ending(byte[] bytes) {
        Matcher number = LAST_NUMBER.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
        return number.find() ? number.group(1) : null;
    }

    private static @Nullable String binary(byte[] bytes) {
        int n = bytes.length;
        int from = n >= 9 && (bytes[n - 9] & 0xff) == LONG_MARK ? n - 8
                : n >= 5 && (bytes[n - 5] & 0xff) == INT_MARK ? n - 4 : n;
        long value = 0;
        for (int i = from; i < n; i++) {
            value = (value << 8) | (bytes[i] & 0xff);
        }
        return from == n || value <= 0 ? null : Long.toString(value);
    }
}
