"""What one measure is in another unit, and what rounding, adding up and subtracting explain."""
