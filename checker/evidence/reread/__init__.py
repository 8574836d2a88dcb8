"""What the second judge changes of what the first one says: which pairs of text it reads, and how both are combined."""
