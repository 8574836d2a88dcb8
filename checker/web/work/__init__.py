"""What the server has done for it, in processes of their own that can be ended at any time."""
