// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "scene_parts.h"

namespace vienlogs::staged {

using namespace viewmodels;
using Screen = AppViewModel::Screen;

namespace {

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

void loginPad(Stage& s) {
    loginPin(s);
    s.clerkPad = true;
    s.loginFailure = {};
}

void loginBlocked(Stage& s) {
    login(s);
    s.login = LoginViewModel::State::CardUnusable;
    s.loginPrompt = u("Šīs kartes PIN1 ir bloķēts.");
    s.loginHolder = u("Līga Kalniņa");
    s.loginBlocked = true;
    s.loginFailure = {
        u("PIN kods ir bloķēts."),
        u("Atbloķējiet to ar PUK kodu: pēc Ctrl+K izvēlieties “Kartes PIN kodi”. Ja PUK koda nav, "
          "vērsieties PMLP nodaļā."),
        u("VL-CARD-0006")};
}

void pins(Stage& s) {
    client(s, Screen::Pins, 4);
    s.pinTasks = {{u("Mainīt PIN1"), u("Atlikuši 3 mēģinājumi"), true},
                  {u("Mainīt PIN2"), u("Bloķēts"), false},
                  {u("Atbloķēt PIN1 ar PUK kodu"), u("PUK: atlikuši 3 mēģinājumi"), true},
                  {u("Atbloķēt PIN2 ar PUK kodu"), u("PUK: atlikuši 3 mēģinājumi"), true}};
}

void pinsUnblock(Stage& s) {
    pins(s);
    s.pinTask = 3;
    s.pinEntry = {u("Lūdziet klientu ievadīt kodus un neskatieties."),
                  u("PUK"),
                  u("Jaunais PIN2"),
                  u("Jaunais PIN2 vēlreiz"),
                  u("PIN2: no 6 līdz 12 cipariem. Ne dzimšanas datums, ne cipari pēc kārtas."),
                  8,
                  6};
    s.pinsFailure = {u("PUK kods nav pareizs. Atlikušie mēģinājumi: 2."),
                     u("Pārbaudiet PUK kodu saņemtajā aploksnē un ievadiet vēlreiz."), u("VL-CARD-0025")};
}

void pinsPad(Stage& s) {
    pinsUnblock(s);
    s.clientPad = true;
    s.pinsFailure = {};
    s.pinEntry.instruction =
        u("Lūdziet klientu ievadīt kodus ar lasītāja taustiņiem. Jauno kodu lasītājs prasa divreiz.");
}

void pinsDone(Stage& s) {
    pins(s);
    s.pinTasks[1] = {u("Mainīt PIN2"), u("Atlikuši 3 mēģinājumi"), true};
    s.pinsDone = u("PIN2 ir atbloķēts.");
}

void pinsPukBlocked(Stage& s) {
    desk(s);
    s.screen = Screen::Pins;
    s.pinsOf = PinsViewModel::Whose::Clerk;
    s.pinsPrompt = u("Šīs kartes PUK ir bloķēts. Bloķētu PIN vairs nevar atvērt; jaunu karti izsniedz PMLP.");
    s.pinTasks = {{u("Mainīt PIN1"), u("Atlikuši 3 mēģinājumi"), true},
                  {u("Mainīt PIN2"), u("Bloķēts"), false},
                  {u("Atbloķēt PIN1 ar PUK kodu"), u("PUK: bloķēts"), false},
                  {u("Atbloķēt PIN2 ar PUK kodu"), u("PUK: bloķēts"), false}};
}

void accountIssuers(Stage& s) {
    login(s);
    s.account = viewmodels::AccountLoginViewModel::State::Choosing;
    s.accountPrompt = u("Izvēlieties savu iestādi.");
    s.accountIssuers = {u("Cēsu novada pašvaldība"), u("Pilsonības un migrācijas lietu pārvalde")};
}

void accountCode(Stage& s) {
    login(s);
    s.account = viewmodels::AccountLoginViewModel::State::CodeNeeded;
    s.accountPrompt = u("Ievadiet otrā faktora kodu.");
    s.accountExplanation =
        u("Cēsu novada pašvaldība ir apstiprinājusi, kas jūs esat. Seši cipari ir jūsu tālruņa "
          "lietotnē.");
    s.accountFailure = {u("Otrā faktora kods nav pareizs."),
                        u("Ievadiet kodu, kas lietotnē redzams tagad; katrs kods der vienu reizi."),
                        u("VL-AUTH-0004")};
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

void readyCardLeft(Stage& s) {
    ready(s);
    s.cardLeft = true;
    s.clockFailure = {
        u("Datora pulkstenis no servera pulksteņa atšķiras par 12 min."),
        u("Iestatiet pareizu datumu un laiku vai sazinieties ar atbalsta dienestu. Strādāt var, bet "
          "parakstu un ierakstu laiks ir nepareizs."),
        u("VL-BASE-0007")};
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

/// As much as is ever known of a client, with the longest words.
void needAllKnown(Stage& s) {
    need(s);
    s.level = ContactViewModel::Level::CardPresent;
    s.confirmed = false;
    s.canProvePin = s.canCheckPhoto = false;
    s.levelText = u("Karte nolasīta 10:42; sertifikāts nav apstiprināts: nav savienojuma");
    s.pinText = u("PIN pierādīts 10:43");
    s.photoText = u("Foto pārbaudīts 10:44");
}

void needRevoked(Stage& s) {
    need(s);
    s.level = ContactViewModel::Level::None;
    s.confirmed = s.canProvePin = s.canCheckPhoto = false;
    s.revoked = true;
    s.levelText = u("Karte anulēta, ziņo tās izdevējs");
    s.failure = {u("Klienta karte ir anulēta: tā ziņo tās izdevējs."),
                 u("Neapkalpojiet ar šo karti. Beidziet kontaktu un pārbaudiet citu personas dokumentu."),
                 u("VL-DEV-0015")};
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

} // namespace

void addFirstScenes(std::vector<Scene>& scenes) {
    scenes.insert(scenes.end(), {{"00-login", login},
                                 {"00-login-pin", loginPin},
                                 {"00-login-pad", loginPad},
                                 {"00-login-blocked", loginBlocked},
                                 {"00-login-offline", loginOffline},
                                 {"00-account-issuers", accountIssuers},
                                 {"00-account-code", accountCode},
                                 {"01-readers", readers},
                                 {"01-readers-none", noReaders},
                                 {"02-ready", ready},
                                 {"02-ready-failure", readyEmpty},
                                 {"02-ready-card-left", readyCardLeft},
                                 {"03-need", need},
                                 {"03-need-nothing", needNothing},
                                 {"03-need-all-known", needAllKnown},
                                 {"03-need-revoked", needRevoked},
                                 {"03-need-questions", needQuestions},
                                 {"04-services", services},
                                 {"10-pins", pins},
                                 {"10-pins-unblock", pinsUnblock},
                                 {"10-pins-pad", pinsPad},
                                 {"10-pins-done", pinsDone},
                                 {"10-pins-puk-blocked", pinsPukBlocked}});
}

} // namespace vienlogs::staged
