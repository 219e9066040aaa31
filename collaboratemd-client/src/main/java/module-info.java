/** CollaborateMD Web API client, report runs and the load into PostgreSQL. */
module io.github.tic4j.collaboratemd {
    requires transitive java.net.http;
    requires transitive java.sql;
    requires java.naming;
    requires java.xml;
    requires com.fasterxml.jackson.core;
    requires org.slf4j;
    requires static org.jspecify;
    requires static org.postgresql.jdbc;

    exports io.github.tic4j.collaboratemd;
    exports io.github.tic4j.collaboratemd.pipeline;
    exports io.github.tic4j.collaboratemd.postgres;
    exports io.github.tic4j.collaboratemd.table;
}
