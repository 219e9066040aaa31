/** Reads, filters, validates and normalises Transparency in Coverage files. */
module io.github.tic4j.core {
    exports io.github.tic4j.config;
    exports io.github.tic4j.mrf;
    exports io.github.tic4j.normalize;
    exports io.github.tic4j.payer;
    exports io.github.tic4j.pipeline;
    exports io.github.tic4j.read;
    exports io.github.tic4j.source;
    exports io.github.tic4j.spi;
    exports io.github.tic4j.table;
    exports io.github.tic4j.validate;

    requires com.fasterxml.jackson.core;
    requires java.net.http;
    requires org.slf4j;
    requires static org.jspecify;
    requires static org.apache.commons.compress;
    requires static org.tukaani.xz;
    requires static com.github.luben.zstd_jni;
    requires static org.snakeyaml.engine.v2;

    uses io.github.tic4j.spi.PayerHandler;
    uses io.github.tic4j.spi.Rule;
    uses io.github.tic4j.spi.SourceProvider;
}
