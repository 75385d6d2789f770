// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "vienlogs/ports/printer.h"

/// Documents as the workstation makes them.
namespace vienlogs::test {

inline ports::PrintedDocument application() {
    ports::PrintedDocument document;
    document.kind = ports::PrintedDocument::Kind::Application;
    document.title = "Iesniegums dzīvesvietas deklarēšanai";
    document.institution = "Siguldas novada pašvaldība, Pils iela 16, Sigulda, LV-2150";
    document.place = "Siguldas novada valsts un pašvaldības vienotais klientu apkalpošanas centrs";
    document.reference = "VPVKAC-2026-000142";
    document.madeAt = *base::fromRfc3339("2026-11-23T12:05:59.000Z");
    document.lines = {
        {"Iesniedzējs", ""},
        {"Vārds, uzvārds", "Anna Bērziņa"},
        {"Personas kods", "010181-15098"},
        {"Tālrunis", "+371 20 000 000"},
        {"E-pasts", "anna.berzina@piemers.lv"},
        {"Jaunā dzīvesvieta", ""},
        {"Adrese", "Krišjāņa Barona iela 12 k-3 – 45, Sigulda, Siguldas novads, LV-2150"},
        {"No kuras dienas", "24.11.2026."},
        {"Pamats", "Īres līgums Nr. 2026/11-7, noslēgts 20.11.2026. ar SIA “Šķūņu nams”"},
        {"Kopā pārceļas", "Jānis Bērziņš (dzim. 12.03.2015.)\nŽanete Bērziņa (dzim. 01.09.2018.)"},
    };
    document.declarations = {
        "norādītā dzīvesvieta ir mana pamata dzīvesvieta un manas tiesības tajā dzīvot ir likumīgas;",
        "sniegtās ziņas ir patiesas, un es zinu, ka par nepatiesu ziņu sniegšanu ir paredzēta atbildība.",
    };
    document.signatureLine = true;
    return document;
}

inline ports::PrintedDocument invoice() {
    ports::PrintedDocument document;
    document.kind = ports::PrintedDocument::Kind::Invoice;
    document.title = "Valsts nodeva par pases izsniegšanu";
    document.institution = "Anna Bērziņa, 010181-15098";
    document.place = "Siguldas novada valsts un pašvaldības vienotais klientu apkalpošanas centrs";
    document.reference = "RE-2026-0000815";
    document.madeAt = *base::fromRfc3339("2026-11-23T12:05:59.000Z");
    document.lines = {
        {"Maksājuma unikālais identifikators", "01JDQ7V3R8ZP5M2K9X4T6W0YBN"},
        {"Saņēmējs", "Valsts kase, reģ. Nr. 90000050138"},
        {"Konts", "LV00 TREL 0000 0000 0000 0"},
        {"Mērķis", "Valsts nodeva par personu apliecinoša dokumenta izsniegšanu 10 darbdienu laikā"},
        {"Summa", "47,50 €", true},
    };
    return document;
}

inline ports::PrintedDocument receipt() {
    auto document = invoice();
    document.kind = ports::PrintedDocument::Kind::Receipt;
    document.title = "Maksājums ar karti ir saņemts";
    document.terminalLines = {"VALSTS UN PAŠVALDĪBAS VIENOTAIS",
                              "KLIENTU APKALPOŠANAS CENTRS",
                              "",
                              "PIRKUMS",
                              "Termināls               52500001",
                              "Darījums                  000042",
                              "Mastercard      534113******0042",
                              "SUMMA                  EUR 47,50",
                              "APSTIPRINĀTS",
                              "Saglabājiet čeku!"};
    return document;
}

} // namespace vienlogs::test
