"""The local page: paste or drop, read the report.

``app`` is the ASGI application, ``server`` runs it on 127.0.0.1.  The process that answers requests reads no document:
``pool`` gives each check to a process of its own, which can be ended at any time, and hands back what that made of it.
"""
