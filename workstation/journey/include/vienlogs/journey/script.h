// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>
#include <vector>

#include <QString>

#include "vienlogs/base/result.h"

namespace vienlogs::journey {

/// What one line of a script asks for.
enum class Verb {
    Wait,     ///< wait NAME: until the widget is visible and enabled
    Gone,     ///< gone NAME: until no such widget is visible
    Type,     ///< type NAME TEXT: clears the line and types, key by key
    Press,    ///< press KEYS: "Enter", "Ctrl+K", "Alt+P" to the widget with the keyboard
    Click,    ///< click NAME
    Choose,   ///< choose NAME TEXT: the card, option or entry with the text inside the widget NAME
    Expect,   ///< expect NAME TEXT: until the widget shows the text
    Shot,     ///< shot NAME: a picture of the window
    Announce, ///< announce WHAT: prints "journey: WHAT" for whoever walks along outside
    Await,    ///< await WHAT: prints "journey: await WHAT" and goes on when it was answered
    Pause,    ///< pause MILLISECONDS
    Within,   ///< within SECONDS: time limit of the lines that follow
};

/// One line of a script.
struct Step {
    int line = 0;
    Verb verb = Verb::Wait;
    QString name; ///< Of a widget, keys, a picture or what is announced.
    QString text;
    std::chrono::milliseconds time{0};
    friend bool operator==(const Step&, const Step&) = default;
};

/// Reads a script: a step a line, "#" begins a remark. VL-BASE-0002 with the line for one that is not
/// understood.
[[nodiscard]] base::Result<std::vector<Step>> parseScript(const QString& text);
/// The same from a file; VL-BASE-0005 when it cannot be read.
[[nodiscard]] base::Result<std::vector<Step>> readScript(const QString& path);

} // namespace vienlogs::journey
