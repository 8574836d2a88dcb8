"""Words that exclude one another: rise and fall, open and closed, mother and father, Norway and Sweden.

``said`` finds what members of such sets a text says; ``checker.evidence.details.contrasts`` compares two texts.
"""

from checker.text.contrasts.find import Said, said
from checker.text.contrasts.sets import ContrastSet, set_of

__all__ = ["ContrastSet", "Said", "said", "set_of"]
