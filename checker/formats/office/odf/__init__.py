"""OpenDocument (LibreOffice, Collabora, Google): texts and tables."""
