"""How much, how often, how sure; and how one says who said something, in many languages; chosen by hand."""

from __future__ import annotations

DEGREES: tuple[tuple[str, str], ...] = tuple(
    (left.strip(), right.strip())
    for left, right in (
        line.split("|")
        for line in """
some|all
many|all
most|all
several|all
some|most
some of|all of
many of|all of
most of|all of
a few|many
few|many
several|hundreds of
dozens of|thousands of
part of|all of
parts of|all of
half of|all of
one of|all of
often|always
sometimes|always
usually|always
occasionally|constantly
rarely|always
generally|always
may|will
might|will
could|will
may have|has
might have|has
can|must
should|must
probably|certainly
perhaps|certainly
possibly|certainly
likely to|certain to
likely|certain
is likely to|will
are likely to|will
is expected to|will
are expected to|will
plans to|will
plan to|will
wants to|will
hopes to|will
tries to|manages to
tried to|managed to
seems to|does
appears to be|is
seems to be|is
suggests|proves
suggest|prove
suggested|proved
believe|know
believes|knows
thinks|knows
suspects|knows
alleged|proven
suspected|convicted
accused of|convicted of
considering|decided on
asked|forced
asked to|forced to
invited to|ordered to
recommended|ordered
almost|more than
nearly|far more than
about|more than
around|well over
up to|more than
at least|exactly
at most|more than
a little|a lot
slightly|greatly
somewhat|extremely
slight|enormous
small|huge
partly|completely
partially|completely
mostly|entirely
largely|entirely
in part|in full
one of the best|the best
one of the largest|the largest
among the first|the first
temporarily|permanently
a third of|most of
a quarter of|half of
concerned|horrified
criticised|condemned
criticized|condemned
difficult|impossible
rare|unknown
reduce|eliminate
reduced|eliminated
damaged|destroyed
injured|killed
hurt|killed
worried|terrified
disappointed|furious
""".strip().splitlines()
    )
)
"""How much, how often, how sure: the second of a pair says more than the first."""

ATTRIBUTIONS: dict[str, tuple[str, ...]] = {
    "en": ("According to {}, {}", "{} said that {}", "{}: {}", "In {}'s words, {}"),
    "de": ("Laut {} {}", "{} sagte, {}", "{} zufolge: {}", "{}: {}"),
    "fr": ("Selon {}, {}", "{} a dit que {}", "D'après {}, {}", "{} : {}"),
    "es": ("Según {}, {}", "{} dijo que {}", "{}: {}"),
    "it": ("Secondo {}, {}", "{} ha detto che {}", "{}: {}"),
    "pt": ("Segundo {}, {}", "{} disse que {}", "De acordo com {}, {}"),
    "ro": ("Potrivit lui {}, {}", "{} a spus ca {}", "{} a declarat că {}", "{}: {}"),
    "ca": ("Segons {}, {}", "{} va dir que {}"),
    "nl": ("Volgens {} {}", "{} zei dat {}", "{}: {}"),
    "sv": ("Enligt {} {}", "{} sade att {}"),
    "da": ("Ifølge {} {}", "{} sagde, at {}"),
    "no": ("Ifølge {} {}", "{} sa at {}"),
    "pl": ("Według {} {}", "{} powiedział, że {}", "{} powiedziała, że {}", "{}: {}"),
    "cs": ("Podle {} {}", "{} řekl, že {}", "{} řekla, že {}"),
    "sk": ("Podľa {} {}", "{} povedal, že {}"),
    "sl": ("Po besedah {} {}", "{} je dejal, da {}"),
    "hr": ("Prema riječima {} {}", "{} je rekao da {}"),
    "sr": ("Према речима {} {}", "{} је рекао да {}"),
    "bg": ("Според {} {}", "{} каза, че {}", "{}: {}"),
    "mk": ("Според {} {}", "{} рече дека {}"),
    "ru": ("По словам {}, {}", "{} сказал, что {}", "{} заявила, что {}", "{}: {}"),
    "uk": ("За словами {}, {}", "{} сказав, що {}", "{} заявила, що {}"),
    "be": ("Паводле слоў {}, {}",),
    "el": ("Σύμφωνα με τον {}, {}", "{} είπε ότι {}"),
    "tr": ("{} şöyle dedi: {}", "{}, {} dedi", "{}'e göre {}"),
    "hu": ("{} szerint {}", "{} azt mondta, hogy {}"),
    "fi": ("{} sanoi, että {}", "{}: {}"),
    "et": ("{} sõnul {}", "{} ütles, et {}"),
    "lv": ("{} teica, ka {}", "Kā norāda {}, {}"),
    "lt": ("{} sakė, kad {}", "Pasak {}, {}"),
    "ar": ("قال {} إن {}", "وفقا لـ {}، {}"),
    "fa": ("به گفته {}، {}", "{} گفت که {}"),
    "he": ("לדברי {}, {}", "{} אמר כי {}"),
    "hi": ("{} के अनुसार, {}", "{} ने कहा कि {}"),
    "bn": ("{} বলেছেন যে {}",),
    "ur": ("{} نے کہا کہ {}",),
    "ta": ("{} கூறியதாவது: {}",),
    "id": ("Menurut {}, {}", "{} mengatakan bahwa {}"),
    "ms": ("Menurut {}, {}",),
    "vi": ("Theo {}, {}", "{} nói rằng {}"),
    "th": ("{} กล่าวว่า {}",),
    "ja": ("{}によると、{}", "{}は「{}」と述べた"),
    "ko": ("{}에 따르면 {}", "{}: {}"),
    "zh": ("{}表示，{}", "据{}称，{}", "{}说：{}"),
    "zh_hant": ("{}表示，{}", "據{}稱，{}"),
    "hy": ("Ըստ {}ի՝ {}",),
    "ka": ("{}ის თქმით, {}",),
    "eu": ("{}(r)en arabera, {}",),
    "gl": ("Segundo {}, {}",),
    "sq": ("Sipas {}, {}",),
    "sw": ("Kulingana na {}, {}",),
    "is": ("{} sagði að {}",),
}
"""Who said something: speaker, then what was said."""
