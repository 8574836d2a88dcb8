"""Programs that measure: speed, memory, quality.  Nothing in the package imports them."""
