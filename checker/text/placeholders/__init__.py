"""What programs put into a text, or read in it: placeholders, tags, branches of messages, options, escapes.

``directives`` finds placeholders, ``compared`` says which of them a translation lost or has new; ``tags``, ``choices``
(ICU), ``named`` (``:name``, ``@name``, ``$1``) and ``literals`` (options, paths, escapes, keys, addresses) look at what
may also be ordinary text, each in its own way; ``texts`` asks them all about a pair.
"""
