package org.desireline.app.source.git;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The items that a repository tells of by itself: what came to the main line at once.
 *
 * <p>A merge on that line is an item, and what it brought its work; a commit whose subject ends with the number of a
 * pull request is one, with all commits of that number; one author's commits in a row that name an item in common are
 * one; any other commit on the line is an item of its own.
 */
final class LoneItems {

    private static final int SHORT = 8;

    private final Map<String, Item> items = new LinkedHashMap<>();
    private final int[] line;
    private long emptyMerges;

    /** Something that came to the main line, as it is put together. */
    static final class Item {

        private final String id;
        private final String key;
        private final String type;
        private final List<ReadCommit> commits = new ArrayList<>();
        private final List<ReadCommit> arrivals = new ArrayList<>();

        private Item(String id, String key, String type) {
            this.id = id;
            this.key = key;
            this.type = type;
        }

        /** Its name within the repository: a hash, or the number of a pull request. */
        String id() {
            return id;
        }

        /** What people would call it, after the name of the repository. */
        String key() {
            return key;
        }

        /** What kind of an item it is. */
        String type() {
            return type;
        }

        /** The work on it. */
        List<ReadCommit> commits() {
            return Collections.unmodifiableList(commits);
        }

        /** The commits on the main line with which it came; of a merge, that one alone. */
        List<ReadCommit> arrivals() {
            return Collections.unmodifiableList(arrivals);
        }
    }

    /**
     * Puts them together.
     *
     * @param commits all that was read
     * @param history how they came to the main line
     */
    LoneItems(List<ReadCommit> commits, History history) {
        line = history.line();
        Map<Integer, Item> byMerge = new HashMap<>();
        Map<Person, Item> runs = new HashMap<>();
        Map<Item, List<String>> shared = new HashMap<>();
        for (int at : line) {
            ReadCommit commit = commits.get(at);
            String pull = commit.message().pull();
            if (commit.isMerge()) {
                Item merge = new Item(commit.hash(), pull.isEmpty() ? "!" + commit.hash().substring(0, SHORT) : pull,
                        pull.isEmpty() ? "merge" : "pull request");
                merge.arrivals.add(commit);
                byMerge.put(at, merge);
            } else if (!pull.isEmpty()) {
                add(items.computeIfAbsent(pull, number -> new Item(number, number, "pull request")), commit);
            } else {
                run(commit, runs, shared);
            }
        }
        for (int i = 0; i < commits.size(); i++) {
            Item merge = byMerge.get(history.broughtBy(i));
            if (merge != null && !commits.get(i).isMerge()) {
                merge.commits.add(commits.get(i));
            }
        }
        byMerge.values().forEach(merge -> {
            if (merge.commits.isEmpty()) {
                emptyMerges++;
            } else {
                items.put(merge.id, merge);
            }
        });
    }

    private static void add(Item item, ReadCommit commit) {
        item.commits.add(commit);
        item.arrivals.add(commit);
    }

    /** A commit straight on the line: it goes on with its author's last one where they name an item in common. */
    private void run(ReadCommit commit, Map<Person, Item> runs, Map<Item, List<String>> shared) {
        Item last = runs.get(commit.author());
        if (last != null) {
            List<String> common = new ArrayList<>(shared.getOrDefault(last, List.of()));
            common.retainAll(commit.message().keys());
            if (!common.isEmpty()) {
                add(last, commit);
                shared.put(last, common);
                return;
            }
        }
        Item item = new Item(commit.hash(), "!" + commit.hash().substring(0, SHORT), "commits");
        add(item, commit);
        items.put(item.id, item);
        runs.put(commit.author(), item);
        shared.put(item, List.copyOf(commit.message().keys()));
    }

    /** The items, each once. */
    List<Item> all() {
        return List.copyOf(items.values());
    }

    /** Merges on the main line that brought nothing. */
    long emptyMerges() {
        return emptyMerges;
    }

    /** How many commits stand on the main line. */
    int lineLength() {
        return line.length;
    }
}
