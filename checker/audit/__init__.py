"""Audits of many documents: a plan, a ledger that survives, engines that do the work."""
