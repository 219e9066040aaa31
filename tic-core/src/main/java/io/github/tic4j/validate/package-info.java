/**
 * Judges files: CMS's schemas, cross references, business rules and plausibility, with every finding counted. The entry is
 * {@link io.github.tic4j.validate.QualityCheck}, which is fed with what a reader delivers.
 */
@NullMarked
package io.github.tic4j.validate;

import org.jspecify.annotations.NullMarked;
