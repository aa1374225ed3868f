package org.desireline.instrument;

import java.util.List;
import org.desireline.part.Assembly;

/** Port: runs instruments over an assembled journal, on one thread, many, or a cluster, with the same readings. */
public interface Runner {

    /**
     * The readings, in the order of the instruments; where work is told from sessions, with the ranges that other ways
     * of reading them give.
     */
    List<Reading> run(Assembly assembly, List<Instrument<?, ?>> instruments);
}
