"""Help on service cases."""

from kontor.demo.data.help.page import Page
from kontor.demo.data.texts import say

PAGES: tuple[Page, ...] = (
    Page(
        "open-a-case",
        "service",
        "new-case",
        say("Hvordan melder jeg en feil?", "Wie melde ich eine Störung?", "How do I report a fault?"),
        say(
            """\
Opprett en sak for maskinen, eller uten maskin hvis det gjelder noe annet.

- Si i emnet hva som er galt: «Hydraulikkolje lekker ved svingkransen».
- Skriv når det begynte, hva som står i displayet, og om maskinen kan gå.
- Ta bilder med telefonen: av skaden, av merkeskiltet, av feilmeldingen. JPEG, PNG, WebP og HEIC går. PDF går ikke; ta et
  bilde av den.

Saken går til servicepartneren som har maskinen. Haster det, ring i tillegg.
""",
            """\
Eröffnen Sie einen Vorgang zur Maschine, oder ohne Maschine, wenn es um anderes geht.

- Sagen Sie im Betreff, was nicht stimmt: „Hydrauliköl läuft am Drehkranz aus“.
- Schreiben Sie, seit wann, was die Anzeige sagt und ob die Maschine laufen kann.
- Fotografieren Sie mit dem Telefon: den Schaden, das Typenschild, die Meldung. JPEG, PNG, WebP und HEIC gehen. PDF geht
  nicht; machen Sie ein Bild davon.

Der Vorgang geht an den Servicepartner der Maschine. Ist es eilig, rufen Sie außerdem an.
""",
            """\
Open a case for the machine, or without a machine if it is about something else.

- Say in the subject what is wrong: “Hydraulic oil leaks at the slewing ring”.
- Write since when, what the display says, and whether the machine can run.
- Take pictures with the telephone: of the damage, the type plate, the message. JPEG, PNG, WebP and HEIC are fine. PDF is
  not; take a picture of it.

The case goes to the service partner who looks after the machine. If it is urgent, call as well.
""",
        ),
    ),
    Page(
        "follow-a-case",
        "service",
        "service",
        say("Hva skjer med saken min?", "Was geschieht mit meinem Vorgang?", "What happens with my case?"),
        say(
            """\
Saken viser hvem sin tur det er.

- **Ny** og **under arbeid:** vår tur.
- **Venter på kunden:** vi har spurt om noe. Svar på saken, så går den videre.
- **Løst:** ferdig. Kom feilen tilbake, kan du åpne saken igjen.

Du får e-post når vi svarer. Svar på saken i portalen, så ser alle hos dere det samme.
""",
            """\
Der Vorgang zeigt, wer am Zug ist.

- **Neu** und **in Arbeit:** wir.
- **Wartet auf den Kunden:** Wir haben etwas gefragt. Antworten Sie im Vorgang, dann geht es weiter.
- **Gelöst:** fertig. Kommt die Störung wieder, können Sie ihn erneut öffnen.

Sie erhalten eine E-Mail, wenn wir antworten. Antworten Sie im Portal, dann sehen alle bei Ihnen dasselbe.
""",
            """\
The case shows whose turn it is.

- **New** and **being worked on:** ours.
- **Waiting for the customer:** we have asked something. Answer in the case and it goes on.
- **Solved:** done. If the fault comes back, you can open the case again.

You get a mail when we answer. Answer in the portal, so that everybody in your company sees the same.
""",
        ),
    ),
)
