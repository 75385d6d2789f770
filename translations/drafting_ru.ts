<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>vienlogs::drafting::DraftingWindow</name>
    <message>
        <source>Export</source>
        <translation>Экспорт</translation>
    </message>
    <message>
        <source>Documents (*.odt *.docx)</source>
        <translation>Документы (*.odt *.docx)</translation>
    </message>
    <message>
        <source>Drafting of acts</source>
        <translation>Составление правовых актов</translation>
    </message>
    <message>
        <source>&amp;Acts</source>
        <translation>&amp;Акты</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Отменить</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Вернуть</translation>
    </message>
    <message>
        <source>&amp;Insert</source>
        <translation>Вст&amp;авить</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Экспортировать</translation>
    </message>
    <message>
        <source>Put it &amp;right</source>
        <translation>&amp;Исправить</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>Содержание</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Проверки</translation>
    </message>
    <message>
        <source>Text of the act</source>
        <translation>Текст акта</translation>
    </message>
    <message>
        <source>Enter – next unit, Tab and Shift+Tab – deeper and back, Alt+Shift+Up and Down – move.</source>
        <translation>Enter – следующая единица, Tab и Shift+Tab – глубже и обратно, Alt+Shift+вверх и вниз – переместить.</translation>
    </message>
    <message>
        <source>checks</source>
        <translation>проверки</translation>
    </message>
    <message>
        <source>Chapter</source>
        <translation>Глава</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Статья</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Часть</translation>
    </message>
    <message>
        <source>Point</source>
        <translation>Пункт</translation>
    </message>
    <message>
        <source>Text without a number</source>
        <translation>Текст без номера</translation>
    </message>
    <message>
        <source>Legal basis</source>
        <translation>Правовое основание</translation>
    </message>
    <message>
        <source>Transitional provisions</source>
        <translation>Переходные положения</translation>
    </message>
    <message>
        <source>Annex</source>
        <translation>Приложение</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Подпись</translation>
    </message>
</context>
<context>
    <name>vienlogs::drafting::StartPage</name>
    <message>
        <source>Without a title</source>
        <translation>Без названия</translation>
    </message>
    <message>
        <source>%1 – %2, changed %3</source>
        <translation>%1 – %2, изменено %3</translation>
    </message>
    <message>
        <source>Drafting of acts</source>
        <translation>Составление правовых актов</translation>
    </message>
    <message>
        <source>Begin a new one</source>
        <translation>Начните новый</translation>
    </message>
    <message>
        <source>Acts on this computer</source>
        <translation>Акты на этом компьютере</translation>
    </message>
    <message>
        <source>None yet. Begin one above; everything you type is kept at once.</source>
        <translation>Пока ни одного. Начните выше; всё, что вы пишете, сохраняется сразу.</translation>
    </message>
    <message>
        <source>Law</source>
        <translation>Закон</translation>
    </message>
    <message>
        <source>Amendments to a law</source>
        <translation>Поправки к закону</translation>
    </message>
    <message>
        <source>Cabinet regulation</source>
        <translation>Правила Кабинета министров</translation>
    </message>
    <message>
        <source>Amendments to a regulation</source>
        <translation>Поправки к правилам</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Распоряжение</translation>
    </message>
</context>
</TS>
