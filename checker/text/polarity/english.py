"""What looks like a negation in English and denies nothing, or says what others say without one: "No. 5", "isn't it?",
"whether or not", "nonetheless"; "not equal" (different), "don't forget" (remember).

Phrases that other languages render with a negation of their own ("not only", "no doubt") are not among them.
"""

from __future__ import annotations

import re

_TAG = r"(?:is|are|was|were|do|does|did|has|have|had|wo|would|could|should|ca|ai)n['’]t"
_PHRASES = (
    r"\bnot (?:least|to mention)\b",
    r"\b(?:whether|if) or not\b",
    r"\b(?:or|if|as likely as) not\b(?= ?[,.;:?!)\"”]|$)",
    r"\b(?:not|n['’]t) (?:be |necessarily )?(?:equal|identical)\b",
    r"\b(?:do not|don['’]t|never) forget\b",
    r"\bno (?:sooner|less than|fewer than)\b",
    r"\bnothing (?:less than|short of)\b",
    r"\bnone other than\b",
    r"\bnever ?mind\b",
    r"\bnonetheless\b|\bnevertheless\b|\bnotwithstanding\b",
    r"\bno\.? ?(?=\d)",
    r"\b(?:No|Nos|Nr)\.(?= ?[A-Z0-9])",
    r"\b(?:Dr|Doctor|James|Bond|Julius|Mr\.?) No\b",
    rf",? {_TAG} (?:it|he|she|they|you|we|I|there|that)(?= ?\?)",
    r"(?<=, )(?:no|right or no)(?= ?\?)",
    r"\byes (?:and|or) no\b",
    r"\byes[ /-]no\b",
    r"\bno[- ]one['’]s land\b|\bno[- ]man['’]?s[- ]land\b",
    r"\bno[- ]brainer\b|\bNever[- ]?land\b",
    r"\b(?:never|no|non?)-(?:ending|end|stop|nonsense|name|frills?|fly|go|show|contest|confidence|hitter|win|fault|deal)\b",
    r"\bno matter (?:what|who|which|where|when|how|whether|if)\b",
)
_HARMLESS = re.compile("|".join(f"(?:{phrase})" for phrase in _PHRASES), re.IGNORECASE)
_MAYBE = re.compile(r"\b(?:no|never|nr\b)|n['’]t\b", re.IGNORECASE)


_AUXILIARY = r"(?:is|are|was|were|do|does|did|has|have|had|wo|would|could|should|ca|ai)"
_ROOTED = (
    "(?:im(?:ag|medi|migra|pac|plem|pli|por|pos(?!sib)|pres|prov)"
    "|in(?:cid|clin|clud|com[ei]|creas|dic|divid|dustr|fla|flu|form|habit|herit|iti|jur|put|quir|sid|sist|spe|spir|sta|stitu"
    "|struc|tend|tens|ter|tim|to|tro|ves|vit|volv)|un(?:der|if|ion|it|iv|less|til)"
    "|dis(?:c(?:i|ov|us)|eas|pla|pute|tan|tin|tri|turb))"
)
"""Beginnings of English words that begin as those with a prefix that denies do."""

_COMPARATIVE = (
    "(?:better|worse|more|greater|bigger|higher|lower|larger|smaller|easier|harder|faster|stronger|cheaper|clearer|closer"
    "|happier|prouder|safer|finer)"
)
_OPTIONAL = re.compile(
    "|".join(
        (
            rf"\b(?:no|nothing(?: is| was)?|never \w+(?: an?)?) {_COMPARATIVE}\b(?! than)",
            r"\bhow (?:can|could|should|would|do|does|did) (?:\w+ ){1,2}not\b",
            r"\bhow (?:ca|could|should|would|do|does|did)n['’]t\b",
            r"(?:\bnot|n['’]t|\bnever) (?:\w+ )?"
            r"(?:fail|lose|lack|den[yi]|doubt|refus|reject|neglect|exclud|rule out|hesitat|hid)\w*",
            r"\bno matter\b|\bno (?:different|stranger|further|more!|wonder|doubt|small|avail|problem|other|time)\b",
            r"\bno (?:such )?way\b|\bno (?:one|longer|later|more|less) than\b|\bno[- ]profit|\bnot-for",
            r"(?:\b(?:not|no)\b|n['’]t\b).{0,60}\b(?:un)?till?\b",
            r"(?:\b(?:not|no|never|cannot)\b|n['’]t\b).{0,80}\b(?:unless|except)\b|\bunless\b.{0,120}(?:\b(?:not|no|never)\b|n['’]t\b)",
            r"\bca(?:nno|n['’])t (?:wait|help|possibly)|n['’]t mind|\bcould(?: not|n['’]t) be more\b",
            rf"(?:^|[.:;,“\"] )(?:why )?{_AUXILIARY}n['’]t\b[^.]*\?|\bwhy not\b",
            r"\bnot (?:as|so|long|often|enough|the same|least|very|only|just|merely|surprising\w*)\b",
            r"\bif (?:it|that|this|you|they|we|he|she)(?: is| are| do| does)? ?(?:not|(?:do|does|is|are)?n['’]t)\b",
            rf"\b(?:not|n['’]t)\b.{{0,12}}\b(?!{_ROOTED})(?:un|in|im|dis|il(?=l)|ir(?=r))\w{{4}}",
            r"(?:\bnot|n['’]t) stop(?: \w+ing| from)\b",
            r"(?:\bnot|n['’]t) (?:really |want to )?(?:care|remember|far|rare\w*|beyond|miss|wait)\b",
            r"(?:\bnot|n['’]t) (?:really )?(?:ignor|underestimat)\w+",
            r"\bwish\w*\b.{0,25}(?:\bnot\b|n['’]t\b)|\bor not to be\b|\bnot (?:his|her|their|the) real name\b",
            r"\b(?:tr(?:y|ies|ied|ying)|warn\w*|pretend\w*|ask\w*)\b.{0,20}\bnot to\b|\bcould ?n[o']t care less\b",
            r"\bunable to\b|(?:\bnot|n['’]t)\b.{0,15}\bby (?:it|him|her|them)sel(?:f|ves)\b|\bnot that\b",
            r"\b(?:no|n['’]t|not)\b.{0,20}\bcriminal records?\b",
            r"\b(?:not|n['’]t) the (?:sole|only|first|last)\b",
            r"\bif not\b|\bnothing (?:but|else)\b|\bnone\b|\bwithout\b|\b(?:rather|instead|and) not\b|\bthe only\b",
        )
    ),
    re.IGNORECASE,
)
_SAID = re.compile(
    r"\b(?:no|not|never|none|nobody|nothing|nowhere|neither|nor|without|non|cannot|[dw]ont|doesnt|cant|wont|isnt)\b"
    r"|n['’]t\b|\bforg[eo]t|\bany(?:\b|one|thing|where)|\bever\b|\?|\bafraid\b|\bout[ -]of\b|\bat all\b|\bonly\b"
    r"|\buntil\b|\bbut\b|\blittle\b|\bbeyond\b|\bor\b|\bthan\b|\bbefore\b|\bif\b|\bhow (?:many|much)\b"
    r"|\bwish\b|\bworr|\bfear|\bmake sure\b|\bjust\b|\bwhatever\b|\bagainst\b|\bamiss\b|\bwrong\b|\bstop(?:s|ped)?\b"
    r"|\b(?:keep|kept|h[eo]ld|bar|sav|spar|free)\w*\b.{0,40}\b(?:from|back)\b|\bfree of\b|\boff (?:the|limits|duty)\b"
    r"|\bstripped\b|\brid of\b|\bdeter(?:s|red|ring|rent)?\b|\bdiscourag|\babst[ae]|\brefrain|\bcheck\b"
    r"|\bopt\w* out\b"
    r"|\bdeclin|\bdead\b|\bdied\b|\bsurpris|\bsoonest\b|\bshortly\b|\btrouble\b|\bother\b|\bcontradict|\bover\b"
    r"|\bbroke|\bforward to\b|\bcould you\b|\bwould you\b|\bdevoid\b|\bomit|\balmost\b|\bdispute|\bless\w*\b|\bblock"
    r"|\bfollowing\b|\blast(?:ed)?\b|\bsince\b|\bmost\b|\brecord\b|\bland-?locked\b"
    r"|\b(?:in|for) (?:\w+ ){0,2}(?:days|weeks|months|years|decades|ages|centuries|generations?|living memory)\b",
    re.IGNORECASE,
)


def is_optional(text: str) -> bool:
    """Whether a negation stands in ``text`` where other languages often say the same in positive words."""
    return _OPTIONAL.search(text) is not None


def may_be_said_with_not(text: str) -> bool:
    """Whether a text has, or may have, what other languages say with a negation."""
    return _SAID.search(text) is not None


def without_harmless(text: str) -> str:
    """``text`` with every such phrase blanked out, so that offsets stay; the same object when there is none."""
    if not _MAYBE.search(text):
        return text
    return _HARMLESS.sub(lambda match: " " * len(match[0]), text)
