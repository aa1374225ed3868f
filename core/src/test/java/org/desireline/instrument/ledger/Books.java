package org.desireline.instrument.ledger;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.desireline.charter.Dimension;
import org.desireline.instrument.ledger.Posting.Kind;
import org.desireline.part.Account;
import org.desireline.part.Assembly;
import org.desireline.part.Doing;

/** The ledger's tally before rows are folded for the reader, under the ids its lines would have. */
public final class Books {

    private Books() {}

    /** Hours and stocks of every cell, off-hours and later cycles of every row, and the hours of the whole tracker. */
    public static Map<String, Double> of(Assembly assembly) {
        Ledger ledger = new Ledger();
        Ledger.Book book = ledger.zero(assembly.frame());
        assembly.traces(0, 1, trace -> ledger.add(book, trace));
        Map<String, Long> sums = new TreeMap<>();
        book.sums.forEach((key, sum) -> {
            long row = Posting.row(key);
            if (isEverything(row)) {
                sums.merge("everything/hours", Posting.kind(key) == Kind.WALL_MILLIS ? sum : 0, Long::sum);
            } else if (isRow(assembly, row)) {
                add(sums, prefix(assembly, row), key, sum);
            }
        });
        sums.entrySet().removeIf(line -> line.getKey().endsWith("laterCycles/hours") && line.getValue() == 0);
        Map<String, Double> lines = new TreeMap<>();
        sums.forEach((id, sum) -> lines.put(id, id.endsWith("/hours") ? sum / 3_600_000.0 : sum));
        return lines;
    }

    /** Member-hours of what owners were doing, by row, doing and size of the party. */
    public static Map<String, Double> doings(Assembly assembly) {
        Ledger ledger = new Ledger();
        Ledger.Book book = ledger.zero(assembly.frame());
        assembly.traces(0, 1, trace -> ledger.add(book, trace));
        List<String> names = assembly.frame().classes().names(Dimension.PRIORITY);
        Map<String, Long> sums = new TreeMap<>();
        book.sums.forEach((key, sum) -> {
            int account = Posting.account(key);
            String what = switch (Posting.kind(key)) {
                case DOING_MILLIS -> Doing.of(account).name();
                case DISPLACED_BY -> "displacedNew by " + names.get(account);
                case INFLIGHT_SHORT -> "inflightShort";
                case INFLIGHT_LONG -> "inflightLong";
                default -> "";
            };
            if (!what.isEmpty() && isRow(assembly, Posting.row(key))) {
                sums.merge(prefix(assembly, Posting.row(key)) + what + " of " + Posting.pool(key), sum, Long::sum);
            }
        });
        Map<String, Double> lines = new TreeMap<>();
        sums.forEach((id, sum) -> lines.put(id, sum / 3_600_000.0));
        return lines;
    }

    private static boolean isEverything(long row) {
        return Posting.dimension(row) == Posting.WHOLE && Posting.classCode(row) == Posting.EVERYTHING;
    }

    private static boolean isRow(Assembly assembly, long row) {
        return Posting.dimension(row) == Posting.WHOLE
                || assembly.frame().classes().named(Dimension.values()[Posting.dimension(row)]) > 0;
    }

    private static String prefix(Assembly assembly, long row) {
        String name = "all/all";
        if (Posting.dimension(row) != Posting.WHOLE) {
            Dimension dimension = Dimension.values()[Posting.dimension(row)];
            name = dimension.label() + "/"
                    + assembly.frame().classes().names(dimension).get(Posting.classCode(row));
        }
        int period = Posting.period(row);
        int version = Ledger.versionOf(period);
        return "ledger/" + name + "/" + (period == Ledger.ALL ? "all/" : period == Ledger.WINDOW ? "" : "version/"
                + (version < 0 ? "before" : assembly.frame().charter().intent().versions().get(version).name()) + "/");
    }

    private static void add(Map<String, Long> sums, String prefix, long key, long sum) {
        Account account = Account.of(Posting.account(key));
        switch (Posting.kind(key)) {
            case ON_MILLIS -> sums.merge(prefix + account + "/hours", sum, Long::sum);
            case OFF_MILLIS -> sums.merge(prefix + "offHours/hours", account.isLive() ? sum : 0, Long::sum);
            case CYCLE_MILLIS -> sums.merge(prefix + "laterCycles/hours", sum, Long::sum);
            case STOCK_ITEMS -> sums.merge(prefix + account + "/stock", sum, Long::sum);
            case WALL_MILLIS, UNASSIGNED_MILLIS, CELL_ITEMS, ROW_ITEMS, ROW_ACTORS, LABOUR_MILLIS, DOING_MILLIS,
                    DOING_BY_CLUSTER, DISPLACED_BY, INFLIGHT_SHORT, INFLIGHT_LONG -> { }
        }
    }
}
