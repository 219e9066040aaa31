/** Shows that the published jars have stable module names. */
module com.example.consumer {
    requires io.github.tic4j.claims;
    requires io.github.tic4j.collaboratemd;
    requires io.github.tic4j.core;
    requires io.github.tic4j.nppes;
    requires io.github.tic4j.s3;
}
