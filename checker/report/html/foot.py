"""What stands at the foot: how to read the page, and the signature of the run."""

from __future__ import annotations

import json

from checker.model import Signature
from checker.report.html.markup import Html, element, join
from checker.report.html.words import Sign

_SIGNS = (*((what.symbol, what.words) for what in Sign), ("±", "a part of the sentence is not in the original"))
_KEYS = (
    ("j or n", "next finding"),
    ("k or p", "previous finding"),
    ("c", "copy the finding"),
    ("o", "go from the finding to the original, and back"),
    ("Esc", "let go of what is held"),
    ("?", "show these keys"),
)


def foot(signature: Signature) -> Html:
    """Explanations and the signature."""
    return element("footer", _reading(signature), _undetermined(), _signature(signature))


def keys() -> Html:
    """The dialogue that ``?`` opens."""
    rows = [element("div", element("dt", element("kbd", key)), element("dd", does)) for key, does in _KEYS]
    return element(
        "dialog",
        element("h2", "Keys", id="keys-title"),
        element("dl", *rows),
        element(
            "p", element("label", element("input", type="checkbox", id="letters", checked=True), " Use letter keys")
        ),
        element("p", element("button", "Close", type="button", id="close-keys")),
        id="keys",
        aria_labelledby="keys-title",
    )


def _reading(signature: Signature) -> Html:
    signs = join(
        element("li", element("span", sign, class_="badge", aria_hidden="true"), f" {words}") for sign, words in _SIGNS
    )
    return element(
        "section",
        element("h2", "How to read this"),
        element(
            "p",
            f"A finding is a reason to look, not a judgement. {_probabilities(signature)} The nearest sentences of the "
            "original are shown so that you can judge without knowing the other language. Similarity is that of two "
            "sentences’ meanings as the model sees them: near 1 they say the same, near 0 they have nothing to do with "
            "each other; it is not a probability.",
        ),
        element(
            "p",
            "R is a sentence of the rendering, O one of the original. In the map, the original runs down and the "
            "rendering across: dots are sentences that belong together, the line through them is the order, + below "
            "the frame is a sentence that the original does not have, − at its right one that was left out, and an "
            "upright line there is a stretch that was passed over.",
        ),
        element("ul", signs, class_="signs-key"),
    )


def _probabilities(signature: Signature) -> str:
    if signature.settings.get("calibration", "") is None:
        return (
            "Its probability is not calibrated for this model: a higher one is more likely right, but how many of a "
            "hundred are right is not known."
        )
    return (
        "Its probability is calibrated: of a hundred findings with 90 %, about ninety are what they are said to be "
        "and about ten are false alarms; - stands where it was not measured for the rule."
    )


def _undetermined() -> Html:
    return element(
        "section",
        element("h2", "Cannot tell (QE001)", id="undetermined"),
        element(
            "p",
            "The sentence has too few words to judge, the model knows too little of its words, or the evidence for and "
            "against is about even. This is neither a fault nor an all-clear: if the sentence matters, somebody who "
            "knows both languages has to read it.",
        ),
    )


def _signature(signature: Signature) -> Html:
    rows = [("checker", signature.version), ("model", signature.model), ("digest of the model", signature.model_sha256)]
    rows += [
        (name, value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, sort_keys=True, default=str))
        for name, value in sorted(signature.settings.items())
    ]
    listed = [element("div", element("dt", name), element("dd", value)) for name, value in rows]
    note = "The same signature on the same files gives this page again, byte for byte."
    return element(
        "section", element("h2", "Signature"), element("dl", *listed), element("p", note), class_="signature"
    )
