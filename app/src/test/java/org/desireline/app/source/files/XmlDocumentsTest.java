package org.desireline.app.source.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong with XML is said in one way, whether a tag or a text is broken. */
class XmlDocumentsTest {

    private static String texts(InputStream in) throws XMLStreamException {
        StringBuilder said = new StringBuilder();
        XmlDocuments.<XMLStreamException>read(in, xml -> {
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamReader.CHARACTERS) {
                    said.append(xml.getText());
                }
            }
        });
        return said.toString();
    }

    private static InputStream bytes(String latin) {
        return new ByteArrayInputStream(latin.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void textsAreRead() throws XMLStreamException {
        assertThat(texts(bytes("<a>one<b>two</b>&lt;</a>"))).isEqualTo("onetwo<");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<a>\n\u001f</a>", "<a>\n\u0000</a>", "<a>\n\u00c3(</a>", "<a>\n\u00ff</a>",
        "<a>\n&\u0001;</a>", "<a>\nx", "<a>\n<b", "<a>\n</b>", "\n<a b='1' b='2'/>", "<a>\n\u00e2\u0082"})
    void whatIsNoXmlIsSaidSo(String latin) {
        XMLStreamException broken = catchThrowableOfType(XMLStreamException.class, () -> texts(bytes(latin)));
        assertThat(broken).isNotNull();
        assertThat(XmlDocuments.failure(broken)).isNull();
        assertThat(XmlDocuments.place(broken)).isIn("", " at line 2");
    }

    @Test
    void aFailureToReadIsToldFromBrokenXml() {
        InputStream failing = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the disk is gone");
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                return read();
            }
        };
        XMLStreamException broken = catchThrowableOfType(XMLStreamException.class, () -> texts(failing));
        assertThat(XmlDocuments.failure(broken)).hasMessage("the disk is gone");
    }

    @Test
    void noEntityIsReplaced() throws XMLStreamException {
        String bomb = "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\"><!ENTITY f \"&e;&e;\">]><a>x&f;y</a>";
        assertThat(texts(bytes(bomb))).isEqualTo("xy");
    }
}
