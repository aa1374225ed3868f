package org.desireline.app.run;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Which accounts are one person's: those that the reader gave to one, and across sources those of equal e-mail address,
 * or of equal full name. One account of them stands for the person.
 *
 * <p>An address or a name joins persons only where no source has accounts of two of them: a mailbox that several share,
 * or a name that two people bear, would make one person of several. That two accounts of one source are one person's,
 * only the reader can say; and nothing joins what the reader gave to different people. A name is full where it has two
 * words.
 *
 * <p>This is decided anew from all accounts whenever a journal is read, so that the order of imports does not matter.
 */
final class Persons implements UnaryOperator<String> {

    private final Tokens tokens;
    private final Map<String, String> parents = new HashMap<>();
    private final Map<String, String> owners = new HashMap<>();
    private final Map<String, Set<String>> sources = new HashMap<>();
    private final Map<String, List<String>> accounts = new HashMap<>();
    private final Map<String, String> tokenOfToken = new HashMap<>();
    private final TreeSet<String> joinedSources = new TreeSet<>();
    private int joined;

    private Persons(Tokens tokens) {
        this.tokens = tokens;
    }

    /** The persons behind the accounts of a workspace. */
    static Persons of(People people, Tokens tokens) {
        Persons persons = new Persons(tokens);
        people.accounts().forEach(account -> {
            persons.parents.put(account, account);
            persons.sources.put(account, Set.of(source(account)));
        });
        people.people().forEach((person, owned) -> owned.forEach(account -> {
            persons.owners.put(account, person);
            persons.join(owned.getFirst(), account);
        }));
        persons.joinAcrossSources(people);
        persons.parents.keySet().stream().sorted().forEach(account -> {
            String first = persons.first(account);
            persons.accounts.computeIfAbsent(first, key -> new ArrayList<>()).add(account);
            persons.tokenOfToken.put(tokens.apply(account), tokens.apply(first));
        });
        return persons;
    }

    private void joinAcrossSources(People people) {
        TreeMap<String, TreeSet<String>> addresses = new TreeMap<>();
        TreeMap<String, TreeSet<String>> names = new TreeMap<>();
        for (String account : people.accounts()) {
            Set<String> called = new TreeSet<>(people.called(account));
            called.add(account.substring(account.indexOf(':') + 1));
            for (String each : called) {
                boolean address = each.contains("@");
                String key = address ? each.strip().toLowerCase(Locale.ROOT) : fullName(each);
                if (key != null) {
                    (address ? addresses : names).computeIfAbsent(key, none -> new TreeSet<>()).add(account);
                }
            }
        }
        Set<String> told = new HashSet<>();
        addresses.values().forEach(same -> joinIfClear(same, told));
        names.values().forEach(same -> joinIfClear(same, told));
        joined = (int) told.stream().map(this::first).distinct().count();
    }

    private void joinIfClear(Set<String> same, Set<String> told) {
        Set<String> persons = new TreeSet<>();
        same.forEach(account -> persons.add(first(account)));
        Set<String> given = new HashSet<>();
        Set<String> met = new HashSet<>();
        int each = 0;
        for (String person : persons) {
            String owner = owners.get(person);
            if (owner != null) {
                given.add(owner);
            }
            Set<String> own = sources.getOrDefault(person, Set.of());
            met.addAll(own);
            each += own.size();
        }
        if (persons.size() > 1 && given.size() < 2 && met.size() == each) {
            String first = same.iterator().next();
            persons.forEach(person -> join(first, person));
            told.add(first);
            joinedSources.addAll(met);
        }
    }

    private void join(String one, String other) {
        String a = first(one);
        String b = first(other);
        if (!a.equals(b)) {
            String kept = a.compareTo(b) < 0 ? a : b;
            String gone = kept.equals(a) ? b : a;
            parents.put(gone, kept);
            Set<String> both = new TreeSet<>(sources.getOrDefault(a, Set.of()));
            both.addAll(sources.getOrDefault(b, Set.of()));
            sources.put(kept, both);
            String owner = owners.get(gone);
            if (owner != null) {
                owners.put(kept, owner);
            }
        }
    }

    private String first(String account) {
        String at = account;
        for (String next = parents.get(at); next != null && !next.equals(at); next = parents.get(at)) {
            at = next;
        }
        return at;
    }

    private static String source(String account) {
        return account.substring(0, account.indexOf(':'));
    }

    /** A name without accents, dots, commas and case; null where it is no full name. */
    private static @Nullable String fullName(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "")
                .replaceAll("[\\p{P}\\p{Z}\\p{C}\\s]+", " ").strip().toLowerCase(Locale.ROOT);
        return plain.contains(" ") ? plain : null;
    }

    /** For the token of an account, that of the person. */
    @Override
    public String apply(String token) {
        return tokenOfToken.getOrDefault(token, token);
    }

    /** The token of the person whose account it is. */
    String token(String account) {
        return apply(tokens.apply(account));
    }

    /** The accounts of the person behind a token; the first of them stands for the person. */
    List<String> accounts(String token) {
        String account = tokens.account(token);
        return account == null ? List.of() : accounts.getOrDefault(first(account), List.of(account));
    }

    /** How many persons have accounts that an address or a name has joined. */
    int joined() {
        return joined;
    }

    /** The sources of the accounts that were joined so, in words. */
    String joinedSources() {
        return String.join(" and ", joinedSources);
    }
}
