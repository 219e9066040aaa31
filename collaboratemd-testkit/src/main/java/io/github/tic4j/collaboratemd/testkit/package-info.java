/** A stateful fake CollaborateMD server and a throw-away PostgreSQL, for tests and the demo. */
@NullMarked
package io.github.tic4j.collaboratemd.testkit;

import org.jspecify.annotations.NullMarked;
