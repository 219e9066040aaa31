/** Typed claims, quality rules, measures, alerts and de-identification, without a run-time dependency. */
module io.github.tic4j.claims {
    requires static org.jspecify;

    exports io.github.tic4j.claims;
    exports io.github.tic4j.claims.code;
    exports io.github.tic4j.claims.lifecycle;
    exports io.github.tic4j.claims.rule;
    exports io.github.tic4j.claims.read;
    exports io.github.tic4j.claims.measure;
    exports io.github.tic4j.claims.deid;
    exports io.github.tic4j.claims.alert;
    exports io.github.tic4j.claims.generate;
    exports io.github.tic4j.claims.layer;
}
