package org.desireline.world.planted;

import java.util.ArrayList;
import java.util.List;
import org.desireline.world.World;
import org.jspecify.annotations.Nullable;

/** An item while it is lived: what it is, where it stood when, and who sat at it. */
final class Job {

    /** Who would have to act next; {@code UNSEEN} are others of whom no record tells. */
    enum Party {
        NOBODY, OWNER, REVIEWER, OTHERS, UNSEEN, OVER
    }

    /** Where it stands from an instant on; {@code person} is who is awaited, or nobody. */
    record Stage(long fromMillis, Party party, int person) {
    }

    /** Its class from an instant on. */
    record Label(long fromMillis, int rank) {
    }

    final int number;
    final long createdMillis;
    final int area;
    final String type;
    final double sizeMillis;
    final int creator;
    final List<Stage> stages = new ArrayList<>();
    final List<Label> labels = new ArrayList<>();
    final List<Sitting> sittings = new ArrayList<>();

    int owner = World.NOBODY;
    double leftMillis;
    /** Times it came to a review. */
    int reviews;
    boolean wasBlocked;
    /** Whether it is handed to nobody. */
    boolean isPooled;
    /** Whether it came to its end undone. */
    boolean isDropped;
    /** The day that was promised of it, if any. */
    @Nullable Vow vow;

    Job(int number, long createdMillis, int area, int rank, String type, double sizeMillis, int creator) {
        this.number = number;
        this.createdMillis = createdMillis;
        this.area = area;
        this.type = type;
        this.sizeMillis = sizeMillis;
        this.leftMillis = sizeMillis;
        this.creator = creator;
        labels.add(new Label(createdMillis, rank));
        stages.add(new Stage(createdMillis, Party.NOBODY, World.NOBODY));
    }

    int team() {
        return Staff.teamOfArea(area);
    }

    int rank() {
        return labels.getLast().rank();
    }

    int rankAt(long atMillis) {
        int rank = labels.getFirst().rank();
        for (Label label : labels) {
            rank = label.fromMillis() <= atMillis ? label.rank() : rank;
        }
        return rank;
    }

    boolean started() {
        return !sittings.isEmpty();
    }

    /** Whether anybody of the team could take it. */
    boolean isUntaken() {
        return isPooled && owner == World.NOBODY;
    }

    /** Whether its owner could work on it now; what was forgotten comes to nobody's mind. */
    boolean isReady() {
        return stages.getLast().party() == Party.OWNER && (vow == null || !vow.isForgotten);
    }

    void move(long atMillis, Party party, int person) {
        stages.add(new Stage(atMillis, party, person));
    }
}
