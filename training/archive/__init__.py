"""What judges an archive's votes."""
