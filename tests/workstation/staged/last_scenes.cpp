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

/// A passport with every fee the catalogue has for it.
void payFees(Stage& s) {
    pay(s);
    const auto act =
        u("Ministru kabineta 2012. gada 21. februāra noteikumi Nr. 133 “Noteikumi par valsts nodevu par "
          "personu apliecinošu dokumentu izsniegšanu”");
    s.canChooseFee = true;
    s.fee = 0;
    s.feeText = u("10 darba dienās");
    s.legalBasis = act;
    s.fees = {{u("50,00 €"), u("10 darba dienās"), {}, act, false, {}},
              {u("75,00 €"), u("2 darba dienās"), {}, act, true, {}},
              {u("25,00 €"),
               u("Samazināta nodeva, 10 darba dienās"),
               u("Pensionārs vai cilvēks, kas sasniedzis pensijas vecumu"),
               act,
               false,
               {u("Pensionāra apliecība"), u("Dzimšanas datums Fizisko personu reģistrā")}}};
}

void payReversible(Stage& s) {
    payDone(s);
    s.reversal = ReversalViewModel::State::Possible;
}

void payReversalUnknown(Stage& s) {
    payDone(s);
    s.payDone = false;
    s.pay = PayViewModel::State::GivingBack;
    s.payText = u("Maksu atmaksā. Kamēr iznākums nav zināms, to neņem vēlreiz.");
    s.reversal = ReversalViewModel::State::Unknown;
    s.reversalText = u("Termināļa atbilde pazuda: varbūt nauda ir atmaksāta, varbūt nav.");
}

void payGivenBack(Stage& s) {
    payFees(s);
    s.pay = PayViewModel::State::GivenBack;
    s.payText = u("Maksa ir atmaksāta. Izvēlieties pareizo maksu un ņemiet to, vai klients maksās vēlāk.");
    s.reversal = ReversalViewModel::State::Given;
    s.reversalText = u("Uz karti atmaksāti 15,00 €. Iedodiet klientam čeku.");
    s.reversalReceipt = {u("CĒSU VPVKAC"), u("ATCELŠANA"), u("ATMAKSĀTS      15,00 EUR")};
}

void dayOpen(Stage& s) {
    desk(s);
    s.screen = Screen::Day;
    s.dayText = u("Šajā galdā vēl neviena diena nav noslēgta.");
}

void dayAgrees(Stage& s) {
    dayOpen(s);
    s.day = DayViewModel::State::Agrees;
    s.dayText = u("Terminālis un galda grāmata sakrīt.");
    s.dayClosedAt = u("23.11.2026. 18:02");
    s.terminalSum = s.bookSum = u("3 maksājumi, 97,50 €");
    s.dayReport = {u("DIENAS NOSLĒGUMS"), u("Darījumi      3"), u("KOPĀ  EUR 97,50")};
    s.earlierDays = {u("22.11.2026. 18:00: 40,00 €, sakrīt")};
}

void dayDiffers(Stage& s) {
    dayAgrees(s);
    s.day = DayViewModel::State::Differs;
    s.dayText = u("Terminālis un galda grāmata nesakrīt. Noskaidrojiet katru rindu.");
    s.terminalSum = u("4 maksājumi, 112,50 €");
    s.differences = {{u("Terminālī ir par 15,00 € vairāk nekā galda grāmatā."),
                      u("Meklējiet termināļa pārskatā maksājumu, kura nav nevienā lietā."), false, false},
                     {u("Nezināms maksājums 15,00 € (CES-desk-1-26-000124, 14:05): termināļa summā tas ir."),
                      u("Apstipriniet, ka tas samaksāts."), true, false}};
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
    Row conflict{.key = u("1"),
                 .act = u("Pieteikums aizpildīts"),
                 .service = u("Dzīvesvietas deklarēšana"),
                 .number = u("CES-01-26-000124"),
                 .initials = u("AB"),
                 .when = u("23.11.2026. 10:42"),
                 .state = State::Conflict,
                 .stateText = u("Citur atbildēts citādi"),
                 .problem = {u("Šī pieteikuma atbildes pa to laiku mainīja arī citur. Saglabātas ir abas."),
                             u("Atveriet “Nosūtīšana” un izvēlieties, kuras atbildes ir pareizās."),
                             u("VL-CASE-0014")},
                 .theirsBy = u("K-0002, 23.11.2026. 10:50"),
                 .differences = {{u("Jaunā adrese"), u("Raunas iela 14–7, Cēsis"), u("Rīgas iela 3, Cēsis")},
                                 {u("Tālrunis"), u("+371 29123456"), {}}},
                 .mayKeepOurs = true};
    Row refused{.key = u("2"),
                .act = u("Dokuments pievienots"),
                .service = u("Pases izsniegšana"),
                .number = u("CES-01-26-000120"),
                .initials = u("JK"),
                .when = u("22.11.2026. 16:10"),
                .state = State::Refused,
                .stateText = u("Serveris atteica"),
                .problem = {u("Šo lietu vairs nevar mainīt."), u("Ja kas jālabo, sāciet jaunu pieteikumu."),
                            u("VL-CASE-0003")}};
    Row waiting{.key = u("3"),
                .act = u("Pieteikums iesniegts"),
                .service = u("Dzīvesvietas deklarēšana"),
                .number = u("CES-01-26-000125"),
                .initials = u("MO"),
                .when = u("23.11.2026. 10:55"),
                .state = State::Queued,
                .stateText = u("Gaida nosūtīšanu")};
    auto taken = waiting;
    taken.key = u("4");
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
                                 {"07-pay-fees", payFees},
                                 {"07-pay-reversible", payReversible},
                                 {"07-pay-reversal-unknown", payReversalUnknown},
                                 {"07-pay-given-back", payGivenBack},
                                 {"09-day-open", dayOpen},
                                 {"09-day-agrees", dayAgrees},
                                 {"09-day-differs", dayDiffers},
                                 {"08-done", done},
                                 {"08-done-waiting", doneWaiting},
                                 {"08-done-sent", doneSent},
                                 {"09-sending", sending},
                                 {"09-sending-nothing", sendingNothing}});
}

} // namespace vienlogs::staged
