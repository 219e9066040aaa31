package io.github.tic4j.pipeline;

import io.github.tic4j.internal.run.ManifestEntry.Committed;
import io.github.tic4j.internal.run.RunFolder;
import io.github.tic4j.payer.ListedFile;
import io.github.tic4j.pipeline.PlannedFile.State;
import io.github.tic4j.source.SourceUnreachableException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Finds out what a run would read. */
final class Plan {

    private final PipelineOptions options;

    Plan(PipelineOptions options) {
        this.options = options;
    }

    List<PlannedFile> files() throws IOException {
        Map<String, Committed> committed = RunFolder.peek(options.folder());
        List<PlannedFile> planned = new ArrayList<>();
        for (PayerFiles files : PayerFiles.of(options)) {
            files.list();
            String settings = RunContext.settings(options, files.payer());
            for (Map.Entry<String, ListedFile> file : files.files().entrySet()) {
                planned.add(planned(files, file.getValue(), settings, committed.get(file.getKey())));
            }
        }
        return planned;
    }

    private static PlannedFile planned(PayerFiles files, ListedFile file, String settings, @Nullable Committed before)
            throws IOException {
        FileState now;
        State state;
        try {
            now = FileState.of(files.published(file));
            state = stateOf(now, settings, before);
        } catch (SourceUnreachableException e) {
            now = FileState.UNKNOWN;
            state = State.UNREACHABLE;
        }
        OptionalLong size = now.size().isPresent() ? now.size() : file.size();
        return new PlannedFile(files.payer().name(), file.url().toString(), size, state);
    }

    private static State stateOf(FileState now, String settings, @Nullable Committed before) {
        if (before == null) {
            return State.NEW;
        }
        boolean same = before.settings().equals(settings)
                && now.validator() != null
                && now.validator().equals(before.validator());
        return same ? State.UNCHANGED : State.AGAIN;
    }
}
