package org.desireline.app.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.desireline.publish.Head;

/** What the data can and cannot support, what was guessed, and what would make them richer. */
final class SupportSection {

    /** Where recorded work stands in JSON. */
    private static final String WORK = "data/work/";
    private static final double MOST_RANKED = 0.8;
    private static final double ENOUGH_WORK = 0.2;

    private final Telling telling;
    private final Head head;
    private final Head.Data data;

    SupportSection(Telling telling) {
        this.telling = telling;
        this.head = telling.head();
        this.data = head.data();
    }

    /**
     * The section.
     *
     * @param richer what the exports do not hold, and what fetches it
     * @param guesses the file of guesses, as shown; empty where nothing is kept
     */
    Section section(List<Richer> richer, String guesses) {
        Section.Draft draft = new Section.Draft();
        counts(draft);
        draft.entries(head.isLone() ? lone() : told());
        work(draft);
        richer.stream().limit(3).forEach(one -> {
            draft.plain(Prose.words("To know more, fetch the past of the items that came without it, and look again:"));
            one.commands().forEach(command -> draft.add(new Block.Command("", Clean.text(command))));
        });
        guessed(draft, guesses);
        return draft.end("support", "What this data can and cannot support", "What the data support");
    }

    private void counts(Section.Draft draft) {
        Prose.Draft read = new Prose.Draft().count("data/items", data.items()).words(" items, ")
                .count("data/events", data.events()).words(" events, ").count("data/actors", data.actors())
                .words(" people, until ").day(Instant.ofEpochMilli(head.asOfMillis()).toString().substring(0, 10))
                .words(". ");
        if (!head.isLone()) {
            read.count("data/statusChanges", data.statusChanges()).words(" changes of status, ")
                    .count("data/assigneeChanges", data.assigneeChanges()).words(" of owner, ")
                    .count("data/priorityChanges", data.priorityChanges()).words(" of priority; ")
                    .count("data/comments", data.comments()).words(" comments, ")
                    .count("data/workLogs", data.workLogs()).words(" work logs; ")
                    .count("data/reopenedItems", data.reopenedItems()).words(" items reopened. ");
        }
        draft.plain(read.words("All figures are of the window from ").day(head.window().from().toString())
                .words(" to ").day(head.window().to().minusDays(1).toString()).words(" (")
                .quoted(head.zone()).words("), unless they say otherwise.").end());
    }

    private static Prose supported(Prose.Draft text) {
        return new Prose.Draft().words("\u2713 Yes: ").add(text.end()).end();
    }

    private static Prose unsupported(Prose.Draft text) {
        return new Prose.Draft().words("\u2717 No: ").add(text.end()).end();
    }

    private static Prose.Draft text(String words) {
        return new Prose.Draft().words(words);
    }

    private static List<Prose> lone() {
        return List.of(
                supported(text("when work came to the main line, and when it was begun: from the first commit of each"
                        + " merge or pull request to its merge, by kind and by area")),
                unsupported(text("how long it took where git keeps one time only: of a squashed pull request, and of"
                        + " most commits straight on the main line")),
                unsupported(text("what was never merged, who was asked for a review and when, and reviews that no"
                        + " commit names")),
                unsupported(text("who owned an item when, and what owners did meanwhile: git knows no owners")),
                unsupported(text("an order: no item carries a priority")));
    }

    private List<Prose> told() {
        List<Prose> told = new ArrayList<>();
        told.add(past());
        Prose.Draft order = new Prose.Draft().words("an order of priorities: ")
                .count("data/mu", data.mu(), As.share).words(" of the items carry a priority of known rank (\u03bc)");
        told.add(data.mu() >= MOST_RANKED ? supported(order) : unsupported(order));
        Prose.Draft work = new Prose.Draft().words("what owners did meanwhile: recorded work covers ")
                .count("data/kappa", data.kappa(), data.kappa() < 0.01 ? As.fineShare : As.share)
                .words(" of the time that could go into tracked work (\u03ba)");
        told.add(data.kappa() >= ENOUGH_WORK ? supported(work)
                : unsupported(work.words(", so an hour in the owner\u2019s hands is not split into work and waiting")));
        return told;
    }

    private Prose past() {
        long whole = data.itemsWithChangeLog();
        if (data.activities().told() > 0 && whole == 0) {
            return unsupported(text("who had a case when, and when work began: the log tells what was completed only."
                    + " From the system that wrote it, export the moments at which work was scheduled and begun as"
                    + " well"));
        }
        if (whole == data.items()) {
            return supported(text("states and owners over time: the whole past of every item is here"));
        }
        return whole == 0
                ? unsupported(text("who owned an item when, and when work began: there is no change log"))
                : unsupported(text("states and owners over time: a whole change log for ")
                        .count("data/itemsWithChangeLog", whole).words(" of ").count("data/items", data.items())
                        .words(" items only"));
    }

    private void work(Section.Draft draft) {
        Head.Work work = data.work();
        List<Prose> told = new ArrayList<>();
        hours(told, WORK + "loggedHours", work.loggedHours(), " h of work were logged");
        hours(told, WORK + "statusHours", work.statusHours(), " h of work are known from working statuses");
        if (work.sessionHours() > 0) {
            told.add(new Prose.Draft().count(WORK + "sessionHours", work.sessionHours(), As.hours)
                    .words(" h of work are inferred from ").count(WORK + "signs", work.signs())
                    .words(" signs of it: a session ends after ")
                    .count(WORK + "sessionGapHours", work.gapHours(), As.mean)
                    .words(" h without one, and began ").count(WORK + "leadInMinutes", work.leadInMinutes(),
                            As.count).words(" min before its first").end());
        }
        if (work.repairedStarts() > 0) {
            told.add(new Prose.Draft().count(WORK + "startsRepaired", work.repairedStarts())
                    .words(" items were done by their owners with no work on record: ")
                    .count(WORK + "repairedHours", work.repairedHours(), As.hours)
                    .words(" h that may have been in their hands; none of it counts as work").end());
        }
        Head.Activities all = data.activities();
        if (all.queues() > 0 && all.queueHours() > 0) {
            told.add(new Prose.Draft().count("data/activities/queues", all.queues())
                    .words(" activities were begun of ").count("data/activities/scheduled", all.scheduled())
                    .words(" scheduled; half of these lay for ")
                    .count("data/activities/medianQueueHours", all.medianQueueHours(), As.ratio)
                    .words(" h or less, by the wall clock").end());
        }
        if (all.works() > 0 && all.workHours() > 0) {
            told.add(new Prose.Draft().count("data/activities/works", all.works())
                    .words(" activities were ended of ").count("data/activities/begun", all.begun())
                    .words(" begun; half of these took ")
                    .count("data/activities/medianWorkHours", all.medianWorkHours(), As.ratio)
                    .words(" h or less, by the wall clock, programs\u2019 included").end());
        }
        draft.entries(told);
    }

    private static void hours(List<Prose> told, String path, double hours, String words) {
        if (hours > 0) {
            told.add(new Prose.Draft().count(path, hours, As.hours).words(words).end());
        }
    }

    private void guessed(Section.Draft draft, String guesses) {
        List<Block.Row> rows = head.assumptions().stream().map(one -> new Block.Row(List.of(
                Block.Cell.of("name", Prose.quoted(one.what())), Block.Cell.of("text", Prose.quoted(one.value())),
                Block.Cell.of("text", Prose.quoted(one.why()))), false)).toList();
        if (!rows.isEmpty()) {
            draft.add(new Block.Table(telling.anchor("table"), Prose.words("What was guessed"), List.of(
                    Block.Head.of("about", "name"), Block.Head.of("guess", "text"),
                    Block.Head.of("ground", "text")), rows));
        }
        if (!guesses.isEmpty()) {
            draft.quiet(new Prose.Draft().words("Each of these can be set right: edit ").typed(Words.file(guesses))
                    .words(", and run again.").end());
        }
    }
}
