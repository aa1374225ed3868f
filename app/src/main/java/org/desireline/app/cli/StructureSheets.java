package org.desireline.app.cli;

import org.desireline.publish.Published;

/**
 * What {@code look} and {@code report} both tell of structures, in one order: promises, owners, decisions, what
 * charters say otherwise, whether teams pull together, and who steps in.
 */
final class StructureSheets {

    private StructureSheets() {}

    /**
     * Adds the sections.
     *
     * @param command how this program is called here
     * @param again what to add to a command so that it sees what this one saw
     */
    static void all(Sheet sheet, Published published, String command, String again) {
        new PromiseSheet(published, command, again).promised(sheet);
        new OwnersSheet(published, command, again).owns(sheet);
        new DecisionSheet(published, command, again).decided(sheet);
        new IntentSheet(published, command, again).told(sheet);
        new TogetherSheet(published, command, again).moves(sheet);
        new SteppingInSheet(published, command, again).stepsIn(sheet);
    }
}
