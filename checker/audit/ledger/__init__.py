"""The database that an audit writes, and what can be read from it."""
