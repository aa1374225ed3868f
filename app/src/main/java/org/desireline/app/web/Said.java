package org.desireline.app.web;

import java.util.ArrayList;
import java.util.List;
import org.desireline.finding.Finding;
import org.desireline.finding.Findings;
import org.desireline.finding.Sentence;
import org.desireline.instrument.Line;
import org.desireline.publish.Published;

/**
 * What is said at the top of the page.
 *
 * @param sentence the one thing to say
 * @param findings what the system makes hard, the weightiest first
 */
record Said(Sentence sentence, List<Finding> findings) {

    Said {
        findings = List.copyOf(findings);
    }

    static Said of(Published published) {
        return new Said(Sentence.choose(published), Findings.of(published));
    }

    /** The lines that prove what is said, in order. */
    List<Line> proofs(Published published) {
        List<String> ids = new ArrayList<>(List.of(sentence.line()));
        findings.forEach(finding -> ids.add(finding.line()));
        return ids.stream().distinct().flatMap(id -> published.line(id).stream()).toList();
    }
}
