<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>vienlogs::windows::AccountBox</name>
    <message>
        <source>Log in with an &amp;institution&apos;s account</source>
        <translation>Log in with an &amp;institution&apos;s account</translation>
    </message>
    <message>
        <source>&amp;Log in</source>
        <translation>&amp;Log in</translation>
    </message>
    <message>
        <source>&amp;Open the page again</source>
        <translation>&amp;Open the page again</translation>
    </message>
    <message>
        <source>&amp;Cancel, log in with a card</source>
        <translation>&amp;Cancel, log in with a card</translation>
    </message>
    <message>
        <source>C&amp;ode, six digits</source>
        <translation>C&amp;ode, six digits</translation>
    </message>
    <message>
        <source>&amp;Continue</source>
        <translation>&amp;Continue</translation>
    </message>
</context>
<context>
    <name>vienlogs::windows::CaseTable</name>
    <message>
        <source>Cases submitted here appear in this list with their state. There are none yet.</source>
        <translation>Cases submitted here appear in this list with their state. There are none yet.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Go on</translation>
    </message>
</context>
<context>
    <name>vienlogs::windows::ClientBar</name>
    <message>
        <source>Contact %1</source>
        <translation>Contact %1</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>&amp;Acting for:</source>
        <translation>&amp;Acting for:</translation>
    </message>
    <message>
        <source>Confirm by &amp;PIN</source>
        <translation>Confirm by &amp;PIN</translation>
    </message>
    <message>
        <source>&amp;End</source>
        <translation>&amp;End</translation>
    </message>
    <message>
        <source>Ends the contact with this client. What was begun is kept.</source>
        <translation>Ends the contact with this client. What was begun is kept.</translation>
    </message>
    <message>
        <source>No client is identified</source>
        <translation>No client is identified</translation>
    </message>
    <message>
        <source>Photo compare&amp;d</source>
        <translation>Photo compare&amp;d</translation>
    </message>
    <message>
        <source>Press when you have compared the photo of the client&apos;s document with the person.</source>
        <translation>Press when you have compared the photo of the client&apos;s document with the person.</translation>
    </message>
</context>
<context>
    <name>vienlogs::windows::DayPage</name>
    <message>
        <source>Closing the day asks the card terminal for its totals and holds them against the payments that this desk wrote down. What the terminal still knows of unknown payments is asked first. Closed payments can no longer be reversed on the card. Every difference has a line with what to do; keep the printed page with the terminal&apos;s report.</source>
        <translation>Closing the day asks the card terminal for its totals and holds them against the payments that this desk wrote down. What the terminal still knows of unknown payments is asked first. Closed payments can no longer be reversed on the card. Every difference has a line with what to do; keep the printed page with the terminal&apos;s report.</translation>
    </message>
    <message>
        <source>End of the terminal&apos;s day</source>
        <translation>End of the terminal&apos;s day</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Back</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>&amp;Print</source>
        <translation>&amp;Print</translation>
    </message>
    <message>
        <source>Earlier days</source>
        <translation>Earlier days</translation>
    </message>
    <message>
        <source>&amp;Close the day</source>
        <translation>&amp;Close the day</translation>
    </message>
    <message>
        <source>Last closed</source>
        <translation>Last closed</translation>
    </message>
    <message>
        <source>Terminal</source>
        <translation>Terminal</translation>
    </message>
    <message>
        <source>The terminal says</source>
        <translation>The terminal says</translation>
    </message>
    <message>
        <source>The desk wrote down</source>
        <translation>The desk wrote down</translation>
    </message>
    <message>
        <source>It was not given back</source>
        <translation>It was not given back</translation>
    </message>
    <message>
        <source>It was paid</source>
        <translation>It was paid</translation>
    </message>
    <message>
        <source>It was given back</source>
        <translation>It was given back</translation>
    </message>
    <message>
        <source>It was not paid</source>
        <translation>It was not paid</translation>
    </message>
    <message>
        <source>Close the terminal&apos;s day now?</source>
        <translation>Close the terminal&apos;s day now?</translation>
    </message>
    <message>
        <source>Today&apos;s payments can then no longer be reversed on the card.</source>
        <translation>Today&apos;s payments can then no longer be reversed on the card.</translation>
    </message>
    <message>
        <source>&amp;Yes, close the day</source>
        <translation>&amp;Yes, close the day</translation>
    </message>
    <message>
        <source>This is written into the case under your name and cannot be undone.</source>
        <translation>This is written into the case under your name and cannot be undone.</translation>
    </message>
    <message>
        <source>&amp;Yes, the institution has the money</source>
        <translation>&amp;Yes, the institution has the money</translation>
    </message>
    <message>
        <source>&amp;Yes, the client has the money</source>
        <translation>&amp;Yes, the client has the money</translation>
    </message>
</context>
<context>
    <name>vienlogs::windows::DonePage</name>
    <message>
        <source>Give the client the number. The client&apos;s account shows every application and everyone who looked at the client&apos;s data. You can go on with another service for the same client, or end the contact.</source>
        <translation>Give the client the number. The client&apos;s account shows every application and everyone who looked at the client&apos;s data. You can go on with another service for the same client, or end the contact.</translation>
    </message>
    <message>
        <source>Check with the client what will be submitted and how the result is to reach them. After submitting, the application belongs to the institution.</source>
        <translation>Check with the client what will be submitted and how the result is to reach them. After submitting, the application belongs to the institution.</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Back</translation>
    </message>
    <message>
        <source>&amp;Another service for this client</source>
        <translation>&amp;Another service for this client</translation>
    </message>
    <message>
        <source>How will the client get the result?</source>
        <translation>How will the client get the result?</translation>
    </message>
    <message>
        <source>Check before submitting</source>
        <translation>Check before submitting</translation>
    </message>
    <message>
        <source>In the client&apos;s e-account</source>
        <translation>In the client&apos;s e-account</translation>
    </message>
    <message>
        <source>Who looked at the client&apos;s data</source>
        <translation>Who looked at the client&apos;s data</translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation>Submitted</translation>
    </message>
    <message>
        <source>Check and submit</source>
        <translation>Check and submit</translation>
    </message>
    <message>
        <source>&amp;End the contact</source>
        <translation>&amp;End the contact</translation>
    </message>
    <message>
        <source>Submitting…</source>
        <translation>Submitting…</translation>
    </message>
    <message>
        <source>&amp;Submit</source>
        <translation>&amp;Submit</translation>
    </message>
</context>
<context>
    <name>vienlogs::windows::FeeBox</name>
    <message>
        <source>What proves it?</source>
        <translation>What proves it?</translation>
    </message>
    <message>
        <source>Is it urgent, or has the client the right to a relief?</source>
        <translation>Is it urgent, or has the client the right to a relief?</translation>
    </message>
    <message>
        <source>Keep this &amp;fee</source>
        <translation>Keep this &amp;fee</translation>
    </message>
    <message>
        <source>Another &amp;fee…</source>
        <translation>Another &amp;fee…</translation>
    </message>
    <message>
        <source>urgent</source>
        <translation>urgent</translation>
    </message>
</context>
<context>
    <name>vienlogs::windows::FieldRow</name>
    <message>
        <source>%1 (may be left empty)</source>
        <comment>label of a field</comment>
        <translation>%1 (may be left empty)</translation>
    </message>
    <message>
        <source>For example: %1</source>
        <translation>For example: %1</translation>
    </message>
    <message>
        <source>Was filled from: %1. Changed here.</source>
        <translation>Was filled from: %1. Changed here.</translation>
    </message>
    <message>
        <source>Filled from: %1</source>
        <translation>Filled from: %1</translation>
    </message>
    <message>
        <source>Attach a file</source>
        <translation>Attach a file</translation>
    </message>
    <message>
        <source>Documents and pictures</source>
        <translation>Documents and pictures</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>All files</translation>
    </message>
</context>
<context>
    <name>vienlogs::windows::FileRow</name>
    <message>
        <source>Remove</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <comment>an attached paper</comment>
        <translation>Remove %1</translation>
    </message>
</context>
<context>
    <name>vienlogs::windows::FilesEditor</name>
    <message>
        <source>The paper is being stored…</source>
        <translation>The paper is being stored…</translation>
    </message>
    <message>
        <source>&amp;Scan pages…</source>
        <translation>&amp;Scan pages…</translation>
    </message>
    <message>
        <source>Choose a &amp;file…</source>
        <translation>Choose a &amp;file…</translation>
    </message>
</context>
<context>
    <name>vienlogs::windows::FormPage</name>
    <message>
        <source>What the state already knows is filled in; beside it stands which register said so and when. Read it to the client and correct what is not right. What is not needed may be left empty. Everything is kept as you type.</source>
        <translation>What the state already knows is filled in; beside it stands which register said so and when. Read it to the client and correct what is not right. What is not needed may be left empty. Everything is kept as you type.</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Back</translation>
    </message>
    <message>
        <source>Part %1 of %2: %3</source>
        <comment>page of a form, pages, its title</comment>
        <translation>Part %1 of %2: %3</translation>
    </message>
    <message>
        <source>Asking the registers. You can begin meanwhile.</source>
        <translation>Asking the registers. You can begin meanwhile.</translation>
    </message>
    <message>
        <source>&amp;To signing</source>
        <translation>&amp;To signing</translation>
    </message>
    <message>
        <source>&amp;Continue</source>
        <translation>&amp;Continue</translation>
    </message>
</context>
<context>
    <name>vienlogs::windows::HelpPanel</name>
    <message>
        <source>Help</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>What to do here</source>
        <translation>What to do here</translation>
    </message>
    <message>
        <source>Enter goes on, Esc goes back. F1 shows or hides this help. Ctrl+K finds anything. Ctrl+Plus and Ctrl+Minus change the size of text.</source>
        <translation>Enter goes on, Esc goes back. F1 shows or hides this help. Ctrl+K finds anything. Ctrl+Plus and Ctrl+Minus change the size of text.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>source, time of the answer</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Ask again</translation>
    </message>
</context>
<context>
    <name>vienlogs::windows::IdentityStrip</name>
    <message>
        <source>The client&apos;s PIN1</source>
        <translation>The client&apos;s PIN1</translation>
    </message>
    <message>
        <source>C&amp;onfirm</source>
        <translation>C&amp;onfirm</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Another person&apos;s card is in the client&apos;s reader.</source>
        <translation>Another person&apos;s card is in the client&apos;s reader.</translation>
    </message>
    <message>
        <source>Take the card out to go on with this client, or end this contact to serve that person.</source>
        <translation>Take the card out to go on with this client, or end this contact to serve that person.</translation>
    </message>
    <message>
        <source>End this contact</source>
        <translation>End this contact</translation>
    </message>
    <message numerus="yes">
        <source>%n tries left</source>
        <translation>
            <numerusform>%n try left</numerusform>
            <numerusform>%n tries left</numerusform>
        </translation>
    </message>
    <message>
        <source>The client enters PIN1 with the reader&apos;s keys now. Its cancel key stops it.</source>
        <translation>The client enters PIN1 with the reader&apos;s keys now. Its cancel key stops it.</translation>
    </message>
    <message>
        <source>The client enters PIN1 with the reader&apos;s keys.</source>
        <translation>The client enters PIN1 with the reader&apos;s keys.</translation>
    </message>
    <message>
        <source>Ask the client to enter PIN&amp;1:</source>
        <translation>Ask the client to enter PIN&amp;1:</translation>
    </message>
    <message>
        <source>&amp;Begin at the reader</source>
        <translation>&amp;Begin at the reader</translation>
    </message>
    <message>
        <source>With the reader&apos;s keys</source>
        <translation>With the reader&apos;s keys</translation>
    </message>
    <message>
        <source>Here on the computer</source>
        <translation>Here on the computer</translation>
    </message>
</context>
<context>
    <name>vienlogs::windows::LineEditor</name>
    <message>
        <source>dd.mm.yyyy.</source>
        <translation>dd.mm.yyyy.</translation>
    </message>
</context>
<context>
    <name>vienlogs::windows::ListEditor</name>
    <message>
        <source>Choose…</source>
        <translation>Choose…</translation>
    </message>
</context>
<context>
    <name>vienlogs::windows::LoginPage</name>
    <message>
        <source>Log in</source>
        <translation>Log in</translation>
    </message>
    <message>
        <source>PI&amp;N1</source>
        <translation>PI&amp;N1</translation>
    </message>
    <message>
        <source>PIN1 of your card</source>
        <translation>PIN1 of your card</translation>
    </message>
    <message>
        <source>&amp;Log in</source>
        <translation>&amp;Log in</translation>
    </message>
    <message>
        <source>&amp;Work without connection</source>
        <translation>&amp;Work without connection</translation>
    </message>
    <message numerus="yes">
        <source>%n tries left</source>
        <translation>
            <numerusform>%n try left</numerusform>
            <numerusform>%n tries left</numerusform>
        </translation>
    </message>
    <message>
        <source>Put your card into your own reader, the one on your side of the desk, and enter PIN1. Nobody else can see the PIN. Take the card with you when you leave. If your institution has given you an account, you can log in with it instead of the card; that needs a connection and the code of your second factor.</source>
        <translation>Put your card into your own reader, the one on your side of the desk, and enter PIN1. Nobody else can see the PIN. Take the card with you when you leave. If your institution has given you an account, you can log in with it instead of the card; that needs a connection and the code of your second factor.</translation>
    </message>
    <message>
        <source>&amp;Log in with the reader&apos;s keys</source>
        <translation>&amp;Log in with the reader&apos;s keys</translation>
    </message>
    <message>
        <source>Unblock with the PUK</source>
        <translation>Unblock with the PUK</translation>
    </message>
    <message>
        <source>Enter with the reader&apos;s &amp;keys</source>
        <translation>Enter with the reader&apos;s &amp;keys</translation>
    </message>
    <message>
        <source>Enter here on the &amp;computer</source>
        <translation>Enter here on the &amp;computer</translation>
    </message>
</context>
<context>
    <name>vienlogs::windows::MainWindow</name>
    <message>
        <source>Light colours</source>
        <translation>Light colours</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>Dark colours</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>High contrast</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Larger text</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Smaller text</translation>
    </message>
    <message>
        <source>Show or hide help</source>
        <translation>Show or hide help</translation>
    </message>
    <message>
        <source>Vienlogs</source>
        <translation>Vienlogs</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>vienlogs::windows::NeedPage</name>
    <message>
        <source>Ask what has happened or what the client wants to do, and type a word of it as they say it: “moving”, “child”, “passport”. Choose the life situation; its questions lead to the exact list of services. If the client knows the service, choose it directly.</source>
        <translation>Ask what has happened or what the client wants to do, and type a word of it as they say it: “moving”, “child”, “passport”. Choose the life situation; its questions lead to the exact list of services. If the client knows the service, choose it directly.</translation>
    </message>
    <message>
        <source>What does the client need?</source>
        <translation>What does the client need?</translation>
    </message>
    <message>
        <source>Type an ordinary word.</source>
        <translation>Type an ordinary word.</translation>
    </message>
    <message>
        <source>For example: moving, child, passport, work</source>
        <translation>For example: moving, child, passport, work</translation>
    </message>
    <message>
        <source>What the client needs</source>
        <translation>What the client needs</translation>
    </message>
    <message>
        <source>Something &amp;else</source>
        <translation>Something &amp;else</translation>
    </message>
    <message>
        <source>The list of services has not been received yet.</source>
        <translation>The list of services has not been received yet.</translation>
    </message>
    <message>
        <source>It comes by itself as soon as there is a connection to the server.</source>
        <translation>It comes by itself as soon as there is a connection to the server.</translation>
    </message>
    <message>
        <source>Nothing was found for this word.</source>
        <translation>Nothing was found for this word.</translation>
    </message>
    <message>
        <source>Try another word, or clear the line to see all life situations.</source>
        <translation>Try another word, or clear the line to see all life situations.</translation>
    </message>
    <message>
        <source>&amp;Continue</source>
        <translation>&amp;Continue</translation>
    </message>
</context>
<context>
    <name>vienlogs::windows::OptionsEditor</name>
    <message>
        <source>The registers have nothing to choose from here.</source>
        <translation>The registers have nothing to choose from here.</translation>
    </message>
</context>
<context>
    <name>vienlogs::windows::PageView</name>
    <message>
        <source>Page %1</source>
        <translation>Page %1</translation>
    </message>
</context>
<context>
    <name>vienlogs::windows::PaletteBox</name>
    <message>
        <source>Service, life situation, case or command</source>
        <translation>Service, life situation, case or command</translation>
    </message>
    <message>
        <source>Find anything</source>
        <translation>Find anything</translation>
    </message>
    <message>
        <source>Nothing found. Try another word: “moving”, “passport”, a case number.</source>
        <translation>Nothing found. Try another word: “moving”, “passport”, a case number.</translation>
    </message>
</context>
<context>
    <name>vienlogs::windows::PayPage</name>
    <message>
        <source>Payment</source>
        <translation>Payment</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Back</translation>
    </message>
    <message>
        <source>&amp;Abort</source>
        <translation>&amp;Abort</translation>
    </message>
    <message>
        <source>Pay &amp;later</source>
        <translation>Pay &amp;later</translation>
    </message>
    <message>
        <source>Print the &amp;invoice</source>
        <translation>Print the &amp;invoice</translation>
    </message>
    <message>
        <source>Print the &amp;receipt</source>
        <translation>Print the &amp;receipt</translation>
    </message>
    <message>
        <source>Do not take the payment again. First ask the terminal what happened. If it cannot tell, look at the receipt it printed and decide.</source>
        <translation>Do not take the payment again. First ask the terminal what happened. If it cannot tell, look at the receipt it printed and decide.</translation>
    </message>
    <message>
        <source>Ask the &amp;terminal</source>
        <translation>Ask the &amp;terminal</translation>
    </message>
    <message>
        <source>The receipt says: &amp;paid</source>
        <translation>The receipt says: &amp;paid</translation>
    </message>
    <message>
        <source>The receipt says: &amp;not paid</source>
        <translation>The receipt says: &amp;not paid</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>The receipt shows that the money was taken?</source>
        <translation>The receipt shows that the money was taken?</translation>
    </message>
    <message>
        <source>The receipt shows that nothing was taken?</source>
        <translation>The receipt shows that nothing was taken?</translation>
    </message>
    <message>
        <source>This is written into the case under your name and cannot be undone.</source>
        <translation>This is written into the case under your name and cannot be undone.</translation>
    </message>
    <message>
        <source>Yes, it was paid</source>
        <translation>Yes, it was paid</translation>
    </message>
    <message>
        <source>Yes, it was not paid</source>
        <translation>Yes, it was not paid</translation>
    </message>
    <message>
        <source>Invoice %1</source>
        <translation>Invoice %1</translation>
    </message>
    <message>
        <source>Try the &amp;card again</source>
        <translation>Try the &amp;card again</translation>
    </message>
    <message>
        <source>Pay by &amp;card</source>
        <translation>Pay by &amp;card</translation>
    </message>
    <message>
        <source>&amp;Continue</source>
        <translation>&amp;Continue</translation>
    </message>
    <message>
        <source>The client pays by card at the terminal or later by invoice; an invoice is issued for a free service too. Ask whether it is urgent or a relief holds, and choose that fee by its number before it is paid. A fee that was paid can be given back on the card until the terminal&apos;s day is closed. If the answer of the terminal is lost, the payment is shown as unknown: do not take the money again, ask the terminal first.</source>
        <translation>The client pays by card at the terminal or later by invoice; an invoice is issued for a free service too. Ask whether it is urgent or a relief holds, and choose that fee by its number before it is paid. A fee that was paid can be given back on the card until the terminal&apos;s day is closed. If the answer of the terminal is lost, the payment is shown as unknown: do not take the money again, ask the terminal first.</translation>
    </message>
</context>
<context>
    <name>vienlogs::windows::PinsPage</name>
    <message>
        <source>A PIN is changed with the current one. A blocked or forgotten PIN is opened with the PUK, which came with the card. Whoever the card belongs to enters the codes; the clerk does not see them. After three wrong PUKs nothing opens the card any more: PMLP issues a new one.</source>
        <translation>A PIN is changed with the current one. A blocked or forgotten PIN is opened with the PUK, which came with the card. Whoever the card belongs to enters the codes; the clerk does not see them. After three wrong PUKs nothing opens the card any more: PMLP issues a new one.</translation>
    </message>
    <message>
        <source>PIN codes of a card</source>
        <translation>PIN codes of a card</translation>
    </message>
    <message>
        <source>Change a PIN, or open a blocked one with the PUK.</source>
        <translation>Change a PIN, or open a blocked one with the PUK.</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Back</translation>
    </message>
    <message>
        <source>It can be used at once.</source>
        <translation>It can be used at once.</translation>
    </message>
    <message>
        <source>My card</source>
        <translation>My card</translation>
    </message>
    <message>
        <source>In my reader</source>
        <translation>In my reader</translation>
    </message>
    <message>
        <source>The client&apos;s card</source>
        <translation>The client&apos;s card</translation>
    </message>
    <message>
        <source>In the client&apos;s reader</source>
        <translation>In the client&apos;s reader</translation>
    </message>
    <message>
        <source>The new PIN is not the same both times.</source>
        <translation>The new PIN is not the same both times.</translation>
    </message>
    <message>
        <source>&amp;Return</source>
        <translation>&amp;Return</translation>
    </message>
    <message>
        <source>Choose what to do</source>
        <translation>Choose what to do</translation>
    </message>
    <message>
        <source>Enter with the reader&apos;s &amp;keys</source>
        <translation>Enter with the reader&apos;s &amp;keys</translation>
    </message>
    <message>
        <source>Enter here on the &amp;computer</source>
        <translation>Enter here on the &amp;computer</translation>
    </message>
</context>
<context>
    <name>vienlogs::windows::ProblemSummary</name>
    <message numerus="yes">
        <source>%n fields need attention</source>
        <translation>
            <numerusform>%n field needs attention</numerusform>
            <numerusform>%n fields need attention</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vienlogs::windows::QuestionList</name>
    <message>
        <source>Questions</source>
        <translation>Questions</translation>
    </message>
</context>
<context>
    <name>vienlogs::windows::ReaderRow</name>
    <message>
        <source>A card is in it</source>
        <translation>A card is in it</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>Empty</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Mine</translation>
    </message>
    <message>
        <source>The client&apos;s</source>
        <translation>The client&apos;s</translation>
    </message>
</context>
<context>
    <name>vienlogs::windows::ReadersPage</name>
    <message>
        <source>Two readers stand on the desk: one on your side for your card, one on the client&apos;s side. Put a card into one of them to see which it is. The choice is kept; change it any time in the menu at your name.</source>
        <translation>Two readers stand on the desk: one on your side for your card, one on the client&apos;s side. Put a card into one of them to see which it is. The choice is kept; change it any time in the menu at your name.</translation>
    </message>
    <message>
        <source>Which reader is whose?</source>
        <translation>Which reader is whose?</translation>
    </message>
    <message>
        <source>Your card is read only in your reader, the client&apos;s only in the client&apos;s. Put a card into a reader to see which one it is.</source>
        <translation>Your card is read only in your reader, the client&apos;s only in the client&apos;s. Put a card into a reader to see which one it is.</translation>
    </message>
    <message>
        <source>No card reader is connected.</source>
        <translation>No card reader is connected.</translation>
    </message>
    <message>
        <source>Plug in two readers; they appear here by themselves. With one reader you can log in, and clients are identified by document.</source>
        <translation>Plug in two readers; they appear here by themselves. With one reader you can log in, and clients are identified by document.</translation>
    </message>
    <message>
        <source>Exchange &amp;the two</source>
        <translation>Exchange &amp;the two</translation>
    </message>
    <message>
        <source>&amp;This is right</source>
        <translation>&amp;This is right</translation>
    </message>
</context>
<context>
    <name>vienlogs::windows::ReadyPage</name>
    <message>
        <source>A contact begins when the client puts a card into the client&apos;s reader. Without a card, compare the client&apos;s identity document with the person and enter the names as they stand in it; the level of identification then stays “document seen”.</source>
        <translation>A contact begins when the client puts a card into the client&apos;s reader. Without a card, compare the client&apos;s identity document with the person and enter the names as they stand in it; the level of identification then stays “document seen”.</translation>
    </message>
    <message>
        <source>Ready for the next client</source>
        <translation>Ready for the next client</translation>
    </message>
    <message>
        <source>The client has no card: identify by &amp;document</source>
        <translation>The client has no card: identify by &amp;document</translation>
    </message>
    <message>
        <source>&amp;Personal code</source>
        <translation>&amp;Personal code</translation>
    </message>
    <message>
        <source>&amp;Given name</source>
        <translation>&amp;Given name</translation>
    </message>
    <message>
        <source>&amp;Family name</source>
        <translation>&amp;Family name</translation>
    </message>
    <message>
        <source>I compared the document – &amp;begin</source>
        <translation>I compared the document – &amp;begin</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Recent cases of this place</source>
        <translation>Recent cases of this place</translation>
    </message>
    <message>
        <source>Reading the client&apos;s card…</source>
        <translation>Reading the client&apos;s card…</translation>
    </message>
    <message>
        <source>Ask the client to put their card into the client&apos;s reader</source>
        <translation>Ask the client to put their card into the client&apos;s reader</translation>
    </message>
    <message>
        <source>The contact begins by itself.</source>
        <translation>The contact begins by itself.</translation>
    </message>
    <message>
        <source>&amp;Serve the same client again</source>
        <translation>&amp;Serve the same client again</translation>
    </message>
    <message>
        <source>The last client&apos;s card is still in the client&apos;s reader</source>
        <translation>The last client&apos;s card is still in the client&apos;s reader</translation>
    </message>
    <message>
        <source>Give it back before the next client comes.</source>
        <translation>Give it back before the next client comes.</translation>
    </message>
</context>
<context>
    <name>vienlogs::windows::ReversalBox</name>
    <message>
        <source>&amp;Give the money back…</source>
        <translation>&amp;Give the money back…</translation>
    </message>
    <message>
        <source>Why is the fee given back?</source>
        <translation>Why is the fee given back?</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Ask the &amp;terminal</source>
        <translation>Ask the &amp;terminal</translation>
    </message>
    <message>
        <source>The receipt says: &amp;given back</source>
        <translation>The receipt says: &amp;given back</translation>
    </message>
    <message>
        <source>The receipt says: &amp;not given back</source>
        <translation>The receipt says: &amp;not given back</translation>
    </message>
    <message>
        <source>Print the receipt of the &amp;reversal</source>
        <translation>Print the receipt of the &amp;reversal</translation>
    </message>
    <message>
        <source>Is the client here, with the card that paid?</source>
        <translation>Is the client here, with the card that paid?</translation>
    </message>
    <message>
        <source>%1 go back on that card: %2. This is written into the case under your name.</source>
        <translation>%1 go back on that card: %2. This is written into the case under your name.</translation>
    </message>
    <message>
        <source>&amp;Yes, give the money back</source>
        <translation>&amp;Yes, give the money back</translation>
    </message>
    <message>
        <source>The receipt shows that the money was given back?</source>
        <translation>The receipt shows that the money was given back?</translation>
    </message>
    <message>
        <source>The receipt shows that nothing was given back?</source>
        <translation>The receipt shows that nothing was given back?</translation>
    </message>
    <message>
        <source>This is written into the case under your name and cannot be undone.</source>
        <translation>This is written into the case under your name and cannot be undone.</translation>
    </message>
    <message>
        <source>&amp;Yes, it was given back</source>
        <translation>&amp;Yes, it was given back</translation>
    </message>
    <message>
        <source>&amp;Yes, it was not given back</source>
        <translation>&amp;Yes, it was not given back</translation>
    </message>
</context>
<context>
    <name>vienlogs::windows::ScanBox</name>
    <message>
        <source>S&amp;canner:</source>
        <translation>S&amp;canner:</translation>
    </message>
    <message>
        <source>In colour</source>
        <translation>In colour</translation>
    </message>
    <message>
        <source>Scan the &amp;stack</source>
        <translation>Scan the &amp;stack</translation>
    </message>
    <message>
        <source>Scan &amp;one page</source>
        <translation>Scan &amp;one page</translation>
    </message>
    <message>
        <source>Stop scanning</source>
        <translation>Stop scanning</translation>
    </message>
    <message>
        <source>Progress of the page being scanned</source>
        <translation>Progress of the page being scanned</translation>
    </message>
    <message>
        <source>&amp;Look for scanners again</source>
        <translation>&amp;Look for scanners again</translation>
    </message>
    <message>
        <source>No scanner was found. Switch it on and look again, or have it signed with the client&apos;s card.</source>
        <translation>No scanner was found. Switch it on and look again, or have it signed with the client&apos;s card.</translation>
    </message>
    <message>
        <source>The scanned pages appear here. Put the signed paper into the scanner.</source>
        <translation>The scanned pages appear here. Put the signed paper into the scanner.</translation>
    </message>
    <message>
        <source>Scanned pages</source>
        <translation>Scanned pages</translation>
    </message>
    <message>
        <source>Turn left</source>
        <translation>Turn left</translation>
    </message>
    <message>
        <source>Turn right</source>
        <translation>Turn right</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Leave out</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Put back</translation>
    </message>
</context>
<context>
    <name>vienlogs::windows::ScanPanel</name>
    <message>
        <source>&amp;Attach these pages</source>
        <translation>&amp;Attach these pages</translation>
    </message>
    <message>
        <source>Do not scan</source>
        <translation>Do not scan</translation>
    </message>
</context>
<context>
    <name>vienlogs::windows::SendingPage</name>
    <message>
        <source>Everything done at this desk is kept here first and then sent to the server. What waits goes by itself. What was refused, or answered otherwise elsewhere, needs you: nothing of it is lost, and nothing is replaced until you decide.</source>
        <translation>Everything done at this desk is kept here first and then sent to the server. What waits goes by itself. What was refused, or answered otherwise elsewhere, needs you: nothing of it is lost, and nothing is replaced until you decide.</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Sending</translation>
    </message>
    <message>
        <source>What was done at this desk and how far it is on its way to the server.</source>
        <translation>What was done at this desk and how far it is on its way to the server.</translation>
    </message>
    <message>
        <source>Nothing was done at this desk yet. Every act will be listed here with its state.</source>
        <translation>Nothing was done at this desk yet. Every act will be listed here with its state.</translation>
    </message>
    <message>
        <source>&amp;Return to work</source>
        <translation>&amp;Return to work</translation>
    </message>
    <message>
        <source>On the server</source>
        <translation>On the server</translation>
    </message>
    <message>
        <source>On the server: %1</source>
        <translation>On the server: %1</translation>
    </message>
    <message>
        <source>Here: %1</source>
        <translation>Here: %1</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>no answer</translation>
    </message>
    <message>
        <source>Use what was entered here</source>
        <translation>Use what was entered here</translation>
    </message>
    <message>
        <source>Keep what the server has</source>
        <translation>Keep what the server has</translation>
    </message>
    <message>
        <source>Dealt with, put aside</source>
        <translation>Dealt with, put aside</translation>
    </message>
</context>
<context>
    <name>vienlogs::windows::ServicesPage</name>
    <message>
        <source>These services follow from the answers. Tell the client the fee and how long it takes, then choose the one to apply for now; the others can follow in the same contact. A service marked as changed works differently from when you last used it: read its description.</source>
        <translation>These services follow from the answers. Tell the client the fee and how long it takes, then choose the one to apply for now; the others can follow in the same contact. A service marked as changed works differently from when you last used it: read its description.</translation>
    </message>
    <message>
        <source>Services for this situation</source>
        <translation>Services for this situation</translation>
    </message>
    <message>
        <source>Choose the one to apply for now.</source>
        <translation>Choose the one to apply for now.</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Back</translation>
    </message>
    <message>
        <source>What the client needs for it</source>
        <translation>What the client needs for it</translation>
    </message>
    <message>
        <source>No service follows from these answers.</source>
        <translation>No service follows from these answers.</translation>
    </message>
    <message>
        <source>Go back and check the answers.</source>
        <translation>Go back and check the answers.</translation>
    </message>
    <message>
        <source>Changed since you last used it</source>
        <translation>Changed since you last used it</translation>
    </message>
    <message>
        <source>Cannot be applied for at the desk</source>
        <translation>Cannot be applied for at the desk</translation>
    </message>
    <message>
        <source>Opening the case…</source>
        <translation>Opening the case…</translation>
    </message>
    <message>
        <source>&amp;Fill in the application</source>
        <translation>&amp;Fill in the application</translation>
    </message>
</context>
<context>
    <name>vienlogs::windows::SignPage</name>
    <message>
        <source>Let the client read the application. On paper: print it, the client signs, scan all pages and check that they can be read. With the card: the client&apos;s card stays in the client&apos;s reader and the client types PIN2; this signature has the force of one by hand.</source>
        <translation>Let the client read the application. On paper: print it, the client signs, scan all pages and check that they can be read. With the card: the client&apos;s card stays in the client&apos;s reader and the client types PIN2; this signature has the force of one by hand.</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Signature</translation>
    </message>
    <message>
        <source>The client reads the application and signs it.</source>
        <translation>The client reads the application and signs it.</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Back</translation>
    </message>
    <message>
        <source>The application is signed.</source>
        <translation>The application is signed.</translation>
    </message>
    <message>
        <source>Go on to payment.</source>
        <translation>Go on to payment.</translation>
    </message>
    <message>
        <source>1. Print and have it signed</source>
        <translation>1. Print and have it signed</translation>
    </message>
    <message>
        <source>&amp;Print the application</source>
        <translation>&amp;Print the application</translation>
    </message>
    <message>
        <source>2. Scan the signed paper</source>
        <translation>2. Scan the signed paper</translation>
    </message>
    <message>
        <source>&amp;Attach these pages</source>
        <translation>&amp;Attach these pages</translation>
    </message>
    <message>
        <source>The client&apos;s PIN&amp;2</source>
        <translation>The client&apos;s PIN&amp;2</translation>
    </message>
    <message>
        <source>The client&apos;s PIN2</source>
        <translation>The client&apos;s PIN2</translation>
    </message>
    <message>
        <source>Si&amp;gn</source>
        <translation>Si&amp;gn</translation>
    </message>
    <message>
        <source>On paper</source>
        <translation>On paper</translation>
    </message>
    <message>
        <source>Print, sign by hand, scan</source>
        <translation>Print, sign by hand, scan</translation>
    </message>
    <message>
        <source>With the client&apos;s card</source>
        <translation>With the client&apos;s card</translation>
    </message>
    <message>
        <source>Secure electronic signature, PIN2</source>
        <translation>Secure electronic signature, PIN2</translation>
    </message>
    <message>
        <source>Sent to the printer</source>
        <translation>Sent to the printer</translation>
    </message>
    <message>
        <source>&amp;To payment</source>
        <translation>&amp;To payment</translation>
    </message>
    <message numerus="yes">
        <source>%n tries left</source>
        <translation>
            <numerusform>%n try left</numerusform>
            <numerusform>%n tries left</numerusform>
        </translation>
    </message>
    <message>
        <source>Scanned page %1</source>
        <translation>Scanned page %1</translation>
    </message>
    <message>
        <source>The application</source>
        <translation>The application</translation>
    </message>
    <message>
        <source>&amp;Unblock with the PUK</source>
        <translation>&amp;Unblock with the PUK</translation>
    </message>
    <message>
        <source>Si&amp;gn with the reader&apos;s keys</source>
        <translation>Si&amp;gn with the reader&apos;s keys</translation>
    </message>
    <message>
        <source>Enter with the reader&apos;s &amp;keys</source>
        <translation>Enter with the reader&apos;s &amp;keys</translation>
    </message>
    <message>
        <source>Enter here on the &amp;computer</source>
        <translation>Enter here on the &amp;computer</translation>
    </message>
</context>
<context>
    <name>vienlogs::windows::StateLine</name>
    <message>
        <source>&amp;View</source>
        <translation>&amp;View</translation>
    </message>
    <message>
        <source>Size of text, light or dark</source>
        <translation>Size of text, light or dark</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Larger text</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Smaller text</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>High contrast</translation>
    </message>
    <message>
        <source>Card readers…</source>
        <translation>Card readers…</translation>
    </message>
    <message>
        <source>Log out</source>
        <translation>Log out</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>device: its state</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Connected to the server</source>
        <translation>Connected to the server</translation>
    </message>
    <message>
        <source>No connection to the server</source>
        <translation>No connection to the server</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>clerk, place</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>End the terminal&apos;s day…</source>
        <translation>End the terminal&apos;s day…</translation>
    </message>
    <message>
        <source>Wrong clock</source>
        <translation>Wrong clock</translation>
    </message>
    <message>
        <source>Sendin&amp;g</source>
        <translation>Sendin&amp;g</translation>
    </message>
    <message>
        <source>What waits, what was refused and what to do</source>
        <translation>What waits, what was refused and what to do</translation>
    </message>
    <message>
        <source>PIN codes of a card…</source>
        <translation>PIN codes of a card…</translation>
    </message>
</context>
<context>
    <name>vienlogs::windows::StepList</name>
    <message>
        <source>Steps</source>
        <translation>Steps</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>number and title of a step</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>done</source>
        <translation>done</translation>
    </message>
    <message>
        <source>now</source>
        <translation>now</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>not yet</translation>
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
        <translation>Yes</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
</context>
</TS>
