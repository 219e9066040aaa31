package io.github.tic4j.pipeline;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Something done to the folder of a run once all files are committed, such as consolidation or figures. Steps are done one
 * after the other, and not again until another file has been committed.
 */
@FunctionalInterface
public interface FinishingStep {

    /**
     * Does it. A step that was killed is done again from its beginning, so it must not mind what it finds.
     *
     * @throws IOException if it cannot be done; that is reported, ends the run, and leaves the step for the next one
     */
    void run(Path folder) throws IOException;
}
