package io.github.tic4j.payer;

import io.github.tic4j.internal.container.ContainerOptions;
import io.github.tic4j.internal.container.ContainerReader;
import io.github.tic4j.internal.container.Document;
import io.github.tic4j.source.Source;
import java.io.IOException;
import java.io.InputStream;

/**
 * A file of prices as CMS's JSON, whether it is published as that or as CSV with a price a row, in any container.
 *
 * @param published what is published
 */
record CsvPriceSource(Source published) implements Source {

    @Override
    public String name() {
        return published.name();
    }

    @Override
    public InputStream open() throws IOException {
        ContainerReader containers = ContainerReader.openText(published, ContainerOptions.defaults());
        boolean kept = false;
        try {
            Document first = containers.next();
            if (first != null && !first.isJson()) {
                InputStream json = new CsvPriceStream(containers, first);
                kept = true;
                return json;
            }
        } finally {
            if (!kept) {
                containers.close();
            }
        }
        return published.open();
    }

    @Override
    public boolean isReopenable() {
        return published.isReopenable();
    }

    @Override
    public String toString() {
        return name();
    }
}
