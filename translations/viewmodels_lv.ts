<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="lv" sourcelanguage="en">
<context>
    <name>Texts</name>
    <message>
        <source>Started, incomplete</source>
        <translation>Iesākts, nav pabeigts</translation>
    </message>
    <message>
        <source>Signed, not yet submitted</source>
        <translation>Parakstīts, vēl nav iesniegts</translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation>Iesniegts</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>Izskatīšanā</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Pabeigts</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Atteikts</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Atsaukts</translation>
    </message>
    <message>
        <source>In the e-account</source>
        <translation>E-kontā</translation>
    </message>
    <message>
        <source>To the official e-address</source>
        <translation>Oficiālajā e-adresē</translation>
    </message>
    <message>
        <source>By post</source>
        <translation>Pa pastu</translation>
    </message>
    <message>
        <source>On paper at this desk</source>
        <translation>Uz papīra šeit, klātienē</translation>
    </message>
    <message>
        <source>By telephone</source>
        <translation>Pa tālruni</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Nosūtīts</translation>
    </message>
    <message>
        <source>Waiting to send</source>
        <translation>Gaida nosūtīšanu</translation>
    </message>
    <message>
        <source>Refused by the server</source>
        <translation>Serveris atteica</translation>
    </message>
    <message>
        <source>Need</source>
        <translation>Vajadzība</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Pakalpojumi</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Iesniegums</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Paraksts</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Samaksa</translation>
    </message>
    <message>
        <source>Submission</source>
        <translation>Iesniegšana</translation>
    </message>
    <message>
        <source>Free of charge</source>
        <translation>Bez maksas</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>Tūlīt</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n diena</numerusform>
            <numerusform>%n dienas</numerusform>
            <numerusform>%n dienu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n working day(s)</source>
        <translation>
            <numerusform>%n darba diena</numerusform>
            <numerusform>%n darba dienas</numerusform>
            <numerusform>%n darba dienu</numerusform>
        </translation>
    </message>
    <message>
        <source>desk</source>
        <translation>klātienē</translation>
    </message>
    <message>
        <source>online</source>
        <translation>internetā</translation>
    </message>
    <message>
        <source>telephone</source>
        <translation>pa tālruni</translation>
    </message>
    <message>
        <source>kiosk</source>
        <translation>pašapkalpošanās kioskā</translation>
    </message>
    <message>
        <source>post</source>
        <translation>pa pastu</translation>
    </message>
    <message>
        <source>institution</source>
        <translation>iestādē</translation>
    </message>
    <message>
        <source>Looked at the person in the population register</source>
        <translation>Apskatīti dati Iedzīvotāju reģistrā</translation>
    </message>
    <message>
        <source>Looked up in the enterprise register</source>
        <translation>Apskatīti dati Uzņēmumu reģistrā</translation>
    </message>
    <message>
        <source>Looked at other registers</source>
        <translation>Apskatīti dati citā reģistrā</translation>
    </message>
    <message>
        <source>Logged in without the server</source>
        <translation>Pieslēgšanās bez servera</translation>
    </message>
    <message>
        <source>Terminal&apos;s day closed</source>
        <translation>Termināļa diena noslēgta</translation>
    </message>
    <message>
        <source>Contact begun</source>
        <translation>Sākta apkalpošana</translation>
    </message>
    <message>
        <source>Identity checked</source>
        <translation>Pārbaudīta identitāte</translation>
    </message>
    <message>
        <source>Contact ended</source>
        <translation>Beigta apkalpošana</translation>
    </message>
    <message>
        <source>Application begun</source>
        <translation>Sākts iesniegums</translation>
    </message>
    <message>
        <source>Application filled in</source>
        <translation>Aizpildīts iesniegums</translation>
    </message>
    <message>
        <source>Document attached</source>
        <translation>Pievienots dokuments</translation>
    </message>
    <message>
        <source>Document removed</source>
        <translation>Izņemts dokuments</translation>
    </message>
    <message>
        <source>Application signed</source>
        <translation>Parakstīts iesniegums</translation>
    </message>
    <message>
        <source>Invoice issued</source>
        <translation>Izrakstīts rēķins</translation>
    </message>
    <message>
        <source>Payment recorded</source>
        <translation>Reģistrēts maksājums</translation>
    </message>
    <message>
        <source>Application submitted</source>
        <translation>Iesniegts pieteikums</translation>
    </message>
    <message>
        <source>Application withdrawn</source>
        <translation>Atsaukts iesniegums</translation>
    </message>
    <message>
        <source>Application looked at</source>
        <translation>Apskatīts iesniegums</translation>
    </message>
    <message>
        <source>Document looked at</source>
        <translation>Apskatīts dokuments</translation>
    </message>
    <message>
        <source>Applications in the e-account looked at</source>
        <translation>Apskatīti iesniegumi e-kontā</translation>
    </message>
    <message>
        <source>List of who looked was read</source>
        <translation>Apskatīts šis saraksts</translation>
    </message>
    <message>
        <source>Another act</source>
        <translation>Cita darbība</translation>
    </message>
</context>
<context>
    <name>vienlogs::viewmodels::AccountLoginViewModel</name>
    <message>
        <source>Asking the server…</source>
        <translation>Jautā serverim…</translation>
    </message>
    <message>
        <source>Choose your institution.</source>
        <translation>Izvēlieties savu iestādi.</translation>
    </message>
    <message>
        <source>Log in in the browser.</source>
        <translation>Piesakieties pārlūkā.</translation>
    </message>
    <message>
        <source>Enter the code of your second factor.</source>
        <translation>Ievadiet otrā faktora kodu.</translation>
    </message>
    <message>
        <source>The login page is open there: %1. Come back here when you have logged in.</source>
        <translation>Tur ir atvērta pieteikšanās lapa: %1. Kad esat pieteicies, atgriezieties šeit.</translation>
    </message>
    <message>
        <source>%1 has confirmed who you are. The six digits are in the app on your phone.</source>
        <translation>Iestāde (%1) ir apstiprinājusi, kas jūs esat. Seši cipari ir jūsu tālruņa lietotnē.</translation>
    </message>
    <message>
        <source>You have logged in here. Close this page and go on in Vienlogs: it asks for the code of your second factor.</source>
        <translation>Šeit jūs esat pieteicies. Aizveriet šo lapu un turpiniet programmā Vienlogs: tā prasa otrā faktora kodu.</translation>
    </message>
    <message>
        <source>This login did not work. Close this page and go back to Vienlogs: it says what to do.</source>
        <translation>Pieteikšanās neizdevās. Aizveriet šo lapu un atgriezieties programmā Vienlogs: tur ir teikts, ko darīt.</translation>
    </message>
</context>
<context>
    <name>vienlogs::viewmodels::AppViewModel</name>
    <message>
        <source>End the contact</source>
        <translation>Beigt apkalpošanu</translation>
    </message>
    <message>
        <source>Assign the readers</source>
        <translation>Norādīt lasītājus</translation>
    </message>
    <message>
        <source>Look for devices again</source>
        <translation>Meklēt ierīces vēlreiz</translation>
    </message>
    <message>
        <source>Ask the registers again</source>
        <translation>Vaicāt reģistriem vēlreiz</translation>
    </message>
    <message>
        <source>Log out</source>
        <translation>Beigt darbu</translation>
    </message>
    <message>
        <source>End the terminal&apos;s day</source>
        <translation>Noslēgt termināļa dienu</translation>
    </message>
    <message>
        <source>Sending: what waits, what was refused</source>
        <translation>Nosūtīšana: kas gaida, kas atteikts</translation>
    </message>
    <message>
        <source>PIN codes of a card: change, unblock</source>
        <translation>Kartes PIN kodi: mainīt, atbloķēt</translation>
    </message>
</context>
<context>
    <name>vienlogs::viewmodels::ContactViewModel</name>
    <message>
        <source>Nobody identified</source>
        <translation>Neviens nav identificēts</translation>
    </message>
    <message>
        <source>Document seen %1</source>
        <translation>Dokuments apskatīts %1</translation>
    </message>
    <message>
        <source>PIN proved %1</source>
        <translation>PIN apliecināts %1</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n diena</numerusform>
            <numerusform>%n dienas</numerusform>
            <numerusform>%n dienu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n stunda</numerusform>
            <numerusform>%n stundas</numerusform>
            <numerusform>%n stundu</numerusform>
        </translation>
    </message>
    <message>
        <source>Self</source>
        <translation>Savā vārdā</translation>
    </message>
    <message>
        <source>Card revoked, its issuer says</source>
        <translation>Karte ir anulēta, ziņo tās izdevējs</translation>
    </message>
    <message>
        <source>Certificate valid (%1, %2)</source>
        <comment>OCSP or CRL, time</comment>
        <translation>Sertifikāts derīgs (%1, %2)</translation>
    </message>
    <message>
        <source>Card read %1; its issuer is being asked…</source>
        <translation>Karte nolasīta %1; jautā tās izdevējam…</translation>
    </message>
    <message>
        <source>Card read %1; certificate not confirmed: its issuer does not know it</source>
        <translation>Karte nolasīta %1; sertifikāts nav apstiprināts: izdevējs to nepazīst</translation>
    </message>
    <message>
        <source>Card read %1; certificate not confirmed: the status service&apos;s answer does not hold</source>
        <translation>Karte nolasīta %1; sertifikāts nav apstiprināts: statusa dienesta atbilde nav derīga</translation>
    </message>
    <message>
        <source>Card read %1; certificate not confirmed: it names no status service</source>
        <translation>Karte nolasīta %1; sertifikāts nav apstiprināts: tas nenosauc statusa dienestu</translation>
    </message>
    <message>
        <source>Card read %1; certificate not confirmed: the status service does not answer</source>
        <translation>Karte nolasīta %1; sertifikāts nav apstiprināts: statusa dienests neatbild</translation>
    </message>
    <message>
        <source>Card read %1; certificate not confirmed</source>
        <translation>Karte nolasīta %1; sertifikāts nav apstiprināts</translation>
    </message>
    <message>
        <source>Photo checked %1</source>
        <translation>Foto salīdzināts %1</translation>
    </message>
</context>
<context>
    <name>vienlogs::viewmodels::DayViewModel</name>
    <message>
        <source>No day was closed at this desk yet. Close it when the last client has gone.</source>
        <translation>Pie šī galda vēl neviena diena nav noslēgta. Noslēdziet to, kad pēdējais klients ir aizgājis.</translation>
    </message>
    <message>
        <source>The terminal closes its day. That may take a minute.</source>
        <translation>Terminālis noslēdz dienu. Tas var ilgt minūti.</translation>
    </message>
    <message>
        <source>The terminal and the desk&apos;s book agree.</source>
        <translation>Terminālis un galda uzskaite sakrīt.</translation>
    </message>
    <message>
        <source>The terminal and the desk&apos;s book do not agree. Settle every line below.</source>
        <translation>Terminālis un galda uzskaite nesakrīt. Noskaidrojiet katru rindu zemāk.</translation>
    </message>
    <message>
        <source>The terminal&apos;s answer was lost: perhaps it closed its day, perhaps not. Look whether it printed the report. If not, close the day again; that touches no money.</source>
        <translation>Termināļa atbilde pazuda: varbūt diena ir noslēgta, varbūt nav. Paskatieties, vai tas izdrukāja pārskatu. Ja ne, noslēdziet dienu vēlreiz; naudu tas neskar.</translation>
    </message>
    <message>
        <source>The terminal did not close its day. Look at what its screen says and try again.</source>
        <translation>Terminālis dienu nenoslēdza. Paskatieties, kas rakstīts tā ekrānā, un mēģiniet vēlreiz.</translation>
    </message>
    <message numerus="yes">
        <source>%n payment(s), %1</source>
        <translation>
            <numerusform>%n maksājums, %1</numerusform>
            <numerusform>%n maksājumi, %1</numerusform>
            <numerusform>%n maksājumu, %1</numerusform>
        </translation>
    </message>
    <message>
        <source>The terminal has %1 more than the desk&apos;s book.</source>
        <translation>Terminālī ir par %1 vairāk nekā galda uzskaitē.</translation>
    </message>
    <message>
        <source>Look on the terminal&apos;s report for a payment that no case has, and find its client.</source>
        <translation>Meklējiet termināļa pārskatā maksājumu, kura nav nevienā lietā, un noskaidrojiet tā klientu.</translation>
    </message>
    <message>
        <source>The terminal has %1 less than the desk&apos;s book.</source>
        <translation>Terminālī ir par %1 mazāk nekā galda uzskaitē.</translation>
    </message>
    <message>
        <source>Look whether something was given back at the terminal itself, or its day was closed before.</source>
        <translation>Noskaidrojiet, vai kaut kas nav atmaksāts pašā terminālī vai diena nav noslēgta jau agrāk.</translation>
    </message>
    <message>
        <source>The sums agree, the numbers of payments do not.</source>
        <translation>Summas sakrīt, maksājumu skaits nesakrīt.</translation>
    </message>
    <message>
        <source>Compare the terminal&apos;s report with the receipts of the day.</source>
        <translation>Salīdziniet termināļa pārskatu ar dienas čekiem.</translation>
    </message>
    <message>
        <source>Unknown payment of %1 (%2, %3): the terminal&apos;s sum contains it.</source>
        <translation>Nezināms maksājums %1 (%2, %3): termināļa summā tas ir.</translation>
    </message>
    <message>
        <source>Confirm that it was paid.</source>
        <translation>Apstipriniet, ka tas ir samaksāts.</translation>
    </message>
    <message>
        <source>Unknown payment of %1 (%2, %3): the terminal&apos;s sum does not contain it.</source>
        <translation>Nezināms maksājums %1 (%2, %3): termināļa summā tā nav.</translation>
    </message>
    <message>
        <source>Confirm that it was not paid.</source>
        <translation>Apstipriniet, ka tas nav samaksāts.</translation>
    </message>
    <message>
        <source>Unknown payment of %1 (%2, %3).</source>
        <translation>Nezināms maksājums %1 (%2, %3).</translation>
    </message>
    <message>
        <source>Look for it on the terminal&apos;s report, then say how it ended.</source>
        <translation>Sameklējiet to termināļa pārskatā un norādiet, kā tas beidzās.</translation>
    </message>
    <message>
        <source>Perhaps given back: %1 (%2, %3).</source>
        <translation>Varbūt atmaksāts: %1 (%2, %3).</translation>
    </message>
    <message>
        <source>A person decided about %1 (%2, %3).</source>
        <translation>Par %1 (%2, %3) izlēma darbinieks.</translation>
    </message>
    <message>
        <source>Look at the receipt again: the difference may lie here.</source>
        <translation>Pārbaudiet čeku vēlreiz: atšķirība var būt šeit.</translation>
    </message>
    <message>
        <source>The terminal&apos;s totals were lost.</source>
        <translation>Termināļa kopsummas pazuda.</translation>
    </message>
    <message>
        <source>Compare the report that the terminal printed with the desk&apos;s book.</source>
        <translation>Salīdziniet termināļa izdrukāto pārskatu ar galda uzskaiti.</translation>
    </message>
    <message>
        <source>%1: %2, agrees</source>
        <translation>%1: %2, sakrīt</translation>
    </message>
    <message>
        <source>%1: %2, does not agree</source>
        <translation>%1: %2, nesakrīt</translation>
    </message>
</context>
<context>
    <name>vienlogs::viewmodels::DevicesViewModel</name>
    <message>
        <source>Your reader</source>
        <translation>Jūsu lasītājs</translation>
    </message>
    <message>
        <source>Client&apos;s reader</source>
        <translation>Klienta lasītājs</translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation>Skeneris</translation>
    </message>
    <message>
        <source>Terminal</source>
        <translation>Terminālis</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Printeris</translation>
    </message>
    <message>
        <source>is being looked for</source>
        <translation>tiek meklēts</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>gatavs</translation>
    </message>
    <message>
        <source>busy</source>
        <translation>aizņemts</translation>
    </message>
    <message>
        <source>needs attention</source>
        <translation>jāpārbauda</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>nav atrasts</translation>
    </message>
</context>
<context>
    <name>vienlogs::viewmodels::DoneViewModel</name>
    <message>
        <source>Service</source>
        <translation>Pakalpojums</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Klients</translation>
    </message>
    <message>
        <source>Acting for</source>
        <translation>Rīkojas</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>Parakstīts</translation>
    </message>
    <message>
        <source>With the card; no time stamp yet</source>
        <translation>Ar karti; laika zīmoga vēl nav</translation>
    </message>
    <message>
        <source>With the card</source>
        <translation>Ar karti</translation>
    </message>
    <message>
        <source>On paper, scanned</source>
        <translation>Uz papīra, ieskenēts</translation>
    </message>
    <message>
        <source>%1, paid</source>
        <translation>%1, samaksāts</translation>
    </message>
    <message>
        <source>%1, to be paid later</source>
        <translation>%1, maksās vēlāk</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>Maksa</translation>
    </message>
    <message>
        <source>Sent. The institution has it.</source>
        <translation>Nosūtīts. Iestāde to ir saņēmusi.</translation>
    </message>
    <message>
        <source>Waiting to send. It is kept here and goes as soon as there is a connection.</source>
        <translation>Gaida nosūtīšanu. Tas ir saglabāts šeit un tiks nosūtīts, kad būs savienojums.</translation>
    </message>
    <message>
        <source>Here will be what this client has applied for, as the e-account shows it.</source>
        <translation>Šeit būs klienta iesniegumi tā, kā tos rāda e-konts.</translation>
    </message>
</context>
<context>
    <name>vienlogs::viewmodels::FormViewModel</name>
    <message>
        <source>Client&apos;s card</source>
        <translation>Klienta karte</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Reģistrs</translation>
    </message>
    <message numerus="yes">
        <source>PDF, %n pages</source>
        <translation>
            <numerusform>PDF, %n lapa</numerusform>
            <numerusform>PDF, %n lapas</numerusform>
            <numerusform>PDF, %n lapu</numerusform>
        </translation>
    </message>
    <message>
        <source>Scanned at %1</source>
        <comment>name of a paper</comment>
        <translation>Skenēts %1</translation>
    </message>
</context>
<context>
    <name>vienlogs::viewmodels::HelpViewModel</name>
    <message>
        <source>is being asked…</source>
        <translation>tiek vaicāts…</translation>
    </message>
    <message>
        <source>The data are older than promised.</source>
        <translation>Dati ir vecāki, nekā solīts.</translation>
    </message>
    <message>
        <source>Closed by its owner. Fill the form by hand.</source>
        <translation>Turētājs to ir slēdzis. Aizpildiet iesniegumu ar roku.</translation>
    </message>
    <message>
        <source>Does not answer. Fill the form by hand.</source>
        <translation>Neatbild. Aizpildiet iesniegumu ar roku.</translation>
    </message>
    <message>
        <source>Its answer could not be understood. Fill the form by hand.</source>
        <translation>Atbildi nevarēja saprast. Aizpildiet iesniegumu ar roku.</translation>
    </message>
    <message>
        <source>It knows nothing of this client.</source>
        <translation>Par šo klientu ziņu nav.</translation>
    </message>
    <message>
        <source>What the register says</source>
        <translation>Ko saka reģistrs</translation>
    </message>
    <message>
        <source>Population register</source>
        <translation>Iedzīvotāju reģistrs</translation>
    </message>
    <message>
        <source>Enterprise register</source>
        <translation>Uzņēmumu reģistrs</translation>
    </message>
    <message>
        <source>Declared residence: %1</source>
        <translation>Deklarētā dzīvesvieta: %1</translation>
    </message>
    <message>
        <source>Lives there: %1 %2</source>
        <translation>Tur dzīvo: %1 %2</translation>
    </message>
    <message>
        <source>Child: %1 %2</source>
        <translation>Bērns: %1 %2</translation>
    </message>
    <message>
        <source>About the service</source>
        <translation>Par pakalpojumu</translation>
    </message>
    <message>
        <source>What the client needs</source>
        <translation>Kas klientam vajadzīgs</translation>
    </message>
    <message>
        <source>Legal basis</source>
        <translation>Juridiskais pamats</translation>
    </message>
</context>
<context>
    <name>vienlogs::viewmodels::LoginViewModel</name>
    <message>
        <source>Plug in your card reader.</source>
        <translation>Pievienojiet savu karšu lasītāju.</translation>
    </message>
    <message>
        <source>Put your card into your reader.</source>
        <translation>Ielieciet savu karti savā lasītājā.</translation>
    </message>
    <message>
        <source>Reading the card…</source>
        <translation>Lasa karti…</translation>
    </message>
    <message>
        <source>This card cannot be used. Put in another one.</source>
        <translation>Šo karti nevar lietot. Ielieciet citu.</translation>
    </message>
    <message>
        <source>Enter PIN1 of your card.</source>
        <translation>Ievadiet savas kartes PIN1.</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Pārbauda…</translation>
    </message>
    <message>
        <source>There is no connection. You can work without it: everything is kept here and sent later.</source>
        <translation>Savienojuma nav. Varat strādāt bez tā: viss tiek saglabāts šeit un nosūtīts vēlāk.</translation>
    </message>
    <message>
        <source>Take your card out and put it in again.</source>
        <translation>Izņemiet savu karti un ievietojiet to vēlreiz.</translation>
    </message>
    <message>
        <source>PIN1 of this card is blocked.</source>
        <translation>Šīs kartes PIN1 ir bloķēts.</translation>
    </message>
    <message>
        <source>Enter PIN1 with the keys of your reader. Its cancel key stops it.</source>
        <translation>Ievadiet PIN1 ar sava lasītāja taustiņiem. Atcelt var ar lasītāja atcelšanas taustiņu.</translation>
    </message>
</context>
<context>
    <name>vienlogs::viewmodels::NeedViewModel</name>
    <message>
        <source>Life situation</source>
        <translation>Dzīves situācija</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Pakalpojums</translation>
    </message>
</context>
<context>
    <name>vienlogs::viewmodels::PaletteViewModel</name>
    <message>
        <source>Command</source>
        <translation>Komanda</translation>
    </message>
    <message>
        <source>Life situation</source>
        <translation>Dzīves situācija</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Pakalpojums</translation>
    </message>
</context>
<context>
    <name>vienlogs::viewmodels::PayViewModel</name>
    <message>
        <source>The invoice is being written…</source>
        <translation>Tiek sagatavots rēķins…</translation>
    </message>
    <message>
        <source>This service is free of charge. The invoice says so.</source>
        <translation>Šis pakalpojums ir bez maksas. Tā rakstīts arī rēķinā.</translation>
    </message>
    <message>
        <source>The client can pay by card now, or later.</source>
        <translation>Klients var maksāt ar karti tagad vai vēlāk.</translation>
    </message>
    <message>
        <source>The card terminal is at work.</source>
        <translation>Karšu terminālis strādā.</translation>
    </message>
    <message>
        <source>The fee is paid.</source>
        <translation>Maksa ir samaksāta.</translation>
    </message>
    <message>
        <source>The payment was declined. Nothing was charged. Try another card, or the client pays later.</source>
        <translation>Maksājums noraidīts. Nauda nav noņemta. Mēģiniet citu karti, vai klients maksās vēlāk.</translation>
    </message>
    <message>
        <source>The payment was called off. Nothing was charged.</source>
        <translation>Maksājums pārtraukts. Nauda nav noņemta.</translation>
    </message>
    <message>
        <source>The terminal&apos;s answer was lost: perhaps the fee was charged, perhaps not. Ask the terminal, or look at its receipt. Do not take the payment again.</source>
        <translation>Termināļa atbilde ir pazudusi: nauda, iespējams, ir noņemta, iespējams, nav. Pavaicājiet terminālim vai apskatiet čeku. Neņemiet maksu otrreiz.</translation>
    </message>
    <message>
        <source>The terminal is asked what happened…</source>
        <translation>Terminālim vaicā, kas noticis…</translation>
    </message>
    <message>
        <source>The client pays later. The result is handed out when the payment has arrived.</source>
        <translation>Klients maksās vēlāk. Rezultātu izsniegs, kad maksājums būs saņemts.</translation>
    </message>
    <message>
        <source>Connecting to the terminal…</source>
        <translation>Savienojas ar termināli…</translation>
    </message>
    <message>
        <source>Insert or hold the card to the terminal.</source>
        <translation>Ielieciet karti terminālī vai pielieciet to.</translation>
    </message>
    <message>
        <source>The client enters the PIN.</source>
        <translation>Klients ievada PIN.</translation>
    </message>
    <message>
        <source>Wrong PIN. The client tries again.</source>
        <translation>PIN nav pareizs. Klients mēģina vēlreiz.</translation>
    </message>
    <message>
        <source>Take the card out.</source>
        <translation>Izņemiet karti.</translation>
    </message>
    <message>
        <source>Declined.</source>
        <translation>Noraidīts.</translation>
    </message>
    <message>
        <source>Please wait…</source>
        <translation>Lūdzu, uzgaidiet…</translation>
    </message>
    <message>
        <source>The fee is being given back. Until it is known how that ended, it is not paid again.</source>
        <translation>Maksa tiek atmaksāta. Kamēr nav zināms, kā tas beidzās, to vēlreiz neņem.</translation>
    </message>
    <message>
        <source>The fee was given back. Choose the right fee and take it, or the client pays later.</source>
        <translation>Maksa ir atmaksāta. Izvēlieties pareizo maksu un iekasējiet to, vai arī klients maksās vēlāk.</translation>
    </message>
</context>
<context>
    <name>vienlogs::viewmodels::PinsViewModel</name>
    <message>
        <source>Put your card into your reader.</source>
        <translation>Ielieciet savu karti savā lasītājā.</translation>
    </message>
    <message>
        <source>Put the client&apos;s card into the client&apos;s reader.</source>
        <translation>Ielieciet klienta karti klienta lasītājā.</translation>
    </message>
    <message>
        <source>Reading the card…</source>
        <translation>Lasa karti…</translation>
    </message>
    <message>
        <source>The codes are entered with the reader&apos;s keys now. Its cancel key stops it.</source>
        <translation>Tagad kodi jāievada ar lasītāja taustiņiem. Atcelt var ar lasītāja atcelšanas taustiņu.</translation>
    </message>
    <message>
        <source>The card is at work…</source>
        <translation>Karte strādā…</translation>
    </message>
    <message>
        <source>The PUK of this card is blocked. A blocked PIN cannot be opened any more; PMLP issues a new card.</source>
        <translation>Šīs kartes PUK kods ir bloķēts. Bloķētu PIN kodu vairs nevar atbloķēt; jaunu karti izsniedz PMLP.</translation>
    </message>
    <message numerus="yes">
        <source>%n tries left</source>
        <translation>
            <numerusform>Atlicis %n mēģinājums</numerusform>
            <numerusform>Atlikuši %n mēģinājumi</numerusform>
            <numerusform>Mēģinājumu vairs nav</numerusform>
        </translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Bloķēts</translation>
    </message>
    <message>
        <source>PUK: %1</source>
        <translation>PUK: %1</translation>
    </message>
    <message>
        <source>Change PIN1</source>
        <translation>Mainīt PIN1</translation>
    </message>
    <message>
        <source>Change PIN2</source>
        <translation>Mainīt PIN2</translation>
    </message>
    <message>
        <source>Unblock PIN1 with the PUK</source>
        <translation>Atbloķēt PIN1 ar PUK kodu</translation>
    </message>
    <message>
        <source>Unblock PIN2 with the PUK</source>
        <translation>Atbloķēt PIN2 ar PUK kodu</translation>
    </message>
    <message>
        <source>Current %1</source>
        <translation>Pašreizējais %1</translation>
    </message>
    <message>
        <source>New %1</source>
        <translation>Jaunais %1</translation>
    </message>
    <message>
        <source>New %1 once more</source>
        <translation>Jaunais %1 vēlreiz</translation>
    </message>
    <message>
        <source>%1: %2 to %3 digits. No birth date, no row of digits.</source>
        <translation>%1: no %2 līdz %3 cipariem. Ne dzimšanas datums, ne cipari pēc kārtas.</translation>
    </message>
    <message>
        <source>Ask the client to enter the codes with the reader&apos;s keys. The reader asks for the new one twice.</source>
        <translation>Lūdziet klientu ievadīt kodus ar lasītāja taustiņiem. Jauno kodu lasītājs prasa divreiz.</translation>
    </message>
    <message>
        <source>Enter the codes with the reader&apos;s keys. It asks for the new one twice.</source>
        <translation>Ievadiet kodus ar lasītāja taustiņiem. Jauno kodu lasītājs prasa divreiz.</translation>
    </message>
    <message>
        <source>Ask the client to enter the codes and do not look.</source>
        <translation>Lūdziet klientu ievadīt kodus un neskatieties.</translation>
    </message>
    <message>
        <source>Enter the codes so that nobody sees them.</source>
        <translation>Ievadiet kodus tā, lai neviens tos neredz.</translation>
    </message>
    <message>
        <source>PIN1 is changed.</source>
        <translation>PIN1 ir nomainīts.</translation>
    </message>
    <message>
        <source>PIN2 is changed.</source>
        <translation>PIN2 ir nomainīts.</translation>
    </message>
    <message>
        <source>PIN1 is unblocked.</source>
        <translation>PIN1 ir atbloķēts.</translation>
    </message>
    <message>
        <source>PIN2 is unblocked.</source>
        <translation>PIN2 ir atbloķēts.</translation>
    </message>
</context>
<context>
    <name>vienlogs::viewmodels::ReadersViewModel</name>
    <message>
        <source>Your reader</source>
        <translation>Jūsu lasītājs</translation>
    </message>
    <message>
        <source>Client&apos;s reader</source>
        <translation>Klienta lasītājs</translation>
    </message>
    <message>
        <source>Not used</source>
        <translation>Netiek lietots</translation>
    </message>
</context>
<context>
    <name>vienlogs::viewmodels::ReversalViewModel</name>
    <message>
        <source>The terminal is giving the money back. Follow what its screen asks of the client.</source>
        <translation>Terminālis atmaksā naudu. Sekojiet, ko tā ekrāns prasa no klienta.</translation>
    </message>
    <message>
        <source>The terminal&apos;s answer was lost: perhaps the money was given back, perhaps not. Ask the terminal, or look at its receipt. Do not give it back again.</source>
        <translation>Termināļa atbilde pazuda: varbūt nauda ir atmaksāta, varbūt nav. Vaicājiet terminālim vai paskatieties čekā. Neatmaksājiet vēlreiz.</translation>
    </message>
    <message>
        <source>%1 were given back on the card. Give the client the receipt.</source>
        <translation>Uz karti atmaksāti %1. Iedodiet klientam kvīti.</translation>
    </message>
    <message>
        <source>The wrong fee was chosen</source>
        <translation>Izvēlēta nepareiza maksa</translation>
    </message>
    <message>
        <source>The client no longer wants the service</source>
        <translation>Klients pakalpojumu vairs nevēlas</translation>
    </message>
    <message>
        <source>The fee was paid twice</source>
        <translation>Maksa samaksāta divreiz</translation>
    </message>
    <message>
        <source>The service cannot be given</source>
        <translation>Pakalpojumu nevar sniegt</translation>
    </message>
</context>
<context>
    <name>vienlogs::viewmodels::SendingViewModel</name>
    <message>
        <source>Waiting to send</source>
        <translation>Gaida nosūtīšanu</translation>
    </message>
    <message>
        <source>Sent, not answered yet</source>
        <translation>Nosūtīts, atbildes vēl nav</translation>
    </message>
    <message>
        <source>The server has it</source>
        <translation>Serverī saņemts</translation>
    </message>
    <message>
        <source>Refused by the server</source>
        <translation>Serveris atteica</translation>
    </message>
    <message>
        <source>Answered otherwise elsewhere</source>
        <translation>Citur atbildēts citādi</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>clerk, date</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>vienlogs::viewmodels::ServicesViewModel</name>
    <message>
        <source>The client must prove who they are more surely for this service.</source>
        <translation>Šim pakalpojumam klienta identitāte jāapliecina drošāk.</translation>
    </message>
</context>
<context>
    <name>vienlogs::viewmodels::SignViewModel</name>
    <message>
        <source>The application is being made…</source>
        <translation>Tiek sagatavots iesniegums…</translation>
    </message>
    <message>
        <source>The card is signing…</source>
        <translation>Karte paraksta…</translation>
    </message>
    <message>
        <source>The signed paper is being stored…</source>
        <translation>Parakstītais tiek saglabāts…</translation>
    </message>
    <message>
        <source>Printing…</source>
        <translation>Drukā…</translation>
    </message>
    <message>
        <source>Put the client&apos;s card into the client&apos;s reader.</source>
        <translation>Ielieciet klienta karti klienta lasītājā.</translation>
    </message>
    <message>
        <source>The client enters PIN2 with the reader&apos;s keys now. Its cancel key stops it.</source>
        <translation>Tagad klients ievada PIN2 ar lasītāja taustiņiem. Atcelt var ar lasītāja atcelšanas taustiņu.</translation>
    </message>
    <message>
        <source>PIN2 of this card is blocked. The client can unblock it here with the PUK, or sign on paper.</source>
        <translation>Šīs kartes PIN2 ir bloķēts. Klients to var atbloķēt tepat ar PUK kodu vai parakstīties uz papīra.</translation>
    </message>
    <message>
        <source>The client enters PIN2 with the reader&apos;s keys. It signs the application with full legal force.</source>
        <translation>Klients ievada PIN2 ar lasītāja taustiņiem. Ar to iesniegums tiek parakstīts ar pilnu juridisku spēku.</translation>
    </message>
    <message>
        <source>Ask the client to enter PIN2 and do not look. It signs the application with full legal force.</source>
        <translation>Lūdziet klientu ievadīt PIN2 un neskatieties. Ar to iesniegums tiek parakstīts ar pilnu juridisku spēku.</translation>
    </message>
</context>
<context>
    <name>vienlogs::viewmodels::SyncViewModel</name>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>%n atteikts</numerusform>
            <numerusform>%n atteikti</numerusform>
            <numerusform>neviens nav atteikts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting to send</source>
        <translation>
            <numerusform>%n gaida nosūtīšanu</numerusform>
            <numerusform>%n gaida nosūtīšanu</numerusform>
            <numerusform>neviens negaida nosūtīšanu</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything is sent</source>
        <translation>Viss ir nosūtīts</translation>
    </message>
    <message>
        <source>last sync %1</source>
        <translation>pēdējā sinhronizācija %1</translation>
    </message>
    <message>
        <source>not yet synchronised</source>
        <translation>vēl nav sinhronizēts</translation>
    </message>
</context>
</TS>
