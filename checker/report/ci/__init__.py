"""Reports that continuous integration reads: SARIF, JUnit, annotations of GitHub."""
