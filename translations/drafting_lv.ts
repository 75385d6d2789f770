<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="lv" sourcelanguage="en">
<context>
    <name>vienlogs::drafting::DraftingWindow</name>
    <message>
        <source>Export</source>
        <translation>Eksportēšana</translation>
    </message>
    <message>
        <source>Documents (*.odt *.docx)</source>
        <translation>Dokumenti (*.odt *.docx)</translation>
    </message>
    <message>
        <source>Drafting of acts</source>
        <translation>Tiesību aktu rakstīšana</translation>
    </message>
    <message>
        <source>&amp;Acts</source>
        <translation>&amp;Akti</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>Atsa&amp;ukt</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>Atja&amp;unot</translation>
    </message>
    <message>
        <source>&amp;Insert</source>
        <translation>&amp;Ievietot</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Eksportēt</translation>
    </message>
    <message>
        <source>Put it &amp;right</source>
        <translation>Iz&amp;labot</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>Saturs</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Pārbaudes</translation>
    </message>
    <message>
        <source>Text of the act</source>
        <translation>Akta teksts</translation>
    </message>
    <message>
        <source>Enter – next unit, Tab and Shift+Tab – deeper and back, Alt+Shift+Up and Down – move.</source>
        <translation>Enter – nākamā vienība, Tab un Shift+Tab – dziļāk un atpakaļ, Alt+Shift+Augšup un Lejup – pārvietot.</translation>
    </message>
    <message>
        <source>checks</source>
        <translation>pārbaudes</translation>
    </message>
    <message>
        <source>Chapter</source>
        <translation>Nodaļa</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Pants</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Daļa</translation>
    </message>
    <message>
        <source>Point</source>
        <translation>Punkts</translation>
    </message>
    <message>
        <source>Text without a number</source>
        <translation>Teksts bez numura</translation>
    </message>
    <message>
        <source>Legal basis</source>
        <translation>Pamatojums</translation>
    </message>
    <message>
        <source>Transitional provisions</source>
        <translation>Pārejas noteikumi</translation>
    </message>
    <message>
        <source>Annex</source>
        <translation>Pielikums</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Paraksts</translation>
    </message>
</context>
<context>
    <name>vienlogs::drafting::StartPage</name>
    <message>
        <source>Without a title</source>
        <translation>Bez nosaukuma</translation>
    </message>
    <message>
        <source>%1 – %2, changed %3</source>
        <translation>%1 – %2, mainīts %3</translation>
    </message>
    <message>
        <source>Drafting of acts</source>
        <translation>Tiesību aktu rakstīšana</translation>
    </message>
    <message>
        <source>Begin a new one</source>
        <translation>Sāciet jaunu</translation>
    </message>
    <message>
        <source>Acts on this computer</source>
        <translation>Akti šajā datorā</translation>
    </message>
    <message>
        <source>None yet. Begin one above; everything you type is kept at once.</source>
        <translation>Vēl nav neviena. Sāciet to augšā; viss, ko rakstāt, tiek saglabāts uzreiz.</translation>
    </message>
    <message>
        <source>Law</source>
        <translation>Likums</translation>
    </message>
    <message>
        <source>Amendments to a law</source>
        <translation>Grozījumi likumā</translation>
    </message>
    <message>
        <source>Cabinet regulation</source>
        <translation>Ministru kabineta noteikumi</translation>
    </message>
    <message>
        <source>Amendments to a regulation</source>
        <translation>Grozījumi noteikumos</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Rīkojums</translation>
    </message>
</context>
</TS>
