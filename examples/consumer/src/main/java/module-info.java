/** Shows that the published jars have stable module names. */
module com.example.consumer {
    requires io.github.tic4j.core;
}
