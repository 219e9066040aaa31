/**
 * A client of the CollaborateMD Web API. The entry point is {@link io.github.tic4j.collaboratemd.CollaborateMdClient};
 * every request is an {@link io.github.tic4j.collaboratemd.ApiCall} that runs blocking or not. What concerns patients
 * never shows in a message, a log line or a {@code toString}.
 */
@NullMarked
package io.github.tic4j.collaboratemd;

import org.jspecify.annotations.NullMarked;
