package io.github.tic4j.internal.scan;

/**
 * How the items of a document are read on several threads.
 *
 * @param document the document
 * @param workers how many threads read
 * @param stretch how many bytes a thread takes at a time
 */
public record Split(PlainBytes document, int workers, int stretch) {}
