// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/virtualcard/person.h"

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>

#include "vienlogs/base/failures_base.h"

namespace vienlogs::virtualcard {

namespace {

bool isCode(const std::string& code, std::size_t shortest) {
    return code.size() >= shortest && code.size() <= 12 &&
           std::all_of(code.begin(), code.end(), [](char c) { return c >= '0' && c <= '9'; });
}

base::Result<base::Identifier> identifierOf(const nlohmann::json& json) {
    if (json.contains("identifier"))
        return base::Identifier::parse(json.at("identifier").get<std::string>());
    return base::Identifier::latvianPersonalCode(json.at("personalCode").get<std::string>());
}

} // namespace

base::Result<Person> readPerson(const std::filesystem::path& file) {
    std::ifstream stream(file);
    if (!stream)
        return base::fail(base::codes::fileUnreadable, {}, file.filename().string());
    try {
        const auto json = nlohmann::json::parse(stream);
        auto identifier = identifierOf(json);
        if (!identifier)
            return base::fail(std::move(identifier.error()));
        Person person{json.at("givenName"), json.at("familyName"), std::move(*identifier)};
        person.pin1 = json.value("pin1", person.pin1);
        person.pin2 = json.value("pin2", person.pin2);
        person.puk = json.value("puk", person.puk);
        if (json.contains("issuer"))
            person.issuer =
                ForeignIssuer{json.at("issuer").at("commonName"), json.at("issuer").at("country")};
        if (!isCode(person.pin1, 4) || !isCode(person.pin2, 6) || !isCode(person.puk, 8))
            return base::fail(base::codes::invalidArgument, "a PIN or PUK of the wrong length");
        return person;
    } catch (const nlohmann::json::exception&) {
        return base::fail(base::codes::invalidArgument, "not the JSON of a person");
    }
}

std::string inCapitals(const std::string& utf8) {
    std::string text = utf8;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        if (c >= 'a' && c <= 'z')
            text[i] = char(c - 'a' + 'A');
        if ((c != 0xC4 && c != 0xC5) || i + 1 == text.size())
            continue;
        // Latin Extended-A comes in pairs, the capital first: even in most of it, odd in U+0139-0148 and
        // U+0179-017E.
        const int letter = (c & 0x1F) << 6 | (text[i + 1] & 0x3F);
        const bool capitalsAreOdd = (letter >= 0x139 && letter <= 0x148) || letter >= 0x179;
        if ((letter % 2 == 1) != capitalsAreOdd)
            text[i + 1] = char(text[i + 1] - 1);
        ++i;
    }
    return text;
}

} // namespace vienlogs::virtualcard
