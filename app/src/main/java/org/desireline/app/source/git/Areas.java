package org.desireline.app.source.git;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The areas of a repository: its folders, and in a folder that holds more than half of all changes the folders of that.
 *
 * <p>Cost: memory in folders at the top.
 */
final class Areas {

    /** The area of files that lie in no folder. */
    static final String ROOT = "(root)";
    /** The area of what touches more than can be told apart. */
    static final String MANY = "many areas";
    private static final int MOST = 5;

    private final Map<String, Long> changes = new HashMap<>();
    private String divided = "";

    /** Counts changed files. */
    void count(Collection<String> paths) {
        paths.forEach(path -> changes.merge(top(path), 1L, Long::sum));
    }

    /** No change follows. */
    void settle() {
        long all = changes.values().stream().mapToLong(Long::longValue).sum();
        changes.forEach((top, count) -> {
            if (2 * count > all && !top.equals(ROOT)) {
                divided = top;
            }
        });
    }

    /** The areas of some files, sorted. */
    List<String> of(Collection<String> paths) {
        TreeSet<String> areas = new TreeSet<>();
        for (String path : paths) {
            areas.add(area(path));
        }
        return areas.size() > MOST ? List.of(MANY) : List.copyOf(areas);
    }

    private String area(String path) {
        String top = top(path);
        if (!top.equals(divided)) {
            return top;
        }
        int second = path.indexOf('/', top.length() + 1);
        return second < 0 ? top : path.substring(0, second);
    }

    private static String top(String path) {
        int end = path.indexOf('/');
        return end < 0 ? ROOT : path.substring(0, end);
    }
}
