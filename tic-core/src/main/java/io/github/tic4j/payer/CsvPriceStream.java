package io.github.tic4j.payer;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.tic4j.internal.container.ContainerReader;
import io.github.tic4j.internal.container.Document;
import io.github.tic4j.internal.inflate.BulkStream;
import io.github.tic4j.mrf.Limits;
import io.github.tic4j.source.ContentException.Location;
import io.github.tic4j.source.MalformedContentException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** CSV with a price a row, written as CMS's JSON while it is read. Rows of one item that follow each other share it. */
final class CsvPriceStream extends BulkStream {

    private static final JsonFactory JSON = new JsonFactory();

    private final ContainerReader containers;
    private final ByteArrayOutputStream written = new ByteArrayOutputStream(1 << 12);
    private final JsonGenerator json;
    private @Nullable Document document;
    private CsvRows rows;
    private CsvPrice price;
    private @Nullable List<String> item;
    private byte[] ready = new byte[0];
    private int at;
    private boolean anyRow;

    /** A stream that owns the containers. */
    CsvPriceStream(ContainerReader containers, Document first) throws IOException {
        this.containers = containers;
        this.json = JSON.createGenerator(written, JsonEncoding.UTF8);
        this.document = first;
        this.rows = rows(first);
        this.price = header(first, rows);
    }

    private static CsvRows rows(Document document) {
        return new CsvRows(document.stream(), document.name(), Limits.defaults().maxStringBytes());
    }

    private static CsvPrice header(Document document, CsvRows rows) throws IOException {
        List<String> header = rows.next();
        CsvPrice price = new CsvPrice(header == null ? List.of() : header);
        if (document.isJson() || !price.isComplete()) {
            throw new MalformedContentException(
                    "Not a table of prices: the first row names no column negotiated_rate and billing_code",
                    Location.of(document.name(), 0));
        }
        return price;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, target.length);
        while (at == ready.length) {
            if (document == null) {
                return -1;
            }
            writeNext();
            json.flush();
            ready = written.toByteArray();
            at = 0;
            written.reset();
        }
        int count = Math.min(length, ready.length - at);
        System.arraycopy(ready, at, target, offset, count);
        at += count;
        return count;
    }

    private void writeNext() throws IOException {
        List<String> row = rows.next();
        if (row != null) {
            writeRow(row);
            return;
        }
        document = containers.next();
        if (document != null) {
            rows = rows(document);
            price = header(document, rows);
        } else {
            writeEnd();
        }
    }

    private void writeRow(List<String> row) throws IOException {
        if (!anyRow) {
            anyRow = true;
            json.writeStartObject();
            price.writeHeader(json, row);
            json.writeArrayFieldStart("in_network");
        }
        List<String> itemOfRow = price.item(row);
        if (!itemOfRow.equals(item)) {
            endItem();
            json.writeStartObject();
            price.writeItem(json, row);
            json.writeArrayFieldStart("negotiated_rates");
            item = itemOfRow;
        }
        price.writeRate(json, row, rows.count());
    }

    private void endItem() throws IOException {
        if (item != null) {
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private void writeEnd() throws IOException {
        if (anyRow) {
            endItem();
        } else {
            json.writeStartObject();
            json.writeArrayFieldStart("in_network");
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    @Override
    public void close() throws IOException {
        containers.close();
    }
}
