package org.desireline.instrument.ledger;

import java.util.Map;
import java.util.TreeMap;
import org.desireline.charter.Dimension;
import org.desireline.instrument.ledger.Posting.Kind;
import org.desireline.part.Assembly;

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
            boolean whole = Posting.dimension(row) == Posting.WHOLE;
            if (whole && Posting.classCode(row) == Posting.EVERYTHING) {
                sums.merge("everything/hours", Posting.kind(key) == Kind.WALL_MILLIS ? sum : 0, Long::sum);
            } else if (whole) {
                add(sums, "ledger/all/all/", key, sum);
            } else {
                Dimension dimension = Dimension.values()[Posting.dimension(row)];
                String name = assembly.frame().classes().names(dimension).get(Posting.classCode(row));
                if (assembly.frame().classes().named(dimension) > 0) {
                    add(sums, "ledger/" + dimension.label() + "/" + name + "/", key, sum);
                }
            }
        });
        sums.entrySet().removeIf(line -> line.getKey().endsWith("laterCycles/hours") && line.getValue() == 0);
        Map<String, Double> lines = new TreeMap<>();
        sums.forEach((id, sum) -> lines.put(id, id.endsWith("/hours") ? sum / 3_600_000.0 : sum));
        return lines;
    }

    private static void add(Map<String, Long> sums, String row, long key, long sum) {
        String prefix = row + (Posting.period(Posting.row(key)) == Ledger.ALL ? "all/" : "");
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
