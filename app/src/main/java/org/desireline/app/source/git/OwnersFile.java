package org.desireline.app.source.git;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.desireline.app.git.Glob;

/**
 * One version of a file that declares who owns what, as people write them for servers: {@code CODEOWNERS}, {@code
 * OWNERS}, {@code OWNERS_ALIASES}, {@code MAINTAINERS.md}. An owner is a login after an {@code @}, an address, or, with
 * a stroke in it, a team. What cannot be read declares nothing.
 *
 * @param rules who owns what, in the order of the file; the last one that fits decides
 * @param aliases logins by the name that stands for them; of {@code MAINTAINERS.md} addresses by the login beside
 * @param alone whether the owners of the folder above do not count here
 */
record OwnersFile(List<Rule> rules, Map<String, Set<String>> aliases, boolean alone) {

    private static final int MOST_RULES = 5_000;
    private static final int MOST_OWNERS = 500;
    private static final Pattern LOGIN = Pattern.compile("(?<![A-Za-z0-9._-])@([A-Za-z0-9][A-Za-z0-9/_-]{0,99})");
    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]{1,200}");
    /** Both names of somebody side by side: an address, a stroke, a login. */
    private static final Pattern BOTH = Pattern.compile("([A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]{1,200})>? {0,2}/ {0,2}"
            + "@([A-Za-z0-9][A-Za-z0-9-]{0,99})");
    private static final Pattern CODE = Pattern.compile("`([^`]{1,200})`");

    OwnersFile {
        rules = List.copyOf(rules);
        aliases = Map.copyOf(aliases);
    }

    /**
     * Who owns what a pattern fits.
     *
     * @param pattern the pattern
     * @param owners logins, addresses and teams, in lower case; none where it is declared to have none
     */
    record Rule(Glob pattern, Set<String> owners) {}

    /** Whether a path is one of such files. */
    static boolean isOne(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return switch (name) {
            case "CODEOWNERS" -> Ownership.PLACES.contains(path);
            case "OWNERS_ALIASES" -> path.equals(name);
            case "OWNERS", "MAINTAINERS.md" -> true;
            default -> false;
        };
    }

    /** Reads a version of the file at a path. */
    static OwnersFile of(String path, String text) {
        return switch (path.substring(path.lastIndexOf('/') + 1)) {
            case "CODEOWNERS" -> codeOwners(text);
            case "OWNERS_ALIASES" -> new OwnersFile(List.of(), lists(text, true), false);
            case "OWNERS" -> owners(text);
            default -> maintainers(text);
        };
    }

    private static OwnersFile codeOwners(String text) {
        List<Rule> rules = new ArrayList<>();
        for (String line : text.lines().map(OwnersFile::withoutRemark).toList()) {
            boolean section = line.startsWith("[") || line.startsWith("^[");
            if (!line.isEmpty() && !section && rules.size() < MOST_RULES) {
                String[] words = line.split("\\s+", -1);
                TreeSet<String> owners = new TreeSet<>();
                for (int i = 1; i < words.length && owners.size() < MOST_OWNERS; i++) {
                    add(owners, words[i]);
                }
                rules.add(new Rule(Glob.of(words[0]), owners));
            }
        }
        return new OwnersFile(rules, Map.of(), false);
    }

    private static String withoutRemark(String line) {
        int remark = line.startsWith("#") ? 0 : line.indexOf(" #");
        return (remark < 0 ? line : line.substring(0, remark)).strip();
    }

    private static OwnersFile owners(String text) {
        Set<String> approvers = lists(text, false).getOrDefault("approvers", Set.of());
        return new OwnersFile(approvers.isEmpty() ? List.of() : List.of(new Rule(Glob.of("**"), approvers)), Map.of(),
                Pattern.compile("no_parent_owners:\\s*true").matcher(text).find());
    }

    /** The lists of a small YAML file by their names, at any depth; of one name all together. */
    private static Map<String, Set<String>> lists(String text, boolean aliases) {
        Map<String, Set<String>> lists = new TreeMap<>();
        String name = "";
        for (String line : text.lines().map(OwnersFile::withoutRemark).toList()) {
            int colon = line.indexOf(':');
            if (line.startsWith("-")) {
                Set<String> list = lists.computeIfAbsent(name, none -> new TreeSet<>());
                if (list.size() < MOST_OWNERS) {
                    add(list, "@" + plain(line.substring(1)));
                }
            } else if (colon > 0) {
                name = plain(line.substring(0, colon)).toLowerCase(Locale.ROOT);
                String rest = line.substring(colon + 1).strip();
                if (rest.startsWith("[") && rest.endsWith("]") && (aliases || name.equals("approvers"))) {
                    Set<String> list = lists.computeIfAbsent(name, none -> new TreeSet<>());
                    for (String word : rest.substring(1, rest.length() - 1).split(",", -1)) {
                        add(list, "@" + plain(word));
                    }
                }
            }
        }
        return lists;
    }

    private static String plain(String text) {
        return text.strip().replaceAll("^[\"']|[\"']$", "");
    }

    /** Lines that name somebody own the folders named on them, or everything beside the file. */
    private static OwnersFile maintainers(String text) {
        List<Rule> rules = new ArrayList<>();
        Map<String, Set<String>> addresses = new TreeMap<>();
        for (String line : text.lines().limit(MOST_RULES).toList()) {
            Matcher both = BOTH.matcher(line);
            while (both.find()) {
                addresses.computeIfAbsent(both.group(2).toLowerCase(Locale.ROOT), none -> new TreeSet<>())
                        .add(both.group(1).toLowerCase(Locale.ROOT));
            }
            TreeSet<String> owners = new TreeSet<>();
            Matcher login = LOGIN.matcher(line);
            while (login.find()) {
                owners.add(login.group(1).toLowerCase(Locale.ROOT));
            }
            Matcher address = ADDRESS.matcher(line);
            while (address.find()) {
                owners.add(address.group().toLowerCase(Locale.ROOT));
            }
            Matcher code = CODE.matcher(line);
            boolean named = false;
            while (code.find() && !owners.isEmpty()) {
                rules.add(new Rule(Glob.of("/" + code.group(1).replaceFirst("^/", "")), owners));
                named = true;
            }
            if (!named && !owners.isEmpty()) {
                rules.add(new Rule(Glob.of("**"), owners));
            }
        }
        return new OwnersFile(rules, addresses, false);
    }

    private static void add(Set<String> owners, String word) {
        String owner = word.startsWith("@") ? word.substring(1) : word;
        if (!owner.isEmpty() && owner.length() <= 200) {
            owners.add(owner.toLowerCase(Locale.ROOT));
        }
    }
}
