"""What judges the evidence: the word tagger and the networks on top of it."""
