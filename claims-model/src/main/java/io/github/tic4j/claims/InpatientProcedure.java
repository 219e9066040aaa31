package io.github.tic4j.claims;

import io.github.tic4j.claims.code.IcdProcedureCode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A procedure of an institutional claim, in ICD.
 *
 * @param sequence its number on the claim, from 1
 * @param code the code
 * @param date the day it was done, or null
 */
public record InpatientProcedure(
        int sequence, IcdProcedureCode code, @Nullable LocalDate date) {}
