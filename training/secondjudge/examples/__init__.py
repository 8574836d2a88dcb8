"""What the second judge is taught with: examples made from parallel text, and claims about premises."""
