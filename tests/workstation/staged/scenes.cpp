// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "scene_parts.h"

namespace vienlogs::staged {

using namespace viewmodels;
using Screen = AppViewModel::Screen;

QString u(const char* text) {
    return QString::fromUtf8(text);
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
    s.levelText = u("Sertifikāts derīgs (OCSP, 10:42)");
    s.canCheckPhoto = true;
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

const std::vector<Scene>& scenes() {
    static const std::vector<Scene> all = [] {
        std::vector<Scene> scenes;
        addFirstScenes(scenes);
        addFormScenes(scenes);
        addLastScenes(scenes);
        return scenes;
    }();
    return all;
}

} // namespace vienlogs::staged
