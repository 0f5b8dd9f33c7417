"""Help on finding and ordering."""

from kontor.demo.data.help.page import Page
from kontor.demo.data.texts import say

PAGES: tuple[Page, ...] = (
    Page(
        "find-products",
        "ordering",
        "products",
        say(
            "Hvordan finner jeg en vare og prisen?",
            "Wie finde ich Artikel und Preis?",
            "How do I find an article and its price?",
        ),
        say(
            """\
Søk med ord eller et hvilket som helst nummer: vårt, produsentens, GTIN eller deres eget. En del av nummeret holder.

Prisen er deres egen, uten mva. **«Hvorfor denne prisen?»** viser hvert trinn fra listeprisen: prisliste, avtale, nivå og
mengde. Står det «På forespørsel», ring servicepartneren.

Ved siden av står hva som er på lager, og når mer kommer.
""",
            """\
Suchen Sie mit Wörtern oder irgendeiner Nummer: unserer, der des Herstellers, der GTIN oder Ihrer eigenen. Ein Teil der
Nummer genügt.

Der Preis ist Ihr eigener, ohne MwSt. **„Warum dieser Preis?“** zeigt jeden Schritt vom Listenpreis: Preisliste, Vertrag,
Stufe und Menge. Steht dort „Auf Anfrage“, rufen Sie Ihren Servicepartner an.

Daneben steht, was am Lager ist und wann mehr kommt.
""",
            """\
Search with words or any number: ours, the maker's, the GTIN or your own. A part of the number is enough.

The price is your own, without VAT. **“Why this price?”** shows each step from the list price: price list, contract, tier
and quantity. Where it says “On request”, call your service partner.

Beside it stands what is in stock and when more comes.
""",
        ),
    ),
    Page(
        "order-quickly",
        "ordering",
        "quick-order",
        say(
            "Bestille mange varer på en gang",
            "Viele Artikel auf einmal bestellen",
            "Ordering many articles at once",
        ),
        say(
            """\
Hurtigbestillingen tar en liste i stedet for et søk.

- **Lim inn** linjer fra Excel eller en e-post: nummer og antall.
- **Last opp** en fil, CSV eller Excel. Eksempelfilen viser kolonnene.
- **Skriv** nummer for nummer.

Linjer vi ikke forstår, blir stående øverst med grunnen og et forslag du kan trykke på. Når alt er klart, legger én knapp
hele listen i handlekurven. Listen blir liggende til du er ferdig, også om du går fra den.
""",
            """\
Die Schnellbestellung nimmt eine Liste statt einer Suche.

- **Einfügen:** Zeilen aus Excel oder einer E-Mail, Nummer und Menge.
- **Hochladen:** eine Datei, CSV oder Excel. Die Beispieldatei zeigt die Spalten.
- **Tippen:** Nummer für Nummer.

Zeilen, die wir nicht verstehen, stehen oben, mit dem Grund und einem Vorschlag zum Anklicken. Ist alles klar, legt ein
Knopf die ganze Liste in den Warenkorb. Die Liste bleibt liegen, bis Sie fertig sind, auch wenn Sie weggehen.
""",
            """\
The quick order takes a list instead of a search.

- **Paste** lines from Excel or a mail: number and quantity.
- **Upload** a file, CSV or Excel. The sample file shows the columns.
- **Type** number by number.

Lines that we do not understand stand on top, with the reason and a suggestion to press. When all is clear, one button
puts the whole list into the cart. The list stays until you are done, also if you leave it.
""",
        ),
    ),
    Page(
        "checkout",
        "ordering",
        "checkout",
        say("Hva spør kassen om?", "Was fragt die Kasse?", "What does the checkout ask?"),
        say(
            """\
Tre deler, fylt ut med det vi vet:

1. **Levering:** adressen, alt samlet eller i deler, ønsket uke, hvem speditøren skal ringe.
2. **Faktura:** hvor den sendes, og deres eget ordrenummer, som kommer på alle dokumenter.
3. **Se over:** linjene, frakt, tillegg for tungt gods og mva.

Summen på knappen er det dere betaler. Bestillingen kan bare sendes én gang, selv om du trykker to ganger. Har du ikke rett
til å bestille, blir handlekurven liggende, så en innkjøper hos dere kan ta over.
""",
            """\
Drei Teile, ausgefüllt mit dem, was wir wissen:

1. **Lieferung:** Anschrift, alles zusammen oder in Teilen, Wunschzeitraum, wen die Spedition anruft.
2. **Rechnung:** wohin sie geht, und Ihre eigene Bestellnummer, die auf allen Belegen steht.
3. **Prüfen:** Positionen, Versand, Zuschlag für Sperrgut und MwSt.

Der Betrag auf dem Knopf ist, was Sie zahlen. Die Bestellung geht nur einmal hinaus, auch wenn Sie zweimal drücken. Dürfen
Sie nicht bestellen, bleibt der Warenkorb stehen.
""",
            """\
Three parts, filled in with what we know:

1. **Delivery:** the address, all together or in parts, the period you wish, whom the forwarder telephones.
2. **Invoice:** where it goes, and your own order number, which stands on every document.
3. **Check:** lines, shipping, the surcharge for bulky goods and VAT.

The amount on the button is what you pay. The order goes out once only, also if you press twice. If you may not place
orders, the cart stays as it is.
""",
        ),
    ),
    Page(
        "follow-orders",
        "ordering",
        "orders",
        say("Hvor er ordren min?", "Wo ist meine Bestellung?", "Where is my order?"),
        say(
            """\
Listen viser alle ordrer fra firmaet, også de som er bestilt på telefon. Søk med ordrenummer, deres eget nummer eller en
vare.

Ordren sier øverst hvem sin tur det er. Hver linje har dagen den er lovet; er den passert, står det «Forsinket».
Ordrebekreftelsen ligger som PDF på ordren.

Skal noe endres, ring servicepartneren. Nummeret står i sidefeltet.
""",
            """\
Die Liste zeigt alle Bestellungen Ihrer Firma, auch telefonische. Suchen Sie mit der Nummer, Ihrer eigenen Nummer oder
einem Artikel.

Die Bestellung sagt oben, wer am Zug ist. Jede Position hat ihren zugesagten Tag; ist er vorbei, steht dort „Verspätet“. Die
Auftragsbestätigung liegt als PDF bei der Bestellung.

Soll sich etwas ändern, rufen Sie Ihren Servicepartner an. Die Nummer steht in der Seitenleiste.
""",
            """\
The list shows all orders of your company, also those by telephone. Search with the order number, your own number or an
article.

The order says on top whose turn it is. Each line has the day it is promised for; once that is past, it says “Late”. The
order confirmation lies with the order as PDF.

If something has to change, call your service partner. The number stands in the side bar.
""",
        ),
    ),
)
