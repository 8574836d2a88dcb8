# ruff: noqa: E501
"""Small files of units in every shape that writing into them must keep."""

from __future__ import annotations

XLIFF_12 = """<?xml version='1.0' encoding='{encoding}'?>
<!-- made by hand > by nobody -->
<{p}xliff xmlns{x}="urn:oasis:names:tc:xliff:document:1.2" xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0" version='1.2'>
 <{p}file original="a > b.html" source-language="en" target-language='ro' datatype="html"><{p}body>
  {units}
 </{p}body></{p}file>
</{p}xliff>
"""
UNITS_12 = (
    '<{p}trans-unit id="plain">\n   <{p}source>The gate.</{p}source>\n   <{p}target>Poarta.</{p}target>\n  </{p}trans-unit>',
    '<{p}trans-unit id="flat"><{p}source>A wall.</{p}source><{p}target state = "final"\n>Un zid.</{p}target ></{p}trans-unit>',
    '<{p}trans-unit id="tags">\n\t<{p}source>A <{p}g id="1">red</{p}g> door<{p}x id="2"/></{p}source>\n'
    '\t<{p}target>O ușă <{p}g id="1">roșie</{p}g><{p}x id="2"/></{p}target>\n\t<{p}note from="client">Red!</{p}note>\n'
    "\t<{p}alt-trans><{p}target>Ușă</{p}target></{p}alt-trans>\n\t<sdl:more><sdl:x/></sdl:more>\n  </{p}trans-unit>",
    '<{p}trans-unit id="cdata">\n   <{p}source><![CDATA[A & B]]></{p}source>\n'
    "   <{p}target a:b=\">'\" xmlns:a='urn:a'>A &amp; &#x42;<!-- > --></{p}target><?pi > ?>\n  </{p}trans-unit>",
    '<{p}trans-unit id="empty" approved="yes">\n   <{p}source>Nobody.</{p}source>\n   <{p}target/></{p}trans-unit>',
    '<{p}trans-unit id="marks">\n   <{p}source>One. Two.</{p}source>\n   <{p}seg-source><{p}mrk mtype="seg" mid="0">One.'
    '</{p}mrk> <{p}mrk mtype="seg" mid="1">Two.</{p}mrk></{p}seg-source>\n   <{p}target><{p}mrk mtype="seg" mid="0">Unu.'
    '</{p}mrk> <{p}mrk mtype="seg" mid="1">Doi.</{p}mrk></{p}target>\n   <sdl:seg-defs><sdl:seg id="0" conf="Translated"/>'
    '<sdl:seg id="1" conf="Translated"/></sdl:seg-defs>\n  </{p}trans-unit>',
    '<{p}trans-unit id="human">\n   <{p}source>Ten.</{p}source>\n   <{p}target>Zece.</{p}target>\n'
    '   <{p}note from="checker">I would say zece.</{p}note>\n  </{p}trans-unit>',
    '<{p}trans-unit id="its">\n   <{p}source>Six.</{p}source>\n   <{p}target xmlns:its="http://www.w3.org/2005/11/its" '
    'its:locQualityIssueType="style">Șase.</{p}target>\n  </{p}trans-unit>',
)
XLIFF_2 = """<?xml version="1.0" encoding="{encoding}"?>
<{p}xliff xmlns{x}="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en" trgLang="ro">
 <{p}file id="f1">
  {units}
 </{p}file>
</{p}xliff>"""
UNITS_2 = (
    '<{p}unit id="plain">\n   <{p}segment><{p}source>The gate.</{p}source><{p}target>Poarta.</{p}target></{p}segment>\n  </{p}unit>',
    '<{p}unit id="flat"><{p}segment id="s1"><{p}source>A wall.</{p}source><{p}target>Un zid.</{p}target></{p}segment></{p}unit>',
    '<{p}unit id="notes">\n   <{p}notes>\n    <{p}note category="client">Red!</{p}note>\n   </{p}notes>\n   <{p}originalData>'
    '<{p}data id="d1">x</{p}data></{p}originalData>\n   <{p}segment>\n    <{p}source>A <{p}ph id="1" dataRef="d1"/>door</{p}source>'
    "\n    <{p}target>O ușă</{p}target>\n   </{p}segment>\n  </{p}unit>",
    '<{p}unit id="more" name=">">\n   <m:metadata xmlns:m="urn:oasis:names:tc:xliff:metadata:2.0"><m:x/></m:metadata>'
    '<!-- > -->\n   <{p}segment id="a"><{p}source>One.</{p}source><{p}target>Unu.</{p}target></{p}segment>\n'
    "   <{p}ignorable><{p}source> </{p}source></{p}ignorable>\n"
    '   <{p}segment id="b"><{p}source>Two.</{p}source><{p}target>Doi.</{p}target></{p}segment>\n  </{p}unit>',
    '<{p}unit id="human">\n   <{p}notes><{p}note category="checker">I would say zece.</{p}note></{p}notes>\n   <{p}segment>'
    "<{p}source>Ten.</{p}source><{p}target>Zece.</{p}target></{p}segment>\n  </{p}unit>",
)
TMX = """<?xml version="1.0" encoding="{encoding}"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4"><header srclang="en" datatype="html" segtype="sentence" adminlang="en"><note>mine</note></header><body>
  {units}
</body></tmx>
"""
UNITS_TMX = (
    '<tu tuid="a">\n   <note>checker: by hand</note>\n   <tuv xml:lang="en"><seg>The gate.</seg></tuv>\n'
    '   <tuv xml:lang="ro">\n    <prop type="x">y</prop>\n    <seg>Poarta.</seg>\n   </tuv>\n  </tu>',
    '<tu><tuv xml:lang="en"><seg>A wall.</seg></tuv><tuv xml:lang="ro"><seg>Un zid.</seg></tuv>'
    '<tuv xml:lang="de"><seg>Eine Mauer.</seg></tuv></tu>',
)
HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset={encoding}\\n"\n"Language: ro\\n"\n\n'
UNITS_PO = (
    'msgid "The gate."\nmsgstr "Poarta."\n',
    '# by hand\n#\n#. extracted\n#: a.c:1\n#, fuzzy-not\n#| msgid "Old"\nmsgctxt "c"\nmsgid "A wall."\nmsgstr ""\n"Un zid."\n',
    '#: b.c:1\nmsgid "One gate."\nmsgid_plural "%d gates."\nmsgstr[0] "O poartă."\nmsgstr[1] "%d porți."\n',
    '# checker: by hand\nmsgid "Ten."\nmsgstr "Zece."\n#~ msgid "Gone"\n#~ msgstr "Dus"\n',
)
KINDS = {
    "a.xlf": (XLIFF_12, UNITS_12, "\n  "),
    "b.xlf": (XLIFF_2, UNITS_2, "\n  "),
    "a.tmx": (TMX, UNITS_TMX, "\n  "),
    "a.po": (HEADER + "{units}", UNITS_PO, "\n"),
}
ENCODINGS = {
    "utf-8": ("UTF-8", b"", "utf-8"),
    "utf-8 with a mark": ("UTF-8", b"\xef\xbb\xbf", "utf-8"),
    "utf-16": ("UTF-16", b"\xff\xfe", "utf-16-le"),
    "utf-16, big end first": ("UTF-16", b"\xfe\xff", "utf-16-be"),
    "latin-2": ("iso-8859-2", b"", "iso-8859-2"),
}


def made(path: str, units: tuple[str, ...], encoding: str = "utf-8", prefix: str = "", ending: str = "\n") -> bytes:
    """A file of these units; ``ș`` and ``ț`` have no place in Latin-2 and stand with a cedilla there."""
    frame, _, between = KINDS[path]
    declared, mark, codec = ENCODINGS[encoding]
    places = {"p": prefix, "x": f":{prefix[:-1]}" if prefix else "", "encoding": declared}
    text = frame.replace("{units}", between.join(units))
    for name, value in places.items():
        text = text.replace(f"{{{name}}}", value)
    text = text.replace("\n", ending)
    if codec == "iso-8859-2":
        text = text.translate(str.maketrans("șțȘȚ", "şţŞŢ"))
    return mark + text.encode(codec)
