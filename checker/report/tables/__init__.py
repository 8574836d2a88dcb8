"""Reports as tables: CSV, XLSX, Parquet."""
