package org.desireline.app.source.git;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who is whom by the repository's own {@code .mailmap}: the name and the address that somebody goes by, for those that
 * stand in commits. Addresses and names are the same in any case; a later line wins over an earlier one; a line that
 * also names whoever committed wins over one that gives the address only.
 */
final class Mailmap {

    /** Nobody is somebody else. */
    static final Mailmap NONE = new Mailmap("");

    private static final Pattern LINE =
            Pattern.compile("([^<>]*)<([^<>]*)>(?:([^<>]*)<([^<>]*)>)?[^<>]*");

    private final Map<String, Name> names = new HashMap<>();

    /** What somebody goes by; null where the line leaves it as it is. */
    private record Name(@Nullable String name, @Nullable String email) {

        /** The same, with what an earlier line said where this one says nothing. */
        Name over(@Nullable Name earlier) {
            return earlier == null ? this
                    : new Name(name == null ? earlier.name : name, email == null ? earlier.email : email);
        }
    }

    /** Reads the file. */
    Mailmap(String text) {
        text.lines().filter(line -> !line.startsWith("#")).forEach(this::line);
    }

    private void line(String line) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            return;
        }
        String proper = matcher.group(1).strip();
        String first = matcher.group(2).strip();
        String second = matcher.group(4);
        String former = matcher.group(3) == null ? "" : matcher.group(3).strip();
        if (second == null) {
            put("", first, new Name(proper.isEmpty() ? null : proper, null));
        } else {
            put(former, second.strip(), new Name(proper.isEmpty() ? null : proper, first));
        }
    }

    private void put(String formerName, String formerEmail, Name name) {
        names.merge(key(formerName, formerEmail), name, (earlier, later) -> later.over(earlier));
    }

    private static String key(String name, String email) {
        return email.toLowerCase(Locale.ROOT) + "\n" + name.toLowerCase(Locale.ROOT);
    }

    /** Whoever is meant. */
    GitIdent of(GitIdent ident) {
        if (names.isEmpty()) {
            return ident;
        }
        Name found = names.get(key(ident.name(), ident.email()));
        found = found == null ? names.get(key("", ident.email())) : found;
        return found == null ? ident : ident.called(found.name() == null ? ident.name() : found.name(),
                found.email() == null ? ident.email() : found.email());
    }
}
