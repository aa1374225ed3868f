package org.desireline.app.source.record;

import java.util.List;
import java.util.Locale;

/** How the fields of a record are written. */
enum Form {
    YAML("yaml") {
        @Override
        Fields read(String text) {
            return YamlForm.read(text, 1);
        }
    },
    TOML("toml") {
        @Override
        Fields read(String text) {
            return new TomlForm(text, 1).read();
        }
    },
    FRONT_MATTER("front-matter") {
        @Override
        Fields read(String text) {
            return FrontMatter.read(text);
        }
    },
    HEADERS("headers") {
        @Override
        Fields read(String text) {
            return MarkdownForms.headers(text);
        }
    },
    MARKDOWN_TABLE("markdown-table") {
        @Override
        Fields read(String text) {
            return MarkdownForms.table(text);
        }
    },
    FIELD_LIST("field-list") {
        @Override
        Fields read(String text) {
            return MarkdownForms.fieldList(text);
        }
    },
    HEADINGS("headings") {
        @Override
        Fields read(String text) {
            return MarkdownForms.headings(text);
        }
    };

    private final String label;

    Form(String label) {
        this.label = label;
    }

    /** The name by which a mapping calls it. */
    String label() {
        return label;
    }

    /**
     * Reads the fields of a text.
     *
     * @throws Unreadable where the text is not of this form
     */
    abstract Fields read(String text);

    /** Reads a text by several forms; of a field that several tell, the first of them counts. */
    static Fields read(List<Form> forms, String text) {
        Fields fields = new Fields();
        for (Form form : forms) {
            fields.addMissing(form.read(text));
        }
        return fields;
    }

    /** The forms that the name of a file and its beginning speak for. */
    static List<Form> guess(String path, String text) {
        String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        String ending = name.substring(name.lastIndexOf('.') + 1);
        return switch (ending) {
            case "yaml", "yml" -> List.of(YAML);
            case "toml" -> List.of(TOML);
            case "rst" -> List.of(FIELD_LIST, HEADERS);
            case "md", "markdown", "mdx" -> List.of(FRONT_MATTER, MARKDOWN_TABLE, HEADERS, HEADINGS);
            default -> text.startsWith("---") || text.startsWith("+++") ? List.of(FRONT_MATTER)
                    : text.stripLeading().startsWith(":") ? List.of(FIELD_LIST)
                    : text.stripLeading().startsWith("|") ? List.of(MARKDOWN_TABLE) : List.of(HEADERS);
        };
    }
}
