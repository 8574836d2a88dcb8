"""What the programs and sets share: reading gold data, asking the tool, measures, tables."""
