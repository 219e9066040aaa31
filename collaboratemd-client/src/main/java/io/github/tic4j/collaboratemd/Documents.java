package io.github.tic4j.collaboratemd;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;

/**
 * Reads XML and JSON into elements and writes XML. XML with a document type is refused, so that no entity can be defined,
 * and no external one is ever resolved.
 */
final class Documents {

    private static final String NAMESPACE = "http://www.collaboratemd.com/api/v1/";
    private static final int MAX_DEPTH = 100;
    private static final XMLInputFactory XML = secureXml();
    private static final XMLOutputFactory XML_OUT = XMLOutputFactory.newDefaultFactory();
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    // A report arrives as one string; the size of the answer is limited already.
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private Documents() {}

    /** The document, in whichever of the two forms it is; empty if it is neither. Parsers' messages quote content and go no further. */
    static Optional<Element> read(byte[] body) {
        try {
            return switch (firstCharacter(body)) {
                case '<' -> Optional.of(readXml(body));
                case '{' -> Optional.of(readJson(body));
                default -> Optional.empty();
            };
        } catch (IOException | XMLStreamException e) {
            return Optional.empty();
        }
    }

    /** The document with the vendor's namespace as default. */
    static String writeXml(Element root) {
        StringWriter out = new StringWriter();
        try {
            XMLStreamWriter writer = XML_OUT.createXMLStreamWriter(out);
            writer.writeStartDocument("UTF-8", "1.0");
            writer.setDefaultNamespace(NAMESPACE);
            write(writer, root, true);
            writer.writeEndDocument();
            writer.close();
        } catch (XMLStreamException e) {
            throw new IllegalArgumentException("the request cannot be written as XML");
        }
        return out.toString();
    }

    private static void write(XMLStreamWriter writer, Element element, boolean isRoot) throws XMLStreamException {
        writer.writeStartElement(NAMESPACE, element.name());
        if (isRoot) {
            writer.writeDefaultNamespace(NAMESPACE);
        }
        writer.writeCharacters(element.text());
        for (Element child : element.children()) {
            write(writer, child, false);
        }
        writer.writeEndElement();
    }

    private static Element readXml(byte[] body) throws XMLStreamException {
        XMLStreamReader reader = XML.createXMLStreamReader(new ByteArrayInputStream(body));
        while (reader.next() != XMLStreamConstants.START_ELEMENT) {
            if (reader.getEventType() == XMLStreamConstants.DTD) {
                throw new XMLStreamException("a document type");
            }
        }
        Element root = readXml(reader, 1);
        while (reader.hasNext()) {
            reader.next();
        }
        return root;
    }

    private static Element readXml(XMLStreamReader reader, int depth) throws XMLStreamException {
        if (depth > MAX_DEPTH) {
            throw new XMLStreamException("deeper than " + MAX_DEPTH);
        }
        String name = reader.getLocalName();
        StringBuilder text = new StringBuilder();
        List<Element> children = new ArrayList<>();
        while (reader.next() != XMLStreamConstants.END_ELEMENT) {
            if (reader.isStartElement()) {
                children.add(readXml(reader, depth + 1));
            } else if (reader.hasText() && reader.getEventType() != XMLStreamConstants.COMMENT) {
                text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
            }
        }
        return new Element(name, text.toString().strip(), children);
    }

    private static Element readJson(byte[] body) throws IOException {
        try (JsonParser parser = JSON.createParser(body)) {
            parser.nextToken();
            List<Element> roots = new ArrayList<>();
            readJson(parser, "", roots);
            if (parser.nextToken() != null) {
                throw new IOException("more than one document");
            }
            return roots.get(0);
        }
    }

    /** Adds what the parser stands on to the siblings: an array adds each member under its own name. */
    private static void readJson(JsonParser parser, String name, List<Element> siblings) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_ARRAY) {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                readJson(parser, name, siblings);
            }
        } else if (token == JsonToken.START_OBJECT) {
            List<Element> children = new ArrayList<>();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String childName = parser.currentName();
                parser.nextToken();
                readJson(parser, childName, children);
            }
            siblings.add(new Element(name, "", children));
        } else if (token != JsonToken.VALUE_NULL) {
            siblings.add(Element.of(name, parser.getText().strip()));
        }
    }

    private static char firstCharacter(byte[] body) {
        for (byte b : body) {
            // Skips white space and a byte order mark.
            if (b > ' ') {
                return (char) b;
            }
        }
        return ' ';
    }

    private static XMLInputFactory secureXml() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        return factory;
    }
}
