package org.desireline.instrument;

import java.util.List;

/**
 * What an instrument says of itself; the manual is made from it.
 *
 * @param name its name in line ids and JSON
 * @param question the question it answers
 * @param unit what its main figure is counted in
 * @param method how it answers, in a sentence or two
 * @param sources author, year, title
 * @param cost time and memory, in n of what
 * @param needs names of the instruments whose closed readings it uses
 * @param leastData below what it refuses
 * @param nullClaim what a false claim would be
 * @param blindSpots what it cannot see
 */
public record Card(
        String name,
        String question,
        String unit,
        String method,
        List<String> sources,
        String cost,
        List<String> needs,
        String leastData,
        String nullClaim,
        List<String> blindSpots) {}
