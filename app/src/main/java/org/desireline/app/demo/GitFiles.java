package org.desireline.app.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.desireline.app.git.GitSettings;
import org.desireline.world.Change;
import org.desireline.world.Change.What;
import org.desireline.world.Person;
import org.desireline.world.WorkItem;
import org.desireline.world.World;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.TreeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * Writes the commits of a {@link World} as a bare git repository with one branch, {@code main}.
 *
 * <p>Each is by the person who did it, under the name and the address that {@link JiraFiles} gives them too, at the
 * instant of the change cut to the second, for git knows no more. Its message begins with the item's key, and it
 * changes one small file that belongs to the item. The same world gives the same hashes. What is written again over an
 * earlier world leaves that one's objects behind, on no branch.
 */
public final class GitFiles {

    private static final Comparator<Done> IN_TIME = Comparator.<Done>comparingLong(done -> done.change().atMillis())
            .thenComparingInt(done -> done.item().number());
    private static final int FILES_A_FOLDER = 100;

    private final World world;
    private final ObjectInserter inserter;
    /** Folder to file to content: folders of few files, so that a commit writes little. */
    private final TreeMap<String, TreeMap<String, ObjectId>> files = new TreeMap<>();
    private final TreeMap<String, ObjectId> folders = new TreeMap<>();

    private GitFiles(World world, ObjectInserter inserter) {
        this.world = world;
        this.inserter = inserter;
    }

    /** A commit and the item it is about. */
    private record Done(WorkItem item, Change change, String subject) {}

    /**
     * Writes the repository; the folder is made if it is not there.
     *
     * @return the number of commits written
     */
    public static int write(World world, Path folder) throws IOException {
        GitSettings.install();
        List<Done> all = new ArrayList<>();
        for (WorkItem item : world.items()) {
            for (Change change : item.changes()) {
                if (change.what() instanceof What.Commit commit) {
                    all.add(new Done(item, change, commit.subject()));
                }
            }
        }
        all.sort(IN_TIME);
        try (FileRepository repository = new FileRepository(folder.toFile())) {
            if (!Files.exists(folder.resolve(Constants.HEAD))) {
                repository.create(true);
            }
            try (ObjectInserter inserter = repository.getObjectDatabase().newPackInserter()) {
                GitFiles writer = new GitFiles(world, inserter);
                ObjectId last = null;
                for (Done done : all) {
                    last = writer.commit(done, last);
                }
                inserter.flush();
                point(repository, last);
            }
        }
        return all.size();
    }

    /** Leaves the branch at a commit, whatever it was at before. */
    private static void point(Repository repository, @Nullable ObjectId last) throws IOException {
        RefUpdate head = repository.updateRef(Constants.HEAD);
        head.disableRefLog();
        head.link(Constants.R_HEADS + "main");
        RefUpdate branch = repository.updateRef(Constants.R_HEADS + "main");
        branch.disableRefLog();
        branch.setForceUpdate(true);
        RefUpdate.Result result = RefUpdate.Result.NO_CHANGE;
        if (last != null) {
            branch.setNewObjectId(last);
            result = branch.update();
        }
        if (result == RefUpdate.Result.LOCK_FAILURE || result == RefUpdate.Result.IO_FAILURE) {
            throw new IOException("its branch cannot be written: " + result);
        }
    }

    private ObjectId commit(Done done, @Nullable ObjectId parent) throws IOException {
        Person person = world.people().get(done.change().actor());
        Instant second = Instant.ofEpochSecond(Math.floorDiv(done.change().atMillis(), 1000L));
        PersonIdent who = new PersonIdent(person.name(), JiraIssue.address(person), second, ZoneOffset.UTC);
        CommitBuilder commit = new CommitBuilder();
        commit.setTreeId(tree(done.item()));
        commit.setAuthor(who);
        commit.setCommitter(who);
        commit.setEncoding(StandardCharsets.UTF_8);
        commit.setMessage(JiraIssue.key(done.item()) + ": " + done.subject() + "\n");
        if (parent != null) {
            commit.setParentId(parent);
        }
        return inserter.insert(commit);
    }

    /** The whole tree once the file of an item says something else. */
    private ObjectId tree(WorkItem item) throws IOException {
        String folder = String.format(Locale.ROOT, "%s-%03d", item.project(), item.number() / FILES_A_FOLDER);
        TreeMap<String, ObjectId> here = files.computeIfAbsent(folder, none -> new TreeMap<>());
        String file = JiraIssue.key(item) + ".txt";
        ObjectId before = here.get(file);
        String text = (before == null ? item.component() : before.name()) + "\n";
        here.put(file, inserter.insert(Constants.OBJ_BLOB, text.getBytes(StandardCharsets.UTF_8)));
        folders.put(folder, inserter.insert(formatted(here, FileMode.REGULAR_FILE)));
        return inserter.insert(formatted(folders, FileMode.TREE));
    }

    private static TreeFormatter formatted(SortedMap<String, ObjectId> entries, FileMode mode) {
        TreeFormatter tree = new TreeFormatter();
        entries.forEach((name, id) -> tree.append(name, mode, id));
        return tree;
    }
}
