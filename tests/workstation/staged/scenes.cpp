// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "scenes.h"

#include <QPainter>

namespace vienlogs::staged {

using namespace viewmodels;
using Screen = AppViewModel::Screen;
using forms::FieldKind;

namespace {

QString u(const char* text) {
    return QString::fromUtf8(text);
}

QImage paper(int number) {
    QImage image(420, 594, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setPen(Qt::black);
    painter.drawText(QRect(40, 40, 340, 40), u("Iesniegums dzīvesvietas deklarēšanai, %1. lapa").arg(number));
    for (int y = 100; y < 520; y += 24)
        painter.drawLine(40, y, 380 - (y * 7) % 120, y);
    return image;
}

void desk(Stage& s) {
    s = Stage();
    s.clerk = u("Līga Kalniņa");
    s.place = u("Cēsu VPVKAC");
    s.waitingText = u("Viss ir nosūtīts");
    s.lastSync = u("pēdējā sinhronizācija 10:41");
    using Device = DevicesViewModel::Device;
    using State = DevicesViewModel::State;
    s.devices = {{Device::ClerkReader, u("Mans lasītājs"), State::Ok, u("Karte ir ievietota")},
                 {Device::ClientReader, u("Klienta lasītājs"), State::Ok, u("Gatavs")},
                 {Device::Scanner, u("Skeneris"), State::Ok, u("Gatavs")},
                 {Device::Terminal, u("Terminālis"), State::Ok, u("Gatavs")},
                 {Device::Printer, u("Printeris"), State::Ok, u("Gatavs")}};
    const char* steps[] = {"Vajadzība", "Pakalpojumi", "Iesniegums", "Paraksts", "Samaksa", "Iesniegšana"};
    for (int i = 0; i < 6; ++i)
        s.steps.push_back({i + 1, u(steps[i]), ContactViewModel::StepState::Todo, false});
}

void client(Stage& s, Screen screen, int step) {
    desk(s);
    s.screen = screen;
    s.active = s.cardPresent = s.canProvePin = true;
    s.client = u("Anna Bērziņa");
    s.code = u("010181-15098");
    s.initials = u("AB");
    s.elapsed = u("04:12");
    s.level = ContactViewModel::Level::CertificateValid;
    s.levelText = u("Sertifikāts derīgs 10:42");
    s.actingFor = {u("Pašas vārdā"), u("Nepilngadīgais bērns: Emīls Bērziņš"), u("SIA “Bērzu birzs”")};
    for (int i = 0; i < 6; ++i)
        s.steps[static_cast<std::size_t>(i)].state = i + 1 < step    ? ContactViewModel::StepState::Done
                                                     : i + 1 == step ? ContactViewModel::StepState::Current
                                                                     : ContactViewModel::StepState::Todo;
    for (int i = 0; i + 1 < step; ++i)
        s.steps[static_cast<std::size_t>(i)].enabled = true;
    s.help = {{u("Ko saka reģistri"),
               u("Iedzīvotāju reģistrs"),
               u("23.11.2026. 10:42"),
               HelpViewModel::State::Ok,
               {},
               {u("Deklarētā dzīvesvieta: Raunas iela 14–7, Cēsis, Cēsu nov., LV-4101"), u("Bērni: 2")},
               {}},
              {u("Valsts adrešu reģistrs"),
               {},
               u("20.11.2026. 08:15"),
               HelpViewModel::State::Stale,
               u("dati var būt novecojuši"),
               {},
               {}},
              {u("Juridiskais pamats"),
               {},
               {},
               HelpViewModel::State::Plain,
               {},
               {},
               u("Dzīvesvietas deklarēšanas likums, 3. pants")}};
}

void login(Stage& s) {
    desk(s);
    s.clerk.clear();
    s.place = u("Cēsu VPVKAC");
    s.login = LoginViewModel::State::NoCard;
    s.loginPrompt = u("Ielieciet savu karti savā lasītājā.");
    s.loginReader = u("Gemalto PC Twin Reader 00 00");
}

void loginPin(Stage& s) {
    login(s);
    s.login = LoginViewModel::State::PinNeeded;
    s.loginPrompt = u("Ievadiet savas kartes PIN1.");
    s.loginHolder = u("Līga Kalniņa");
    s.loginTries = 2;
    s.loginFailure = {u("PIN nav pareizs."), u("Pārbaudiet PIN un ievadiet vēlreiz."), u("VL-CARD-0007")};
}

void loginOffline(Stage& s) {
    login(s);
    s.login = LoginViewModel::State::OfflineOffered;
    s.loginPrompt = u("Serveris neatbild. Varat strādāt bez savienojuma vai mēģināt vēlreiz.");
    s.loginHolder = u("Līga Kalniņa");
    s.connected = false;
    s.waiting = 2;
    s.waitingText = u("2 gaida nosūtīšanu");
}

void readers(Stage& s) {
    desk(s);
    s.screen = Screen::Readers;
    s.readersRight = true;
    s.readers = {
        {u("Gemalto PC Twin Reader (00) 00 00"), true, ReadersViewModel::Role::Clerk, u("Mans")},
        {u("ACS ACR39U ICC Reader (01) 00 00"), false, ReadersViewModel::Role::Client, u("Klienta")}};
}

void noReaders(Stage& s) {
    desk(s);
    s.screen = Screen::Readers;
}

void ready(Stage& s) {
    desk(s);
    s.screen = Screen::Ready;
    using Sent = CasesViewModel::SentState;
    s.cases = {{u("1"), u("CES-01-26-000124"), u("Dzīvesvietas deklarēšana"), u("A. B."), u("Iesniegts"),
                Sent::Sent, u("nosūtīts 10:31"), u("23.11.2026. 10:30"), false},
               {u("2"), u("CES-01-26-000123"), u("Bērna piedzimšanas pabalsta pieprasīšana"), u("J. O."),
                u("Iesniegts"), Sent::Waiting, u("gaida nosūtīšanu"), u("23.11.2026. 10:12"), false},
               {u("3"), u("CES-01-26-000122"), u("Personas apliecības izsniegšana pieaugušajam"), u("M. K."),
                u("Iesākts, nav pabeigts"), Sent::Sent, u("nosūtīts 09:58"), u("23.11.2026. 09:55"), true}};
}

void readyEmpty(Stage& s) {
    desk(s);
    s.screen = Screen::Ready;
    s.identifying = true;
    s.devices[2].state = DevicesViewModel::State::Missing;
    s.devices[3].state = DevicesViewModel::State::Warning;
    s.devices[4].state = DevicesViewModel::State::Busy;
    s.failure = {u("Klienta karte izņemta, pirms to varēja nolasīt."),
                 u("Palūdziet klientam ielikt karti vēlreiz."), u("VL-CARD-0004")};
}

void need(Stage& s) {
    client(s, Screen::Need, 1);
    using Kind = NeedViewModel::Kind;
    s.results = {
        {Kind::LifeEvent, u("moving"), u("Es pārceļos"), u("Dzīves situācija"),
         u("Jauna dzīvesvieta Latvijā vai ārzemēs: deklarēšana, bērnu skola, automašīna, pabalsti.")},
        {Kind::Service, u("residence"), u("Dzīvesvietas deklarēšana"), u("Pakalpojums"),
         u("Paziņot par jauno dzīvesvietu un to, kopš kura laika tur dzīvojat.")},
        {Kind::Service, u("abroad"), u("Ziņu sniegšana par dzīvesvietu ārvalstīs"), u("Pakalpojums"), {}}};
}

void needNothing(Stage& s) {
    client(s, Screen::Need, 1);
    s.catalogue = false;
    s.connected = false;
    s.waiting = 3;
    s.waitingText = u("3 gaida nosūtīšanu");
    s.otherCard = true;
}

void needQuestions(Stage& s) {
    need(s);
    s.chosenNeed = u("Es pārceļos");
    s.questions = {{u("where"),
                    NeedViewModel::QuestionKind::Choice,
                    u("Kur klients turpmāk dzīvos?"),
                    {},
                    {u("Latvijā"), u("Ārvalstīs")},
                    0,
                    {},
                    0,
                    0},
                   {u("children"),
                    NeedViewModel::QuestionKind::Number,
                    u("Cik nepilngadīgu bērnu pārceļas līdzi?"),
                    u("Ja bērni paliek iepriekšējā dzīvesvietā, ierakstiet 0."),
                    {},
                    -1,
                    u("2"),
                    0,
                    20}};
    s.needDone = true;
}

void services(Stage& s) {
    client(s, Screen::Services, 2);
    s.service = 0;
    ServicesViewModel::Row first{
        u("residence"),
        u("Dzīvesvietas deklarēšana"),
        u("Jo klients turpmāk dzīvos citā vietā Latvijā."),
        {},
        u("Personu apliecinošs dokuments. Tiesiskais pamats dzīvot norādītajā adresē: "
          "īpašums, īres līgums vai īpašnieka piekrišana."),
        u("Bez maksas"),
        u("Tūlīt"),
        u("klātienē, internetā"),
        u("Pilsonības un migrācijas lietu pārvalde"),
        {},
        true,
        true,
        {}};
    ServicesViewModel::Row second = first;
    second.name = u("Transportlīdzekļa īpašnieka adreses maiņa reģistrācijas apliecībā");
    second.why = u("Jo klientam pieder automašīna.");
    second.fee = u("15,00 € – 30,00 €");
    second.deadline = u("10 darba dienas");
    second.changed = false;
    ServicesViewModel::Row third = second;
    third.name = u("Vietas maiņa pirmsskolas izglītības iestādē");
    third.why = u("Jo līdzi pārceļas divi bērni.");
    third.fee = u("Bez maksas");
    third.atDesk = false;
    third.institution = u("Cēsu novada pašvaldība");
    s.services = {first, second, third};
}

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

void signPaper(Stage& s) {
    client(s, Screen::Sign, 4);
    s.printed = true;
    s.scanners = {u("Canon DR-C225"), u("Brother ADS-2700W")};
    for (int i = 1; i <= 3; ++i)
        s.scans.push_back({i, paper(i)});
    s.undo = true;
}

void signScanning(Stage& s) {
    client(s, Screen::Sign, 4);
    s.scanners = {u("Canon DR-C225")};
    s.scanning = true;
    s.scanProgress = 40;
}

void signCard(Stage& s) {
    client(s, Screen::Sign, 4);
    s.cardHint = u("Klienta karte ir lasītājā. Palūdziet klientam ievadīt PIN2.");
    s.pin2Tries = 3;
}

void signDone(Stage& s) {
    signCard(s);
    s.isSigned = true;
}

void pay(Stage& s) {
    client(s, Screen::Pay, 5);
    s.amount = u("15,00 €");
    s.invoice = u("CES-01-26-R000124");
    s.recipient = u("Pilsonības un migrācijas lietu pārvalde");
    s.purpose = u("Personas apliecības izsniegšana, parastā termiņā");
}

void payAsking(Stage& s) {
    pay(s);
    s.pay = PayViewModel::State::Asking;
    s.payText = u("Terminālis gaida klienta karti.");
    s.payPrompt = u("Ielieciet vai pielieciet karti");
    s.payBusy = s.canAbort = true;
    s.canPay = s.canPayLater = false;
}

void payDeclined(Stage& s) {
    pay(s);
    s.pay = PayViewModel::State::Declined;
    s.payText = u("Banka maksājumu noraidīja. Nauda nav noņemta.");
}

void payUnknown(Stage& s) {
    pay(s);
    s.pay = PayViewModel::State::Unknown;
    s.payText = u("Termināļa atbilde ir pazudusi: nauda, iespējams, ir noņemta, iespējams, nav.");
    s.canPay = s.canPayLater = false;
}

void payDone(Stage& s) {
    pay(s);
    s.pay = PayViewModel::State::Captured;
    s.payText = u("Samaksāts. Valsts kase maksājumu apstiprinās vēlāk.");
    s.receipt = {u("CĒSU VPVKAC"), u("TID 52012345  ČEKS 0124"), u("PIRKUMS        15,00 EUR"),
                 u("VISA ****1234")};
    s.canPay = s.canPayLater = false;
    s.payDone = true;
}

void done(Stage& s) {
    client(s, Screen::Done, 6);
    s.deliveries = {u("E-kontā"), u("Oficiālajā e-adresē"), u("Pa pastu"),
                    u("Šeit, pie klientu apkalpošanas galda")};
    s.summary = {{u("Pakalpojums"), u("Dzīvesvietas deklarēšana")},
                 {u("Klients"), u("Anna Bērziņa, 010181-15098")},
                 {u("Jaunā adrese"), u("Raunas iela 14–7, Cēsis, Cēsu nov., LV-4101")},
                 {u("Paraksts"), u("Uz papīra, ieskenēts, 3 lapas")},
                 {u("Samaksa"), u("15,00 €, samaksāts ar karti")}};
}

void doneWaiting(Stage& s) {
    done(s);
    s.submitted = true;
    s.number = u("CES-01-26-000124");
    s.stateText = u("Pieteikums ir iesniegts.");
    s.sentText =
        u("Savienojuma nav. Pieteikums ir saglabāts šeit un tiks nosūtīts, kad savienojums atjaunosies.");
    s.connected = false;
    s.waiting = 6;
    s.waitingText = u("6 gaida nosūtīšanu");
    s.historyNote = u("Vēsturi varēs redzēt, kad būs savienojums.");
}

void doneSent(Stage& s) {
    doneWaiting(s);
    s.connected = true;
    s.waitingText = u("Viss ir nosūtīts");
    s.waiting = 0;
    s.sent = DoneViewModel::SentState::Sent;
    s.sentText = u("Nosūtīts 10:58");
    s.historyNote.clear();
    s.history = {
        {u("23.11.2026. 10:58"), u("Dzīvesvietas deklarēšana – iesniegts"), u("CES-01-26-000124, PMLP")},
        {u("02.03.2025. 14:05"), u("Pases izsniegšana – pabeigts"), u("RIX-03-25-004410, PMLP")}};
    s.access = {{u("23.11.2026. 10:42"), u("Līga Kalniņa, Cēsu VPVKAC"),
                 u("Iedzīvotāju reģistrs: dzīvesvieta, bērni"), u("Dzīvesvietas deklarēšana")}};
}

void sending(Stage& s) {
    ready(s);
    using Row = SendingViewModel::Row;
    using State = SendingViewModel::State;
    s.screen = Screen::Sending;
    s.waiting = 1;
    s.refused = 2;
    s.waitingText = u("2 atteikti");
    Row conflict{.act = u("Pieteikums aizpildīts"),
                 .service = u("Dzīvesvietas deklarēšana"),
                 .number = u("CES-01-26-000124"),
                 .initials = u("AB"),
                 .when = u("23.11.2026. 10:42"),
                 .state = State::Conflict,
                 .stateText = u("Citur atbildēts citādi"),
                 .problem = {u("Šī pieteikuma atbildes pa to laiku mainīja arī citur. Saglabātas ir abas."),
                             u("Atveriet “Nosūtīšana” un izvēlieties, kuras atbildes ir pareizās."),
                             u("VL-CASE-0012")},
                 .theirsBy = u("K-0002, 23.11.2026. 10:50"),
                 .differences = {{u("Jaunā adrese"), u("Raunas iela 14–7, Cēsis"), u("Rīgas iela 3, Cēsis")},
                                 {u("Tālrunis"), u("+371 29123456"), {}}},
                 .mayKeepOurs = true};
    Row refused{.act = u("Dokuments pievienots"),
                .service = u("Pases izsniegšana"),
                .number = u("CES-01-26-000120"),
                .initials = u("JK"),
                .when = u("22.11.2026. 16:10"),
                .state = State::Refused,
                .stateText = u("Serveris atteica"),
                .problem = {u("Šo lietu vairs nevar mainīt."), u("Ja kas jālabo, sāciet jaunu pieteikumu."),
                            u("VL-CASE-0003")}};
    Row waiting{.act = u("Pieteikums iesniegts"),
                .service = u("Dzīvesvietas deklarēšana"),
                .number = u("CES-01-26-000125"),
                .initials = u("MO"),
                .when = u("23.11.2026. 10:55"),
                .state = State::Queued,
                .stateText = u("Gaida nosūtīšanu")};
    auto taken = waiting;
    taken.state = State::Accepted;
    taken.stateText = u("Serverī saņemts");
    s.sending = {conflict, refused, waiting, taken};
}

void sendingNothing(Stage& s) {
    sending(s);
    s.refused = s.waiting = 0;
    s.waitingText = u("Viss ir nosūtīts");
    s.sending.clear();
}

} // namespace

const std::vector<Scene>& scenes() {
    static const std::vector<Scene> all{{"00-login", login},
                                        {"00-login-pin", loginPin},
                                        {"00-login-offline", loginOffline},
                                        {"01-readers", readers},
                                        {"01-readers-none", noReaders},
                                        {"02-ready", ready},
                                        {"02-ready-failure", readyEmpty},
                                        {"03-need", need},
                                        {"03-need-nothing", needNothing},
                                        {"03-need-questions", needQuestions},
                                        {"04-services", services},
                                        {"05-form", form},
                                        {"05-form-wrong", formWrong},
                                        {"06-sign-paper", signPaper},
                                        {"06-sign-scanning", signScanning},
                                        {"06-sign-card", signCard, true},
                                        {"06-sign-done", signDone, true},
                                        {"07-pay", pay},
                                        {"07-pay-asking", payAsking},
                                        {"07-pay-declined", payDeclined},
                                        {"07-pay-unknown", payUnknown},
                                        {"07-pay-done", payDone},
                                        {"08-done", done},
                                        {"08-done-waiting", doneWaiting},
                                        {"08-done-sent", doneSent},
                                        {"09-sending", sending},
                                        {"09-sending-nothing", sendingNothing}};
    return all;
}

} // namespace vienlogs::staged
