"""Questions, and what a writer says of his own mind, claim nothing."""

from __future__ import annotations

import pytest

from checker.text.paratext.opinions import no_claim


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "And who pays for it?"),
        ("en", "I think the mill should stay."),
        ("ro", "Și cine plătește?"),
        ("ro", "Părerea mea e că moara trebuia păstrată."),
        ("ro", "Dupa parerea mea moara trebuia pastrata."),
        ("de", "Ich finde, die Mühle sollte bleiben."),
        ("de", "Also ich hoffe, dass sie bleibt."),
        ("fr", "À mon avis, il fallait garder le moulin."),
        ("fr", "Il fallait, selon moi, garder le moulin."),
        ("el", "Και ποιος πληρώνει;"),
        ("ar", "من سيدفع؟"),
        ("ar", "في رأيي كان يجب أن تبقى الطاحونة"),
        ("ja", "水車は残すべきだったと思います。"),
        ("zh", "我觉得应该保留磨坊。"),
        ("ko", "제 생각에는 방앗간을 남겨야 합니다."),
        ("ru", "По-моему, мельницу надо было оставить."),
    ],
)
def test_no_claim(language: str, sentence: str) -> None:
    assert no_claim(sentence, language)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "The mill will close on Monday."),
        ("en", "The mayor said that he hopes for rain."),
        ("ro", "De aceea, salutăm închiderea morii."),
        ("de", "Der Bürgermeister glaubt an die Mühle."),
        ("fr", "Le maire pense que le moulin restera."),
        ("el", "Ο μύλος κλείνει τη Δευτέρα."),
        ("zh", "磨坊将于星期一关闭。"),
        ("ro", "„Cred că moara va rămâne deschisă”, a spus primarul."),
        ("en", "My brother worked there."),
    ],
)
def test_a_claim(language: str, sentence: str) -> None:
    assert not no_claim(sentence, language)
