"""How the sentences of two texts lie to each other, and what speaks for and against each."""
