"""XLSX, as a document and as aligned pairs."""
