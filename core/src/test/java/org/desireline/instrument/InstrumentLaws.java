package org.desireline.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.desireline.number.Unit;
import org.desireline.part.ActorWeek;
import org.desireline.part.AreaStock;
import org.desireline.part.AreaWeek;
import org.desireline.part.Assembly;
import org.desireline.part.Changes;
import org.desireline.part.Choice;
import org.desireline.part.Clause;
import org.desireline.part.Decision;
import org.desireline.part.Organisations;
import org.desireline.part.Part;
import org.desireline.part.PlantedOrganisations;
import org.desireline.part.Promise;
import org.desireline.part.TeamWeek;
import org.desireline.part.Trace;
import org.desireline.part.Workshops;
import org.desireline.world.planted.Flaws;
import org.desireline.world.planted.Plan;
import org.desireline.world.planted.Tier;

/**
 * The laws every instrument keeps, whatever it measures.
 *
 * @param <P> its grain
 * @param <S> its tally
 */
final class InstrumentLaws<P extends Part, S extends Serializable> {

    /** What an instrument's figures may be counted in, by its name. */
    private static final Map<String, Set<Unit>> UNITS = Map.ofEntries(
            Map.entry("decision", Set.of(Unit.ITEMS, Unit.SHARE, Unit.DAYS)),
            Map.entry("commitment", Set.of(Unit.ITEMS, Unit.SHARE, Unit.TIMES, Unit.DAYS, Unit.HOURS)),
            Map.entry("attention", Set.of(Unit.HOURS, Unit.SHARE, Unit.ITEMS, Unit.INDEX)),
            Map.entry("choice", Set.of(Unit.LOG_ODDS, Unit.SHARE, Unit.NATS, Unit.ODDS, Unit.CHOICES, Unit.INDEX,
                    Unit.HOURS)),
            Map.entry("ledger", Set.of(Unit.HOURS, Unit.SHARE, Unit.ITEMS)),
            Map.entry("contest", Set.of(Unit.INDEX, Unit.SHARE, Unit.CHOICES, Unit.ODDS, Unit.LOG_ODDS)),
            Map.entry("resistance", Set.of(Unit.HOURS, Unit.PER_HOUR, Unit.SHARE, Unit.INDEX)),
            Map.entry("intent", Set.of(Unit.TIMES)),
            Map.entry("capacity", Set.of(Unit.INDEX, Unit.ITEMS)),
            Map.entry("course", Set.of(Unit.HOURS)),
            Map.entry("coherence", Set.of(Unit.SHARE, Unit.HOURS)),
            Map.entry("compensation", Set.of(Unit.HOURS, Unit.SHARE, Unit.INDEX)),
            Map.entry("ownership", Set.of(Unit.HOURS, Unit.SHARE, Unit.INDEX)),
            Map.entry("review", Set.of(Unit.HOURS, Unit.SHARE, Unit.ITEMS)));

    private static final int ORGANISATIONS = 40;
    /** Those that record enough for the second level, most of them with declared orders. */
    private static final int WORKSHOPS = 6;
    /** Long enough for a model of choices. */
    private static final int PLANTED_WEEKS = 11;
    /** Long enough for areas to be judged. */
    private static final int AREA_WEEKS = 6;
    /** Assemblies never change, so all instruments share them. */
    private static final List<Assembly> ASSEMBLIES = assemblies();

    private final Instrument<P, S> instrument;
    private final List<Assembly> assemblies;

    private InstrumentLaws(Instrument<P, S> instrument) {
        this.instrument = instrument;
        this.assemblies = ASSEMBLIES;
    }

    private static List<Assembly> assemblies() {
        List<Assembly> assemblies = new ArrayList<>();
        for (long seed = 1; seed <= ORGANISATIONS; seed++) {
            assemblies.add(Organisations.random(seed).assembly());
        }
        for (long seed = 1; seed <= WORKSHOPS; seed++) {
            assemblies.add(Workshops.large(seed).assembly());
        }
        for (long seed = 1; seed <= WORKSHOPS; seed++) {
            assemblies.add(Changes.random(seed, 300).organisation().assembly());
        }
        assemblies.add(Organisations.large(1, 2_000).assembly());
        assemblies.add(PlantedOrganisations.declared(Plan.of("aligned"), Tier.LOGGED, Flaws.NONE, 1, PLANTED_WEEKS)
                .assembly());
        assemblies.add(PlantedOrganisations.declared(Plan.of("orphan-area"), Tier.LOGGED, Flaws.NONE, 1, AREA_WEEKS)
                .assembly());
        return assemblies;
    }

    static <P extends Part, S extends Serializable> InstrumentLaws<P, S> of(Instrument<P, S> instrument) {
        return new InstrumentLaws<>(instrument);
    }

    /** However the parts are dealt out, ordered and merged, the reading is that of one fold over all. */
    void mergedFoldsReadLikeTheUnmergedOne() {
        for (int i = 0; i < assemblies.size(); i++) {
            Reading one = Fold.of(instrument).unmerged(assemblies.get(i));
            SplittableRandom random = new SplittableRandom(i);
            for (int deal = 0; deal < 3; deal++) {
                Reading many = Fold.of(instrument).merged(assemblies.get(i), random);
                assertThat(many).as("organisation %d, deal %d", i + 1, deal).isEqualTo(one);
            }
        }
    }

    /** A tally sent through bytes halfway reads like one that stayed. */
    void aTallySurvivesItsJourney() {
        for (int i = 0; i < assemblies.size(); i++) {
            Assembly assembly = assemblies.get(i);
            S tally = instrument.zero(assembly.frame());
            List<P> parts = Fold.of(instrument).parts(assembly);
            for (int j = 0; j < parts.size(); j++) {
                tally = j % (1 + parts.size() / 8) == 0 ? Fold.sent(tally) : tally;
                instrument.add(tally, parts.get(j));
            }
            assertThat(closed(Fold.sent(tally), assembly)).as("organisation %d", i + 1)
                    .isEqualTo(closed(folded(assembly), assembly));
        }
    }

    /** A zero does not know what happened to another, and merging with one changes nothing. */
    void zeroIsFresh() {
        for (int i = 0; i < assemblies.size(); i++) {
            Assembly assembly = assemblies.get(i);
            Object empty = closed(instrument.zero(assembly.frame()), assembly);
            S full = folded(assembly);
            Object whole = closed(folded(assembly), assembly);
            assertThat(closed(instrument.zero(assembly.frame()), assembly)).as("organisation %d", i + 1)
                    .isEqualTo(empty);
            assertThat(instrument.zero(assembly.frame())).isNotSameAs(instrument.zero(assembly.frame()));
            assertThat(closed(instrument.merge(full, instrument.zero(assembly.frame())), assembly)).isEqualTo(whole);
            assertThat(closed(instrument.merge(instrument.zero(assembly.frame()), folded(assembly)), assembly))
                    .isEqualTo(whole);
        }
    }

    /** Evidence names only items whose parts were folded, and no part is counted that was not delivered. */
    void evidenceNamesItemsThatWereSeen() {
        for (int i = 0; i < assemblies.size(); i++) {
            List<P> parts = Fold.of(instrument).parts(assemblies.get(i));
            Set<String> seen = new HashSet<>();
            parts.forEach(part -> seen.add(switch (part) {
                case Trace trace -> trace.key();
                case Choice choice -> choice.chosenKey();
                case ActorWeek week -> "";
                case TeamWeek week -> "";
                case Promise promise -> promise.key();
                case Decision decision -> decision.key();
                case AreaWeek week -> "";
                case AreaStock stock -> "";
                case Clause clause -> clause.what();
            }));
            Reading reading = Fold.of(instrument).unmerged(assemblies.get(i));
            assertThat(reading.partsSeen()).isBetween(reading.partsUsed(), (long) parts.size());
            List<String> named = reading.lines().stream().flatMap(line -> line.evidence().stream())
                    .map(Evidence::item).distinct().toList();
            assertThat(seen).as("organisation %d", i + 1).containsAll(named);
        }
    }

    /** Lines can be told apart by their ids, which begin with the instrument's name, and stand in order. */
    void lineIdsAreUniqueAndSorted() {
        for (int i = 0; i < assemblies.size(); i++) {
            List<String> ids = Fold.of(instrument).unmerged(assemblies.get(i)).lines().stream().map(Line::id).toList();
            assertThat(ids).as("organisation %d", i + 1).isEqualTo(List.copyOf(new TreeSet<>(ids)));
            assertThat(ids.stream().filter(id -> !id.startsWith(instrument.card().name() + "/"))).isEmpty();
        }
    }

    /** Every figure is counted in a unit of its instrument's. */
    void unitsAreTheInstruments() {
        Set<Unit> units = UNITS.get(instrument.card().name());
        assertThat(units).as("units of %s: a new instrument names them here", instrument.card().name()).isNotNull();
        Set<Unit> met = EnumSet.noneOf(Unit.class);
        for (Assembly assembly : assemblies) {
            for (Line line : Fold.of(instrument).unmerged(assembly).lines()) {
                if (line.estimate() == null) {
                    assertThat(line.withheld()).as("a line without a figure: %s", line.id()).isNotNull();
                } else {
                    met.add(line.estimate().unit());
                }
            }
        }
        assertThat(met).isNotEmpty();
        assertThat(units).containsAll(met);
    }

    /** All of them. */
    void all() {
        mergedFoldsReadLikeTheUnmergedOne();
        aTallySurvivesItsJourney();
        zeroIsFresh();
        evidenceNamesItemsThatWereSeen();
        lineIdsAreUniqueAndSorted();
        unitsAreTheInstruments();
    }

    private S folded(Assembly assembly) {
        S tally = instrument.zero(assembly.frame());
        Fold.of(instrument).parts(assembly).forEach(part -> instrument.add(tally, part));
        return tally;
    }

    /** A reading, or word that another round is needed. */
    private Object closed(S tally, Assembly assembly) {
        return switch (instrument.close(tally, assembly.frame(), Fold.of(instrument).needed(assembly))) {
            case Instrument.Next.Done<S> done -> done.reading();
            case Instrument.Next.Again<S> again -> "another round";
        };
    }
}
