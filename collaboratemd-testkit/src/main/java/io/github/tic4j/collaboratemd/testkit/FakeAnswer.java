package io.github.tic4j.collaboratemd.testkit;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** An answer of the fake server. Immutable. */
public final class FakeAnswer {

    private static final String NAMESPACE = "http://www.collaboratemd.com/api/v1/";

    private final int httpStatus;
    private final String contentType;
    private final byte[] body;

    private FakeAnswer(int httpStatus, String contentType, byte[] body) {
        this.httpStatus = httpStatus;
        this.contentType = contentType;
        this.body = body;
    }

    /** An answer of bytes with status 200. */
    public static FakeAnswer bytes(String contentType, byte[] body) {
        return new FakeAnswer(200, contentType, body.clone());
    }

    /** An answer of text. */
    public static FakeAnswer text(int httpStatus, String contentType, String body) {
        return new FakeAnswer(httpStatus, contentType, body.getBytes(StandardCharsets.UTF_8));
    }

    /** The standard document; in XML its data are outside the namespace, as the real server has it. */
    static FakeAnswer document(
            boolean isJson, String root, String status, String message, String identifier, byte[] data) {
        String encoded = data.length == 0 ? "" : Base64.getMimeEncoder().encodeToString(data);
        return isJson
                ? text(200, "application/json", json(status, message, identifier, encoded))
                : text(200, "application/xml;charset=UTF-8", xml(root, status, message, identifier, encoded));
    }

    int httpStatus() {
        return httpStatus;
    }

    String contentType() {
        return contentType;
    }

    byte[] body() {
        return body;
    }

    private static String xml(String root, String status, String message, String identifier, String data) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n")
                .append("<ns2:" + root + " xmlns:ns2=\"" + NAMESPACE + "\">")
                .append("<ns2:Status>" + status + "</ns2:Status>");
        if (!message.isEmpty()) {
            xml.append("<ns2:StatusMessage>" + escaped(message) + "</ns2:StatusMessage>");
        }
        if (!identifier.isEmpty()) {
            xml.append("<ns2:Identifier>" + identifier + "</ns2:Identifier>");
        }
        if (!data.isEmpty()) {
            xml.append("<Data>" + data + "</Data>");
        }
        return xml.append("</ns2:" + root + ">").toString();
    }

    private static String json(String status, String message, String identifier, String data) {
        return "{\"Status\":\"" + status + "\",\"StatusMessage\":"
                + (message.isEmpty() ? "null" : "\"" + message.replace("\"", "\\\"") + "\"")
                + (identifier.isEmpty() ? "" : ",\"Identifier\":" + identifier)
                + (data.isEmpty() ? "" : ",\"Data\":\"" + data.replace("\r\n", "\\r\\n") + "\"")
                + "}";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
