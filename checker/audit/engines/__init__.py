"""What runs the checks of an audit: processes of this machine, or a dask cluster."""
