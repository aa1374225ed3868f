package org.desireline.app.source.git;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who was declared to own which paths, as of when, and whether whoever changed them was among them. Only that leaves
 * here, never who.
 *
 * <p>{@code CODEOWNERS} leads; where it says nothing of a path, the nearest {@code OWNERS} above it does, else the
 * nearest {@code MAINTAINERS.md}. Somebody is known by address, by the login in an address that a server gave out, or
 * by a login that equals the first part of an address that nobody else has. Anybody else may be among owners that are
 * named by login, or not: that is unclear. Of a login that ever stood beside an address in a {@code MAINTAINERS.md} the
 * address is known.
 */
final class Ownership {

    /** Where {@code CODEOWNERS} may lie; the first that is there counts. */
    static final List<String> PLACES =
            List.of(".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS", ".gitlab/CODEOWNERS");
    /** What is told of an author: declared, not declared, nobody is declared, or it cannot be told. */
    static final String OWNER = "owner";
    static final String OTHER = "other";
    static final String NONE = "none";
    static final String UNCLEAR = "unclear";

    private static final Pattern GIVEN = Pattern.compile("(?:[0-9]+\\+)?([a-z0-9-]+)@users\\.noreply\\.[a-z0-9.-]+");

    private final TreeMap<String, List<Version>> files = new TreeMap<>();
    private final Map<String, String> logins = new HashMap<>();
    private final Map<String, String> localParts = new HashMap<>();
    /** Addresses by the login that stands beside them in any {@code MAINTAINERS.md}. */
    private final Map<String, Set<String>> addresses = new HashMap<>();

    /** A file from an instant on; null where it is gone. */
    private record Version(long fromMillis, long madeMillis, @Nullable OwnersFile file) {}

    /**
     * Hears of a version of a file, in any order.
     *
     * @param fromMillis from when it holds: it came to the main line
     * @param madeMillis when it was committed; of two that came together the later holds
     * @param file what it says, or null where it was removed
     */
    void version(String path, long fromMillis, long madeMillis, @Nullable OwnersFile file) {
        files.computeIfAbsent(path, none -> new ArrayList<>()).add(new Version(fromMillis, madeMillis, file));
        if (file != null && path.endsWith("MAINTAINERS.md")) {
            file.aliases().forEach((login, own) -> addresses.computeIfAbsent(login, none -> new HashSet<>())
                    .addAll(own));
        }
    }

    /**
     * Hears of an author: whose addresses a server gave out tell a login.
     *
     * @param written the address in the commit
     * @param meant the address that its owner goes by
     */
    void author(String written, String meant) {
        String address = meant.toLowerCase(Locale.ROOT);
        String local = address.substring(0, Math.max(0, address.indexOf('@')));
        localParts.merge(local, address, (one, other) -> one.equals(other) ? one : "");
        Matcher given = GIVEN.matcher(written.toLowerCase(Locale.ROOT));
        if (given.matches()) {
            logins.merge(address, given.group(1), (one, other) -> one.equals(other) ? one : "");
        }
    }

    /** No version follows. */
    void sort() {
        files.values().forEach(versions -> versions.sort(Comparator.comparingLong(Version::fromMillis)
                .thenComparingLong(Version::madeMillis)));
    }

    /** Whether anything was ever declared. */
    boolean isDeclared() {
        return !files.isEmpty();
    }

    /** What is told of whoever has an address and changed some paths at an instant. */
    String told(Collection<String> paths, String email, long atMillis) {
        Set<String> owners = new HashSet<>();
        for (String path : paths) {
            owners.addAll(owners(path, atMillis));
        }
        if (owners.isEmpty()) {
            return NONE;
        }
        for (String owner : List.copyOf(owners)) {
            owners.addAll(addresses.getOrDefault(owner, Set.of()));
        }
        String address = email.toLowerCase(Locale.ROOT);
        String login = logins.getOrDefault(address, "");
        if (owners.contains(address) || (!login.isEmpty() && owners.contains(login))) {
            return OWNER;
        }
        boolean teams = owners.stream().anyMatch(owner -> owner.indexOf('/') >= 0);
        if (!login.isEmpty() && !teams) {
            return OTHER;
        }
        String local = address.substring(0, Math.max(0, address.indexOf('@')));
        if (login.isEmpty() && owners.contains(local) && address.equals(localParts.get(local))) {
            return OWNER;
        }
        return owners.stream().allMatch(owner -> owner.indexOf('@') > 0 || addresses.containsKey(owner)) ? OTHER
                : UNCLEAR;
    }

    private Set<String> owners(String path, long atMillis) {
        OwnersFile code = PLACES.stream().map(place -> at(place, atMillis)).filter(file -> file != null).findFirst()
                .orElse(null);
        Set<String> owners = code == null ? null : last(code, path);
        owners = owners == null ? nearest(path, "OWNERS", atMillis) : owners;
        return owners == null ? all(nearest(path, "MAINTAINERS.md", atMillis)) : owners;
    }

    private static Set<String> all(@Nullable Set<String> owners) {
        return owners == null ? Set.of() : owners;
    }

    /** The owners by the last rule that fits, or null where none does. */
    private static @Nullable Set<String> last(OwnersFile file, String path) {
        List<OwnersFile.Rule> rules = file.rules();
        for (int i = rules.size() - 1; i >= 0; i--) {
            if (rules.get(i).pattern().fits(path)) {
                return rules.get(i).owners();
            }
        }
        return null;
    }

    /** By the nearest file of a name at or above a path that has a rule for it. */
    private @Nullable Set<String> nearest(String path, String name, long atMillis) {
        int end = path.lastIndexOf('/');
        while (true) {
            String folder = end < 0 ? "" : path.substring(0, end + 1);
            OwnersFile file = at(folder + name, atMillis);
            Set<String> owners = file == null ? null : last(file, path.substring(folder.length()));
            if (owners != null) {
                return expanded(owners, atMillis);
            }
            if (end < 0 || (file != null && file.alone())) {
                return null;
            }
            end = path.lastIndexOf('/', end - 1);
        }
    }

    private Set<String> expanded(Set<String> owners, long atMillis) {
        OwnersFile aliases = at("OWNERS_ALIASES", atMillis);
        if (aliases == null) {
            return owners;
        }
        Set<String> expanded = new HashSet<>();
        owners.forEach(owner -> expanded.addAll(aliases.aliases().getOrDefault(owner, Set.of(owner))));
        return expanded;
    }

    private @Nullable OwnersFile at(String path, long atMillis) {
        List<Version> versions = files.get(path);
        if (versions == null) {
            return null;
        }
        int low = 0;
        int high = versions.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (versions.get(middle).fromMillis() <= atMillis) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == 0 ? null : versions.get(low - 1).file();
    }
}
