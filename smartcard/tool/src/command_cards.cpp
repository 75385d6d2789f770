// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <iostream>

#include "commands.h"
#include "context.h"
#include "output.h"

namespace vienlogs::cardtool {

namespace {

const base::LocalizedText cardIn{"karte", "card", "карта"}, empty{"tukšs", "empty", "пусто"},
    validTo{"derīga līdz", "valid until", "действует до"}, triesLeft{"mēģinājumi", "tries left", "попыток"};

std::string dayOf(base::Timestamp time) {
    return base::toLatvianDate(std::chrono::year_month_day(std::chrono::floor<std::chrono::days>(time)));
}

constexpr std::pair<const char*, ports::PinKind> codes[] = {
    {"PIN1", ports::PinKind::Pin1}, {"PIN2", ports::PinKind::Pin2}, {"PUK", ports::PinKind::Puk}};

Json toJson(ports::CardSession& session, const ports::CardIdentity& identity) {
    Json json{{"reader", session.reader()},
              {"pinPad", session.hasPinPad()},
              {"identifier", identity.person.toString()},
              {"givenName", identity.givenName},
              {"familyName", identity.familyName},
              {"issuer", identity.issuer},
              {"validFrom", base::toRfc3339(identity.validFrom)},
              {"validTo", base::toRfc3339(identity.validTo)},
              {"codes", Json::object()}};
    for (const auto& [name, kind] : codes)
        if (const auto counter = session.pinCounter(kind))
            json["codes"][name] = {{"left", counter->left}, {"maximum", counter->maximum}};
        else
            json["codes"][name] = {{"failure", counter.error().code.text}};
    return json;
}

void printText(const Options& options, ports::CardSession& session, const ports::CardIdentity& identity) {
    std::cout << identity.givenName << ' ' << identity.familyName << ", " << identity.person.toString()
              << '\n'
              << session.reader() << '\n'
              << identity.issuer << ", " << validTo.in(options.language) << ' ' << dayOf(identity.validTo)
              << '\n';
    for (const auto& [name, kind] : codes)
        if (const auto counter = session.pinCounter(kind))
            std::cout << name << ": " << triesLeft.in(options.language) << ' ' << counter->left << '/'
                      << counter->maximum << '\n';
}

} // namespace

int listReaders(const Options& options) {
    const auto context = CardContext::make(options);
    const auto readers = context ? (*context)->readers().readers() : base::fail(context.error());
    if (!readers)
        return complain(options, readers.error());
    Json json = Json::array();
    for (const auto& reader : *readers) {
        json.push_back({{"reader", reader.name}, {"card", reader.cardPresent}});
        if (!options.json)
            std::cout << reader.name << ": " << (reader.cardPresent ? cardIn : empty).in(options.language)
                      << '\n';
    }
    if (options.json)
        print(json);
    return done;
}

int readCard(const Options& options) {
    const auto context = CardContext::make(options);
    const auto session = context ? (*context)->open(options) : base::fail(context.error());
    if (!session)
        return complain(options, session.error());
    const auto identity = (*session)->identity();
    if (!identity)
        return complain(options, identity.error());
    if (options.json)
        print(toJson(**session, *identity));
    else
        printText(options, **session, *identity);
    return done;
}

int checkSettings(const Options& options) {
    const auto context = CardContext::make(options);
    const auto services = ServiceContext::make(options);
    const auto readers = context ? (*context)->readers().readers() : base::fail(context.error());
    if (!services)
        return complain(options, services.error());
    return readers ? done : complain(options, readers.error());
}

} // namespace vienlogs::cardtool
