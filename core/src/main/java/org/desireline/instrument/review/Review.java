package org.desireline.instrument.review;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.desireline.charter.Dimension;
import org.desireline.instrument.Card;
import org.desireline.instrument.Instrument;
import org.desireline.instrument.Reading;
import org.desireline.instrument.Tally;
import org.desireline.instrument.Top;
import org.desireline.part.Frame;
import org.desireline.part.Stretch;
import org.desireline.part.Trace;

/**
 * Counts changes to a repository that were merged, and how long they took.
 *
 * <p>Question: how long does a change wait for another's eyes and for its merge, and does it get the former? Unit:
 * hours by the wall clock, medians; shares. Method: order statistics over the changes merged in the window; Woodruff
 * intervals with authors as clusters. Cost: O(dimensions) a change; memory in distinct lengths by class and author.
 * Law: changes merged are those reviewed and those not. Blind spot: reviews that nobody recorded.
 */
public final class Review implements Instrument<Trace, Review.Count> {

    /** What a sum counts. */
    enum Kind {
        /** Changes merged, by author and by seconds from their beginning to the merge. */
        MERGED,
        /** Changes merged that somebody else reviewed, by author and by seconds until the first review. */
        REVIEWED,
        /** Actors with any event on changes merged. */
        ACTOR
    }

    static final int SECONDS_BITS = 31;
    static final int WHO_BITS = 21;
    static final int KIND_BITS = 2;
    static final int CLASS_BITS = 5;
    /** The dimension that stands for the whole. */
    static final int WHOLE = Dimension.values().length;
    /** The author of changes whose author is unknown. */
    static final int UNKNOWN = (1 << WHO_BITS) - 1;
    private static final long SECOND_MILLIS = 1000;
    private static final long MOST_SECONDS = (1L << SECONDS_BITS) - 1;

    /** The tally. */
    public static final class Count implements Serializable {

        private static final long serialVersionUID = 1L;

        final int[] dimensions;
        final Tally sums = new Tally();
        final HashMap<Long, Top> evidence = new HashMap<>();
        long parts;
        long merged;
        long byPrograms;
        long reviewedLate;

        Count(int[] dimensions) {
            this.dimensions = dimensions;
        }
    }

    /** Packs a cell: a class of a dimension and what is counted. */
    static long cell(Kind kind, int dimension, int code) {
        return ((long) dimension << CLASS_BITS | code) << KIND_BITS | kind.ordinal();
    }

    private static long key(long cell, int who, long seconds) {
        if (who < 0 || who > UNKNOWN) {
            throw new IllegalArgumentException("Too many actors for a key: " + who + ".");
        }
        return (cell << WHO_BITS | who) << SECONDS_BITS | Math.clamp(seconds, 0, MOST_SECONDS);
    }

    @Override
    public Card card() {
        return new Card(
                "review",
                "How long does a change wait for another's review and for its merge, and how many come in without one?",
                "hours by the wall clock, medians; shares",
                "Of the pull requests, merge requests, merges and runs of commits that were merged in the window: the"
                        + " time from their beginning to the first review by anybody but their author, the time to the"
                        + " merge, and the share that nobody else ever reviewed. Medians carry Woodruff intervals,"
                        + " shares delete-one-cluster jackknife intervals; clusters are authors. Changes that programs"
                        + " propose do not count.",
                List.of("Woodruff (1952), Confidence intervals for medians and other position measures",
                        "Tukey (1958), Bias and confidence in not quite large samples"),
                "O(dimensions) a change; memory in distinct lengths by class and author",
                List.of(),
                "5 changes by 5 people in a row; for the share without a review, reviews on record for half of them",
                "A median is said to differ from another when it does not, outside both intervals",
                List.of("Reviews that nobody recorded: absence of a record is not absence of a review",
                        "A merged change began at the latest with its first commit; work before that is not seen",
                        "Changes that were never merged do not count"));
    }

    @Override
    public List<Class<? extends Trace>> grains() {
        return List.of(Trace.class);
    }

    @Override
    public Count zero(Frame frame) {
        return new Count(IntStream.concat(Arrays.stream(Dimension.values())
                .filter(dimension -> frame.classes().named(dimension) > 0).mapToInt(Dimension::ordinal),
                IntStream.of(WHOLE)).toArray());
    }

    @Override
    public void add(Count count, Trace trace) {
        Trace.Change change = trace.change();
        if (change == null) {
            return;
        }
        count.parts++;
        if (!change.inWindow()) {
            return;
        }
        if (change.isBot()) {
            count.byPrograms++;
            return;
        }
        count.merged++;
        count.reviewedLate += change.isReviewed() && change.reviewedMillis() > change.mergedMillis() ? 1 : 0;
        List<Stretch> stretches = trace.stretches();
        for (int dimension : count.dimensions) {
            if (dimension == WHOLE) {
                post(count, trace, change, WHOLE, 0);
            } else if (!stretches.isEmpty()) {
                post(count, trace, change, dimension, stretches.getLast().classes()[dimension]);
            }
        }
    }

    private static void post(Count count, Trace trace, Trace.Change change, int dimension, int code) {
        int who = change.author() < 0 ? UNKNOWN : change.author();
        long toMerge = (change.mergedMillis() - trace.createdMillis()) / SECOND_MILLIS;
        long merged = cell(Kind.MERGED, dimension, code);
        count.sums.add(key(merged, who, toMerge), 1);
        for (int actor : trace.actors()) {
            count.sums.add(key(cell(Kind.ACTOR, dimension, code), actor, 0), 1);
        }
        if (change.isReviewed()) {
            long toReview = (change.reviewedMillis() - trace.createdMillis()) / SECOND_MILLIS;
            long reviewed = cell(Kind.REVIEWED, dimension, code);
            count.sums.add(key(reviewed, who, toReview), 1);
            offer(count, reviewed, trace, toReview, toReview);
        } else {
            offer(count, cell(Kind.ACTOR, dimension, code), trace, change.mergedMillis(), toMerge);
        }
        offer(count, merged, trace, toMerge, toMerge);
    }

    /** Keeps a change as evidence: the longest, and of those without a review the latest. */
    private static void offer(Count count, long cell, Trace trace, long weight, long seconds) {
        count.evidence.computeIfAbsent(cell, key -> new Top()).add(new Top.Case(weight, 0, trace.item(), trace.key(),
                trace.createdMillis(), "", new ArrayList<>(List.of(seconds))));
    }

    @Override
    public Count merge(Count count, Count other) {
        count.sums.add(other.sums);
        other.evidence.forEach((cell, top) -> count.evidence.computeIfAbsent(cell, key -> new Top()).add(top));
        count.parts += other.parts;
        count.merged += other.merged;
        count.byPrograms += other.byPrograms;
        count.reviewedLate += other.reviewedLate;
        return count;
    }

    @Override
    public Next<Count> close(Count count, Frame frame, List<Reading> needed) {
        return new Next.Done<>(new Summary(count, frame).reading());
    }
}
