package org.desireline.instrument.ownership;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.desireline.instrument.ownership.Ownership.Kind;
import org.desireline.number.Contrast;
import org.desireline.number.Holm;
import org.desireline.number.RatioJackknife;
import org.desireline.number.Strength;
import org.jspecify.annotations.Nullable;

/**
 * What is claimed of areas: orphaned, the owner absent, contested; each claim adjusted by Holm over all areas that are
 * judged.
 *
 * <p>An area is <em>orphaned</em> where the mean time that its items lay without an owner is more than twice that of
 * all other areas, {@code D = R − 2·R'}, by a delete-one jackknife over the people whose items they were; or where
 * there is a run of whole weeks without a touch by its declared team, with three items or more waiting at the end of
 * each. A run of k of w weeks is tested against chance: with a, the smoothed share of the other weeks that have a
 * touch, {@code p ≤ (w − k + 1)·(1 − a)^k}. Its owner is <em>absent</em> where another team's share less the declared
 * team's lies above 0. It is <em>contested</em> where the smaller of two teams' shares lies above 30 %.
 */
final class Claims {

    static final int ORPHAN_WEEKS = 4;
    static final int ORPHAN_WAITING = 3;
    static final double TIMES = 2;
    static final int ABSENT_WEEKS = 6;
    static final double ABSENT_OWN = 0.2;
    static final double ABSENT_OTHER = 0.5;
    static final double CONTESTED_SHARE = 0.3;
    static final double CONTESTED_HAND_OVERS = 0.2;

    private static final double ALPHA = 0.05;
    private static final double TENTHS = 0.9;

    private final Collection<Area> areas;
    private final int[] weeks;
    private final Map<Integer, Lain> lain = new TreeMap<>();
    private final Map<Integer, Silence> silences = new TreeMap<>();
    private final Map<Integer, Shares> absences = new TreeMap<>();
    private final Map<Integer, Shares> contests = new TreeMap<>();

    /**
     * How long items lay without an owner.
     *
     * @param hours their mean here
     * @param elsewhere their mean in all other areas
     * @param excess the former less twice the latter, or null where too few people's items they are
     */
    record Lain(double hours, double elsewhere, @Nullable Contrast excess, Strength strength) {}

    /**
     * Weeks in which nobody of the declared team left a touch.
     *
     * @param run the longest run of them in which items waited, 0 where it is too short to count
     * @param quiet weeks without a touch by the team in which fewer than three items waited
     * @param pValue that so long a run comes about by chance
     */
    record Silence(int run, int quiet, double pValue, Strength strength) {}

    /**
     * A share or a difference of two.
     *
     * @param other the other team
     */
    record Shares(RatioJackknife ratio, int other, boolean meets, Strength strength) {}

    /**
     * Claims on areas in which enough lies.
     *
     * @param heard codes of the teams whose members are known: of the others it cannot be told whether they are silent
     */
    Claims(
            Collection<Area> areas, Collection<Area> all, int[] weeks, boolean ownersKnown, boolean teams,
            BitSet heard) {
        this.areas = areas;
        this.weeks = weeks;
        if (ownersKnown) {
            lie(all);
        }
        if (teams) {
            areas.stream().filter(area -> heard.get(area.owner())).forEach(this::silence);
            areas.stream().filter(area -> area.lack() == null).forEach(area -> share(area, heard));
        }
        adjustOrphans();
        adjust(absences, 0, true);
        adjust(contests, CONTESTED_SHARE, false);
    }

    @Nullable Lain lain(Area area) {
        return lain.get(area.code);
    }

    @Nullable Silence silenceOf(Area area) {
        return silences.get(area.code);
    }

    @Nullable Shares absence(Area area) {
        return absences.get(area.code);
    }

    @Nullable Shares contest(Area area) {
        return contests.get(area.code);
    }

    private void lie(Collection<Area> all) {
        TreeMap<Integer, Long> items = new TreeMap<>();
        TreeMap<Integer, Long> millis = new TreeMap<>();
        for (Area area : all) {
            area.of(Kind.LAIN, 0).forEach((who, n) -> items.merge(who, n, Long::sum));
            area.of(Kind.OWNERLESS, 0).forEach((who, n) -> millis.merge(who, n, Long::sum));
        }
        for (Area area : areas) {
            double own = area.sum(Kind.LAIN, 0);
            double others = Area.sum(items.values()) - own;
            if (own > 0 && others > 0) {
                lain.put(area.code, lain(area, items, millis));
            }
        }
    }

    private static Lain lain(Area area, SortedMap<Integer, Long> items, SortedMap<Integer, Long> millis) {
        SortedMap<Integer, Long> ownItems = area.of(Kind.LAIN, 0);
        SortedMap<Integer, Long> ownMillis = area.of(Kind.OWNERLESS, 0);
        double n = Area.sum(ownItems.values());
        double t = Area.sum(ownMillis.values());
        double n2 = Area.sum(items.values()) - n;
        double t2 = Area.sum(millis.values()) - t;
        List<Double> without = new ArrayList<>();
        for (int who : items.keySet()) {
            double inside = ownItems.getOrDefault(who, 0L);
            double outside = items.getOrDefault(who, 0L) - inside;
            double insideMillis = ownMillis.getOrDefault(who, 0L);
            double outsideMillis = millis.getOrDefault(who, 0L) - insideMillis;
            if (n - inside > 0 && n2 - outside > 0) {
                without.add((t - insideMillis) / (n - inside) - TIMES * (t2 - outsideMillis) / (n2 - outside));
            }
        }
        double value = t / n - TIMES * t2 / n2;
        double mean = without.stream().mapToDouble(Double::doubleValue).sum() / Math.max(1, without.size());
        double squares = without.stream().mapToDouble(each -> (each - mean) * (each - mean)).sum();
        double error = StrictMath.sqrt((without.size() - 1.0) / without.size() * squares);
        boolean enough = ownItems.size() >= Area.FEWEST_PEOPLE && without.size() == items.size();
        return new Lain(t / n / Statement.HOUR_MILLIS, t2 / n2 / Statement.HOUR_MILLIS, enough
                ? new Contrast(value / Statement.HOUR_MILLIS, error / Statement.HOUR_MILLIS, ownItems.size() - 1)
                : null, Strength.CANNOT_TELL);
    }

    private void silence(Area area) {
        SortedMap<Integer, Long> own = area.of(Kind.OWN_WEEKS, 0);
        SortedMap<Integer, Long> waiting = area.of(Kind.WAITING, 0);
        int longest = 0;
        int end = -1;
        int run = 0;
        int quiet = 0;
        for (int i = 0; i < weeks.length; i++) {
            boolean silent = !own.containsKey(weeks[i]);
            boolean waits = waiting.getOrDefault(weeks[i], 0L) >= ORPHAN_WAITING;
            run = silent && waits ? run + 1 : 0;
            quiet += silent && !waits ? 1 : 0;
            if (run > longest) {
                longest = run;
                end = i;
            }
        }
        boolean counts = longest >= ORPHAN_WEEKS && longest > usual(own, end - longest, end + 1);
        long active = own.size();
        double share = (active + 1.0) / (weeks.length - longest + 2);
        double chance = counts ? Math.min(1, (weeks.length - longest + 1) * StrictMath.pow(1 - share, longest)) : 1;
        silences.put(area.code, new Silence(counts ? longest : 0, quiet, chance, Strength.CANNOT_TELL));
    }

    /** The gap between weeks with touches that nine in ten do not exceed, in silent weeks; one that is left out. */
    private int usual(SortedMap<Integer, Long> own, int before, int after) {
        List<Integer> gaps = new ArrayList<>();
        int last = -1;
        for (int i = 0; i < weeks.length; i++) {
            if (own.containsKey(weeks[i])) {
                if (last >= 0 && !(last <= before && i >= after)) {
                    gaps.add(i - last - 1);
                }
                last = i;
            }
        }
        gaps.sort(null);
        return gaps.isEmpty() ? 0 : gaps.get((int) Math.ceil(TENTHS * gaps.size()) - 1);
    }

    private void share(Area area, BitSet heard) {
        SortedMap<Integer, Long> people = area.people();
        Integer other = area.largestOther();
        if (heard.get(area.owner()) && other != null) {
            TreeMap<Integer, Long> difference = new TreeMap<>(area.byOther(other));
            area.byOwner().forEach((who, n) -> difference.merge(who, -n, Long::sum));
            RatioJackknife ratio = Area.ratio(difference, people);
            double all = area.touches();
            boolean meets = Area.sum(area.byOwner().values()) < ABSENT_OWN * all
                    && Area.sum(area.byOther(other).values()) >= ABSENT_OTHER * all
                    && area.of(Kind.ALL_WEEKS, 0).size() >= ABSENT_WEEKS;
            if (ratio != null) {
                absences.put(area.code, new Shares(ratio, other, meets && Area.isSound(ratio), Strength.CANNOT_TELL));
            }
        }
        List<Integer> teams = area.teams();
        if (teams.size() > 1) {
            RatioJackknife ratio = Area.ratio(area.byTeam(teams.get(1)), people);
            boolean meets = ratio != null && ratio.interval().value() >= CONTESTED_SHARE
                    && area.sum(Kind.HAND_OVERS, 0) >= CONTESTED_HAND_OVERS * area.items();
            if (ratio != null) {
                contests.put(area.code, new Shares(ratio, teams.get(1), meets && Area.isSound(ratio),
                        Strength.CANNOT_TELL));
            }
        }
    }

    /** Both tests of an area belong to one family. */
    private void adjustOrphans() {
        List<Double> p = new ArrayList<>();
        for (Area area : areas) {
            Lain own = lain.get(area.code);
            p.add(own == null || own.excess() == null ? 1 : own.excess().pAbove());
            Silence silence = silences.get(area.code);
            p.add(silence == null ? 1 : silence.pValue());
        }
        double[] adjusted = Holm.adjusted(p.stream().mapToDouble(Double::doubleValue).toArray());
        int i = 0;
        for (Area area : areas) {
            Lain own = lain.get(area.code);
            if (own != null && own.excess() != null) {
                lain.put(area.code, new Lain(own.hours(), own.elsewhere(), own.excess(),
                        strength(own.excess().interval().low() > 0, adjusted[i])));
            }
            Silence silence = silences.get(area.code);
            if (silence != null) {
                silences.put(area.code, new Silence(silence.run(), silence.quiet(), silence.pValue(),
                        strength(silence.pValue() < ALPHA, adjusted[i + 1])));
            }
            i += 2;
        }
    }

    private static void adjust(Map<Integer, Shares> all, double reference, boolean absent) {
        List<Integer> order = List.copyOf(all.keySet());
        double[] p = all.values().stream().mapToDouble(own -> p(own, reference)).toArray();
        double[] adjusted = Holm.adjusted(p);
        for (int i = 0; i < p.length; i++) {
            Shares own = Objects.requireNonNull(all.get(order.get(i)));
            boolean suggests = own.meets() && (!absent || own.ratio().interval().low() > 0);
            all.put(order.get(i), new Shares(own.ratio(), own.other(), own.meets(),
                    strength(suggests, own.meets() ? adjusted[i] : 1)));
        }
    }

    private static double p(Shares shares, double reference) {
        return shares.meets() ? new Contrast(shares.ratio().interval().value() - reference,
                shares.ratio().standardError(), shares.ratio().clusters() - 1).pAbove() : 1;
    }

    private static Strength strength(boolean suggests, double adjusted) {
        return adjusted < ALPHA ? Strength.SHOWS : suggests ? Strength.SUGGESTS : Strength.CANNOT_TELL;
    }
}
