"""Results to bytes: one output a file.  Knows the records and nothing else."""
