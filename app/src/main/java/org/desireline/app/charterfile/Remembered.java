package org.desireline.app.charterfile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.desireline.journal.Field;
import org.jspecify.annotations.Nullable;

/**
 * An expression with the answers it gave: what a field holds repeats a thousandfold, so that each combination of the
 * values it looks at is evaluated once.
 */
final class Remembered {

    /** An expression over the time of creation never repeats; beyond this, nothing more is kept. */
    private static final int MOST_ANSWERS = 1 << 16;
    private static final Object UNTOLD = new Object();

    private final Expression expression;
    private final List<String> fields;
    private final boolean area;
    private final boolean created;
    private final boolean custom;
    private final boolean source;
    private final Map<String, Object> answers = new HashMap<>();

    Remembered(Expression expression) {
        this.expression = expression;
        fields = expression.variables().stream().flatMap(name -> Attributes.fieldsOf(name).stream()).distinct()
                .toList();
        area = expression.variables().contains("area");
        created = expression.variables().contains("created");
        custom = expression.variables().contains("custom");
        source = expression.variables().contains("phase");
    }

    Expression expression() {
        return expression;
    }

    /** Whether it holds, or null where that cannot be told. */
    @Nullable Boolean holds(Attributes attributes) {
        String key = key(attributes);
        Object answer = answers.get(key);
        if (answer == null) {
            Boolean holds = expression.holds(attributes);
            answer = holds == null ? UNTOLD : holds;
            if (answers.size() < MOST_ANSWERS) {
                answers.put(key, answer);
            }
        }
        return answer instanceof Boolean holds ? holds : null;
    }

    private String key(Attributes attributes) {
        if (fields.size() == 1 && !area && !created && !custom && !source) {
            return attributes.text(fields.getFirst());
        }
        StringBuilder key = new StringBuilder();
        fields.forEach(field -> key.append(attributes.text(field)).append('\n'));
        key.append(area ? attributes.area() : "").append('\n').append(source ? attributes.source() : "").append('\n')
                .append(created ? attributes.createdMillis() : 0).append('\n');
        if (custom) {
            attributes.fields().forEach((name, value) -> {
                if (name.startsWith(Field.CUSTOM)) {
                    key.append(name).append('\t').append(value).append('\n');
                }
            });
        }
        return key.toString();
    }
}
