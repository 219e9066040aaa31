/**
 * Points out claims that deserve a second look: each alert names what was seen, what was expected and the claims that
 * show it, and judges nobody. A rule says which claims belong together and what stands given all of them, so the order
 * in which claims come makes no difference, and what a void takes back is taken back here. Start with
 * {@link io.github.tic4j.claims.alert.AlertEngine}.
 */
@NullMarked
package io.github.tic4j.claims.alert;

import org.jspecify.annotations.NullMarked;
