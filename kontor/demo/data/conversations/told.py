"""Cases that are written out, because the pages of the named accounts should have a story.

A head `# company kind machine | subject | state | days ago, at | who opened it | who has it on our side`, then the messages as
in `norwegian.py`, with the e-mail name of who wrote in front. A gap of `+1d8:12` means: a day later at 8:12.
"""

from typing import Final

TOLD: Final = """
# 104233 fault Graver 7 | Hydraulikkolje lekker ved svingkransen | waiting | 1, 14:41 | jonas.lie | jon.are.kvalvik
jonas.lie*oil 0 Ser en del olje under svingkransen på Graver 7 etter at vi flyttet maskinen til port 3. Ca. en halv liter siden i morges. Trykket er normalt. / Prøvd: strammet nipler, sjekket oljenivå.
jon.are.kvalvik 0:17 Hei Jonas, takk for tydelig bilde. Det ligner pakningen i svivelen. Dere kan kjøre videre i dag, men fyll på og hold øye med nivået.
jon.are.kvalvik!n 0:06 Svivelen finnes i to utgaver på NX 220, grensen går ved NH480. Sjekk skiltet før bilen pakkes.
jon.are.kvalvik 0:40 En ting til: Kan du sende bilde av merkeskiltet? Det finnes to utgaver av svivelen, og jeg vil ha rett pakning med i bilen. Skiltet sitter til høyre bak døren. Jeg kan komme mandag kl. 7 til 10, passer det?

# 104233 invoice - | Feil antall på faktura F-26-20914 | open | 2, 14:05 | anna | petra
anna*box 0 Faktura F-26-20914 har 6 returfilter. På pakkseddelen står det også 6, men vi fant 4 i esken. Kan dere sjekke før vi betaler?
marit.sletten!n 2:15 Plukkvekten for kolli 1 var 2,1 kg under. To filtre ligger igjen på hylle 14-C. Petra tar kreditnotaen.
anna +1d11:40 Fakturaen forfaller i slutten av uka, så jeg vil gjerne vite det i dag. Mvh Anna

# 104233 move Aggregat Sluppen | Flytte aggregat fra Sluppen til Moholt | waiting | 4, 10:22 | jonas.lie | jon.are.kvalvik
jonas.lie 0 Aggregat Sluppen skal til Moholt B3 når tunnelen er ferdig, helst tirsdag i neste uke. Porten på Moholt er 3,2 meter høy.
jon.are.kvalvik 3:10 Hei Jonas. Kranbilen er ledig tirsdag fra kl. 8. Tøm tanken til under halvt, så slipper dere tillegget. Hvem møter oss på Moholt?
jonas.lie +1d7:12 Arne Vollan møter dere, han har nøkkel til porten. Blir det strøm til brakkene samme dag?
jon.are.kvalvik 1:30 Ja, regn med en halv time uten. Bekreft gjerne tirsdag kl. 8, så bestiller jeg bilen.

# 104233 fault Hjullaster 2 | Varsel om bremsetrykk ved oppstart | new | 0, 6:38 | tom | -
tom 0 God morgen. Da jeg startet Hjullaster 2 på Heimdal i dag, sto varselet for bremsetrykk på i nesten et minutt, i går var det bare noen sekunder. Vi bruker den ikke på rampen før dere har sett på det.

# 104233 consumables Kopimaskin 2. etasje | Magenta tom, og to igjen på lager her? | open | 1, 8:20 | mette.rygg | petra
mette.rygg 0 Kopimaskinen i andre sier at magenta er tom. Vi fant to kassetter på lageret, men de passer ikke. Er det feil type vi har kjøpt?
petra 1:05 Hei Mette. Hva står det på esken, MC30 eller C5?
mette.rygg 0:48 C5. Da er det skriveren på prosjekt de hører til, skjønner jeg. Kan vi bytte dem mot to til kopimaskinen?

# 104233 fault Graver 7 | Belte høyre side løper skjevt | solved | 71, 9:14 | jonas.lie | jon.are.kvalvik
jonas.lie*track 0 Beltet på høyre side går ikke midt på rullene lenger. Vi strammet i går, men det hjalp bare en time.
jon.are.kvalvik 1:20 Hei Jonas. Stopp helst til jeg har sett på det. Jeg er på Sluppen før kl. 12.
jon.are.kvalvik!n +1d10:05 Fremste løperull byttet, rullen var i bilen. 3,5 timer med reise.
jon.are.kvalvik 0:10 Rullen er byttet og beltet går rett. Stram etter ti timer.
jonas.lie +2d7:31 Går rett. Takk for hjelpen!

# 104233 account - | Tom ser alle maskinene | solved | 24, 11:02 | anna | petra
anna 0 Tom fra verkstedet ser alle maskinene våre i lista. Kan vi begrense det til dem han har ansvar for? Det blir mange å lete i.
petra 0:52 Hei Anna. Ja, slå på «Bare tildelte maskiner» under Mitt firma, og huk av maskinene i lista. Administratorer ser fortsatt alt.
anna 1:15 Slått på, og Tom har fått sine to. Akkurat det vi trengte.

# 104233 contact Hjullaster 4 | Papirer fra forrige eier | solved | 190, 13:25 | are.fagerli | petra
are.fagerli 0 Vi har kjøpt Hjullaster 4 brukt av Moholt Entreprenør. Kan dere overføre servicehistorikken til oss?
petra 2:40 Gratulerer med ny maskin! Historikken tilhører Moholt, men de kan sende dere en utskrift. Vi har sjekket at rammen og motoren er uten tilbakekallinger, og neste service er ved 3 500.
are.fagerli +1d8:05 Det holder lenge. Takk.

# 101512 fault generator | Aggregatet i Alta stopper under last | open | 1, 9:47 | ! | jon.are.kvalvik
! 0 Aggregatet går fint i tomgang, men stopper når vi kobler inn pumpene. Vi har byttet drivstoffilter.
jon.are.kvalvik 0:35 Hei, tøm vannutskilleren først og send meg det som står i displayet når det stopper.
! +1d6:52 Tømt, litt vann. Nå står det «lavt oljetrykk» i displayet, men peilepinnen viser full.

# 102046 fault wheel-loader | Bremsevarsel på hjullasteren etter vask | new | 0, 6:51 | ! | -
! 0 Etter vask i går lyser bremsevarselet hele tiden på hjullasteren på kaia. Bremsene virker. Kan det være en kontakt som er blitt våt? Vi skal lesse betongelementer kl. 12.

# 103318 consumables excavator | Filtersettet passer ikke | new | 1, 13:18 | ! | -
! 0 Vi bestilte filtersett 1000 t, men drivstoffilteret i esken er for kort. Er det kommet en ny utgave? Maskinen står åpen i verkstedet.

# 103904 contact - | Når kan dere levere to paller? | waiting | 2, 10:55 | ! | marit.sletten
! 0 Vi trenger to paller med strøsand til Leangen. Når kan dere levere, hvis vi bestiller i dag?
marit.sletten 1:25 Hei! På lager nå, med spedisjon er det tre arbeidsdager. Har dere truck på plassen, eller må bilen ha lift?

# 108671 fault copier | Kopimaskinen i mottaket bretter arkene | open | 1, 8:02 | ! | -
! 0 Alle A3 kommer ut med en brett i hjørnet siden fredag.
jon.are.kvalvik 1:12 Hei, prøv å snu papirbunken i skuffen. Skjer det også fra sidematen?
! 4:20 Fra sidematen er de helt flate. Så det er nok skuffen.

# 208117 fault Stromerzeuger Baustelle | Spannung schwankt, Licht im Container flackert | waiting | 2, 9:08 | t.brandt | dragan.petrovic
t.brandt 0 Am Theodor-Heuss-Ufer flackert das Licht im Container, der Stromerzeuger schwankt zwischen 215 und 240 V, auch ohne Last.
dragan.petrovic 0:38 Guten Morgen Herr Brandt, das ist vermutlich der Regler. Bis dahin bitte keine Schweißgeräte anschließen.
dragan.petrovic!n 0:05 Regler B liegt in Hamburg, Regler A müsste aus dem Werk kommen.
dragan.petrovic 0:20 Steht auf dem Typenschild hinter GA715C ein A oder ein B? Ein Bild genügt, dann bringe ich am Montag den richtigen mit.

# 208117 invoice - | Rechnung F-26-31187 ohne Bestellzeichen | open | 1, 10:31 | s.fuchs | stefan
s.fuchs 0 Auf Rechnung F-26-31187 fehlt unser Bestellzeichen RM-26-3120. Ohne das kann ich nicht buchen.
stefan 1:10 Guten Tag Frau Fuchs, das holen wir nach. Gilt das Bestellzeichen für alle drei Positionen?
s.fuchs 0:25 Für die ersten beiden. Die dritte gehört zu RM-26-3127.

# 208117 contact Gerätetester | Prüfprotokolle für die Berufsgenossenschaft | solved | 47, 14:12 | a.maier | veronika.huber
a.maier 0 Für die Berufsgenossenschaft brauchen wir die Kalibrierscheine der letzten drei Jahre zum Gerätetester AP640C. Liegen die bei Ihnen?
veronika.huber 1:35 Guten Tag Herr Maier, alle drei sind gefunden und eben per E-Mail an Sie gegangen.
a.maier 0:22 Angekommen, vielen Dank!

# 208117 fault Drucker Versand | Streifen auf den Lieferscheinen | new | 0, 6:44 | claudia | -
claudia 0 Guten Morgen, seit gestern haben alle Lieferscheine einen dunklen Streifen am rechten Rand. Der Zähler steht bei rund 126.000 Seiten. Brauchen wir eine neue Trommel?

# 203902 fault excavator | Kette links läuft schief | new | 1, 15:02 | ! | -
! 0 Am Hafen läuft bei unserem Bagger die linke Kette am Rahmen an. Nachgespannt, hielt nur kurz. Morgen soll er den Graben an der Drehbrücke öffnen.

# 206577 consumables - | Hydrauliköl: 46 oder 32? | open | 2, 11:40 | ! | stefan
! 0 Welches Hydrauliköl empfehlen Sie für die Geräte, die draußen stehen? Im Handbuch stehen zwei.
stefan 2:20 Guten Tag, draußen im Winter 32, in der Halle 46. Wie viele Geräte betrifft es?
! +1d7:20 Sechs Stück, zusammen etwa 600 Liter. Geht das mit einem IBC?
"""
