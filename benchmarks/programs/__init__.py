"""The programs: ``python -m benchmarks NAME``."""
