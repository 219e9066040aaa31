package io.github.tic4j.nppes.fact;

import io.github.tic4j.table.Row;

/**
 * An organisation of a provider set, with those of its NPIs that the set names.
 *
 * @param organization the columns {@link FactColumns#ORGANIZATION}
 * @param own the organisation's own NPI as text, where its tax number is one; else 0
 * @param ownHandle how that fared in NPPES, see {@link NppesRows}
 * @param npis sorted, each once
 * @param handles how each of them fared
 */
@SuppressWarnings("ArrayRecordComponent") // a set may have a hundred thousand NPIs, which must not become objects
record Billing(Row organization, long own, long ownHandle, long[] npis, long[] handles) {}
