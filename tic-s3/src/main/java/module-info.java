/** S3 as a source and as a sink. */
@SuppressWarnings("module") // The lint dislikes names that end in a digit; this one does everywhere.
module io.github.tic4j.s3 {
    requires transitive io.github.tic4j.core;
    requires transitive software.amazon.awssdk.services.s3;
    requires transitive software.amazon.awssdk.auth;
    requires org.slf4j;
    requires software.amazon.awssdk.awscore;
    requires software.amazon.awssdk.core;
    requires software.amazon.awssdk.http;
    requires software.amazon.awssdk.http.urlconnection;
    requires software.amazon.awssdk.regions;
    requires software.amazon.awssdk.retries;
    requires software.amazon.awssdk.retries.api;
    requires software.amazon.awssdk.utils;
    requires static org.jspecify;

    exports io.github.tic4j.s3;

    provides io.github.tic4j.spi.SourceProvider with
            io.github.tic4j.s3.S3SourceProvider;
}
