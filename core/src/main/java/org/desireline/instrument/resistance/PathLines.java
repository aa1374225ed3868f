package org.desireline.instrument.resistance;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.desireline.charter.Dimension;
import org.desireline.instrument.Line;
import org.desireline.instrument.Support;
import org.desireline.number.Estimate;
import org.desireline.number.Grade;
import org.desireline.number.Interval;
import org.desireline.number.RatioJackknife;
import org.desireline.number.Strength;
import org.desireline.number.Student;
import org.desireline.number.Unit;
import org.desireline.part.Account;
import org.desireline.part.Frame;
import org.jspecify.annotations.Nullable;

/** Makes the lines of one path. What is worked and what is waited are cells of their own: either tells the other. */
final class PathLines {

    private static final String OF = "hours without recorded work for each hour with it";

    private final Path path;
    private final List<Line> lines;
    private final Line.About about;
    private final String prefix;
    private final String row;
    private final String column;
    private final Grade grade;

    PathLines(Path path, Frame frame, List<Line> lines) {
        this.path = path;
        this.lines = lines;
        Dimension dimension = path.way.dimension();
        String part = frame.classes().names(dimension).get(path.way.part());
        String rank = frame.classes().names(Dimension.PRIORITY).get(path.way.rank());
        this.about = new Line.About("path", rank + " in " + part);
        this.prefix = Way.prefix(dimension, part, rank);
        this.row = "resistance/" + dimension.label() + "/" + Line.idPart(part);
        this.column = "resistance/" + dimension.label() + "/every/" + Line.idPart(rank);
        this.grade = frame.charter().assumed() && frame.facts().work().grade().compareTo(Grade.ASSUMED) < 0
                ? Grade.ASSUMED : frame.facts().work().grade();
    }

    private void add(String label, Estimate estimate, String of, Support support) {
        lines.add(new Line(prefix + label, about, label, "window", estimate, of, support, null, List.of()));
    }

    /** How long it waited. */
    void waiting(int important) {
        double millis = Path.sum(path.waiting());
        if (millis > 0) {
            List<String> tables = new ArrayList<>(List.of(column + "/waiting"));
            tables.add(row + (path.way.rank() < important ? "/important" : "/waiting"));
            add("waiting", Estimate.exact(millis / Path.HOUR_MILLIS, Unit.HOURS, path.items(), path.people(), grade),
                    "live hours on calendar without recorded work", path.structure(prefix + "waiting", tables));
        }
    }

    private Support labour() {
        return path.labour(prefix + "labour", List.of(row + "/labour", column + "/labour"));
    }

    /** Its resistance, the parts that accounts have in it, and what it would be like for like. */
    void resistance(Ranking.@Nullable Logarithm plain, Ranking.@Nullable Logarithm like) {
        double touched = Path.sum(path.touched());
        if (touched == 0) {
            return;
        }
        if (plain == null || like == null) {
            String lack = path.lack();
            lines.add(new Line(prefix + "ratio", about, "ratio", "window", null, OF, labour(),
                    lack == null ? "fewer than 5 people's items" : lack, List.of()));
            return;
        }
        double ratio = StrictMath.exp(plain.value());
        double other = StrictMath.exp(like.value());
        add("ratio", estimate(ratio, plain).withSensitivity(Math.min(ratio, other), Math.max(ratio, other)), OF,
                labour());
        add("likeForLike", estimate(other, like), OF + ", items of each third of size counted as often as in the"
                + " organisation", labour());
        for (Account account : Account.values()) {
            RatioJackknife part = account.isWait() ? Path.ratio(path.account(account), path.touched()) : null;
            if (part != null && part.interval().value() > 0) {
                Interval own = part.interval();
                add("ratio/" + account.name(), new Estimate(own.value(), Math.max(0, own.low()), own.high(),
                        Unit.PER_HOUR, path.items(), path.people(), grade, own.value(), own.value(), Strength.EXACT),
                        OF + ": " + account.phrase(), labour());
            }
        }
    }

    private Estimate estimate(double value, Ranking.Logarithm logarithm) {
        double reach = Student.reach(logarithm.degreesOfFreedom()) * logarithm.error();
        return new Estimate(value, Math.min(value, value * StrictMath.exp(-reach)),
                Math.max(value, value * StrictMath.exp(reach)), Unit.PER_HOUR, path.items(), path.people(), grade,
                value, value, Strength.EXACT);
    }

    /** Its place among all paths. */
    void rank(Ranking.Place place, Strength strength, int paths) {
        Interval rank = place.rank();
        add("rank", new Estimate(rank.value(), Math.min(rank.value(), rank.low()), Math.max(rank.value(), rank.high()),
                Unit.INDEX, path.items(), path.people(), grade, rank.value(), rank.value(), strength),
                String.format(Locale.ROOT, "%d paths, like for like, 1 the hardest", paths), labour());
    }

    /** How importance and resistance go together over all paths. */
    static void association(Ranking ranking, List<Line> lines) {
        Interval tau = ranking.association();
        long items = ranking.paths().stream().mapToLong(Path::items).sum();
        int people = ranking.paths().stream().mapToInt(Path::people).max().orElse(0);
        Strength strength = tau.low() > 0 || tau.high() < 0 ? Strength.SUGGESTS : Strength.CANNOT_TELL;
        lines.add(new Line("resistance/all/all/association", new Line.About("all", "all"), "association", "window",
                new Estimate(tau.value(), Math.min(tau.value(), tau.low()), Math.max(tau.value(), tau.high()),
                        Unit.INDEX, items, people, Grade.INFERRED, tau.value(), tau.value(), strength),
                "importance and resistance over " + ranking.paths().size() + " paths (Kendall's tau-b): above 0, the"
                        + " more important, the harder",
                new Support(Support.Basis.STRUCTURE, items, people, 0, "resistance/association", List.of()), null,
                List.of()));
    }
}
