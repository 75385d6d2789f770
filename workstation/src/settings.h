// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QString>
#include <QStringList>

#include "vienlogs/base/language.h"
#include "vienlogs/base/result.h"

namespace vienlogs::workstation {

/// One typed value of the settings. The administrator's file may lock it: then nothing else changes it.
template<typename T>
class Setting {
public:
    Setting(const char* name, T standard) : name_(name), value_(std::move(standard)) {}
    [[nodiscard]] QString name() const { return QLatin1String(name_); }
    [[nodiscard]] const T& value() const { return value_; }
    [[nodiscard]] bool locked() const { return locked_; }
    /// False when it is locked.
    bool set(T value) {
        if (!locked_)
            value_ = std::move(value);
        return !locked_;
    }
    void lock() { locked_ = true; }

private:
    const char* name_;
    T value_;
    bool locked_ = false;
};

/// Everything a desk is told from outside. The names are those of the command line and of the settings file.
struct Settings {
    Setting<QString> data{"data", QString()};
    Setting<QString> server{"server", QString()};
    Setting<QString> deviceCertificate{"device-cert", QString()};
    Setting<QString> deviceKey{"device-key", QString()};
    Setting<QString> authority{"ca", QString()};
    Setting<QString> place{"place", QString()};
    Setting<QString> placeName{"place-name", QString()};
    Setting<QString> cardAuthorities{"card-ca", QString()};
    Setting<QString> ocsp{"ocsp", QString()};   ///< URL, or "certificate"; empty: nobody is asked.
    Setting<QString> proxy{"proxy", QString()}; ///< "http://host:port", of questions to the status service.
    Setting<QString> clerkReader{"clerk-reader", QString()};
    Setting<QString> clientReader{"client-reader", QString()};
    Setting<QString> pos{"pos", QString()}; ///< "host:port" of the card terminal.
    Setting<base::Language> language{"language", base::Language::Latvian};
    Setting<double> textScale{"text-scale", 1.0}; ///< 1 to 2.
};

/// What this start is for.
struct StartOptions {
    Settings settings;
    QString journey;
    QString screenshots;
    bool check = false;
    bool timings = false;
    bool version = false;
    bool help = false;
};

/// Reads the settings file (INI; keys under [desk], `locked` lists keys that nothing may change), then the
/// command line. VL-BASE-0002 with the option as argument, VL-BASE-0005 with the file.
[[nodiscard]] base::Result<StartOptions> readOptions(const QStringList& arguments);
/// What --help prints.
[[nodiscard]] QString helpText();

} // namespace vienlogs::workstation
