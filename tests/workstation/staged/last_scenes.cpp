// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <QPainter>

#include "scene_parts.h"

namespace vienlogs::staged {

using namespace viewmodels;
using Screen = AppViewModel::Screen;

namespace {

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
    desk(s);
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

void addLastScenes(std::vector<Scene>& scenes) {
    scenes.insert(scenes.end(), {{"06-sign-paper", signPaper},
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
                                 {"09-sending-nothing", sendingNothing}});
}

} // namespace vienlogs::staged
