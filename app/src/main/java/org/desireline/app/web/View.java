package org.desireline.app.web;

import java.util.List;

/**
 * What the template of the page is given.
 *
 * @param question the heading
 * @param brief what the run was about, under it
 * @param sections the sections, in order
 * @param policy what the page may run and load: these very texts, and nothing else
 * @param style the style
 * @param scripts the scripts, none where there is nothing to draw
 * @param about what made the page
 */
record View(
        String question,
        Prose brief,
        List<Section> sections,
        String policy,
        String style,
        List<String> scripts,
        Prose about) {

    View {
        sections = List.copyOf(sections);
        scripts = List.copyOf(scripts);
    }
}
