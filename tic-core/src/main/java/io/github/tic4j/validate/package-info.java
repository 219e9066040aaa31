/**
 * Judges files: CMS's schemas, cross references, business rules and plausibility, with every finding counted. The entry is
 * {@link io.github.tic4j.validate.Validator}; a host that reads a file anyway feeds a {@link
 * io.github.tic4j.validate.QualityCheck} instead.
 */
@NullMarked
package io.github.tic4j.validate;

import org.jspecify.annotations.NullMarked;
