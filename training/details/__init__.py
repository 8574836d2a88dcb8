"""What judges numbers, dates and names."""
