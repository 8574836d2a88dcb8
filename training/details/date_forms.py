"""Names of dates that CLDR and parallel text do not give: English, inflected forms, noon and midnight, doubtful ones.

A form that ends in "-" is a stem, "_" stands for a space, "~" marks what is also another word, "." an abbreviation.
"""

from __future__ import annotations

ENGLISH = {
    "months": "january jan.|february feb.|march~ mar.|april apr.|may~|june jun.|july jul.|august aug.|september sep. sept."
    "|october oct.|november nov.|december dec.",
    "weekdays": "monday-|tuesday-|wednesday-|thursday-|friday-|saturday-|sunday-",
}
"""English is the side that the others are judged by."""

MORE = {
    "el": {"months-3": "μαρτη", "months-5": "μαη", "months-8": "αυγουστο"},
    "sl": {"months-3": "marca marcu marcem", "months-5": "maju majem", "weekdays-3": "sred-", "weekdays-6": "sobot-"},
    "sr": {
        "months-3": "марта марту martu", "months-5": "маја мају maja maju", "months-6": "јуна јуну juna junu",
        "months-7": "јула јулу jula julu", "weekdays-3": "среде среду srede sredu",
    },
    "hr": {"months-11": "studenom", "weekdays-6": "subot-"},
    "ru": {"weekdays-3": "среды", "months-3": "марту мартом"},
    "lv": {"months-3": "marta", "months-5": "maij-", "months-6": "junij-", "months-7": "julij-", "months-8": "august-"},
    "ka": {"months-3": "მარტს მარტის მარტში მარტიდან", "months-5": "მაისს მაისის მაისში მაისიდან"},
    "pt": {f"weekdays-{number}": f"{day}~" for number, day in enumerate("segunda terca quarta quinta sexta".split(), 1)},
    "tr": {"weekdays-2": "salı'dan salı'ya", "months-12": "aralık'ın"},
}  # fmt: skip
"""Inflected forms whose stem is another word, by kind and number."""

HOURS = {
    "en": "noon midday|midnight", "de": "mittag-|mitternacht-", "nl": "middag-|middernacht-", "sv": "middag-|midnatt-",
    "da": "middag-|midnat-", "no": "middag-|midnatt-", "is": "hadegi-|midnætt-", "fr": "midi|minuit", "it": "mezzogiorno|mezzanotte",
    "es": "mediodía|medianoche", "pt": "meio_dia|meia_noite", "ca": "migdia|mitjanit", "gl": "mediodía|medianoite",
    "ro": "prânz- amiaz- amiez-|miezul_nopții", "pl": "południ-|północ-", "cs": "poledn-|půlnoc-", "sk": "poludn-|polnoc-",
    "sl": "poldne- opoldne|polnoč- opolnoč-", "hr": "podne-|ponoć-", "bs": "podne-|ponoć-", "sr": "подне- podne-|поноћ- ponoć-",
    "mk": "пладне-|полноќ-", "bg": "обед- обяд- пладне|полунощ-", "ru": "полдень полдн- полуден-|полноч- полуноч-",
    "uk": "полудень полуд- опівдн-|опівн- північ-", "be": "поўдзен- апоўдн-|поўнач- апоўнач-", "lt": "vidurdien-|vidurnakt-",
    "lv": "pusdien-|pusnakt-", "et": "keskpäev-|kesköö-", "fi": "keskipäiv- puolipäiv-|keskiyö- puoliyö-", "hu": "dél délben|éjfél-",
    "tr": "öğle-|gece_yarısı gece_yarısında", "az": "günorta-|gecəyarısı-", "el": "μεσημέρ-|μεσάνυχτ-", "hy": "կեսօր-|կեսգիշեր-",
    "ka": "შუადღ-|შუაღამ-", "ar": "ظهر ظهرا|منتصف_الليل", "fa": "ظهر|نیمهشب نیمه_شب", "ur": "دوپہر|آدھی_رات", "he": "צהריים צהרים|חצות",
    "hi": "दोपहर|आधी_रात", "id": "siang tengah_hari|tengah_malam", "ms": "tengah_hari|tengah_malam", "vi": "trưa|nửa_đêm",
    "zh": "正午 中午|午夜 零点 半夜", "ja": "正午|真夜中 深夜", "ko": "정오|자정", "th": "เที่ยงวัน|เที่ยงคืน", "sq": "mesdit-|mesnat-",
    "sw": "adhuhuri|usiku_wa_manane", "ta": "நண்பகல்|நள்ளிரவு",
}  # fmt: skip
"""Noon and midnight; CLDR has them for few languages."""

DOUBTFUL = {
    "ar": "جوان",
    "bs": "nedjelj недјељ",
    "cs": "streda stred nedel",
    "el": "τριτ τεταρτ πεμπτ σαββατ",
    "fa": "مه",
    "et": "neljapaev",
    "ka": "კვირ შაბათ",
    "ro": "luni",
    "sr": "недељ nedelj сред sred",
    "mk": "недел сабот",
    "ru": "суббот сред",
    "uk": "субот серед",
    "bg": "сряд събот",
    "he": "יום_ראשון יום_שני",
    "hi": "मई",
}
"""Beginnings of forms that are also another word or part of one: week, Sabbath, four-day, fifth, middle."""
