"""Where the training text comes from and under which licences, for the model's card."""

from __future__ import annotations

from typing import NamedTuple


class Source(NamedTuple):
    """A source of pairs: its name in the corpora, its origin, what it is, its licence."""

    name: str
    origin: str
    content: str
    licence: str


_TATOEBA = "CC BY 2.0 FR (Tatoeba)"
_WMT = "unclear: distributed by WMT for research; the publishers own the source text"
_TESTSETS = "Helsinki-NLP/OPUS-MT-testsets"

SENTENCES = (
    Source("bible", "scrollmapper/bible_databases", "verses, without pl, he, et", "public domain; pt: CC BY 3.0 BR"),
    Source("bitcoin-org", "bitcoin-dot-org/Bitcoin.org", "web pages", "MIT"),
    Source("cwa", "corona-warn-app/cwa-app-android", "health app texts", "Apache-2.0"),
    Source("europeana", "europeana/portal.js", "interface texts", "EUPL 1.2"),
    Source("flores200-dev-sib", "dadelani/sib-200", "wiki news (FLORES-200 dev)", "CC BY-SA 4.0"),
    Source("gdpr", "andersju/gdpr-xml", "the General Data Protection Regulation", "© European Union, CC BY 4.0"),
    Source("gnome-help", "GNOME/gnome-user-docs", "software help", "CC BY 3.0"),
    Source("inaturalist", "inaturalist/inaturalist", "interface texts", "MIT"),
    Source("indic-wiki", "joshua-decoder/indian-parallel-corpora", "Wikipedia", "CC BY-SA 3.0"),
    Source("korean-parallel", "jungyeul/korean-parallel-corpora", "news", "CC BY-SA 3.0"),
    Source("mlqa-q", "wuhjie/few_shots_that_matters_wu", "questions on Wikipedia", "CC BY-SA 3.0"),
    Source("mozilla-www", "mozilla-l10n/www-l10n", "web pages", "MPL 2.0"),
    Source("mt-geneval", "amazon-science/machine-translation-gender-eval", "Wikipedia biographies", "CC BY-SA 3.0"),
    Source("opensource-guide", "github/opensource.guide", "articles", "CC BY 4.0"),
    Source("paws-x", "wuhjie/few_shots_that_matters_wu", "Wikipedia paraphrases", "free use, attribution to Google"),
    Source("ro-sts", "dumitrescustefan/RO-STS", "headlines, captions, forums", "CC BY-SA 4.0"),
    Source("rosetta-osce", "ebegoli/rosetta-balcanica", "OSCE reports", "none stated; terms of the OSCE website"),
    Source("setimes-sample", "stefan-it/nmt-mk-en", "news", "CC BY-SA 3.0"),
    Source("stsb-mt", "PhilipMay/stsb-multi-mt", "headlines, captions, forums; machine translated", "mixed, as STSb"),
    Source("tatoeba-anki", "manythings.org lists on GitHub", "everyday sentences", _TATOEBA),
    Source("tatoeba-mt-test", _TESTSETS, "everyday sentences", _TATOEBA),
    Source("tatoeba-opus", "designhawk/opus-benchmark", "everyday sentences", _TATOEBA),
    Source("tatoeba-pivot", _TESTSETS, "everyday sentences joined over a third language", _TATOEBA),
    Source("tico19-test", _TESTSETS, "public health", "CC0"),
    Source("tldr", "tldr-pages/tldr", "command descriptions", "CC BY 4.0"),
    Source("ud-pud", "UniversalDependencies PUD treebanks", "news and Wikipedia", "CC BY-SA 3.0"),
    Source("udhr", "unicode-org/udhr", "Universal Declaration of Human Rights", "public domain"),
    Source("wmt-newsdev", "Helsinki-NLP/OPUS-MT-train", "news", _WMT),
    Source("wmt-newstest", _TESTSETS, "news", _WMT),
    Source("wmt21-22", _TESTSETS, "news and general", _WMT),
    Source("wmt23", "wmt-conference/wmt23-news-systems", "news, social, manuals", _WMT),
    Source("wmt24", "wmt-conference/wmt24-news-systems", "news, literary, speech, social", _WMT),
    Source("xcopa", "wuhjie/few_shots_that_matters_wu", "everyday sentences", "CC BY 4.0"),
    Source("xquad", "google-deepmind/xquad", "Wikipedia", "CC BY-SA 4.0"),
)
"""Sources of sentence pairs."""

LEXICON = (
    Source("cldr", "unicode-org/cldr-json", "places, languages, currencies, units", "Unicode licence"),
    Source("countries", "mledoze/countries and others", "countries, capitals, demonyms", "MIT, ODbL"),
    Source("europeana-terms", "europeana/portal.js", "interface terms", "EUPL 1.2"),
    Source(
        "inflected",
        "UniMorph, SIGMORPHON, michmech, spaCy lookups, hunspell word lists",
        "inflected forms joined with the lexicons",
        "word forms are facts; CC BY-SA 3.0, ODbL, MIT, various",
    ),
    Source("lex2", "derived from the sentences", "words that co-occur", "as the sentences"),
    Source("omw", "omwn/omw-data, Open English Wordnet", "wordnet lemmas", "mostly permissive or CC BY 4.0"),
    Source("omw-cldr", "omwn/omw-data", "terms", "Unicode licence"),
    Source("omw-wikt", "omwn/omw-data", "Wiktionary lemmas", "CC BY-SA"),
    Source("wd-person-names", "Wikidata labels", "names of persons", "CC0"),
    Source("wikt", "open-dsl-dict/wiktionary-dict", "Wiktionary translations", "CC BY-SA 3.0"),
    Source("wikt-words", "peterolson/multilingualWords", "basic concepts", "CC BY-SA 3.0"),
)
"""Sources of words and names."""
