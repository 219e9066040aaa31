package io.github.tic4j.collaboratemd.testkit;

/**
 * A request that reached the fake server.
 *
 * @param method the HTTP method
 * @param path the path
 * @param query the raw query, empty without one
 * @param accept the Accept header, empty without one
 * @param contentType the Content-Type header, empty without one
 * @param authorization the Authorization header, empty without one
 * @param body the body as UTF-8
 */
public record Received(
        String method,
        String path,
        String query,
        String accept,
        String contentType,
        String authorization,
        String body) {}
