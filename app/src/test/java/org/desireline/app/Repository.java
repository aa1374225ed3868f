package org.desireline.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import org.desireline.app.git.GitSettings;
import org.eclipse.jgit.api.CommitCommand;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;

/**
 * A git repository made for a test, with a work tree.
 *
 * @param git the repository
 */
public record Repository(Git git) implements AutoCloseable {

    /** A new one on branch main, as no setting of the machine would have it. */
    public static Repository in(Path folder) throws GitAPIException {
        GitSettings.install();
        return new Repository(Git.init().setDirectory(folder.toFile()).setInitialBranch("main").call());
    }

    /** Commits; gives the hash. */
    public String commit(String name, String email, String authored, String message)
            throws GitAPIException, IOException {
        return commit(name, email, authored, authored, message);
    }

    /** Commits, on another day than it was written; gives the hash. */
    public String commit(String name, String email, String authored, String recorded, String message)
            throws GitAPIException, IOException {
        Path file = git.getRepository().getWorkTree().toPath().resolve("file.txt");
        Files.writeString(file, authored + " " + message + "\n");
        git.add().addFilepattern(".").call();
        CommitCommand commit = git.commit().setMessage(message).setSign(false).setNoVerify(true).setAllowEmpty(true);
        commit.setAuthor(who(name, email, authored)).setCommitter(who("A Server", "server@x.example", recorded));
        return commit.call().name();
    }

    private static PersonIdent who(String name, String email, String at) {
        return new PersonIdent(name, email, Instant.parse(at), ZoneOffset.ofHours(2));
    }

    @Override
    public void close() {
        git.close();
    }
}
