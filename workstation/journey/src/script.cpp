// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/journey/script.h"

#include <array>

#include <QFile>

#include "vienlogs/base/failures_base.h"

namespace vienlogs::journey {

namespace {

constexpr qsizetype largestScript = 256 * 1024;

/// How the rest of a line is read.
enum class Rest { Name, NameAndText, Everything, Milliseconds, Seconds };

struct Grammar {
    const char* word;
    Verb verb;
    Rest rest;
};

constexpr std::array grammar{Grammar{"wait", Verb::Wait, Rest::Name},
                             Grammar{"gone", Verb::Gone, Rest::Name},
                             Grammar{"type", Verb::Type, Rest::NameAndText},
                             Grammar{"press", Verb::Press, Rest::Name},
                             Grammar{"click", Verb::Click, Rest::Name},
                             Grammar{"choose", Verb::Choose, Rest::NameAndText},
                             Grammar{"expect", Verb::Expect, Rest::NameAndText},
                             Grammar{"shot", Verb::Shot, Rest::Name},
                             Grammar{"announce", Verb::Announce, Rest::Everything},
                             Grammar{"await", Verb::Await, Rest::Everything},
                             Grammar{"pause", Verb::Pause, Rest::Milliseconds},
                             Grammar{"within", Verb::Within, Rest::Seconds}};

bool readRest(const QString& rest, Rest how, Step& step) {
    const qsizetype space = rest.indexOf(QLatin1Char(' '));
    bool number = true;
    switch (how) {
    case Rest::Name:
        step.name = rest;
        return !rest.isEmpty() && space < 0;
    case Rest::Everything:
        step.name = rest;
        return !rest.isEmpty();
    case Rest::NameAndText:
        step.name = rest.left(space);
        step.text = rest.mid(space + 1).trimmed();
        return space > 0 && !step.text.isEmpty();
    case Rest::Milliseconds:
        step.time = std::chrono::milliseconds(rest.toUInt(&number));
        return number;
    case Rest::Seconds:
        step.time = std::chrono::seconds(rest.toUInt(&number));
        return number;
    }
    return false;
}

bool readLine(const QString& line, Step& step) {
    const QString word = line.section(QLatin1Char(' '), 0, 0);
    const QString rest = line.mid(word.size()).trimmed();
    for (const Grammar& known : grammar)
        if (word == QLatin1String(known.word)) {
            step.verb = known.verb;
            return readRest(rest, known.rest, step);
        }
    return false;
}

} // namespace

base::Result<std::vector<Step>> parseScript(const QString& text) {
    std::vector<Step> steps;
    int number = 0;
    for (const QString& raw : text.split(QLatin1Char('\n'))) {
        ++number;
        const QString line = raw.trimmed();
        if (line.isEmpty() || line.startsWith(QLatin1Char('#')))
            continue;
        Step step;
        step.line = number;
        if (!readLine(line, step)) {
            // Only the verb: the rest may be a PIN.
            const QString what =
                QStringLiteral("%1: %2").arg(number).arg(line.section(QLatin1Char(' '), 0, 0));
            return base::fail(base::codes::invalidArgument, "line " + what.toStdString());
        }
        steps.push_back(step);
    }
    return steps;
}

base::Result<std::vector<Step>> readScript(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > largestScript)
        return base::fail(base::codes::fileUnreadable, file.errorString().toStdString(), path.toStdString());
    return parseScript(QString::fromUtf8(file.readAll()));
}

} // namespace vienlogs::journey
