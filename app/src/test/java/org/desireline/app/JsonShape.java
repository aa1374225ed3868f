package org.desireline.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.InputStream;
import java.util.List;

/** The published JSON Schema, as a test holds an output against it. */
public final class JsonShape {

    private static final Schema SCHEMA = load();

    private JsonShape() {}

    private static Schema load() {
        InputStream text = Call.class.getResourceAsStream("desireline-1.schema.json");
        assertThat(text).as("the published schema").isNotNull();
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(text);
    }

    /** What is wrong with a JSON text. */
    public static List<String> errors(String json) {
        return SCHEMA.validate(json, InputFormat.JSON).stream().map(Object::toString).toList();
    }
}
