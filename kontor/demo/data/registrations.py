"""Registrations from outside: some wait at the desk, some for an answer, some are decided.

Organisation numbers are from the Norwegian test series (beginning with 3), German and Danish ones from a 99 series nobody holds.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import islice

from kontor.demo.data.companies import german_numbers, norwegian_numbers
from kontor.demo.data.people import members_of
from kontor.demo.data.workdays import SATURDAY, local

# state | days ago it was sent, at | language | first name | last name | title | e-mail | telephone | company | country | street |
# postcode | town | product areas | colleague's e-mail | customer number, where it was let in | who has it | days until decided
_ROWS = """
waiting | 1, 13:58 | nb | Kari | Nilsen | Anleggsleder | kari@tbsaging.example | +47 73 00 61 25 | Trøndelag Betongsaging AS | NO | Industrivegen 31 | 7080 | Heimdal | construction copper | | | petra |
waiting | 2, 09:41 | nb | Ola | Brekke | Driftsleder | ola.brekke@kystbetong-molde.example | +47 71 00 62 10 | Kystbetong Molde AS | NO | Fabrikkvegen 8 | 6415 | Molde | construction test | | | |
waiting | 1, 10:12 | de | Jörg | Wiesner | Werkstattleiter | j.wiesner@moselkran.example | +49 69 90009 871 | Moselkran Service GmbH | DE | Am Hafen 22 | 54293 | Trier | construction copper | | | |
waiting | 4, 11:35 | en | Mette | Søgaard | Purchaser | mette@limfjordteknik.example | +45 33 00 64 12 | Limfjord Teknik ApS | DK | Havnegade 9 | 9000 | Aalborg | test office | | | |
waiting | 1, 08:27 | nb | Sondre | Myrvold | Maskinfører | sondre.myrvold@fjordbygg.example | +47 73 00 20 71 | | | | | | | anna@fjordbygg.example | 104233 | |
asked | 6, 12:48 | nb | Heidi | Rognli | Innehaver | heidi.rognli@online.example | +47 62 00 65 30 | Rognli Graving | NO | Åsvegen 77 | 2386 | Brumunddal | construction | | | petra | 1
asked | 5, 14:30 | de | Anton | Haas | Geschäftsführer | haas@haas-hallenbau.example | +49 89 99998 874 | Haas Hallenbau GmbH | DE | Gewerbering 5 | 83022 | Rosenheim | construction lighting | | | stefan | 1
waiting | 8, 09:05 | nb | Bjarne | Storli | Verksmester | bjarne@storli-smie.example | +47 61 00 66 18 | Storli Smie AS | NO | Verkstedvegen 3 | 2625 | Fåberg | copper | | | petra | 2
rejected | 23, 16:02 | nb | Pål | Lunde | | pal.lunde@posthylle.example | +47 22 00 67 44 | Pål Lunde | NO | Bekkeveien 12 | 1406 | Ski | lighting | | | petra | 1
rejected | 58, 10:44 | de | Ronny | Kessler | Inhaber | info@kessler-handel.example | +49 30 23125 877 | Kessler Maschinenhandel | DE | Lagerstraße 1 | 15234 | Frankfurt (Oder) | construction | | | stefan | 2
rejected | 96, 13:17 | nb | Tone | Vik | Innkjøper | tone.vik@havnogkai-prosjekt.example | +47 71 00 68 02 | Havn og Kai Prosjekt AS | NO | Nyhavna 7 | 6509 | Kristiansund N | construction | | | petra | 1
approved | 34, 09:20 | nb | Berit | Langnes | Regnskap | berit.langnes@namdal-maskinlag.example | +47 77 00 45 19 | Namdal Maskinlag SA | NO | Verftsgata 8 | 7800 | Namsos | construction | | 111052 | petra | 1
approved | 72, 11:51 | de | Susanne | Lindner | Einkauf | s.lindner@dreisam-werkstaetten.example | +49 89 99998 879 | Dreisam Holz- und Metallwerkstätten eG | DE | Tullastraße 72 | 79108 | Freiburg im Breisgau | copper | | 208604 | stefan | 1
withdrawn | 15, 18:33 | nb | Geir | Hammer | Eier | geir@hammer-torv.example | +47 38 00 69 27 | Hammer Torv | NO | Torvet 2 | 4836 | Arendal | lighting | | | |
"""

QUESTIONS: dict[str, str] = {
    "Heidi": "Hei Heidi. Organisasjonsnummeret står på et annet navn i Brønnøysund. Har du byttet navn på foretaket, eller skal fakturaene gå til noen andre?",
    "Anton": "Guten Tag Herr Haas, im Handelsregister steht Ihre Firma mit Sitz in Bad Aibling. An welche Anschrift sollen die Rechnungen gehen?",
    "Bjarne": "Hei Bjarne. Vi finner to smier på samme adresse. Er dere det samme firmaet som Fåberg Smie og Sveis?",
}
ANSWERS: dict[str, str] = {
    "Bjarne": "Nei, de leide hos oss til i fjor sommer og har flyttet til Gjøvik. Vi har vår egen inngang fra gårdsplassen.",
}
REASONS: dict[str, str] = {
    "Pål": "Vi selger bare til bedrifter, og du har oppgitt en privat adresse. Elektrikeren din kan bestille hos oss.",
    "Ronny": "Die angegebene USt-IdNr. gehört laut Bestätigung nicht zu Ihrem Unternehmen. Bitte melden Sie sich mit einer gültigen Nummer noch einmal.",
    "Tone": "Havn & Kai AS er allerede kunde hos oss, og administratoren der kjenner ikke til et eget prosjektselskap. Be Randi Olsen legge deg til som kollega.",
    "Berit": "Velkommen! Maskinene og ordrene deres ligger allerede inne.",
    "Susanne": "Willkommen! Ihre bisherigen Bestellungen finden Sie unter «Bestellungen».",
}


@dataclass(frozen=True)
class Registration:
    """Somebody who wants in, and how far they have come."""

    status: str
    sent_at: datetime
    language: str
    first_name: str
    last_name: str
    title: str
    email: str
    phone: str
    company_name: str
    country: str
    organisation_number: str
    vat_number: str
    street: str
    postcode: str
    city: str
    areas: tuple[str, ...]
    colleague: str
    """A colleague's e-mail address; then their company decides."""
    number: str
    """Customer number of the company that they are or want to be in."""
    taken_by: str
    """E-mail address of whoever has it on our side."""
    decided_at: datetime | None
    """When it was decided, or something was asked."""

    question: str = ""
    answer: str = ""
    reason: str = ""


def _numbers(countries: list[str]) -> Iterator[tuple[str, str]]:
    """Organisation and VAT numbers that pass their check and that none of the companies has."""
    norwegian = islice(norwegian_numbers(), 60, None)
    german = islice(german_numbers(), 40, None)
    for index, country in enumerate(countries):
        if country == "NO":
            yield next(norwegian), ""
        elif country == "DE":
            yield f"HRB {990_701 + 17 * index}", next(german)
        elif country == "DK":
            yield "", "DK99000015"
        else:
            yield "", ""


def _at(day: date, clock: str) -> datetime:
    hour, minute = clock.split(":")
    return local(day, time(int(hour), int(minute)))


def _working(day: date) -> date:
    return day - timedelta(days=max(0, day.weekday() - SATURDAY + 1))


def all_registrations(today: date) -> list[Registration]:
    """Those of the table, the oldest first."""
    rows = [[cell.strip() for cell in line.split("|")] for line in _ROWS.strip().splitlines()]
    numbers = _numbers([row[9] for row in rows])
    found = []
    for row, (organisation, vat) in zip(rows, numbers, strict=True):
        status, when, language, first, last, title, email, phone, company, country = row[:10]
        street, postcode, city, areas, colleague, number, taken, after = row[10:]
        back, clock = when.split(", ")
        day = _working(today - timedelta(days=int(back)))
        decided = None
        if after:
            moment = _working(day + timedelta(days=int(after)))
            # Friday's work is decided on Monday, as far as that has come.
            decided = max(_at(moment, "14:15"), _at(day, clock) + timedelta(hours=1))
        domain = "hansa-sued" if taken == "stefan" else "hansa-nord"
        question, answer = QUESTIONS.get(first, ""), ANSWERS.get(first, "")
        reason = REASONS.get(first, "")
        if status == "approved":
            # Whoever was let in is among the people of the demonstration.
            person = members_of(number)[0]
            first, last, title = person.first_name, person.last_name, person.title
            email, phone = person.email, person.phone
        sent = _at(day, clock)
        taker = f"{taken}@{domain}.example" if taken else ""
        found.append(
            Registration(
                status=status,
                sent_at=sent,
                language=language,
                first_name=first,
                last_name=last,
                title=title,
                email=email,
                phone=phone,
                company_name=company,
                country=country,
                organisation_number=organisation,
                vat_number=vat,
                street=street,
                postcode=postcode,
                city=city,
                areas=tuple(areas.split()),
                colleague=colleague,
                number=number,
                taken_by=taker,
                decided_at=decided,
                question=question,
                answer=answer,
                reason=reason,
            )
        )
    return sorted(found, key=lambda one: (one.sent_at, one.email))
