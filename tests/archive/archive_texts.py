"""Invented originals and renderings of them."""

from __future__ import annotations

HARBOUR = (
    "The harbour was closed on Monday because of the storm.",
    "Two ferries stayed in port until the evening.",
    "The mayor thanked the crews for their patience.",
    "No ship was damaged, and fishing begins again on Tuesday.",
    "Insurance companies expect only a few claims.",
)
LIBRARY = (
    "The town library has bought four hundred new books.",
    "Most of them are novels for children.",
    "Readers can borrow them from the first of March.",
    "The old reading room will be painted in spring.",
)
BRIDGE = (
    "Engineers found a crack in the northern bridge.",
    "Lorries have to take the road along the river.",
    "Repairs will cost two million euros.",
    "The bridge was built ninety years ago.",
)
BOILERPLATE = ("Read more articles on our website.", "All rights reserved.")

HARBOUR_RO = (
    "Portul a fost închis luni din cauza furtunii.",
    "Două feriboturi au rămas în port până seara.",
    "Primarul a mulțumit echipajelor pentru răbdare.",
    "Nicio navă nu a fost avariată, iar pescuitul reîncepe marți.",
    "Companiile de asigurări se așteaptă doar la câteva cereri.",
)
BRIDGE_DE = (
    "Ingenieure fanden einen Riss in der nördlichen Brücke.",
    "Lastwagen müssen die Straße am Fluss nehmen.",
    "Die Reparatur wird zwei Millionen Euro kosten.",
    "Die Brücke wurde vor neunzig Jahren gebaut.",
)
GARDEN_RO = (
    "Grădina botanică are o colecție de orhidee tropicale.",
    "Vizitatorii pot cumpăra semințe la intrare.",
    "Biletele pentru elevi sunt gratuite duminica.",
    "Un profesor de biologie conduce turul.",
)

ORIGINALS = {"harbour.txt": HARBOUR, "library.txt": LIBRARY, "bridge.txt": BRIDGE}
