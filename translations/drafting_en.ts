<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>vienlogs::drafting::DraftingWindow</name>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Documents (*.odt *.docx)</source>
        <translation>Documents (*.odt *.docx)</translation>
    </message>
    <message>
        <source>Drafting of acts</source>
        <translation>Drafting of acts</translation>
    </message>
    <message>
        <source>&amp;Acts</source>
        <translation>&amp;Acts</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Undo</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Redo</translation>
    </message>
    <message>
        <source>&amp;Insert</source>
        <translation>&amp;Insert</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Export</translation>
    </message>
    <message>
        <source>Put it &amp;right</source>
        <translation>Put it &amp;right</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>Outline</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Checks</translation>
    </message>
    <message>
        <source>Text of the act</source>
        <translation>Text of the act</translation>
    </message>
    <message>
        <source>Enter – next unit, Tab and Shift+Tab – deeper and back, Alt+Shift+Up and Down – move.</source>
        <translation>Enter – next unit, Tab and Shift+Tab – deeper and back, Alt+Shift+Up and Down – move.</translation>
    </message>
    <message>
        <source>checks</source>
        <translation>checks</translation>
    </message>
    <message>
        <source>Chapter</source>
        <translation>Chapter</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Article</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Part</translation>
    </message>
    <message>
        <source>Point</source>
        <translation>Point</translation>
    </message>
    <message>
        <source>Text without a number</source>
        <translation>Text without a number</translation>
    </message>
    <message>
        <source>Legal basis</source>
        <translation>Legal basis</translation>
    </message>
    <message>
        <source>Transitional provisions</source>
        <translation>Transitional provisions</translation>
    </message>
    <message>
        <source>Annex</source>
        <translation>Annex</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Signature</translation>
    </message>
</context>
<context>
    <name>vienlogs::drafting::StartPage</name>
    <message>
        <source>Without a title</source>
        <translation>Without a title</translation>
    </message>
    <message>
        <source>%1 – %2, changed %3</source>
        <translation>%1 – %2, changed %3</translation>
    </message>
    <message>
        <source>Drafting of acts</source>
        <translation>Drafting of acts</translation>
    </message>
    <message>
        <source>Begin a new one</source>
        <translation>Begin a new one</translation>
    </message>
    <message>
        <source>Acts on this computer</source>
        <translation>Acts on this computer</translation>
    </message>
    <message>
        <source>None yet. Begin one above; everything you type is kept at once.</source>
        <translation>None yet. Begin one above; everything you type is kept at once.</translation>
    </message>
    <message>
        <source>Law</source>
        <translation>Law</translation>
    </message>
    <message>
        <source>Amendments to a law</source>
        <translation>Amendments to a law</translation>
    </message>
    <message>
        <source>Cabinet regulation</source>
        <translation>Cabinet regulation</translation>
    </message>
    <message>
        <source>Amendments to a regulation</source>
        <translation>Amendments to a regulation</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Order</translation>
    </message>
</context>
</TS>
