package org.desireline.finding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.desireline.finding.Finding.Structure;
import org.desireline.instrument.Line;
import org.desireline.number.Estimate;
import org.desireline.number.Strength;
import org.desireline.publish.Published;
import org.jspecify.annotations.Nullable;

/** Parts whose important work waits for one party more than that of all other parts does. */
final class Waiting {

    private static final String EXCESS = "/excess";

    private final Published published;

    /** A claim: a part, a party and the figures of it. */
    private record Claim(String prefix, String party, Line line, Estimate excess, Estimate share, Estimate waited,
            Estimate elsewhere) {

        String dimension() {
            return line.about().kind();
        }

        String part() {
            return line.about().id();
        }

        /** What the party had beyond what it would have had if the rest had waited as it does elsewhere. */
        double hours() {
            double own = share.value() * waited.value();
            double rest = elsewhere.value();
            return rest < 1 ? Math.max(0, own - (waited.value() - own) * rest / (1 - rest)) : 0;
        }
    }

    Waiting(Published published) {
        this.published = published;
    }

    /** One a part, where it has not been found to be behind already. */
    List<Finding> findings(List<Finding> behind) {
        Map<String, List<Claim>> byPart = new TreeMap<>();
        for (Claim claim : claims()) {
            byPart.computeIfAbsent(claim.prefix(), none -> new ArrayList<>()).add(claim);
        }
        List<Claim> largest = new ArrayList<>();
        byPart.values().forEach(claims -> claims.stream()
                .max(Comparator.comparingDouble((Claim claim) -> claim.share().value())
                        .thenComparing(Claim::party, Comparator.reverseOrder())).ifPresent(largest::add));
        Map<String, Claim> clearest = new HashMap<>();
        for (Claim claim : largest) {
            clearest.merge(claim.party(), claim, (one, two) -> one.excess().value() >= two.excess().value()
                    ? one : two);
        }
        List<Finding> findings = new ArrayList<>();
        for (Claim claim : largest) {
            Claim first = clearest.get(claim.party());
            boolean told = behind.stream().anyMatch(finding -> finding.about().equals(claim.line().about()));
            if (!told && first != null && first.dimension().equals(claim.dimension())) {
                findings.add(finding(claim));
            }
        }
        return findings;
    }

    private List<Claim> claims() {
        List<Claim> claims = new ArrayList<>();
        published.reading("resistance").ifPresent(reading -> reading.lines().forEach(line -> {
            Estimate excess = line.estimate();
            if (line.id().endsWith(EXCESS) && excess != null && excess.value() > 0
                    && (excess.strength() == Strength.SHOWS || excess.strength() == Strength.SUGGESTS)) {
                String rest = line.id().substring(0, line.id().length() - EXCESS.length());
                String prefix = rest.substring(0, rest.lastIndexOf('/') + 1);
                String party = rest.substring(rest.lastIndexOf('/') + 1);
                Estimate share = estimate(rest + "/waitingShare");
                Estimate waited = estimate(prefix + "waiting");
                boolean split = party.equals("owner") && (estimate(prefix + "queue/excess") != null
                        || estimate(prefix + "displacedNew/excess") != null);
                Estimate elsewhere = estimate(rest + "/elsewhere");
                if (share != null && waited != null && elsewhere != null && !split) {
                    claims.add(new Claim(prefix, party, line, excess, share, waited, elsewhere));
                }
            }
        }));
        return claims;
    }

    private @Nullable Estimate estimate(String id) {
        return published.line(id).map(Line::estimate).orElse(null);
    }

    private Finding finding(Claim claim) {
        boolean choices = claim.party().equals("displacedNew");
        Structure structure = switch (claim.party()) {
            case "nobody", "ownerUnknown", "decider", "reviewer" -> Structure.OWNERSHIP;
            case "displacedNew" -> Ordering.structure(published);
            default -> Structure.NOT_EXPLAINED;
        };
        Rivals rivals = choices || claim.party().equals("queue") ? Rivals.ofChoices(published)
                : Rivals.ofWaiting(published);
        String rest = claim.prefix() + claim.party();
        List<String> lines = new ArrayList<>(List.of(claim.line().id(), rest + "/waitingShare", rest + "/elsewhere",
                claim.prefix() + "waiting"));
        String text = String.format(Locale.ROOT, "Of the %,.0f working hours that important work of %s waited in %s,"
                + " %.0f %% %s (95 %% interval %.0f to %.0f %%, %,d items); in all other %s it was %.0f %%"
                + " (%.0f to %.0f %%).",
                claim.waited().value(), claim.part(), Sentence.window(published), 100 * claim.share().value(),
                phrase(claim.party()), 100 * claim.share().low(), 100 * claim.share().high(), claim.share().n(),
                plural(claim.dimension()), 100 * claim.elsewhere().value(), 100 * claim.elsewhere().low(),
                100 * claim.elsewhere().high());
        return new Finding("waiting/" + claim.dimension() + "/" + Line.idPart(claim.part()), claim.line().about(),
                structure, claim.excess().strength(), claim.hours(), text, rivals.open(), rivals.ruledOut(),
                step(claim, structure), claim.line().id(), lines);
    }

    private static String plural(String dimension) {
        return dimension + "s together";
    }

    private static String phrase(String party) {
        return switch (party) {
            case "nobody" -> "waited for nobody: it had no owner";
            case "ownerUnknown" -> "have no owner on record";
            case "reviewer" -> "waited for a reviewer";
            case "decider" -> "waited for a decision";
            case "otherItem" -> "were blocked by another item";
            case "owner" -> "lay with its owner";
            case "queue" -> "passed while its owners worked on something as important or more";
            case "displacedNew" -> "passed while its owners worked on something declared less important, begun"
                    + " afterwards";
            default -> throw new IllegalArgumentException("Nobody said what it means to wait for " + party + ".");
        };
    }

    private static String step(Claim claim, Structure structure) {
        String part = claim.part();
        return switch (claim.party()) {
            case "nobody", "ownerUnknown" -> "Name one team that owns " + part + " (owns: in the charter), and see"
                    + " whether what comes in gets an owner within days.";
            case "decider" -> "Write down who may decide in " + part + " (decisions: in the charter), and who stands in"
                    + " when they are away.";
            case "reviewer" -> "Give a second group the right to review in " + part + ", and say who is asked first.";
            case "queue", "owner" -> "Look at what lay on the same desks of " + part + ": nothing says that too much"
                    + " comes.";
            case "displacedNew" -> Ordering.step(structure);
            default -> "Look at what " + part + " waits for, item by item.";
        };
    }
}
