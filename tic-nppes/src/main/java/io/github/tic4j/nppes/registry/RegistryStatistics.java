package io.github.tic4j.nppes.registry;

/**
 * What a client has done so far.
 *
 * @param requests requests sent, retries included
 * @param retries requests sent again
 * @param refused requests not sent because the circuit was open
 */
public record RegistryStatistics(long requests, long retries, long refused) {}
