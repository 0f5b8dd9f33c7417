"""Conversations in Norwegian."""

from typing import Final

THREADS: Final = """
# fault excavator | {Hydraulikkolje lekker ved svivelen|Olje drypper fra stikkesylinderen|Slange på bommen svetter olje}
c*oil 0 Hei! Vi ser olje under {machine} hver morgen, omtrent {en halv liter|en kopp|en liter} siden i går. Trykket er normalt og hun graver som før. {Kan dere se på det?|Tåler det å vente til helgen?}
s 1.5 Hei {me}, takk for beskjed og for bildet. Det ligner en pakning som er på vei ut. Dere kan kjøre videre, men sjekk nivået før hver økt. Hvor mange timer viser hun nå?
c 2 {hours} timer.
n 0.3 Pakningssett ligger på lager i Trondheim. Samme feil som på to andre {model} i år, sjekk om serien er berørt.
s 20 Da tar jeg med pakningssett og slanger på torsdag morgen. Regn med to timer, og gjerne på et sted der vi får løftet bommen.
c 3 Fint, vi har en ledig plass ved {place}.
s 44 Pakningen er byttet og vi har kjørt henne varm uten drypp. Følg med en uke, og si fra om det kommer noe mer.
c 30 Tørt og fint. Takk for rask hjelp!

# fault excavator | {Beltet på høyre side løper skjevt|Venstre belte slår mot rammen}
c 0 {machine} drar mot {høyre|venstre}, og beltet går ikke rett på løperullene. Vi strammet i går, men det hjalp bare en time.
s 3 Hei {me}. Stopp helst til vi har sett på det, et belte som hopper av blir dyrt. Kan du ta et bilde rett bakfra, så jeg ser hvor langt det er til rammen?
c*track 5 Her er bildet. Det er omtrent to fingre på den ene siden og ingenting på den andre.
s 2 Da er det fremste løperull. Jeg kommer i morgen før kl. 9, rullen har vi på lager.
n 19 Rull byttet, strammesylinder kontrollert. 3,5 timer med reise.
s 1 Rullen er byttet og beltet går rett. Stram etter 10 timer, det står i boka på side 88.
c 22 Perfekt, hun går rett igjen.

# fault excavator | {Mister kraft når hun er varm|Turtallet faller under last}
c 0 Etter et par timer blir {machine} treg, og {turtallet faller når vi graver i tung masse|bommen går saktere}. Kald er alt som det skal. Ingen koder i displayet.
s 2 Hei {me}, det høres ut som drivstoffilter eller luft inn. Når ble filtrene skiftet sist?
c 1.5 Det var før jeg begynte, jeg finner ikke noe i boka.
s 1 Da begynner vi der. Filtersettet for {model} er på lager, skal jeg sende det i dag, eller skal vi skifte for dere?
c 4 Send det, vi skifter selv.
s 26 Sendt, det kommer i morgen. Luft systemet med håndpumpen til den blir hard.
c 50 Det var filteret, det så ut som kaffegrut. Nå drar hun som ny.

# fault wheel-loader | {Bremsene hviner|Varsel om bremsetrykk}
c 0 Varsellampen for bremsetrykk tenner på {machine} når vi kjører ned rampen ved {place}. Den slukker etter noen sekunder, men sjåføren liker det ikke.
s 0.8 Hei {me}. Ikke kjør rampen før vi har målt trykket. Jeg kan komme {i ettermiddag|i morgen tidlig}, passer det?
c 1 Ja, spør etter meg i porten.
n 6 Akkumulatoren holder ikke trykk. Bestilt, to dager.
s 0.5 Akkumulatoren er trett. Ny er bestilt og kommer om to dager. Til da: bare flatmark, og la henne stå om natta med klossene på.
s 49 Ny akkumulator er på plass, trykket holder seg på 160 bar også etter en time.
c 3 Topp, takk {you}.

# fault wheel-loader winter | Styringen {går tungt|rykker når det er kaldt}
c 0 Styringen på {machine} går tungt de første ti minuttene. Det er {sju|ti} kuldegrader her om dagen. Er det oljen?
s 4 Ja, det er som regel det. Hvilken olje står på tanken, 46 eller 32?
c 2 Det står 46 på fatet vi fyller fra.
s 1 Da anbefaler jeg å gå over til 32 til vinteren, og la henne gå på tomgang i fem minutter før dere svinger fullt.
c 27 Gjort. Merkbart lettere allerede i dag.

# fault generator | {Aggregatet stopper under last|Aggregatet tenner ikke}
c 0 {machine} {stopper etter et kvarter når vi kobler til brakkeriggen|går rundt, men tenner ikke}. Vi har {prøvd med ny diesel|ladet batteriet}. Det haster litt, det er {varme|strøm} til hele riggen.
s 0.4 Hei {me}, jeg ringer deg nå. Har dere prøvd å tømme vannutskilleren under filteret?
n 0.3 Snakket på telefon, har lånemaskin på Heimdal hvis det ikke løser seg.
c 1.2 Nå gjorde vi det, det kom nesten et glass vann. Hun går!
s 0.6 Da var det det. Tøm den hver uke, og ta gjerne fyllelokket under tak.
c 20 Har gått i hele natt uten stopp. Takk!

# fault generator | Spenningen {svinger mellom 215 og 240 V|blinker i brakka}
c 0 Lysene blinker på riggen, og måleren viser at spenningen går opp og ned på {machine}. Det er like ille uten last.
s 2 Det er trolig regulatoren. Kan du lese av timene, og se om det står A eller B bak serienummeret {serial} på skiltet ved bryteren?
c*plate 3 {hours} timer, og det står B. Bilde av skiltet ligger ved.
s 1 Takk, da vet jeg hvilken. Jeg bytter den onsdag.
s 46 Byttet. 230 V med og uten last.
c 2 Bekreftes, rolig lys på kontoret.

# fault generator | Eksosen lukter sterkt {ved brakka|inn i ventilasjonen}
c 0 Folk på riggen klager på eksoslukt fra {machine} når vinden står fra vest. Kan vi snu aggregatet, eller finnes det et lengre rør?
s 3 Begge deler går. Det finnes en forlenger på to meter som settes rett på flensen, eller dere snur henne slik at døra peker mot øst. Da må kabelen være minst åtte meter.
c 2 Vi snur, det koster ingenting.
s 18 Bra. Husk jordspydet etter flytting.
c 5 Gjort og målt. Takk!

# fault tester-case | {Viser E-07 ved oppstart|Displayet er svart}
c*error 0 {machine} {viser E-07 og piper|har svart skjerm, men piper}. Batteriene er nye. Vi har et anlegg som skal sluttkontrolleres på fredag.
s 1 Hei {me}. E-07 er selvtesten av sløyfekretsen. Hold testknappen inne i ti sekunder mens du slår på, så nullstilles den. Kommer den igjen?
c 1 Ja, samme kode.
s 0.7 Da må den inn. Jeg sender en låneenhet i dag, så rekker dere fredagen. Send deres inn i samme eske.
n 0.2 Låneenhet LI-14 sendt, retur innen 14 dager.
c 28 Låneenheten er kommet, vår er på vei.
s 120 Kretskortet er byttet på garantien, og den er kalibrert på nytt. Beviset ligger i esken.
c 40 Mottatt, og låneenheten er sendt tilbake. Flott service.

# fault torque-wrench | {Klikker ikke lenger|Viser for lavt moment}
c 0 {machine} {klikker ikke på 120 Nm|gir for lite, vi kontrollerte mot en ny nøkkel}. Den har vel gått sine runder.
s 5 Hei {me}, når var den sist til kalibrering?
c 3 I fjor vår. Vi gjør et par hundre hjulbolter i uka.
s 1 Da er det nok fjæra. Send den inn, vi justerer og kalibrerer for fast pris. Fire arbeidsdager fra vi har den.
c 26 Sendt i dag.
s 100 Justert, avviket er nå under 1 %. Neste gang anbefaler jeg etter 5 000 trekk.
c 20 Takk, den sitter i hånda igjen.

# fault printer | {Papirstopp hver tiende side|Stopper i skuff 2}
c 0 {machine} stopper {hele tiden|flere ganger om dagen} med papir i skuff 2. Vi har byttet papir og tørket rullene.
s 2 Hei {me}. Er det alltid samme sted på arket? Et bilde av hvor det ligger når den stopper hjelper meg.
c*jam 3 Det ligger alltid krøllet helt fremme, se bildet.
s 1 Da er det oppsamlingsrullen. Jeg sender et rullesett, det klikkes på uten verktøy. Det koster ikke noe innenfor garantien.
c 52 Satt i nå, over hundre sider uten stopp.

# fault printer | {Streker på alle sider|Grå flekker på utskriftene}
c 0 Alle utskrifter fra {machine} har en {mørk strek|grå flekk} på høyre side. Kunden vår ser det på følgesedlene.
s 3 Det er trommelen. Hva viser telleren?
c 1 {hours} sider.
s 1 Da har den gjort jobben sin. Ny trommel er på lager, skal jeg sende den på kontoen deres?
c 2 Ja takk, ref. {place}.
s 22 Sendt. Rist den gamle lett før du tar den ut, så søler det mindre.
c 30 Rent og pent igjen.

# fault copier | {Skanner ikke til e-post lenger|Finner ikke skriveren etter oppdatering}
c 0 Etter {helgen|at vi fikk ny server} kommer det ingenting når vi skanner til e-post fra {machine}. Den sier «sendt», men ingen får noe.
s 1 Hei {me}, da er det nok avsenderadressen som ikke slipper gjennom hos dere. Kan IT-avdelingen si om skriveren får sende på port 587?
c 24 De har åpnet nå, og det kom tre gamle skanninger på en gang.
s 1 Da er vi i mål. Jeg har skrevet oppsettet inn på maskinen, så det overlever neste oppdatering.

# fault copier | Rare lyder {fra fikseringsenheten|når den varmer opp}
c 0 {machine} knirker når den varmer opp, og det lukter litt varmt. Skriver fint.
s 2 Slå av til jeg har sett på den. Jeg er i nærheten i morgen formiddag.
n 20 Fikseringsenhet slitt, {hours} sider. Byttet på serviceavtale.
s 1 Enheten er byttet, og telleren for den er nullstilt. Neste gang om 200 000 sider.
c 4 Stille som en mus. Takk.

# consumables printer | {Trenger toner raskt|Toner tom i morgen}
c 0 {machine} sier 4 %. Kan dere sende to tonere med neste bil? Vi har glemt å bestille.
s 0.6 Hei {me}. To XL-kassetter er lagt på bilen i kveld, dere har dem før kl. 10. Tomme kan du gi tilbake til sjåføren.
c 20 Kom kl. 9. Supert.

# consumables copier | Oppsamler for toner er full
c 0 {machine} vil ikke skrive før vi bytter oppsamleren for toner. Vi finner den ikke i butikken.
s 1.5 Den heter «restbeholder» hos oss. Jeg har lagt den i handlekurven deres, og den er på lager. Inntil da kan du trykke «fortsett» 500 sider til.
c 3 Fant den, bestilt. Takk for tipset om å fortsette!

# consumables excavator | Hvilke tenner passer på {den nye skuffen|pusseskuffen}?
c 0 Vi har kjøpt en ny skuffe til {machine}, og tennene ser annerledes ut enn de vi har på lager. Hvordan ser vi hvilken størrelse det er?
s 2 Mål bredden på holderen innvendig, nede ved låsen. 45 mm er den vanlige på {model}, 60 på fjellskuffen.
c 4 Det er 45. Da passer det vi har?
s 0.5 Da passer de, men husk tapp og lås. Gamle låser holder sjelden to ganger.
c 22 Alt sitter. Takk!

# consumables wheel-loader autumn | Hvilken olje til vinteren?
c 0 Vi skal skifte hydraulikkolje på {machine} før frosten. Boka sier to typer. Hva bruker dere?
s 3 32 til vinteren på kysten, 46 hvis hun står inne om natta. {model} tar 110 liter med filterhuset.
c 1 Da bestiller vi fat. Kan det leveres på {place}?
s 1 Ja, velg den adressen i kassen, så går det med spedisjon. Husk at noen må ta imot med truck.
c 2 Gjort.

# move generator | Flytte aggregat til {ny rigg|neste byggeplass}
c 0 {machine} skal flyttes fra {place} {neste uke|på mandag}. Kan dere hente med bil med kran? Det er trangt inn porten, høyst tre meter.
s 2 Hei {me}. Det går, vi har bilen ledig tirsdag fra kl. 8. Tøm tanken til under halvt, så slipper vi tillegget. Hvem møter oss på den nye plassen?
c 3 Jeg gjør det selv.
n 0.5 Kranbil bestilt tirsdag 08.00. Porthøyde 3,0 m.
s 48 Flyttet og satt i drift. Jordspydet er på plass og målt til 12 ohm.
c 4 Fint arbeid, takk.

# move copier | Flytte kopimaskin {en etasje opp|til nytt kontor}
c 0 Vi pusser opp, og {machine} skal {en etasje opp|til det andre bygget}. Kan vi trille den selv?
s 4 Helst ikke, den veier mye og glasset tåler ikke dørstokken. Vi gjør det på en halvtime, koster det samme som et besøk. Når er rommet klart?
c 26 Fra torsdag.
s 50 Flyttet, og skanningen er prøvd. Den står rett under uttaket for nettet.
c 1 Virker fint!

# meter construction | {Feil avlesning sendt|Jeg bommet på tallet}
c 0 Jeg sendte feil avlesning på {machine}, jeg leste fra turtelleren. Riktig er {hours}.
s 1 Hei {me}, det er lett gjort. Tallet er rettet, og du ser det i historikken.
c 1 Takk!

# meter excavator | Timetelleren er byttet
c 0 Displayet på {machine} er byttet, og timene begynner på null igjen. Hva skal vi sende inn nå?
s 3 Takk for at du sier fra. Hva sto den på da den ble byttet?
c 1 {hours}, vi tok bilde.
s 2 Da legger jeg det til, og dere sender bare det som står i displayet fra nå av.
c 5 Enkelt nok. Takk.

# account - | {Ny kollega får ikke inn|Kan ikke logge inn etter ferien}
c 0 {En ny kollega|En av våre} får ikke logget inn. Passordet skal være riktig, sier han.
s 0.7 Hei {me}. Kontoen står som ny, han har ikke åpnet lenken fra invitasjonen. Send den på nytt under «Mitt firma», så gjelder den i 90 dager.
c 2 Der lå den, i søppelposten. Nå er han inne.

# account - | Hvem kan {godkjenne bestillinger|se prisene}?
c 0 Kan en formann bestille uten å se prisene våre? Vi vil at de skal kunne hente inn deler, men ikke mer.
s 5 Det kan dere ikke skjule i dag, men dere kan la ham lage kladder som dere bestiller. Jeg tar med ønsket videre, dere er ikke de første.
c 2 Ok, det klarer vi oss med. Greit å vite.

# account - | Ny leveringsadresse {til byggeplass|til lager}
c 0 Vi får {en ny byggeplass|nytt lager} fra måneden etter. Må dere legge inn adressen, eller gjør vi det selv?
s 1 Det gjør du selv under «Mitt firma, adresser». Skriv gjerne porten og hvem som tar imot i navnet, sjåføren ser det.
c 3 Gjort. Gikk fint.

# invoice - | {Feil antall på faktura {invoice}|Faktura {invoice} har feil referanse}
c 0 Faktura {invoice} {har flere filtre enn vi fikk|mangler prosjektnummeret vårt}. Kan dere rette den før vi betaler?
s 2 Hei {me}, du har rett. Jeg lager en kreditnota og en ny faktura med riktig {antall|referanse}. Betalingsfristen flyttes tilsvarende.
n 0.2 Meldt til regnskap, kreditnota i dag.
c 20 Ny faktura er kommet og godkjent.

# invoice - | Kan vi få {samlefaktura|faktura som EHF}?
c 0 Vi får mange små fakturaer. Går det an å få {én i måneden|alt som EHF}?
s 3 Ja. Jeg har satt det opp fra første i neste måned. Referansen per byggeplass følger med på hver linje.
c 24 Takk, det sparer oss for mye.

# invoice - | Betalt to ganger
c 0 Det ser ut som vi har betalt {invoice} to ganger. Kan dere sjekke?
s 4 Stemmer, beløpet kom inn to ganger. Vil dere ha det tilbake, eller skal vi trekke det fra neste?
c 1 Trekk det fra.
s 1 Gjort, det står som til gode på kontoen.

# contact excavator | {Opplæring med rototilt|Kurs for nye førere}
c 0 Vi har {tre|to} nye førere som aldri har kjørt beltegraver med rototilt. Har dere kurs, eller kan dere komme ut til oss?
s 6 Begge deler. Neste kurs her i huset har to plasser igjen. For tre eller flere kommer vi ut, en halv dag på deres egen maskin.
c 26 Da tar vi en halv dag hos oss. Uke etter neste?
s 2 Onsdag kl. 8 er satt av. Ta med vernesko og ro i magen.
c 70 Veldig bra opplegg, førerne var fornøyde.

# contact - december | {Åpningstider i romjula|Er dere åpne i romjula?}
c 0 Vi går i romjula i år. Kan vi ringe dere hvis noe stopper?
s 2 Vakttelefonen er betjent alle dager fra 7 til 19. Delelageret har åpent mandag og onsdag formiddag, resten etter avtale.
c 1 Da vet vi det. Takk!

# contact construction | {Når må den til service?|Neste service på maskinen}
c 0 Når skal {machine} inn neste gang? Den står på {hours}.
s 3 Neste er ved jevne 500. Jeg ringer deg når det er to uker igjen, ut fra avlesningene dere sender.
c 2 Fint, da slipper vi å tenke på det.

# consumables tester-case | {Målekabler er slitt|Trenger nye prøvespisser}
c 0 Kablene til {machine} har sprekker i isolasjonen. Hvilke passer?
s 2 Sett 4 mm med CAT IV-spisser, de er på lager. Kast de gamle, de skal ikke brukes på 400 V.
c 4 Bestilt, og de gamle er klippet over.

# contact torque-wrench | Kalibreringsbevis {mangler|for revisjonen}
c 0 Vi har revisjon {på torsdag|neste uke} og finner ikke beviset for {machine}, {serial}. Har dere en kopi?
s 0.8 Hei {me}, her i arkivet ligger beviset fra i vår. Jeg har sendt det til deg på e-post nå.
c 0.5 Reddet! Takk.
"""
