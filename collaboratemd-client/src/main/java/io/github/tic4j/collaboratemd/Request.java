package io.github.tic4j.collaboratemd;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What is to be sent.
 *
 * @param label what exceptions call it
 * @param method the HTTP method
 * @param path the path from the origin on, encoded
 * @param query the encoded parameters
 * @param contentType the type of the body, empty without one
 * @param body the body, sent as UTF-8; empty for none
 * @param isRepeatable whether sending it twice does no more than sending it once
 */
record Request(
        String label,
        String method,
        String path,
        List<String> query,
        String contentType,
        String body,
        boolean isRepeatable) {

    static Request get(String label, String path) {
        return new Request(label, "GET", path, List.of(), "", "", true);
    }

    static Request post(String label, String path) {
        return new Request(label, "POST", path, List.of(), "", "", false);
    }

    Request with(String parameter, String value) {
        List<String> parameters = new ArrayList<>(query);
        parameters.add(encode(parameter) + '=' + encode(value));
        return new Request(label, method, path, parameters, contentType, body, isRepeatable);
    }

    Request withXml(Element root) {
        return new Request(label, method, path, query, "application/xml", Documents.writeXml(root), isRepeatable);
    }

    Request withText(String text) {
        return new Request(label, method, path, query, "text/plain", text, isRepeatable);
    }

    /** The path of what belongs to a customer. */
    static String customerPath(CustomerNumber customer) {
        return "/v1/customer/" + customer + "/";
    }

    /** The path of a patient, who is named by account number. */
    static String patientPath(CustomerNumber customer, String patient) {
        return customerPath(customer) + "patient/" + encode(patient) + "/";
    }

    /** The same request, to be sent again after any failure in passing. */
    Request repeatable() {
        return new Request(label, method, path, query, contentType, body, true);
    }

    /** The same request, to be sent again only where it was certainly not carried out. */
    Request unrepeatable() {
        return new Request(label, method, path, query, contentType, body, false);
    }

    String target() {
        return query.isEmpty() ? path : path + '?' + String.join("&", query);
    }

    /** The label; the rest may concern patients. */
    @Override
    public String toString() {
        return "Request[" + label + "]";
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
