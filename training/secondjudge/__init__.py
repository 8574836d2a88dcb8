"""Trains the second judge: the pair reader of ``checker.secondjudge``."""
