package org.desireline.app.run;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.desireline.app.charterfile.CharterCompiler;
import org.desireline.app.charterfile.CharterFiles;
import org.desireline.app.charterfile.CharterText;
import org.desireline.app.charterfile.Compiled;
import org.desireline.app.charterfile.Loaded;
import org.desireline.app.charterfile.Members;
import org.desireline.app.store.KeptCharter;
import org.desireline.charter.Charter;
import org.desireline.charter.Declared;
import org.desireline.charter.Gate;
import org.desireline.charter.Mistake;
import org.desireline.journal.Journal;

/**
 * A charter as it was read for a run, before and after it meets the data.
 *
 * @param file the file, as the reader named it
 */
public record Declaration(Path file, Loaded loaded) {

    /** Name of the file where none is given. */
    public static final Path USUAL = Path.of("charter.yaml");

    /**
     * Reads a charter and everything that belongs to it.
     *
     * @throws BadInput where there is none
     */
    public static Declaration read(Path file) {
        if (!Files.exists(file)) {
            throw new BadInput("There is no charter " + file + ". Perhaps write a draft of one from what was seen:"
                    + " desireline init");
        }
        return new Declaration(file, CharterFiles.read(file));
    }

    /**
     * Reads a charter that is to be used.
     *
     * @throws BadInput where there is none, or where a mistake keeps it from being used
     */
    static Declaration usable(Path file) {
        Declaration declaration = read(file);
        if (declaration.loaded.hasErrors()) {
            throw new BadInput(declaration.loaded.text() + "\nThe charter cannot be used. Perhaps see: desireline check"
                    + (file.equals(USUAL) ? "" : " --charter " + file));
        }
        return declaration;
    }

    /** Everything that is wrong with it, in the order of files and lines. */
    public List<Mistake> mistakes() {
        return loaded.mistakes();
    }

    /** The newest version. */
    Declared newest() {
        return loaded.versions().getLast().declared();
    }

    /** The gates of the newest version, then those of the teams' charters. */
    List<Gate> gates() {
        List<Gate> gates = new ArrayList<>(newest().gates());
        loaded.teams().values().forEach(team -> gates.addAll(team.gates()));
        return gates;
    }

    /** The versions, as the store keeps them. */
    List<KeptCharter> texts() {
        return loaded.versions().stream().map(version -> {
            String text = CharterText.of(version.declared());
            return new KeptCharter(version.name(), version.source(), sha256(text), text);
        }).toList();
    }

    /** The charters of teams, told apart by what they say; empty where there is none. */
    String own() {
        StringBuilder own = new StringBuilder();
        loaded.teams().forEach((team, declared) ->
                own.append('|').append(team).append(' ').append(sha256(CharterText.of(declared))));
        return own.toString();
    }

    static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
        }
    }

    /** Resolves the names and expressions against the data. */
    Compiled against(Journal journal, Charter guessed, long asOfMillis, People people, Persons persons) {
        return CharterCompiler.compile(loaded.versions(), loaded.teams(), journal, guessed.statuses(), asOfMillis,
                named(people, persons));
    }

    /** The people that the charter may name: by people.yaml, else by the one account that is called so. */
    private static Members named(People people, Persons persons) {
        TreeSet<String> names = new TreeSet<>(people.people().keySet());
        people.strangers().forEach(account -> names.add(shortName(account)));
        return new Members(name -> {
            List<String> accounts = new ArrayList<>(people.accountsOf(name));
            if (accounts.isEmpty()) {
                List<String> called = people.strangers().stream()
                        .filter(account -> shortName(account).equalsIgnoreCase(name.strip())).toList();
                accounts.addAll(called.size() == 1 ? called : List.of());
            }
            Set<String> all = new HashSet<>();
            accounts.forEach(account -> all.add(persons.token(account)));
            return all;
        }, names);
    }

    private static String shortName(String account) {
        return account.substring(account.indexOf(':') + 1).toLowerCase(Locale.ROOT);
    }

    /** The rules of a run under this charter: what it declares, and as guessed where it says nothing. */
    static Charter inForce(Charter guessed, Compiled compiled) {
        Declared newest = compiled.newest();
        return new Charter(newest.week() == null ? guessed.week() : newest.week(), compiled.statuses(),
                guessed.priorities(), guessed.bots(), guessed.containerTypes(),
                newest.assumed() || newest.week() == null, compiled.intent(), guessed.timedScopes());
    }
}
