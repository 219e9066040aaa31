/**
 * What the tests and benchmarks of all modules share: generated files with their truth ({@link
 * io.github.tic4j.testing.MrfGenerator}), faulty streams ({@link io.github.tic4j.testing.Streams}) and a web server that
 * misbehaves on request ({@link io.github.tic4j.testing.LoopbackServer}).
 */
@NullMarked
package io.github.tic4j.testing;

import org.jspecify.annotations.NullMarked;
