/**
 * The contract every instrument keeps, the one shape of all readings, and the catalogue.
 *
 * <p>An instrument names its grain, folds complete parts into a tally of longs, and turns the tally into a {@link
 * org.desireline.instrument.Reading} only when it is closed; a runner may split and merge as it likes. Instruments
 * never see one another. Deliberately absent: any command-line, file or page code an instrument would need of its own.
 */
@NullMarked
package org.desireline.instrument;

import org.jspecify.annotations.NullMarked;
