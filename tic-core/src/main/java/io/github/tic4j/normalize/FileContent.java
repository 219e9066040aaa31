package io.github.tic4j.normalize;

/**
 * What identifies a file's content.
 *
 * @param sha256 SHA-256 of the file as stored, in lower-case hexadecimal
 * @param bytes its size as stored
 */
public record FileContent(String sha256, long bytes) {}
