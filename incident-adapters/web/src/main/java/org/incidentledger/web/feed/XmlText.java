package org.incidentledger.web.feed;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** XML in the making, through the JDK's writer, which escapes. For use by one thread. */
final class XmlText {
    private static final XMLOutputFactory WRITERS = XMLOutputFactory.newFactory();

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;

    private XmlText() throws XMLStreamException {
        xml = WRITERS.createXMLStreamWriter(text);
        xml.writeStartDocument("utf-8", "1.0");
    }

    /** Something that writes. */
    interface Part {
        void write(XmlText xml) throws XMLStreamException;
    }

    static String of(Part document) {
        try {
            XmlText made = new XmlText();
            document.write(made);
            made.xml.writeEndDocument();
            made.xml.close();
            return made.text.toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("XML cannot be written into memory", e);
        }
    }

    /** An element with other elements in it, and attributes as name, value, name, value. */
    void element(String name, String[] attributes, Part content) throws XMLStreamException {
        xml.writeStartElement(name);
        for (int i = 0; i < attributes.length; i += 2) {
            xml.writeAttribute(attributes[i], fit(attributes[i + 1]));
        }
        content.write(this);
        xml.writeEndElement();
    }

    /** An element with text in it. */
    void text(String name, String content, String... attributes) throws XMLStreamException {
        element(name, attributes, inner -> inner.xml.writeCharacters(fit(content)));
    }

    /** An element with nothing in it. */
    void empty(String name, String... attributes) throws XMLStreamException {
        element(name, attributes, inner -> {});
    }

    /** XML 1.0 has no place for most control characters. */
    private static String fit(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            boolean allowed =
                    c == '\n' || c == '\t' || (c >= ' ' && c != 0xFFFE && c != 0xFFFF && !Character.isISOControl(c));
            out.appendCodePoint(allowed ? c : '\uFFFD');
        });
        return out.toString();
    }
}
