/**
 * The engine that turns bytes into the words of {@code io.github.tic4j.mrf}. Not exported. Start reading at
 * {@link io.github.tic4j.internal.scan.DocumentScan}; the kernel below it is {@code ByteScanner}.
 */
@NullMarked
package io.github.tic4j.internal.scan;

import org.jspecify.annotations.NullMarked;
