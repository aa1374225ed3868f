package org.desireline.app.source.git;

import java.util.Locale;

/**
 * Somebody in the history of a repository, by address, else by name.
 *
 * @param account the account, with its source before a colon; empty for nobody
 * @param called what they are called, empty where that is not said
 */
record Person(String account, String called) {

    /** The address of a server that commits for whoever pressed its button. */
    private static final String SERVER = "noreply@github.com";

    /** Whoever an identity says. */
    static Person of(GitIdent ident) {
        String email = ident.email().strip().toLowerCase(Locale.ROOT);
        String name = ident.name().strip();
        String account = email.isEmpty() ? name : email;
        return new Person(account.isEmpty() ? "" : "git:" + account, name);
    }

    /** Whether nobody is named. */
    boolean isNobody() {
        return account.isEmpty();
    }

    /** Whether it is a server, and no person. */
    boolean isServer() {
        return account.equals("git:" + SERVER);
    }
}
