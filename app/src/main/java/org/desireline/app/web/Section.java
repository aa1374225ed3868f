package org.desireline.app.web;

import java.util.ArrayList;
import java.util.List;

/**
 * A section of the page.
 *
 * @param id its anchor
 * @param title its heading
 * @param brief what the list of contents calls it
 * @param blocks what it is made of
 */
record Section(String id, String title, String brief, List<Block> blocks) {

    Section {
        blocks = List.copyOf(blocks);
    }

    /** A section that is being written. */
    static final class Draft {

        private static final int MOST_FLAGS = 4;

        private final List<Block> blocks = new ArrayList<>();

        Draft add(Block block) {
            blocks.add(block);
            return this;
        }

        Draft addAll(List<? extends Block> others) {
            blocks.addAll(others);
            return this;
        }

        Draft heading(String text) {
            return add(new Block.Heading(Prose.words(text)));
        }

        Draft plain(Prose prose) {
            return prose.isEmpty() ? this : add(new Block.Paragraph(Block.Tone.plain, prose));
        }

        Draft quiet(String text) {
            return add(new Block.Paragraph(Block.Tone.quiet, Prose.words(text)));
        }

        Draft quiet(Prose prose) {
            return prose.isEmpty() ? this : add(new Block.Paragraph(Block.Tone.quiet, prose));
        }

        Draft refused(String text) {
            return add(new Block.Paragraph(Block.Tone.refused, Prose.quoted(text)));
        }

        /** What a reader should know before believing figures; folded away where it is much. */
        Draft flags(Telling telling, List<String> flags) {
            List<Prose> entries = flags.stream().map(Prose::quoted).toList();
            return entries.size() <= MOST_FLAGS ? entries(entries)
                    : add(new Block.Fold(telling.anchor("fold"), Prose.words("What to know before believing these"
                            + " figures"), List.of(new Block.Entries(entries))));
        }

        Draft entries(List<Prose> entries) {
            return entries.isEmpty() ? this : add(new Block.Entries(entries));
        }

        Section end(String id, String title, String brief) {
            return new Section(id, title, brief, blocks);
        }
    }
}
