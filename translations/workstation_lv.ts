<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="lv" sourcelanguage="en">
<context>
    <name>vienlogs::windows::AccountBox</name>
    <message>
        <source>Log in with an &amp;institution&apos;s account</source>
        <translation>P&amp;ieteikties ar iestādes kontu</translation>
    </message>
    <message>
        <source>&amp;Log in</source>
        <translation>&amp;Pieteikties</translation>
    </message>
    <message>
        <source>&amp;Open the page again</source>
        <translation>&amp;Atvērt lapu vēlreiz</translation>
    </message>
    <message>
        <source>&amp;Cancel, log in with a card</source>
        <translation>At&amp;celt, pieteikties ar karti</translation>
    </message>
    <message>
        <source>C&amp;ode, six digits</source>
        <translation>&amp;Kods, seši cipari</translation>
    </message>
    <message>
        <source>&amp;Continue</source>
        <translation>&amp;Turpināt</translation>
    </message>
</context>
<context>
    <name>vienlogs::windows::CaseTable</name>
    <message>
        <source>Cases submitted here appear in this list with their state. There are none yet.</source>
        <translation>Šeit redzēsiet šajā vietā iesniegtās lietas un to stāvokli. Pagaidām nav nevienas.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Turpināt</translation>
    </message>
</context>
<context>
    <name>vienlogs::windows::ClientBar</name>
    <message>
        <source>Contact %1</source>
        <translation>Apkalpošana %1</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Klients</translation>
    </message>
    <message>
        <source>&amp;Acting for:</source>
        <translation>&amp;Rīkojas:</translation>
    </message>
    <message>
        <source>Confirm by &amp;PIN</source>
        <translation>Apliecināt ar &amp;PIN</translation>
    </message>
    <message>
        <source>&amp;End</source>
        <translation>&amp;Beigt</translation>
    </message>
    <message>
        <source>Ends the contact with this client. What was begun is kept.</source>
        <translation>Beidz šī klienta apkalpošanu. Iesāktais paliek saglabāts.</translation>
    </message>
    <message>
        <source>No client is identified</source>
        <translation>Klients nav identificēts</translation>
    </message>
    <message>
        <source>Photo compare&amp;d</source>
        <translation>&amp;Foto salīdzināts</translation>
    </message>
    <message>
        <source>Press when you have compared the photo of the client&apos;s document with the person.</source>
        <translation>Nospiediet, kad klienta dokumenta fotogrāfiju esat salīdzinājuši ar cilvēku.</translation>
    </message>
</context>
<context>
    <name>vienlogs::windows::DayPage</name>
    <message>
        <source>Closing the day asks the card terminal for its totals and holds them against the payments that this desk wrote down. What the terminal still knows of unknown payments is asked first. Closed payments can no longer be reversed on the card. Every difference has a line with what to do; keep the printed page with the terminal&apos;s report.</source>
        <translation>Noslēdzot dienu, karšu terminālim vaicā kopsummas un salīdzina tās ar maksājumiem, ko pierakstījis šis galds. Vispirms terminālim vaicā par nezināmajiem maksājumiem. Noslēgtos maksājumus uz karti vairs nevar atmaksāt. Katrai atšķirībai ir rinda, kurā teikts, kas darāms; izdruku glabājiet kopā ar termināļa pārskatu.</translation>
    </message>
    <message>
        <source>End of the terminal&apos;s day</source>
        <translation>Termināļa dienas noslēgums</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>At&amp;pakaļ</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Atcelt</translation>
    </message>
    <message>
        <source>&amp;Print</source>
        <translation>&amp;Drukāt</translation>
    </message>
    <message>
        <source>Earlier days</source>
        <translation>Iepriekšējās dienas</translation>
    </message>
    <message>
        <source>&amp;Close the day</source>
        <translation>&amp;Noslēgt dienu</translation>
    </message>
    <message>
        <source>Last closed</source>
        <translation>Pēdējo reizi noslēgts</translation>
    </message>
    <message>
        <source>Terminal</source>
        <translation>Terminālis</translation>
    </message>
    <message>
        <source>The terminal says</source>
        <translation>Terminālis saka</translation>
    </message>
    <message>
        <source>The desk wrote down</source>
        <translation>Galds pierakstījis</translation>
    </message>
    <message>
        <source>It was not given back</source>
        <translation>Nav atmaksāts</translation>
    </message>
    <message>
        <source>It was paid</source>
        <translation>Ir samaksāts</translation>
    </message>
    <message>
        <source>It was given back</source>
        <translation>Ir atmaksāts</translation>
    </message>
    <message>
        <source>It was not paid</source>
        <translation>Nav samaksāts</translation>
    </message>
    <message>
        <source>Close the terminal&apos;s day now?</source>
        <translation>Vai noslēgt termināļa dienu tagad?</translation>
    </message>
    <message>
        <source>Today&apos;s payments can then no longer be reversed on the card.</source>
        <translation>Pēc tam šodienas maksājumus uz karti vairs nevarēs atmaksāt.</translation>
    </message>
    <message>
        <source>&amp;Yes, close the day</source>
        <translation>&amp;Jā, noslēgt dienu</translation>
    </message>
    <message>
        <source>This is written into the case under your name and cannot be undone.</source>
        <translation>To ieraksta lietā ar jūsu vārdu, un atsaukt to nevar.</translation>
    </message>
    <message>
        <source>&amp;Yes, the institution has the money</source>
        <translation>&amp;Jā, nauda ir iestādei</translation>
    </message>
    <message>
        <source>&amp;Yes, the client has the money</source>
        <translation>&amp;Jā, nauda ir klientam</translation>
    </message>
</context>
<context>
    <name>vienlogs::windows::DonePage</name>
    <message>
        <source>Give the client the number. The client&apos;s account shows every application and everyone who looked at the client&apos;s data. You can go on with another service for the same client, or end the contact.</source>
        <translation>Nosauciet klientam lietas numuru. E-kontā klients redz visus savus iesniegumus un ikvienu, kas skatījis viņa datus. Varat turpināt ar citu pakalpojumu šim pašam klientam vai beigt apkalpošanu.</translation>
    </message>
    <message>
        <source>Check with the client what will be submitted and how the result is to reach them. After submitting, the application belongs to the institution.</source>
        <translation>Pārbaudiet kopā ar klientu, kas tiks iesniegts un kā klients saņems rezultātu. Pēc iesniegšanas par iesniegumu atbild iestāde.</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>At&amp;pakaļ</translation>
    </message>
    <message>
        <source>&amp;Another service for this client</source>
        <translation>&amp;Cits pakalpojums šim klientam</translation>
    </message>
    <message>
        <source>How will the client get the result?</source>
        <translation>Kā klients saņems rezultātu?</translation>
    </message>
    <message>
        <source>Check before submitting</source>
        <translation>Pārbaudiet pirms iesniegšanas</translation>
    </message>
    <message>
        <source>In the client&apos;s e-account</source>
        <translation>Klienta e-kontā</translation>
    </message>
    <message>
        <source>Who looked at the client&apos;s data</source>
        <translation>Kas skatījis klienta datus</translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation>Iesniegts</translation>
    </message>
    <message>
        <source>Check and submit</source>
        <translation>Pārbaude un iesniegšana</translation>
    </message>
    <message>
        <source>&amp;End the contact</source>
        <translation>&amp;Beigt apkalpošanu</translation>
    </message>
    <message>
        <source>Submitting…</source>
        <translation>Iesniedz…</translation>
    </message>
    <message>
        <source>&amp;Submit</source>
        <translation>&amp;Iesniegt</translation>
    </message>
</context>
<context>
    <name>vienlogs::windows::FeeBox</name>
    <message>
        <source>What proves it?</source>
        <translation>Kas to pierāda?</translation>
    </message>
    <message>
        <source>Is it urgent, or has the client the right to a relief?</source>
        <translation>Vai tas ir steidzami? Vai klientam ir tiesības uz atvieglojumu?</translation>
    </message>
    <message>
        <source>Keep this &amp;fee</source>
        <translation>Paturēt šo &amp;maksu</translation>
    </message>
    <message>
        <source>Another &amp;fee…</source>
        <translation>Cita &amp;maksa…</translation>
    </message>
    <message>
        <source>urgent</source>
        <translation>steidzami</translation>
    </message>
</context>
<context>
    <name>vienlogs::windows::FieldRow</name>
    <message>
        <source>%1 (may be left empty)</source>
        <comment>label of a field</comment>
        <translation>%1 (nav obligāti)</translation>
    </message>
    <message>
        <source>For example: %1</source>
        <translation>Piemēram: %1</translation>
    </message>
    <message>
        <source>Was filled from: %1. Changed here.</source>
        <translation>Bija aizpildīts no: %1. Šeit mainīts.</translation>
    </message>
    <message>
        <source>Filled from: %1</source>
        <translation>Aizpildīts no: %1</translation>
    </message>
    <message>
        <source>Attach a file</source>
        <translation>Pievienot failu</translation>
    </message>
    <message>
        <source>Documents and pictures</source>
        <translation>Dokumenti un attēli</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Visi faili</translation>
    </message>
</context>
<context>
    <name>vienlogs::windows::FileRow</name>
    <message>
        <source>Remove</source>
        <translation>Noņemt</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <comment>an attached paper</comment>
        <translation>Noņemt %1</translation>
    </message>
</context>
<context>
    <name>vienlogs::windows::FilesEditor</name>
    <message>
        <source>The paper is being stored…</source>
        <translation>Dokuments tiek saglabāts…</translation>
    </message>
    <message>
        <source>&amp;Scan pages…</source>
        <translation>&amp;Skenēt lapas…</translation>
    </message>
    <message>
        <source>Choose a &amp;file…</source>
        <translation>Izvēlēties &amp;failu…</translation>
    </message>
</context>
<context>
    <name>vienlogs::windows::FormPage</name>
    <message>
        <source>What the state already knows is filled in; beside it stands which register said so and when. Read it to the client and correct what is not right. What is not needed may be left empty. Everything is kept as you type.</source>
        <translation>Tas, ko valsts jau zina, ir aizpildīts; blakus redzams, kurš reģistrs un kad to sniedzis. Nolasiet to klientam un izlabojiet, ja kas nav pareizi. Neobligātos laukus var atstāt tukšus. Viss tiek saglabāts rakstīšanas laikā.</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>At&amp;pakaļ</translation>
    </message>
    <message>
        <source>Part %1 of %2: %3</source>
        <comment>page of a form, pages, its title</comment>
        <translation>%1. daļa no %2: %3</translation>
    </message>
    <message>
        <source>Asking the registers. You can begin meanwhile.</source>
        <translation>Vaicā reģistriem. Varat jau sākt aizpildīt.</translation>
    </message>
    <message>
        <source>&amp;To signing</source>
        <translation>Uz pa&amp;rakstīšanu</translation>
    </message>
    <message>
        <source>&amp;Continue</source>
        <translation>&amp;Turpināt</translation>
    </message>
</context>
<context>
    <name>vienlogs::windows::HelpPanel</name>
    <message>
        <source>Help</source>
        <translation>Palīdzība</translation>
    </message>
    <message>
        <source>What to do here</source>
        <translation>Kas šeit jādara</translation>
    </message>
    <message>
        <source>Enter goes on, Esc goes back. F1 shows or hides this help. Ctrl+K finds anything. Ctrl+Plus and Ctrl+Minus change the size of text.</source>
        <translation>Enter – turpināt, Esc – atpakaļ. F1 parāda vai paslēpj šo palīdzību. Ctrl+K atrod jebko. Ctrl+Plus un Ctrl+Mīnus maina teksta lielumu.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>source, time of the answer</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Vaicāt vēlreiz</translation>
    </message>
</context>
<context>
    <name>vienlogs::windows::IdentityStrip</name>
    <message>
        <source>The client&apos;s PIN1</source>
        <translation>Klienta PIN1</translation>
    </message>
    <message>
        <source>C&amp;onfirm</source>
        <translation>Ap&amp;liecināt</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Atcelt</translation>
    </message>
    <message>
        <source>Another person&apos;s card is in the client&apos;s reader.</source>
        <translation>Klienta lasītājā ir citas personas karte.</translation>
    </message>
    <message>
        <source>Take the card out to go on with this client, or end this contact to serve that person.</source>
        <translation>Lai turpinātu ar šo klientu, izņemiet karti. Lai apkalpotu otru personu, beidziet šo apkalpošanu.</translation>
    </message>
    <message>
        <source>End this contact</source>
        <translation>Beigt šo apkalpošanu</translation>
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
        <source>The client enters PIN1 with the reader&apos;s keys now. Its cancel key stops it.</source>
        <translation>Tagad klients ievada PIN1 ar lasītāja taustiņiem. Atcelt var ar lasītāja atcelšanas taustiņu.</translation>
    </message>
    <message>
        <source>The client enters PIN1 with the reader&apos;s keys.</source>
        <translation>Klients ievada PIN1 ar lasītāja taustiņiem.</translation>
    </message>
    <message>
        <source>Ask the client to enter PIN&amp;1:</source>
        <translation>Lūdziet klientu ievadīt PIN&amp;1:</translation>
    </message>
    <message>
        <source>&amp;Begin at the reader</source>
        <translation>Sākt &amp;lasītājā</translation>
    </message>
    <message>
        <source>With the reader&apos;s keys</source>
        <translation>Ar lasītāja taustiņiem</translation>
    </message>
    <message>
        <source>Here on the computer</source>
        <translation>Šeit datorā</translation>
    </message>
</context>
<context>
    <name>vienlogs::windows::LineEditor</name>
    <message>
        <source>dd.mm.yyyy.</source>
        <translation>dd.mm.gggg.</translation>
    </message>
</context>
<context>
    <name>vienlogs::windows::ListEditor</name>
    <message>
        <source>Choose…</source>
        <translation>Izvēlieties…</translation>
    </message>
</context>
<context>
    <name>vienlogs::windows::LoginPage</name>
    <message>
        <source>Log in</source>
        <translation>Pieteikšanās darbam</translation>
    </message>
    <message>
        <source>PI&amp;N1</source>
        <translation>PI&amp;N1</translation>
    </message>
    <message>
        <source>PIN1 of your card</source>
        <translation>Jūsu kartes PIN1</translation>
    </message>
    <message>
        <source>&amp;Log in</source>
        <translation>&amp;Pieteikties</translation>
    </message>
    <message>
        <source>&amp;Work without connection</source>
        <translation>&amp;Strādāt bez savienojuma</translation>
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
        <source>Put your card into your own reader, the one on your side of the desk, and enter PIN1. Nobody else can see the PIN. Take the card with you when you leave. If your institution has given you an account, you can log in with it instead of the card; that needs a connection and the code of your second factor.</source>
        <translation>Ielieciet savu karti savā lasītājā, kas ir jūsu galda pusē, un ievadiet PIN1. Neviens cits PIN neredz. Aizejot ņemiet karti līdzi. Ja iestāde jums ir piešķīrusi kontu, kartes vietā varat pieteikties ar to; tam vajag savienojumu un otrā faktora kodu.</translation>
    </message>
    <message>
        <source>&amp;Log in with the reader&apos;s keys</source>
        <translation>&amp;Pieteikties ar lasītāja taustiņiem</translation>
    </message>
    <message>
        <source>Unblock with the PUK</source>
        <translation>Atbloķēt ar PUK kodu</translation>
    </message>
    <message>
        <source>Enter with the reader&apos;s &amp;keys</source>
        <translation>Ievadīt ar lasītāja taust&amp;iņiem</translation>
    </message>
    <message>
        <source>Enter here on the &amp;computer</source>
        <translation>&amp;Ievadīt šeit datorā</translation>
    </message>
</context>
<context>
    <name>vienlogs::windows::MainWindow</name>
    <message>
        <source>Light colours</source>
        <translation>Gaišas krāsas</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>Tumšas krāsas</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Augsts kontrasts</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Lielāks teksts</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Mazāks teksts</translation>
    </message>
    <message>
        <source>Show or hide help</source>
        <translation>Parādīt vai paslēpt palīdzību</translation>
    </message>
    <message>
        <source>Vienlogs</source>
        <translation>Vienlogs</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Aizvērt</translation>
    </message>
</context>
<context>
    <name>vienlogs::windows::NeedPage</name>
    <message>
        <source>Ask what has happened or what the client wants to do, and type a word of it as they say it: “moving”, “child”, “passport”. Choose the life situation; its questions lead to the exact list of services. If the client knows the service, choose it directly.</source>
        <translation>Pajautājiet, kas noticis vai ko klients vēlas, un ierakstiet vārdu, kā klients to saka: “pārceļos”, “bērns”, “pase”. Izvēlieties dzīves situāciju – tās jautājumi ved pie precīza pakalpojumu saraksta. Ja klients zina pakalpojumu, izvēlieties to uzreiz.</translation>
    </message>
    <message>
        <source>What does the client need?</source>
        <translation>Kas klientam vajadzīgs?</translation>
    </message>
    <message>
        <source>Type an ordinary word.</source>
        <translation>Ierakstiet parastu vārdu.</translation>
    </message>
    <message>
        <source>For example: moving, child, passport, work</source>
        <translation>Piemēram: pārceļos, bērns, pase, darbs</translation>
    </message>
    <message>
        <source>What the client needs</source>
        <translation>Kas klientam vajadzīgs</translation>
    </message>
    <message>
        <source>Something &amp;else</source>
        <translation>Kaut kas &amp;cits</translation>
    </message>
    <message>
        <source>The list of services has not been received yet.</source>
        <translation>Pakalpojumu saraksts vēl nav saņemts.</translation>
    </message>
    <message>
        <source>It comes by itself as soon as there is a connection to the server.</source>
        <translation>Tas atnāks pats, tiklīdz būs savienojums ar serveri.</translation>
    </message>
    <message>
        <source>Nothing was found for this word.</source>
        <translation>Pēc šī vārda nekas nav atrasts.</translation>
    </message>
    <message>
        <source>Try another word, or clear the line to see all life situations.</source>
        <translation>Mēģiniet citu vārdu vai iztukšojiet rindu, lai redzētu visas dzīves situācijas.</translation>
    </message>
    <message>
        <source>&amp;Continue</source>
        <translation>&amp;Turpināt</translation>
    </message>
</context>
<context>
    <name>vienlogs::windows::OptionsEditor</name>
    <message>
        <source>The registers have nothing to choose from here.</source>
        <translation>Reģistros šeit nav no kā izvēlēties.</translation>
    </message>
</context>
<context>
    <name>vienlogs::windows::PageView</name>
    <message>
        <source>Page %1</source>
        <translation>%1. lapa</translation>
    </message>
</context>
<context>
    <name>vienlogs::windows::PaletteBox</name>
    <message>
        <source>Service, life situation, case or command</source>
        <translation>Pakalpojums, dzīves situācija, lieta vai komanda</translation>
    </message>
    <message>
        <source>Find anything</source>
        <translation>Atrast jebko</translation>
    </message>
    <message>
        <source>Nothing found. Try another word: “moving”, “passport”, a case number.</source>
        <translation>Nekas nav atrasts. Mēģiniet citu vārdu: “pārceļos”, “pase”, lietas numuru.</translation>
    </message>
</context>
<context>
    <name>vienlogs::windows::PayPage</name>
    <message>
        <source>Payment</source>
        <translation>Samaksa</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>At&amp;pakaļ</translation>
    </message>
    <message>
        <source>&amp;Abort</source>
        <translation>Pār&amp;traukt</translation>
    </message>
    <message>
        <source>Pay &amp;later</source>
        <translation>Maksāt &amp;vēlāk</translation>
    </message>
    <message>
        <source>Print the &amp;invoice</source>
        <translation>Drukāt &amp;rēķinu</translation>
    </message>
    <message>
        <source>Print the &amp;receipt</source>
        <translation>Drukāt &amp;čeku</translation>
    </message>
    <message>
        <source>Do not take the payment again. First ask the terminal what happened. If it cannot tell, look at the receipt it printed and decide.</source>
        <translation>Neņemiet maksu otrreiz. Vispirms pavaicājiet terminālim, kas noticis. Ja tas nevar pateikt, apskatiet izdrukāto čeku un izlemiet.</translation>
    </message>
    <message>
        <source>Ask the &amp;terminal</source>
        <translation>Vaicāt &amp;terminālim</translation>
    </message>
    <message>
        <source>The receipt says: &amp;paid</source>
        <translation>Čekā: &amp;samaksāts</translation>
    </message>
    <message>
        <source>The receipt says: &amp;not paid</source>
        <translation>Čekā: &amp;nav samaksāts</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Atcelt</translation>
    </message>
    <message>
        <source>The receipt shows that the money was taken?</source>
        <translation>Vai čeks rāda, ka nauda ir noņemta?</translation>
    </message>
    <message>
        <source>The receipt shows that nothing was taken?</source>
        <translation>Vai čeks rāda, ka nauda nav noņemta?</translation>
    </message>
    <message>
        <source>This is written into the case under your name and cannot be undone.</source>
        <translation>To ieraksta lietā ar jūsu vārdu, un atsaukt to nevar.</translation>
    </message>
    <message>
        <source>Yes, it was paid</source>
        <translation>Jā, samaksāts</translation>
    </message>
    <message>
        <source>Yes, it was not paid</source>
        <translation>Jā, nav samaksāts</translation>
    </message>
    <message>
        <source>Invoice %1</source>
        <translation>Rēķins %1</translation>
    </message>
    <message>
        <source>Try the &amp;card again</source>
        <translation>Mēģināt ar &amp;karti vēlreiz</translation>
    </message>
    <message>
        <source>Pay by &amp;card</source>
        <translation>Maksāt ar &amp;karti</translation>
    </message>
    <message>
        <source>&amp;Continue</source>
        <translation>&amp;Turpināt</translation>
    </message>
    <message>
        <source>The client pays by card at the terminal or later by invoice; an invoice is issued for a free service too. Ask whether it is urgent or a relief holds, and choose that fee by its number before it is paid. A fee that was paid can be given back on the card until the terminal&apos;s day is closed. If the answer of the terminal is lost, the payment is shown as unknown: do not take the money again, ask the terminal first.</source>
        <translation>Klients maksā ar karti terminālī vai vēlāk pēc rēķina; rēķinu izraksta arī par bezmaksas pakalpojumu. Pajautājiet, vai tas ir steidzami un vai pienākas atvieglojums, un pirms maksāšanas izvēlieties šo maksu pēc tās numura. Samaksāto var atmaksāt uz karti, līdz noslēgta termināļa diena. Ja termināļa atbilde pazūd, maksājums redzams kā nezināms: neņemiet naudu vēlreiz, vispirms vaicājiet terminālim.</translation>
    </message>
</context>
<context>
    <name>vienlogs::windows::PinsPage</name>
    <message>
        <source>A PIN is changed with the current one. A blocked or forgotten PIN is opened with the PUK, which came with the card. Whoever the card belongs to enters the codes; the clerk does not see them. After three wrong PUKs nothing opens the card any more: PMLP issues a new one.</source>
        <translation>PIN kodu maina ar pašreizējo kodu. Bloķētu vai aizmirstu PIN kodu atbloķē ar PUK kodu, kas saņemts kopā ar karti. Kodus ievada kartes īpašnieks; darbinieks tos neredz. Pēc trim nepareiziem PUK kodiem karti vairs nevar atbloķēt: jaunu izsniedz PMLP.</translation>
    </message>
    <message>
        <source>PIN codes of a card</source>
        <translation>Kartes PIN kodi</translation>
    </message>
    <message>
        <source>Change a PIN, or open a blocked one with the PUK.</source>
        <translation>Mainiet PIN kodu vai atbloķējiet to ar PUK kodu.</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>At&amp;pakaļ</translation>
    </message>
    <message>
        <source>It can be used at once.</source>
        <translation>To var lietot uzreiz.</translation>
    </message>
    <message>
        <source>My card</source>
        <translation>Mana karte</translation>
    </message>
    <message>
        <source>In my reader</source>
        <translation>Manā lasītājā</translation>
    </message>
    <message>
        <source>The client&apos;s card</source>
        <translation>Klienta karte</translation>
    </message>
    <message>
        <source>In the client&apos;s reader</source>
        <translation>Klienta lasītājā</translation>
    </message>
    <message>
        <source>The new PIN is not the same both times.</source>
        <translation>Jaunais PIN kods abās reizēs nav vienāds.</translation>
    </message>
    <message>
        <source>&amp;Return</source>
        <translation>At&amp;griezties</translation>
    </message>
    <message>
        <source>Choose what to do</source>
        <translation>Izvēlieties, ko darīt</translation>
    </message>
    <message>
        <source>Enter with the reader&apos;s &amp;keys</source>
        <translation>Ievadīt ar lasītāja taust&amp;iņiem</translation>
    </message>
    <message>
        <source>Enter here on the &amp;computer</source>
        <translation>&amp;Ievadīt šeit datorā</translation>
    </message>
</context>
<context>
    <name>vienlogs::windows::ProblemSummary</name>
    <message numerus="yes">
        <source>%n fields need attention</source>
        <translation>
            <numerusform>Jāpārbauda %n lauks</numerusform>
            <numerusform>Jāpārbauda %n lauki</numerusform>
            <numerusform>Visi lauki ir kārtībā</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vienlogs::windows::QuestionList</name>
    <message>
        <source>Questions</source>
        <translation>Jautājumi</translation>
    </message>
</context>
<context>
    <name>vienlogs::windows::ReaderRow</name>
    <message>
        <source>A card is in it</source>
        <translation>Tajā ir karte</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>Tukšs</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Mans</translation>
    </message>
    <message>
        <source>The client&apos;s</source>
        <translation>Klienta</translation>
    </message>
</context>
<context>
    <name>vienlogs::windows::ReadersPage</name>
    <message>
        <source>Two readers stand on the desk: one on your side for your card, one on the client&apos;s side. Put a card into one of them to see which it is. The choice is kept; change it any time in the menu at your name.</source>
        <translation>Uz galda ir divi lasītāji: viens jūsu pusē jūsu kartei, otrs klienta pusē. Lai saprastu, kurš ir kurš, ielieciet vienā no tiem karti. Izvēle tiek saglabāta; mainīt to var jebkurā laikā izvēlnē pie sava vārda.</translation>
    </message>
    <message>
        <source>Which reader is whose?</source>
        <translation>Kurš lasītājs ir kura?</translation>
    </message>
    <message>
        <source>Your card is read only in your reader, the client&apos;s only in the client&apos;s. Put a card into a reader to see which one it is.</source>
        <translation>Jūsu karti lasa tikai jūsu lasītājā, klienta – tikai klienta lasītājā. Ielieciet lasītājā karti, lai redzētu, kurš tas ir.</translation>
    </message>
    <message>
        <source>No card reader is connected.</source>
        <translation>Nav pievienots neviens karšu lasītājs.</translation>
    </message>
    <message>
        <source>Plug in two readers; they appear here by themselves. With one reader you can log in, and clients are identified by document.</source>
        <translation>Pievienojiet divus lasītājus; tie šeit parādīsies paši. Ar vienu lasītāju var pieteikties darbam, bet klientus identificēt pēc dokumenta.</translation>
    </message>
    <message>
        <source>Exchange &amp;the two</source>
        <translation>Samainīt &amp;vietām</translation>
    </message>
    <message>
        <source>&amp;This is right</source>
        <translation>&amp;Tā ir pareizi</translation>
    </message>
</context>
<context>
    <name>vienlogs::windows::ReadyPage</name>
    <message>
        <source>A contact begins when the client puts a card into the client&apos;s reader. Without a card, compare the client&apos;s identity document with the person and enter the names as they stand in it; the level of identification then stays “document seen”.</source>
        <translation>Apkalpošana sākas, kad klients ieliek karti klienta lasītājā. Ja kartes nav, salīdziniet personas dokumentu ar cilvēku un ierakstiet vārdus tā, kā tie ir dokumentā; identifikācijas līmenis tad paliek “dokuments apskatīts”.</translation>
    </message>
    <message>
        <source>Ready for the next client</source>
        <translation>Gatavs nākamajam klientam</translation>
    </message>
    <message>
        <source>The client has no card: identify by &amp;document</source>
        <translation>Klientam nav kartes: identificēt pēc &amp;dokumenta</translation>
    </message>
    <message>
        <source>&amp;Personal code</source>
        <translation>&amp;Personas kods</translation>
    </message>
    <message>
        <source>&amp;Given name</source>
        <translation>&amp;Vārds</translation>
    </message>
    <message>
        <source>&amp;Family name</source>
        <translation>&amp;Uzvārds</translation>
    </message>
    <message>
        <source>I compared the document – &amp;begin</source>
        <translation>Dokumentu salīdzināju – &amp;sākt</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Atcelt</translation>
    </message>
    <message>
        <source>Recent cases of this place</source>
        <translation>Pēdējās lietas šajā vietā</translation>
    </message>
    <message>
        <source>Reading the client&apos;s card…</source>
        <translation>Lasa klienta karti…</translation>
    </message>
    <message>
        <source>Ask the client to put their card into the client&apos;s reader</source>
        <translation>Palūdziet klientam ielikt karti klienta lasītājā</translation>
    </message>
    <message>
        <source>The contact begins by itself.</source>
        <translation>Apkalpošana sāksies pati.</translation>
    </message>
    <message>
        <source>&amp;Serve the same client again</source>
        <translation>&amp;Apkalpot to pašu klientu vēlreiz</translation>
    </message>
    <message>
        <source>The last client&apos;s card is still in the client&apos;s reader</source>
        <translation>Klienta lasītājā palikusi iepriekšējā klienta karte</translation>
    </message>
    <message>
        <source>Give it back before the next client comes.</source>
        <translation>Atdodiet to, pirms nāk nākamais klients.</translation>
    </message>
</context>
<context>
    <name>vienlogs::windows::ReversalBox</name>
    <message>
        <source>&amp;Give the money back…</source>
        <translation>Atmaksāt na&amp;udu…</translation>
    </message>
    <message>
        <source>Why is the fee given back?</source>
        <translation>Kāpēc maksu atmaksā?</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Atcelt</translation>
    </message>
    <message>
        <source>Ask the &amp;terminal</source>
        <translation>Vaicāt &amp;terminālim</translation>
    </message>
    <message>
        <source>The receipt says: &amp;given back</source>
        <translation>Čekā: at&amp;maksāts</translation>
    </message>
    <message>
        <source>The receipt says: &amp;not given back</source>
        <translation>Čekā: &amp;nav atmaksāts</translation>
    </message>
    <message>
        <source>Print the receipt of the &amp;reversal</source>
        <translation>Drukāt at&amp;maksas kvīti</translation>
    </message>
    <message>
        <source>Is the client here, with the card that paid?</source>
        <translation>Vai klients ir šeit ar karti, ar kuru maksāja?</translation>
    </message>
    <message>
        <source>%1 go back on that card: %2. This is written into the case under your name.</source>
        <translation>Uz šo karti tiks atmaksāti %1: %2. To ieraksta lietā ar jūsu vārdu.</translation>
    </message>
    <message>
        <source>&amp;Yes, give the money back</source>
        <translation>&amp;Jā, atmaksāt naudu</translation>
    </message>
    <message>
        <source>The receipt shows that the money was given back?</source>
        <translation>Vai čekā redzams, ka nauda ir atmaksāta?</translation>
    </message>
    <message>
        <source>The receipt shows that nothing was given back?</source>
        <translation>Vai čekā redzams, ka nekas nav atmaksāts?</translation>
    </message>
    <message>
        <source>This is written into the case under your name and cannot be undone.</source>
        <translation>To ieraksta lietā ar jūsu vārdu, un atsaukt to nevar.</translation>
    </message>
    <message>
        <source>&amp;Yes, it was given back</source>
        <translation>&amp;Jā, ir atmaksāts</translation>
    </message>
    <message>
        <source>&amp;Yes, it was not given back</source>
        <translation>&amp;Jā, nav atmaksāts</translation>
    </message>
</context>
<context>
    <name>vienlogs::windows::ScanBox</name>
    <message>
        <source>S&amp;canner:</source>
        <translation>S&amp;keneris:</translation>
    </message>
    <message>
        <source>In colour</source>
        <translation>Krāsās</translation>
    </message>
    <message>
        <source>Scan the &amp;stack</source>
        <translation>Skenēt vi&amp;su kaudzīti</translation>
    </message>
    <message>
        <source>Scan &amp;one page</source>
        <translation>Skenēt vie&amp;nu lapu</translation>
    </message>
    <message>
        <source>Stop scanning</source>
        <translation>Apturēt</translation>
    </message>
    <message>
        <source>Progress of the page being scanned</source>
        <translation>Skenējamās lapas gaita</translation>
    </message>
    <message>
        <source>&amp;Look for scanners again</source>
        <translation>Mek&amp;lēt skenerus vēlreiz</translation>
    </message>
    <message>
        <source>No scanner was found. Switch it on and look again, or have it signed with the client&apos;s card.</source>
        <translation>Skeneris nav atrasts. Ieslēdziet to un meklējiet vēlreiz vai parakstiet ar klienta karti.</translation>
    </message>
    <message>
        <source>The scanned pages appear here. Put the signed paper into the scanner.</source>
        <translation>Šeit parādīsies ieskenētās lapas. Ielieciet parakstīto iesniegumu skenerī.</translation>
    </message>
    <message>
        <source>Scanned pages</source>
        <translation>Ieskenētās lapas</translation>
    </message>
    <message>
        <source>Turn left</source>
        <translation>Pagriezt pa kreisi</translation>
    </message>
    <message>
        <source>Turn right</source>
        <translation>Pagriezt pa labi</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Izņemt lapu</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Atlikt atpakaļ</translation>
    </message>
</context>
<context>
    <name>vienlogs::windows::ScanPanel</name>
    <message>
        <source>&amp;Attach these pages</source>
        <translation>&amp;Pievienot šīs lapas</translation>
    </message>
    <message>
        <source>Do not scan</source>
        <translation>Neskenēt</translation>
    </message>
</context>
<context>
    <name>vienlogs::windows::SendingPage</name>
    <message>
        <source>Everything done at this desk is kept here first and then sent to the server. What waits goes by itself. What was refused, or answered otherwise elsewhere, needs you: nothing of it is lost, and nothing is replaced until you decide.</source>
        <translation>Viss šajā darba vietā izdarītais vispirms tiek saglabāts šeit un tad nosūtīts serverim. Gaidošais aiziet pats. Atteiktajam un citur citādi atbildētajam vajag jūs: nekas no tā nav zudis un nekas netiek aizstāts, kamēr neesat izlēmuši.</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Nosūtīšana</translation>
    </message>
    <message>
        <source>What was done at this desk and how far it is on its way to the server.</source>
        <translation>Kas šajā darba vietā izdarīts un cik tālu tas ir ceļā uz serveri.</translation>
    </message>
    <message>
        <source>Nothing was done at this desk yet. Every act will be listed here with its state.</source>
        <translation>Šajā darba vietā vēl nekas nav darīts. Te būs redzama katra darbība un tās stāvoklis.</translation>
    </message>
    <message>
        <source>&amp;Return to work</source>
        <translation>&amp;Atgriezties darbā</translation>
    </message>
    <message>
        <source>On the server</source>
        <translation>Serverī</translation>
    </message>
    <message>
        <source>On the server: %1</source>
        <translation>Serverī: %1</translation>
    </message>
    <message>
        <source>Here: %1</source>
        <translation>Šeit: %1</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>nav atbildes</translation>
    </message>
    <message>
        <source>Use what was entered here</source>
        <translation>Lietot šeit ievadīto</translation>
    </message>
    <message>
        <source>Keep what the server has</source>
        <translation>Paturēt to, kas serverī</translation>
    </message>
    <message>
        <source>Dealt with, put aside</source>
        <translation>Nokārtots, nolikt malā</translation>
    </message>
</context>
<context>
    <name>vienlogs::windows::ServicesPage</name>
    <message>
        <source>These services follow from the answers. Tell the client the fee and how long it takes, then choose the one to apply for now; the others can follow in the same contact. A service marked as changed works differently from when you last used it: read its description.</source>
        <translation>Šie pakalpojumi izriet no atbildēm. Pasakiet klientam maksu un termiņu, tad izvēlieties to, ko pieteikt tagad; pārējos var pieteikt tajā pašā apkalpošanā. Ja pakalpojums atzīmēts kā mainīts, tas darbojas citādi nekā pēdējoreiz: izlasiet aprakstu.</translation>
    </message>
    <message>
        <source>Services for this situation</source>
        <translation>Pakalpojumi šai situācijai</translation>
    </message>
    <message>
        <source>Choose the one to apply for now.</source>
        <translation>Izvēlieties to, ko pieteikt tagad.</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>At&amp;pakaļ</translation>
    </message>
    <message>
        <source>What the client needs for it</source>
        <translation>Kas klientam tam vajadzīgs</translation>
    </message>
    <message>
        <source>No service follows from these answers.</source>
        <translation>No šīm atbildēm neizriet neviens pakalpojums.</translation>
    </message>
    <message>
        <source>Go back and check the answers.</source>
        <translation>Atgriezieties un pārbaudiet atbildes.</translation>
    </message>
    <message>
        <source>Changed since you last used it</source>
        <translation>Mainīts, kopš pēdējoreiz to lietojāt</translation>
    </message>
    <message>
        <source>Cannot be applied for at the desk</source>
        <translation>Klātienē pieteikt nevar</translation>
    </message>
    <message>
        <source>Opening the case…</source>
        <translation>Atver lietu…</translation>
    </message>
    <message>
        <source>&amp;Fill in the application</source>
        <translation>&amp;Aizpildīt iesniegumu</translation>
    </message>
</context>
<context>
    <name>vienlogs::windows::SignPage</name>
    <message>
        <source>Let the client read the application. On paper: print it, the client signs, scan all pages and check that they can be read. With the card: the client&apos;s card stays in the client&apos;s reader and the client types PIN2; this signature has the force of one by hand.</source>
        <translation>Ļaujiet klientam izlasīt iesniegumu. Uz papīra: izdrukājiet, klients paraksta, ieskenējiet visas lapas un pārbaudiet, vai tās var izlasīt. Ar karti: karte paliek klienta lasītājā, un klients ievada PIN2; šim parakstam ir tāds pats spēks kā pašrocīgam.</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Paraksts</translation>
    </message>
    <message>
        <source>The client reads the application and signs it.</source>
        <translation>Klients izlasa iesniegumu un paraksta to.</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>At&amp;pakaļ</translation>
    </message>
    <message>
        <source>The application is signed.</source>
        <translation>Iesniegums ir parakstīts.</translation>
    </message>
    <message>
        <source>Go on to payment.</source>
        <translation>Turpiniet ar samaksu.</translation>
    </message>
    <message>
        <source>1. Print and have it signed</source>
        <translation>1. Izdrukājiet un dodiet parakstīt</translation>
    </message>
    <message>
        <source>&amp;Print the application</source>
        <translation>&amp;Drukāt iesniegumu</translation>
    </message>
    <message>
        <source>2. Scan the signed paper</source>
        <translation>2. Ieskenējiet parakstīto</translation>
    </message>
    <message>
        <source>&amp;Attach these pages</source>
        <translation>Pie&amp;vienot šīs lapas</translation>
    </message>
    <message>
        <source>The client&apos;s PIN&amp;2</source>
        <translation>Klienta PIN&amp;2</translation>
    </message>
    <message>
        <source>The client&apos;s PIN2</source>
        <translation>Klienta PIN2</translation>
    </message>
    <message>
        <source>Si&amp;gn</source>
        <translation>Para&amp;kstīt</translation>
    </message>
    <message>
        <source>On paper</source>
        <translation>Uz papīra</translation>
    </message>
    <message>
        <source>Print, sign by hand, scan</source>
        <translation>Izdrukāt, parakstīt ar roku, ieskenēt</translation>
    </message>
    <message>
        <source>With the client&apos;s card</source>
        <translation>Ar klienta karti</translation>
    </message>
    <message>
        <source>Secure electronic signature, PIN2</source>
        <translation>Drošs elektroniskais paraksts, PIN2</translation>
    </message>
    <message>
        <source>Sent to the printer</source>
        <translation>Nosūtīts printerim</translation>
    </message>
    <message>
        <source>&amp;To payment</source>
        <translation>Uz &amp;samaksu</translation>
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
        <source>Scanned page %1</source>
        <translation>Ieskenētā %1. lapa</translation>
    </message>
    <message>
        <source>The application</source>
        <translation>Iesniegums</translation>
    </message>
    <message>
        <source>&amp;Unblock with the PUK</source>
        <translation>Atbl&amp;oķēt ar PUK kodu</translation>
    </message>
    <message>
        <source>Si&amp;gn with the reader&apos;s keys</source>
        <translation>Para&amp;kstīt ar lasītāja taustiņiem</translation>
    </message>
    <message>
        <source>Enter with the reader&apos;s &amp;keys</source>
        <translation>Ievadīt ar lasītāja taust&amp;iņiem</translation>
    </message>
    <message>
        <source>Enter here on the &amp;computer</source>
        <translation>&amp;Ievadīt šeit datorā</translation>
    </message>
</context>
<context>
    <name>vienlogs::windows::StateLine</name>
    <message>
        <source>&amp;View</source>
        <translation>Ska&amp;ts</translation>
    </message>
    <message>
        <source>Size of text, light or dark</source>
        <translation>Teksta lielums, gaišs vai tumšs</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Lielāks teksts</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Mazāks teksts</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Gaišs</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Tumšs</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Augsts kontrasts</translation>
    </message>
    <message>
        <source>Card readers…</source>
        <translation>Karšu lasītāji…</translation>
    </message>
    <message>
        <source>Log out</source>
        <translation>Beigt darbu</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>device: its state</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Connected to the server</source>
        <translation>Ir savienojums ar serveri</translation>
    </message>
    <message>
        <source>No connection to the server</source>
        <translation>Nav savienojuma ar serveri</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>clerk, place</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>End the terminal&apos;s day…</source>
        <translation>Noslēgt termināļa dienu…</translation>
    </message>
    <message>
        <source>Wrong clock</source>
        <translation>Nepareizs pulkstenis</translation>
    </message>
    <message>
        <source>Sendin&amp;g</source>
        <translation>&amp;Nosūtīšana</translation>
    </message>
    <message>
        <source>What waits, what was refused and what to do</source>
        <translation>Kas gaida, kas atteikts un ko darīt</translation>
    </message>
    <message>
        <source>PIN codes of a card…</source>
        <translation>Kartes PIN kodi…</translation>
    </message>
</context>
<context>
    <name>vienlogs::windows::StepList</name>
    <message>
        <source>Steps</source>
        <translation>Soļi</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>number and title of a step</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>done</source>
        <translation>pabeigts</translation>
    </message>
    <message>
        <source>now</source>
        <translation>tagad</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>vēl nav</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>step, its state</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>vienlogs::windows::YesNoEditor</name>
    <message>
        <source>Yes</source>
        <translation>Jā</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nē</translation>
    </message>
</context>
</TS>
