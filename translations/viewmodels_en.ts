<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Texts</name>
    <message>
        <source>Started, incomplete</source>
        <translation>Started, incomplete</translation>
    </message>
    <message>
        <source>Signed, not yet submitted</source>
        <translation>Signed, not yet submitted</translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation>Submitted</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>In progress</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Completed</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Refused</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Withdrawn</translation>
    </message>
    <message>
        <source>In the e-account</source>
        <translation>In the e-account</translation>
    </message>
    <message>
        <source>To the official e-address</source>
        <translation>To the official e-address</translation>
    </message>
    <message>
        <source>By post</source>
        <translation>By post</translation>
    </message>
    <message>
        <source>On paper at this desk</source>
        <translation>On paper at this desk</translation>
    </message>
    <message>
        <source>By telephone</source>
        <translation>By telephone</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Sent</translation>
    </message>
    <message>
        <source>Waiting to send</source>
        <translation>Waiting to send</translation>
    </message>
    <message>
        <source>Refused by the server</source>
        <translation>Refused by the server</translation>
    </message>
    <message>
        <source>Need</source>
        <translation>Need</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Services</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Signature</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Payment</translation>
    </message>
    <message>
        <source>Submission</source>
        <translation>Submission</translation>
    </message>
    <message>
        <source>Free of charge</source>
        <translation>Free of charge</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>At once</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n working day(s)</source>
        <translation>
            <numerusform>%n working day</numerusform>
            <numerusform>%n working days</numerusform>
        </translation>
    </message>
    <message>
        <source>desk</source>
        <translation>desk</translation>
    </message>
    <message>
        <source>online</source>
        <translation>online</translation>
    </message>
    <message>
        <source>telephone</source>
        <translation>telephone</translation>
    </message>
    <message>
        <source>kiosk</source>
        <translation>kiosk</translation>
    </message>
    <message>
        <source>post</source>
        <translation>post</translation>
    </message>
    <message>
        <source>institution</source>
        <translation>institution</translation>
    </message>
    <message>
        <source>Looked at the person in the population register</source>
        <translation>Looked at the person in the population register</translation>
    </message>
    <message>
        <source>Looked up in the enterprise register</source>
        <translation>Looked up in the enterprise register</translation>
    </message>
    <message>
        <source>Looked at other registers</source>
        <translation>Looked at other registers</translation>
    </message>
    <message>
        <source>Logged in without the server</source>
        <translation>Logged in without the server</translation>
    </message>
    <message>
        <source>Terminal&apos;s day closed</source>
        <translation>Terminal&apos;s day closed</translation>
    </message>
    <message>
        <source>Contact begun</source>
        <translation>Contact begun</translation>
    </message>
    <message>
        <source>Identity checked</source>
        <translation>Identity checked</translation>
    </message>
    <message>
        <source>Contact ended</source>
        <translation>Contact ended</translation>
    </message>
    <message>
        <source>Application begun</source>
        <translation>Application begun</translation>
    </message>
    <message>
        <source>Application filled in</source>
        <translation>Application filled in</translation>
    </message>
    <message>
        <source>Document attached</source>
        <translation>Document attached</translation>
    </message>
    <message>
        <source>Document removed</source>
        <translation>Document removed</translation>
    </message>
    <message>
        <source>Application signed</source>
        <translation>Application signed</translation>
    </message>
    <message>
        <source>Invoice issued</source>
        <translation>Invoice issued</translation>
    </message>
    <message>
        <source>Payment recorded</source>
        <translation>Payment recorded</translation>
    </message>
    <message>
        <source>Application submitted</source>
        <translation>Application submitted</translation>
    </message>
    <message>
        <source>Application withdrawn</source>
        <translation>Application withdrawn</translation>
    </message>
    <message>
        <source>Application looked at</source>
        <translation>Application looked at</translation>
    </message>
    <message>
        <source>Document looked at</source>
        <translation>Document looked at</translation>
    </message>
    <message>
        <source>Applications in the e-account looked at</source>
        <translation>Applications in the e-account looked at</translation>
    </message>
    <message>
        <source>List of who looked was read</source>
        <translation>List of who looked was read</translation>
    </message>
    <message>
        <source>Another act</source>
        <translation>Another act</translation>
    </message>
</context>
<context>
    <name>vienlogs::viewmodels::AccountLoginViewModel</name>
    <message>
        <source>Asking the server…</source>
        <translation>Asking the server…</translation>
    </message>
    <message>
        <source>Choose your institution.</source>
        <translation>Choose your institution.</translation>
    </message>
    <message>
        <source>Log in in the browser.</source>
        <translation>Log in in the browser.</translation>
    </message>
    <message>
        <source>Enter the code of your second factor.</source>
        <translation>Enter the code of your second factor.</translation>
    </message>
    <message>
        <source>The login page is open there: %1. Come back here when you have logged in.</source>
        <translation>The login page is open there: %1. Come back here when you have logged in.</translation>
    </message>
    <message>
        <source>%1 has confirmed who you are. The six digits are in the app on your phone.</source>
        <translation>%1 has confirmed who you are. The six digits are in the app on your phone.</translation>
    </message>
    <message>
        <source>You have logged in here. Close this page and go on in Vienlogs: it asks for the code of your second factor.</source>
        <translation>You have logged in here. Close this page and go on in Vienlogs: it asks for the code of your second factor.</translation>
    </message>
    <message>
        <source>This login did not work. Close this page and go back to Vienlogs: it says what to do.</source>
        <translation>This login did not work. Close this page and go back to Vienlogs: it says what to do.</translation>
    </message>
</context>
<context>
    <name>vienlogs::viewmodels::AppViewModel</name>
    <message>
        <source>End the contact</source>
        <translation>End the contact</translation>
    </message>
    <message>
        <source>Assign the readers</source>
        <translation>Assign the readers</translation>
    </message>
    <message>
        <source>Look for devices again</source>
        <translation>Look for devices again</translation>
    </message>
    <message>
        <source>Ask the registers again</source>
        <translation>Ask the registers again</translation>
    </message>
    <message>
        <source>Log out</source>
        <translation>Log out</translation>
    </message>
    <message>
        <source>End the terminal&apos;s day</source>
        <translation>End the terminal&apos;s day</translation>
    </message>
    <message>
        <source>Sending: what waits, what was refused</source>
        <translation>Sending: what waits, what was refused</translation>
    </message>
    <message>
        <source>PIN codes of a card: change, unblock</source>
        <translation>PIN codes of a card: change, unblock</translation>
    </message>
</context>
<context>
    <name>vienlogs::viewmodels::ContactViewModel</name>
    <message>
        <source>Nobody identified</source>
        <translation>Nobody identified</translation>
    </message>
    <message>
        <source>Document seen %1</source>
        <translation>Document seen %1</translation>
    </message>
    <message>
        <source>PIN proved %1</source>
        <translation>PIN proved %1</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message>
        <source>Self</source>
        <translation>Self</translation>
    </message>
    <message>
        <source>Card revoked, its issuer says</source>
        <translation>Card revoked, its issuer says</translation>
    </message>
    <message>
        <source>Certificate valid (%1, %2)</source>
        <comment>OCSP or CRL, time</comment>
        <translation>Certificate valid (%1, %2)</translation>
    </message>
    <message>
        <source>Card read %1; its issuer is being asked…</source>
        <translation>Card read %1; its issuer is being asked…</translation>
    </message>
    <message>
        <source>Card read %1; certificate not confirmed: its issuer does not know it</source>
        <translation>Card read %1; certificate not confirmed: its issuer does not know it</translation>
    </message>
    <message>
        <source>Card read %1; certificate not confirmed: the status service&apos;s answer does not hold</source>
        <translation>Card read %1; certificate not confirmed: the status service&apos;s answer does not hold</translation>
    </message>
    <message>
        <source>Card read %1; certificate not confirmed: it names no status service</source>
        <translation>Card read %1; certificate not confirmed: it names no status service</translation>
    </message>
    <message>
        <source>Card read %1; certificate not confirmed: the status service does not answer</source>
        <translation>Card read %1; certificate not confirmed: the status service does not answer</translation>
    </message>
    <message>
        <source>Card read %1; certificate not confirmed</source>
        <translation>Card read %1; certificate not confirmed</translation>
    </message>
    <message>
        <source>Photo checked %1</source>
        <translation>Photo checked %1</translation>
    </message>
</context>
<context>
    <name>vienlogs::viewmodels::DayViewModel</name>
    <message>
        <source>No day was closed at this desk yet. Close it when the last client has gone.</source>
        <translation>No day was closed at this desk yet. Close it when the last client has gone.</translation>
    </message>
    <message>
        <source>The terminal closes its day. That may take a minute.</source>
        <translation>The terminal closes its day. That may take a minute.</translation>
    </message>
    <message>
        <source>The terminal and the desk&apos;s book agree.</source>
        <translation>The terminal and the desk&apos;s book agree.</translation>
    </message>
    <message>
        <source>The terminal and the desk&apos;s book do not agree. Settle every line below.</source>
        <translation>The terminal and the desk&apos;s book do not agree. Settle every line below.</translation>
    </message>
    <message>
        <source>The terminal&apos;s answer was lost: perhaps it closed its day, perhaps not. Look whether it printed the report. If not, close the day again; that touches no money.</source>
        <translation>The terminal&apos;s answer was lost: perhaps it closed its day, perhaps not. Look whether it printed the report. If not, close the day again; that touches no money.</translation>
    </message>
    <message>
        <source>The terminal did not close its day. Look at what its screen says and try again.</source>
        <translation>The terminal did not close its day. Look at what its screen says and try again.</translation>
    </message>
    <message numerus="yes">
        <source>%n payment(s), %1</source>
        <translation>
            <numerusform>%n payment, %1</numerusform>
            <numerusform>%n payments, %1</numerusform>
        </translation>
    </message>
    <message>
        <source>The terminal has %1 more than the desk&apos;s book.</source>
        <translation>The terminal has %1 more than the desk&apos;s book.</translation>
    </message>
    <message>
        <source>Look on the terminal&apos;s report for a payment that no case has, and find its client.</source>
        <translation>Look on the terminal&apos;s report for a payment that no case has, and find its client.</translation>
    </message>
    <message>
        <source>The terminal has %1 less than the desk&apos;s book.</source>
        <translation>The terminal has %1 less than the desk&apos;s book.</translation>
    </message>
    <message>
        <source>Look whether something was given back at the terminal itself, or its day was closed before.</source>
        <translation>Look whether something was given back at the terminal itself, or its day was closed before.</translation>
    </message>
    <message>
        <source>The sums agree, the numbers of payments do not.</source>
        <translation>The sums agree, the numbers of payments do not.</translation>
    </message>
    <message>
        <source>Compare the terminal&apos;s report with the receipts of the day.</source>
        <translation>Compare the terminal&apos;s report with the receipts of the day.</translation>
    </message>
    <message>
        <source>Unknown payment of %1 (%2, %3): the terminal&apos;s sum contains it.</source>
        <translation>Unknown payment of %1 (%2, %3): the terminal&apos;s sum contains it.</translation>
    </message>
    <message>
        <source>Confirm that it was paid.</source>
        <translation>Confirm that it was paid.</translation>
    </message>
    <message>
        <source>Unknown payment of %1 (%2, %3): the terminal&apos;s sum does not contain it.</source>
        <translation>Unknown payment of %1 (%2, %3): the terminal&apos;s sum does not contain it.</translation>
    </message>
    <message>
        <source>Confirm that it was not paid.</source>
        <translation>Confirm that it was not paid.</translation>
    </message>
    <message>
        <source>Unknown payment of %1 (%2, %3).</source>
        <translation>Unknown payment of %1 (%2, %3).</translation>
    </message>
    <message>
        <source>Look for it on the terminal&apos;s report, then say how it ended.</source>
        <translation>Look for it on the terminal&apos;s report, then say how it ended.</translation>
    </message>
    <message>
        <source>Perhaps given back: %1 (%2, %3).</source>
        <translation>Perhaps given back: %1 (%2, %3).</translation>
    </message>
    <message>
        <source>A person decided about %1 (%2, %3).</source>
        <translation>A person decided about %1 (%2, %3).</translation>
    </message>
    <message>
        <source>Look at the receipt again: the difference may lie here.</source>
        <translation>Look at the receipt again: the difference may lie here.</translation>
    </message>
    <message>
        <source>The terminal&apos;s totals were lost.</source>
        <translation>The terminal&apos;s totals were lost.</translation>
    </message>
    <message>
        <source>Compare the report that the terminal printed with the desk&apos;s book.</source>
        <translation>Compare the report that the terminal printed with the desk&apos;s book.</translation>
    </message>
    <message>
        <source>%1: %2, agrees</source>
        <translation>%1: %2, agrees</translation>
    </message>
    <message>
        <source>%1: %2, does not agree</source>
        <translation>%1: %2, does not agree</translation>
    </message>
</context>
<context>
    <name>vienlogs::viewmodels::DevicesViewModel</name>
    <message>
        <source>Your reader</source>
        <translation>Your reader</translation>
    </message>
    <message>
        <source>Client&apos;s reader</source>
        <translation>Client&apos;s reader</translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation>Scanner</translation>
    </message>
    <message>
        <source>Terminal</source>
        <translation>Terminal</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>is being looked for</source>
        <translation>is being looked for</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>ready</translation>
    </message>
    <message>
        <source>busy</source>
        <translation>busy</translation>
    </message>
    <message>
        <source>needs attention</source>
        <translation>needs attention</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>missing</translation>
    </message>
</context>
<context>
    <name>vienlogs::viewmodels::DoneViewModel</name>
    <message>
        <source>Service</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Acting for</source>
        <translation>Acting for</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>Signed</translation>
    </message>
    <message>
        <source>With the card; no time stamp yet</source>
        <translation>With the card; no time stamp yet</translation>
    </message>
    <message>
        <source>With the card</source>
        <translation>With the card</translation>
    </message>
    <message>
        <source>On paper, scanned</source>
        <translation>On paper, scanned</translation>
    </message>
    <message>
        <source>%1, paid</source>
        <translation>%1, paid</translation>
    </message>
    <message>
        <source>%1, to be paid later</source>
        <translation>%1, to be paid later</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>Fee</translation>
    </message>
    <message>
        <source>Sent. The institution has it.</source>
        <translation>Sent. The institution has it.</translation>
    </message>
    <message>
        <source>Waiting to send. It is kept here and goes as soon as there is a connection.</source>
        <translation>Waiting to send. It is kept here and goes as soon as there is a connection.</translation>
    </message>
    <message>
        <source>Here will be what this client has applied for, as the e-account shows it.</source>
        <translation>Here will be what this client has applied for, as the e-account shows it.</translation>
    </message>
</context>
<context>
    <name>vienlogs::viewmodels::FormViewModel</name>
    <message>
        <source>Client&apos;s card</source>
        <translation>Client&apos;s card</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Register</translation>
    </message>
    <message numerus="yes">
        <source>PDF, %n pages</source>
        <translation>
            <numerusform>PDF, %n page</numerusform>
            <numerusform>PDF, %n pages</numerusform>
        </translation>
    </message>
    <message>
        <source>Scanned at %1</source>
        <comment>name of a paper</comment>
        <translation>Scanned at %1</translation>
    </message>
</context>
<context>
    <name>vienlogs::viewmodels::HelpViewModel</name>
    <message>
        <source>is being asked…</source>
        <translation>is being asked…</translation>
    </message>
    <message>
        <source>The data are older than promised.</source>
        <translation>The data are older than promised.</translation>
    </message>
    <message>
        <source>Closed by its owner. Fill the form by hand.</source>
        <translation>Closed by its owner. Fill the form by hand.</translation>
    </message>
    <message>
        <source>Does not answer. Fill the form by hand.</source>
        <translation>Does not answer. Fill the form by hand.</translation>
    </message>
    <message>
        <source>Its answer could not be understood. Fill the form by hand.</source>
        <translation>Its answer could not be understood. Fill the form by hand.</translation>
    </message>
    <message>
        <source>It knows nothing of this client.</source>
        <translation>It knows nothing of this client.</translation>
    </message>
    <message>
        <source>What the register says</source>
        <translation>What the register says</translation>
    </message>
    <message>
        <source>Population register</source>
        <translation>Population register</translation>
    </message>
    <message>
        <source>Enterprise register</source>
        <translation>Enterprise register</translation>
    </message>
    <message>
        <source>Declared residence: %1</source>
        <translation>Declared residence: %1</translation>
    </message>
    <message>
        <source>Lives there: %1 %2</source>
        <translation>Lives there: %1 %2</translation>
    </message>
    <message>
        <source>Child: %1 %2</source>
        <translation>Child: %1 %2</translation>
    </message>
    <message>
        <source>About the service</source>
        <translation>About the service</translation>
    </message>
    <message>
        <source>What the client needs</source>
        <translation>What the client needs</translation>
    </message>
    <message>
        <source>Legal basis</source>
        <translation>Legal basis</translation>
    </message>
</context>
<context>
    <name>vienlogs::viewmodels::LoginViewModel</name>
    <message>
        <source>Plug in your card reader.</source>
        <translation>Plug in your card reader.</translation>
    </message>
    <message>
        <source>Put your card into your reader.</source>
        <translation>Put your card into your reader.</translation>
    </message>
    <message>
        <source>Reading the card…</source>
        <translation>Reading the card…</translation>
    </message>
    <message>
        <source>This card cannot be used. Put in another one.</source>
        <translation>This card cannot be used. Put in another one.</translation>
    </message>
    <message>
        <source>Enter PIN1 of your card.</source>
        <translation>Enter PIN1 of your card.</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Checking…</translation>
    </message>
    <message>
        <source>There is no connection. You can work without it: everything is kept here and sent later.</source>
        <translation>There is no connection. You can work without it: everything is kept here and sent later.</translation>
    </message>
    <message>
        <source>Take your card out and put it in again.</source>
        <translation>Take your card out and put it in again.</translation>
    </message>
    <message>
        <source>PIN1 of this card is blocked.</source>
        <translation>PIN1 of this card is blocked.</translation>
    </message>
    <message>
        <source>Enter PIN1 with the keys of your reader. Its cancel key stops it.</source>
        <translation>Enter PIN1 with the keys of your reader. Its cancel key stops it.</translation>
    </message>
</context>
<context>
    <name>vienlogs::viewmodels::NeedViewModel</name>
    <message>
        <source>Life situation</source>
        <translation>Life situation</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Service</translation>
    </message>
</context>
<context>
    <name>vienlogs::viewmodels::PaletteViewModel</name>
    <message>
        <source>Command</source>
        <translation>Command</translation>
    </message>
    <message>
        <source>Life situation</source>
        <translation>Life situation</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Service</translation>
    </message>
</context>
<context>
    <name>vienlogs::viewmodels::PayViewModel</name>
    <message>
        <source>The invoice is being written…</source>
        <translation>The invoice is being written…</translation>
    </message>
    <message>
        <source>This service is free of charge. The invoice says so.</source>
        <translation>This service is free of charge. The invoice says so.</translation>
    </message>
    <message>
        <source>The client can pay by card now, or later.</source>
        <translation>The client can pay by card now, or later.</translation>
    </message>
    <message>
        <source>The card terminal is at work.</source>
        <translation>The card terminal is at work.</translation>
    </message>
    <message>
        <source>The fee is paid.</source>
        <translation>The fee is paid.</translation>
    </message>
    <message>
        <source>The payment was declined. Nothing was charged. Try another card, or the client pays later.</source>
        <translation>The payment was declined. Nothing was charged. Try another card, or the client pays later.</translation>
    </message>
    <message>
        <source>The payment was called off. Nothing was charged.</source>
        <translation>The payment was called off. Nothing was charged.</translation>
    </message>
    <message>
        <source>The terminal&apos;s answer was lost: perhaps the fee was charged, perhaps not. Ask the terminal, or look at its receipt. Do not take the payment again.</source>
        <translation>The terminal&apos;s answer was lost: perhaps the fee was charged, perhaps not. Ask the terminal, or look at its receipt. Do not take the payment again.</translation>
    </message>
    <message>
        <source>The terminal is asked what happened…</source>
        <translation>The terminal is asked what happened…</translation>
    </message>
    <message>
        <source>The client pays later. The result is handed out when the payment has arrived.</source>
        <translation>The client pays later. The result is handed out when the payment has arrived.</translation>
    </message>
    <message>
        <source>Connecting to the terminal…</source>
        <translation>Connecting to the terminal…</translation>
    </message>
    <message>
        <source>Insert or hold the card to the terminal.</source>
        <translation>Insert or hold the card to the terminal.</translation>
    </message>
    <message>
        <source>The client enters the PIN.</source>
        <translation>The client enters the PIN.</translation>
    </message>
    <message>
        <source>Wrong PIN. The client tries again.</source>
        <translation>Wrong PIN. The client tries again.</translation>
    </message>
    <message>
        <source>Take the card out.</source>
        <translation>Take the card out.</translation>
    </message>
    <message>
        <source>Declined.</source>
        <translation>Declined.</translation>
    </message>
    <message>
        <source>Please wait…</source>
        <translation>Please wait…</translation>
    </message>
    <message>
        <source>The fee is being given back. Until it is known how that ended, it is not paid again.</source>
        <translation>The fee is being given back. Until it is known how that ended, it is not paid again.</translation>
    </message>
    <message>
        <source>The fee was given back. Choose the right fee and take it, or the client pays later.</source>
        <translation>The fee was given back. Choose the right fee and take it, or the client pays later.</translation>
    </message>
</context>
<context>
    <name>vienlogs::viewmodels::PinsViewModel</name>
    <message>
        <source>Put your card into your reader.</source>
        <translation>Put your card into your reader.</translation>
    </message>
    <message>
        <source>Put the client&apos;s card into the client&apos;s reader.</source>
        <translation>Put the client&apos;s card into the client&apos;s reader.</translation>
    </message>
    <message>
        <source>Reading the card…</source>
        <translation>Reading the card…</translation>
    </message>
    <message>
        <source>The codes are entered with the reader&apos;s keys now. Its cancel key stops it.</source>
        <translation>The codes are entered with the reader&apos;s keys now. Its cancel key stops it.</translation>
    </message>
    <message>
        <source>The card is at work…</source>
        <translation>The card is at work…</translation>
    </message>
    <message>
        <source>The PUK of this card is blocked. A blocked PIN cannot be opened any more; PMLP issues a new card.</source>
        <translation>The PUK of this card is blocked. A blocked PIN cannot be opened any more; PMLP issues a new card.</translation>
    </message>
    <message numerus="yes">
        <source>%n tries left</source>
        <translation>
            <numerusform>%n try left</numerusform>
            <numerusform>%n tries left</numerusform>
        </translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Blocked</translation>
    </message>
    <message>
        <source>PUK: %1</source>
        <translation>PUK: %1</translation>
    </message>
    <message>
        <source>Change PIN1</source>
        <translation>Change PIN1</translation>
    </message>
    <message>
        <source>Change PIN2</source>
        <translation>Change PIN2</translation>
    </message>
    <message>
        <source>Unblock PIN1 with the PUK</source>
        <translation>Unblock PIN1 with the PUK</translation>
    </message>
    <message>
        <source>Unblock PIN2 with the PUK</source>
        <translation>Unblock PIN2 with the PUK</translation>
    </message>
    <message>
        <source>Current %1</source>
        <translation>Current %1</translation>
    </message>
    <message>
        <source>New %1</source>
        <translation>New %1</translation>
    </message>
    <message>
        <source>New %1 once more</source>
        <translation>New %1 once more</translation>
    </message>
    <message>
        <source>%1: %2 to %3 digits. No birth date, no row of digits.</source>
        <translation>%1: %2 to %3 digits. No birth date, no row of digits.</translation>
    </message>
    <message>
        <source>Ask the client to enter the codes with the reader&apos;s keys. The reader asks for the new one twice.</source>
        <translation>Ask the client to enter the codes with the reader&apos;s keys. The reader asks for the new one twice.</translation>
    </message>
    <message>
        <source>Enter the codes with the reader&apos;s keys. It asks for the new one twice.</source>
        <translation>Enter the codes with the reader&apos;s keys. It asks for the new one twice.</translation>
    </message>
    <message>
        <source>Ask the client to enter the codes and do not look.</source>
        <translation>Ask the client to enter the codes and do not look.</translation>
    </message>
    <message>
        <source>Enter the codes so that nobody sees them.</source>
        <translation>Enter the codes so that nobody sees them.</translation>
    </message>
    <message>
        <source>PIN1 is changed.</source>
        <translation>PIN1 is changed.</translation>
    </message>
    <message>
        <source>PIN2 is changed.</source>
        <translation>PIN2 is changed.</translation>
    </message>
    <message>
        <source>PIN1 is unblocked.</source>
        <translation>PIN1 is unblocked.</translation>
    </message>
    <message>
        <source>PIN2 is unblocked.</source>
        <translation>PIN2 is unblocked.</translation>
    </message>
</context>
<context>
    <name>vienlogs::viewmodels::ReadersViewModel</name>
    <message>
        <source>Your reader</source>
        <translation>Your reader</translation>
    </message>
    <message>
        <source>Client&apos;s reader</source>
        <translation>Client&apos;s reader</translation>
    </message>
    <message>
        <source>Not used</source>
        <translation>Not used</translation>
    </message>
</context>
<context>
    <name>vienlogs::viewmodels::ReversalViewModel</name>
    <message>
        <source>The terminal is giving the money back. Follow what its screen asks of the client.</source>
        <translation>The terminal is giving the money back. Follow what its screen asks of the client.</translation>
    </message>
    <message>
        <source>The terminal&apos;s answer was lost: perhaps the money was given back, perhaps not. Ask the terminal, or look at its receipt. Do not give it back again.</source>
        <translation>The terminal&apos;s answer was lost: perhaps the money was given back, perhaps not. Ask the terminal, or look at its receipt. Do not give it back again.</translation>
    </message>
    <message>
        <source>%1 were given back on the card. Give the client the receipt.</source>
        <translation>%1 were given back on the card. Give the client the receipt.</translation>
    </message>
    <message>
        <source>The wrong fee was chosen</source>
        <translation>The wrong fee was chosen</translation>
    </message>
    <message>
        <source>The client no longer wants the service</source>
        <translation>The client no longer wants the service</translation>
    </message>
    <message>
        <source>The fee was paid twice</source>
        <translation>The fee was paid twice</translation>
    </message>
    <message>
        <source>The service cannot be given</source>
        <translation>The service cannot be given</translation>
    </message>
</context>
<context>
    <name>vienlogs::viewmodels::SendingViewModel</name>
    <message>
        <source>Waiting to send</source>
        <translation>Waiting to send</translation>
    </message>
    <message>
        <source>Sent, not answered yet</source>
        <translation>Sent, not answered yet</translation>
    </message>
    <message>
        <source>The server has it</source>
        <translation>The server has it</translation>
    </message>
    <message>
        <source>Refused by the server</source>
        <translation>Refused by the server</translation>
    </message>
    <message>
        <source>Answered otherwise elsewhere</source>
        <translation>Answered otherwise elsewhere</translation>
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
        <translation>The client must prove who they are more surely for this service.</translation>
    </message>
</context>
<context>
    <name>vienlogs::viewmodels::SignViewModel</name>
    <message>
        <source>The application is being made…</source>
        <translation>The application is being made…</translation>
    </message>
    <message>
        <source>The card is signing…</source>
        <translation>The card is signing…</translation>
    </message>
    <message>
        <source>The signed paper is being stored…</source>
        <translation>The signed paper is being stored…</translation>
    </message>
    <message>
        <source>Printing…</source>
        <translation>Printing…</translation>
    </message>
    <message>
        <source>Put the client&apos;s card into the client&apos;s reader.</source>
        <translation>Put the client&apos;s card into the client&apos;s reader.</translation>
    </message>
    <message>
        <source>The client enters PIN2 with the reader&apos;s keys now. Its cancel key stops it.</source>
        <translation>The client enters PIN2 with the reader&apos;s keys now. Its cancel key stops it.</translation>
    </message>
    <message>
        <source>PIN2 of this card is blocked. The client can unblock it here with the PUK, or sign on paper.</source>
        <translation>PIN2 of this card is blocked. The client can unblock it here with the PUK, or sign on paper.</translation>
    </message>
    <message>
        <source>The client enters PIN2 with the reader&apos;s keys. It signs the application with full legal force.</source>
        <translation>The client enters PIN2 with the reader&apos;s keys. It signs the application with full legal force.</translation>
    </message>
    <message>
        <source>Ask the client to enter PIN2 and do not look. It signs the application with full legal force.</source>
        <translation>Ask the client to enter PIN2 and do not look. It signs the application with full legal force.</translation>
    </message>
</context>
<context>
    <name>vienlogs::viewmodels::SyncViewModel</name>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>%n refused</numerusform>
            <numerusform>%n refused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting to send</source>
        <translation>
            <numerusform>%n waiting to send</numerusform>
            <numerusform>%n waiting to send</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything is sent</source>
        <translation>Everything is sent</translation>
    </message>
    <message>
        <source>last sync %1</source>
        <translation>last sync %1</translation>
    </message>
    <message>
        <source>not yet synchronised</source>
        <translation>not yet synchronised</translation>
    </message>
</context>
</TS>
