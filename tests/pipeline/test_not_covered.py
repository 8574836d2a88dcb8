"""What is said of a rendering in a language that is not covered: that nothing can be told, and nothing else."""

from __future__ import annotations

import pytest

import checker
from checker.checks.registry import BY_CODE

SOURCE = "The new pool opens on 3 May. The council paid 40,000 euros for it. Nobody expects large crowds in Marburg."
RENDERINGS = {
    "uz": "Yangi basseyn 8 iyunda ochiladi. Kengash buning uchun 90 000 yevro to'ladi. Hech kim Berlinda katta "
    "olomonni kutmaydi.",
    "kk": "Жаңа бассейн 8 маусымда ашылады. Кеңес ол үшін 90 000 еуро төледі. Берлинде көп адам болады деп күтілуде.",
    "lb": "Déi nei Schwämm gëtt den 8. Juni opgemaach. De Conseil huet dofir 90.000 Euro bezuelt. "
    "Keen erwaart zu Berlin vill Leit.",
    "mn": "Шинэ усан сан 6-р сарын 8-нд нээгдэнэ. Зөвлөл үүнд 90,000 евро төлсөн. "
    "Берлинд олон хүн цугларна гэж хэн ч бодохгүй байна.",
    "el-Latn": "I nea pisina tha anoixei stis 8 Iouniou. To dimotiko symvoulio plirose 90.000 evro gia afti. "
    "Kaneis den perimenei poly kosmo sto Verolino.",
    "ar-Latn": "el 7ammam el gedid hayefta7 yom 8 yonyo, lazem nerooh badri. el maglis dafa3 90000 euro "
    "3ashan el mashroo3 da. mafish 7ad mestanni nas keteer fi Berlin.",
    "hi-Latn": "Naya pool 8 June ko khulega. Council ne iske liye 90000 euro diye hain. "
    "Berlin mein koi badi bheed nahi hogi.",
}
ACCUSING = ("ADD", "OMI", "MIS")


@pytest.mark.parametrize("language", RENDERINGS)
@pytest.mark.parametrize("declared", [True, False])
def test_no_rule_accuses_and_the_reason_is_said(language: str, declared: bool) -> None:
    settings = {"target_language": language} if declared and len(language) == 2 else {}
    result = checker.compare(SOURCE, RENDERINGS[language], **settings)
    assert not [finding for finding in result.findings if finding.code.startswith(ACCUSING)]
    assert any("not one that is covered" in note for note in result.documents[0].notes)
    assert {segment.verdict for segment in result.documents[0].renderings[0].segments} == {"undetermined"}


def test_pairs_of_which_nothing_can_be_told() -> None:
    result = checker.bitext([(SOURCE, RENDERINGS["uz"])])
    assert [finding.code for finding in result.findings] == ["QE001"]
    assert BY_CODE["QE001"].summary.startswith("too short, uncovered language")
