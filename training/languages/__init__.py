"""The profiles that identify languages."""
