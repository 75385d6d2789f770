// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <iostream>

#include "commands.h"
#include "context.h"
#include "output.h"
#include "pin_entry.h"
#include "vienlogs/base/failures_base.h"

namespace vienlogs::cardtool {

namespace {

using ports::PinInput;
using ports::PinKind;

const base::LocalizedText current{"Pašreizējais PIN", "Current PIN", "Текущий PIN"},
    fresh{"Jaunais PIN", "New PIN", "Новый PIN"},
    again{"Jaunais PIN vēlreiz", "New PIN again", "Новый PIN ещё раз"}, puk{"PUK", "PUK", "PUK"},
    differ{"Abi ievadītie PIN atšķiras.", "The two PINs differ.", "Введённые PIN различаются."},
    good{"Izdarīts.", "Done.", "Готово."};

/// The two codes of a change: what holds now, and the new one. From a descriptor once, by hand twice.
base::Result<void> change(const Options& options, const base::LocalizedText& first,
                          const std::function<base::Result<void>(PinInput, PinInput)>& act) {
    if (options.pad)
        return act(PinInput::atPad(), PinInput::atPad());
    PinEntry entry(options);
    const auto old = entry.ask(first);
    if (!old)
        return base::fail(old.error());
    const auto next = entry.ask(fresh);
    if (!next)
        return base::fail(next.error());
    if (!options.pinHandle)
        if (const auto repeated = entry.ask(again); !repeated || repeated->view() != next->view())
            return base::fail(base::codes::invalidArgument, differ.in(options.language), "PIN");
    return act(*old, *next);
}

base::Result<void> verify(const Options& options, ports::CardSession& session, PinKind kind) {
    if (options.pad)
        return session.verifyPin(kind, PinInput::atPad());
    const auto pin = PinEntry(options).ask(current);
    return pin ? session.verifyPin(kind, *pin) : base::fail(pin.error());
}

base::Result<void> act(const Options& options, ports::CardSession& session, PinKind kind) {
    const auto& what = options.words[1];
    if (what == "verify")
        return verify(options, session, kind);
    if (what == "change")
        return change(options, current,
                      [&](PinInput old, PinInput next) { return session.changePin(kind, old, next); });
    return change(options, puk,
                  [&](PinInput old, PinInput next) { return session.unblockPin(kind, old, next); });
}

} // namespace

int handlePin(const Options& options) {
    const auto context = CardContext::make(options);
    const auto session = context ? (*context)->open(options) : base::fail(context.error());
    if (!session)
        return complain(options, session.error());
    const auto kind = options.words[2] == "1" ? PinKind::Pin1 : PinKind::Pin2;
    if (const auto result = act(options, **session, kind); !result)
        return complain(options, result.error(), notDone, Json{{"done", false}});
    if (options.json)
        print({{"done", true}});
    else
        std::cout << good.in(options.language) << '\n';
    return done;
}

} // namespace vienlogs::cardtool
