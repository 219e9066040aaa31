package io.github.tic4j.config;

/** To come. */
public final class Configuration {}
