/**
 * S3, and any store that speaks its protocol, as a source and as a sink. Start with
 * {@link io.github.tic4j.s3.S3Store}. The only package of the project whose signatures name AWS types.
 */
@NullMarked
package io.github.tic4j.s3;

import org.jspecify.annotations.NullMarked;
