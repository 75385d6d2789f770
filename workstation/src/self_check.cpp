// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "self_check.h"

#include <QEventLoop>
#include <cstdio>

#include "vienlogs/base/failure_text.h"

namespace vienlogs::workstation {

namespace {

class Report {
public:
    explicit Report(base::Language language) : language_(language) {}
    void good(const char* what, const std::string& detail) {
        std::printf("ok   %s %s\n", what, detail.c_str());
    }
    void bad(const char* what, const base::Failure& failure) {
        const auto message = base::messageOf(failure, language_);
        std::printf("FAIL %s %s %s\n", what, message.code.c_str(), message.happened.c_str());
        allGood_ = false;
    }
    [[nodiscard]] bool allGood() const { return allGood_; }

private:
    base::Language language_;
    bool allGood_ = true;
};

void checkServer(Report& report, ports::ApiClient& api) {
    QEventLoop waiting;
    api.requestChallenge([&](const base::Result<contract::LoginChallenge>& challenge) {
        if (challenge)
            report.good("server", "answers");
        else
            report.bad("server", challenge.error());
        waiting.quit();
    });
    waiting.exec();
}

void checkReaders(Report& report, DeskPorts& ports) {
    const auto readers = ports.cardReaders.readers();
    if (!readers)
        report.bad("readers", readers.error());
    else if (readers->empty())
        report.bad("readers", {base::FailureCode{"VL-DEV-0010"}});
    else
        for (const auto& reader : *readers)
            report.good("reader", reader.name + (reader.cardPresent ? " (card)" : ""));
}

} // namespace

bool checkDesk(const Settings& settings, DeskPorts& ports) {
    Report report(settings.language.value());
    report.good("store", "device " + ports.device + ", place " + settings.place.value().toStdString());
    checkServer(report, *ports.api);
    checkReaders(report, ports);
    if (const auto terminal = ports.terminal.registerTerminal())
        report.good("terminal", terminal->terminalId);
    else
        report.bad("terminal", terminal.error());
    if (const auto scanners = ports.scanner.scanners())
        report.good("scanners", std::to_string(scanners->size()));
    else
        report.bad("scanners", scanners.error());
    if (const auto printers = ports.printer.printers())
        report.good("printers", std::to_string(printers->size()));
    else
        report.bad("printers", printers.error());
    return report.allGood();
}

} // namespace vienlogs::workstation
