"""Office documents (OOXML): what stands in their packages."""
