"""XML, of whatever format: read as it comes, or unit by unit."""
