package org.desireline.instrument.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.desireline.charter.Dimension;
import org.desireline.instrument.Tally;
import org.desireline.instrument.Top;
import org.desireline.instrument.ledger.Posting.Kind;
import org.desireline.part.Account;
import org.desireline.part.Doing;
import org.desireline.part.Frame;
import org.desireline.part.Meanwhile;
import org.desireline.part.Stretch;
import org.desireline.part.Trace;
import org.desireline.part.Wait;

/**
 * Posts one trace.
 *
 * <p>Stretches of the same classes, window and version are summed first, so that a long life costs as many postings as
 * it has accounts, not as it has stretches.
 */
final class Bookkeeper {

    private static final Set<Integer> DECLARED = Set.of(Dimension.PRIORITY.ordinal(), Dimension.TEAM.ordinal(),
            Dimension.AREA.ordinal(), Posting.WHOLE);

    private final Ledger.Book book;
    private final Trace trace;
    private final List<Group> groups = new ArrayList<>();
    /** The group of each stretch. */
    private final int[] groupOf;

    /** Stretches whose hours go to the same rows; the sums' keys hold row 0. */
    private record Group(int[] classes, boolean inWindow, int version, Tally sums) {}

    Bookkeeper(Ledger.Book book, Trace trace) {
        this.book = book;
        this.trace = trace;
        this.groupOf = new int[trace.stretches().size()];
    }

    /** The dimensions of a run that have rows, and the whole. */
    static int[] dimensions(Frame frame) {
        return IntStream.concat(Arrays.stream(Dimension.values())
                .filter(dimension -> frame.classes().named(dimension) > 0).mapToInt(Dimension::ordinal),
                IntStream.of(Posting.WHOLE)).toArray();
    }

    /** Posts everything about the trace. */
    void post() {
        for (int i = 0; i < groupOf.length; i++) {
            Stretch stretch = trace.stretches().get(i);
            groupOf[i] = group(stretch);
            sum(groups.get(groupOf[i]).sums(), stretch);
        }
        for (Trace.Labour labour : trace.labours()) {
            Stretch stretch = trace.stretches().get(labour.stretch());
            groups.get(groupOf[labour.stretch()]).sums().add(
                    Posting.key(Kind.LABOUR_MILLIS, 0, Account.of(stretch).ordinal(), labour.actor()),
                    labour.millis());
        }
        BitSet rows = new BitSet();
        BitSet cells = new BitSet();
        Map<Long, Long> onMillis = new HashMap<>();
        for (Group group : groups) {
            post(group, Ledger.ALL, rows, cells, onMillis);
            if (group.inWindow()) {
                post(group, Ledger.WINDOW, rows, cells, onMillis);
                if (book.byVersion) {
                    post(group, Ledger.periodOf(group.version()), rows, cells, onMillis);
                }
            }
        }
        rows.stream().forEach(row -> population(book, trace, row));
        cells.stream().forEach(cell -> book.sums.add(Posting.key(Kind.CELL_ITEMS, cell >> 5, cell & 31, 0), 1));
        onMillis.forEach((cell, millis) -> {
            if (millis > 0) {
                book.longest.computeIfAbsent(cell, key -> new Top())
                        .add(new Top.Case(millis, 0, trace.item(), trace.key(), trace.createdMillis(), "",
                                new ArrayList<>(List.of(millis))));
            }
        });
        stock();
    }

    private int group(Stretch stretch) {
        for (int i = groups.size() - 1; i >= 0; i--) {
            Group group = groups.get(i);
            if (group.inWindow() == stretch.inWindow() && group.version() == stretch.version()
                    && Arrays.equals(group.classes(), stretch.classes())) {
                return i;
            }
        }
        groups.add(new Group(stretch.classes(), stretch.inWindow(), stretch.version(), new Tally()));
        return groups.size() - 1;
    }

    private void sum(Tally sums, Stretch stretch) {
        int account = Account.of(stretch).ordinal();
        int awaited = Account.of(stretch.cause(), stretch.cycle()).ordinal();
        int who = trace.cluster();
        sums.add(Posting.key(Kind.ON_MILLIS, 0, account, who), stretch.onCalendarMillis());
        sums.add(Posting.key(Kind.OFF_MILLIS, 0, account, 0), stretch.offCalendarMillis());
        sums.add(Posting.key(Kind.WALL_MILLIS, 0, awaited, who), stretch.millis());
        if (stretch.cycle() > 1 && Account.of(account).isLive()) {
            sums.add(Posting.key(Kind.CYCLE_MILLIS, 0, 0, 0), stretch.onCalendarMillis());
        }
        if (!stretch.parked()) {
            stretch.meanwhile().forEach(member -> sum(sums, member));
        }
    }

    private void sum(Tally sums, Meanwhile member) {
        for (Doing doing : Doing.values()) {
            add(sums, Kind.DOING_MILLIS, doing.ordinal(), member, member.actor(), member.millis(doing));
            add(sums, Kind.DOING_BY_CLUSTER, doing.ordinal(), member, trace.cluster(), member.millis(doing));
        }
        for (int code = 0; code < member.displacedBy().length; code++) {
            add(sums, Kind.DISPLACED_BY, code, member, member.actor(), member.displacedBy()[code]);
        }
        add(sums, Kind.INFLIGHT_SHORT, 0, member, member.actor(), member.inflightShort());
        add(sums, Kind.INFLIGHT_LONG, 0, member, member.actor(), member.inflightLong());
    }

    private static void add(Tally sums, Kind kind, int account, Meanwhile member, int who, long millis) {
        if (millis != 0) {
            sums.add(Posting.key(kind, 0, account, member.pool(), who), millis);
        }
    }

    private void post(Group group, int period, BitSet rows, BitSet cells, Map<Long, Long> onMillis) {
        for (int dimension : book.dimensions) {
            boolean declared = DECLARED.contains(dimension);
            if (period > Ledger.WINDOW && !declared) {
                continue;
            }
            long row = Posting.row(period, dimension, dimension == Posting.WHOLE ? Posting.WORK
                    : group.classes()[dimension]);
            rows.set((int) row);
            boolean secondLevel = declared && period != Ledger.ALL;
            group.sums().forEachUnordered((key, sum) -> {
                Kind kind = Posting.kind(key);
                if (secondLevel || !kind.isSecondLevel()) {
                    book.sums.add(Posting.inRow(key, row), sum);
                }
                if (kind == Kind.ON_MILLIS) {
                    cells.set((int) row << 5 | Posting.account(key));
                    if (period == Ledger.WINDOW) {
                        onMillis.merge(row << 5 | Posting.account(key), sum, Long::sum);
                    }
                }
            });
        }
    }

    private void stock() {
        if (trace.over() || trace.stretches().isEmpty()) {
            return;
        }
        Stretch last = trace.stretches().get(trace.stretches().size() - 1);
        for (int dimension : book.dimensions) {
            long row = Posting.row(Ledger.WINDOW, dimension, dimension == Posting.WHOLE ? Posting.WORK
                    : last.classes()[dimension]);
            book.sums.add(Posting.key(Kind.STOCK_ITEMS, row, Account.of(last).ordinal(), 0), 1);
        }
    }

    /** Every item's whole life, containers included, so that nothing of the tracker's time is left out of the books. */
    static void everything(Ledger.Book book, Trace trace) {
        long row = Posting.row(Ledger.ALL, Posting.WHOLE, Posting.EVERYTHING);
        for (Stretch stretch : trace.stretches()) {
            int awaited = Account.of(stretch.cause(), stretch.cycle()).ordinal();
            book.sums.add(Posting.key(Kind.WALL_MILLIS, row, awaited, trace.cluster()), stretch.millis());
            // Recorded work is left out, so that the share does not tell what few people logged on work nobody owned.
            if (!stretch.owned() && stretch.cause() != Wait.closedGap && stretch.cause() != Wait.worked) {
                book.sums.add(Posting.key(Kind.UNASSIGNED_MILLIS, row, 0, trace.cluster()), stretch.millis());
            }
        }
        if (!trace.stretches().isEmpty()) {
            population(book, trace, (int) row);
        }
    }

    private static void population(Ledger.Book book, Trace trace, int row) {
        book.sums.add(Posting.key(Kind.ROW_ITEMS, row, 0, 0), 1);
        for (int actor : trace.actors()) {
            book.sums.add(Posting.key(Kind.ROW_ACTORS, row, 0, actor), 1);
        }
    }
}
