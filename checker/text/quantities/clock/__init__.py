"""Times of day in words: half past three, halb vier, Viertel nach drei, eight in the evening, round the clock."""
