"""Numbers, dates, names, terms and negation that a rendering and its original say differently."""
