/** A handler for Sunrise Health, a payer that does not exist. */
@NullMarked
package org.example.sunrise;

import org.jspecify.annotations.NullMarked;
