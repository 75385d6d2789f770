// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "scene_parts.h"

namespace vienlogs::staged {

using namespace viewmodels;
using forms::FieldKind;
using Screen = AppViewModel::Screen;

namespace {

FieldView field(const char* name, FieldKind kind, const char* label) {
    FieldView view;
    view.scope = u("#/properties/") + u(name);
    view.objectName = u("field_") + u(name);
    view.kind = kind;
    view.label = u(label);
    view.required = true;
    view.maxLength = 200;
    return view;
}

void form(Stage& s) {
    client(s, Screen::Form, 3);
    s.formTitle = u("Dzīvesvietas deklarēšana");
    s.formPage = u("Jaunā dzīvesvieta");
    s.formPages = 3;
    FieldView name = field("name", FieldKind::Text, "Vārds, uzvārds");
    name.text = u("Anna Bērziņa");
    name.readOnly = true;
    name.section = u("Par klientu");
    name.prefill = u("Iedzīvotāju reģistrs, 23.11.2026. 10:42");
    FieldView phone = field("phone", FieldKind::Phone, "Tālrunis");
    phone.required = false;
    phone.example = u("+371 29 123 456");
    phone.section = name.section;
    FieldView address = field("newAddress", FieldKind::Address, "Jaunā adrese");
    address.section = u("Kur un kopš kura laika");
    address.help = u("Sāciet rakstīt ielu vai mājas nosaukumu un izvēlieties no saraksta.");
    address.text = u("Raunas iela 14–7, Cēsis, Cēsu nov., LV-4101");
    address.prefill = u("Iedzīvotāju reģistrs, 23.11.2026. 10:42");
    address.prefillChanged = true;
    FieldView since = field("since", FieldKind::Date, "No kura datuma");
    since.section = address.section;
    since.text = u("23.11.2026.");
    FieldView owner = field("owner", FieldKind::YesNo, "Vai klients ir īpašnieks?");
    owner.section = address.section;
    owner.yesNo = 1;
    FieldView basis = field("basis", FieldKind::Choice, "Tiesiskais pamats");
    basis.section = address.section;
    basis.options = {
        {u("own"), u("Īpašums")}, {u("rent"), u("Īres līgums")}, {u("consent"), u("Īpašnieka piekrišana")}};
    basis.chosen = {u("rent")};
    s.fields = {name, phone, address, since, owner, basis};
}

void formWrong(Stage& s) {
    form(s);
    s.prefilling = true;
    s.formPageIndex = 1;
    FieldView code = field("landlord", FieldKind::PersonalCode, "Izīrētāja personas kods");
    code.text = u("010181-15099");
    code.problem = u("Šāds personas kods nav iespējams. Salīdziniet to ar dokumentu.");
    FieldView sum = field("rent", FieldKind::Money, "Īres maksa mēnesī, eiro");
    sum.text = u("47,5o");
    sum.problem = u("Tā nav summa. Ierakstiet, piemēram, 47,50.");
    FieldView iban = field("iban", FieldKind::Iban, "Konta numurs");
    iban.text = u("LV80 BANK 0000 4351 9500 1");
    FieldView children = field("children", FieldKind::Children, "Kuri bērni pārceļas līdzi?");
    children.options = {{u("1"), u("Emīls Bērziņš, dzimis 12.03.2015.")},
                        {u("2"), u("Marta Bērziņa, dzimusi 02.09.2019.")}};
    children.chosen = {u("2")};
    FieldView country = field("country", FieldKind::Choice, "Iepriekšējās dzīvesvietas valsts");
    for (int i = 0; i < 12; ++i)
        country.options.append({QString::number(i), u("Valsts %1").arg(i + 1)});
    FieldView notes = field("notes", FieldKind::LongText, "Piezīmes");
    notes.required = false;
    FieldView files = field("files", FieldKind::Files, "Īres līgums");
    s.fields = {code, sum, iban, children, country, notes, files};
    for (const FieldView& wrong : {code, sum})
        s.problems.append({wrong.scope, wrong.label, wrong.problem});
}

} // namespace

void addFormScenes(std::vector<Scene>& scenes) {
    scenes.insert(scenes.end(), {{"05-form", form}, {"05-form-wrong", formWrong}});
}

} // namespace vienlogs::staged
