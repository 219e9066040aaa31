package io.github.tic4j.mrf;

/**
 * One element of {@code provider_groups}: the providers that bill under one TIN.
 *
 * @param npis the NPIs
 * @param tin the TIN
 */
public record ProviderGroup(NpiList npis, Tin tin) {}
