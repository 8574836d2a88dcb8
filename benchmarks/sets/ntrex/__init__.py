"""News documents in 36 languages, of which sentences were put in and left out: in order, mixed, and for retrieval."""
