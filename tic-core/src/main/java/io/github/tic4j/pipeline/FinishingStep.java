package io.github.tic4j.pipeline;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Something done to the folder of a run once all files are committed: consolidation, figures, an upload. Steps are done one
 * after the other, and not again until another file has been committed.
 *
 * <p>A step that is killed is done again from its beginning, so it must not mind what it finds.
 */
public interface FinishingStep {

    /** A name, which the manifest keeps. */
    String name();

    /** Does it. A failure is reported, ends the run and leaves the step for the next one. */
    void run(Path folder) throws IOException;
}
