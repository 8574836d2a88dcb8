"""What the server shows: its pages, their style and their script; the report in them is that of ``report.html``."""
