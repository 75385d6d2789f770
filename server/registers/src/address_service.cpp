// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "address_service.h"

#include <algorithm>
#include <array>
#include <charconv>

#include <nlohmann/json.hpp>

namespace vienlogs::registers {

namespace {

using Json = nlohmann::json;

constexpr std::string_view prefix = "/adresu-registrs/v1/";
constexpr std::size_t usualLimit = 10, searchLimit = 50, pageLimit = 1000, longestQuery = 200;
constexpr std::array<std::pair<std::string_view, char>, 22> folds{
    {{"ā", 'a'}, {"č", 'c'}, {"ē", 'e'}, {"ģ", 'g'}, {"ī", 'i'}, {"ķ", 'k'}, {"ļ", 'l'}, {"ņ", 'n'},
     {"š", 's'}, {"ū", 'u'}, {"ž", 'z'}, {"Ā", 'a'}, {"Č", 'c'}, {"Ē", 'e'}, {"Ģ", 'g'}, {"Ī", 'i'},
     {"Ķ", 'k'}, {"Ļ", 'l'}, {"Ņ", 'n'}, {"Š", 's'}, {"Ū", 'u'}, {"Ž", 'z'}}};

HttpAnswer problem(int status, const char* type, const std::string& title, Json more = Json::object()) {
    more["type"] = std::string("urn:lv:vzd:adresu-registrs:") + type;
    more["title"] = title;
    more["status"] = status;
    return {status, "application/problem+json", more.dump()};
}

Json toJson(const Address& address) {
    return {{"kods", address.code},
            {"adrese", address.text},
            {"pastaIndekss", address.postcode},
            {"pasvaldiba", address.municipality},
            {"irMajoklis", address.dwelling}};
}

std::size_t numberOf(const HttpCall& call, const char* name, std::size_t usual, std::size_t most) {
    const auto found = call.query.find(name);
    std::size_t value = usual;
    if (found != call.query.end())
        std::from_chars(found->second.data(), found->second.data() + found->second.size(), value);
    return std::clamp<std::size_t>(value, 1, most);
}

bool anyBegins(const std::vector<std::string>& words, const std::string& with) {
    return std::any_of(words.begin(), words.end(), [&](const auto& word) { return word.starts_with(with); });
}

/// House and flat numbers must be whole, unless they are still being typed at the end.
bool matches(const std::vector<std::string>& words, const std::vector<std::string>& asked) {
    for (std::size_t i = 0; i < asked.size(); ++i) {
        const bool number = asked[i].find_first_not_of("0123456789") == std::string::npos;
        const bool whole = std::find(words.begin(), words.end(), asked[i]) != words.end();
        if (number && i + 1 < asked.size() ? !whole : !anyBegins(words, asked[i]))
            return false;
    }
    return true;
}

} // namespace

std::vector<std::string> foldedWords(const std::string& text) {
    std::vector<std::string> words(1);
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        const auto fold =
            c < 0x80 ? folds.end() : std::find_if(folds.begin(), folds.end(), [&](const auto& f) {
                return text.compare(i, 2, f.first) == 0;
            });
        if (fold != folds.end()) {
            words.back() += fold->second;
            ++i;
        } else if (std::isalnum(c) || c >= 0x80) {
            words.back() += static_cast<char>(std::tolower(c));
        } else if (!words.back().empty()) {
            words.emplace_back();
        }
    }
    if (words.back().empty())
        words.pop_back();
    return words;
}

AddressService::AddressService(const World& world) : world_(world) {
    for (const auto& address : world.addresses)
        words_.push_back(foldedWords(address.text));
}

bool AddressService::serves(std::string_view path) const {
    return path.starts_with(prefix);
}

std::vector<Index> AddressService::search(const std::string& text, std::size_t limit) const {
    const auto asked = foldedWords(text);
    std::vector<Index> found;
    for (Index i = 0; i < words_.size() && !asked.empty(); ++i)
        if (matches(words_[i], asked))
            found.push_back(i);
    const auto rank = [&](Index i) {
        // What begins like the question comes first, whole buildings before their flats.
        const bool begins = words_[i].front().starts_with(asked.front());
        return std::tuple(!begins, words_[i].size(), world_.addresses[i].text);
    };
    const auto count = std::min(limit, found.size());
    std::partial_sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(count), found.end(),
                      [&](Index a, Index b) { return rank(a) < rank(b); });
    found.resize(count);
    return found;
}

HttpAnswer AddressService::answer(const HttpCall& call, base::Timestamp asOf) {
    if (call.method != "GET")
        return problem(405, "metode", "Atļauta tikai GET metode");
    const auto path = call.path.substr(prefix.size());
    const auto send = [&](Json body) {
        body["datiUz"] = base::toRfc3339(asOf);
        return HttpAnswer{200, "application/json", body.dump()};
    };
    if (path.starts_with("adreses/")) {
        const auto index = world_.addressIndex(path.substr(std::string_view("adreses/").size()));
        return index ? send({{"adrese", toJson(world_.addresses[*index])}})
                     : problem(404, "nav", "Tādas adreses nav");
    }
    Json list = Json::array();
    if (path.starts_with("pasta-indeksi/")) {
        const auto code = path.substr(std::string_view("pasta-indeksi/").size());
        for (const auto& address : world_.addresses)
            if (address.postcode == code && list.size() < pageLimit)
                list.push_back(toJson(address));
        return list.empty() ? problem(404, "nav", "Tāda pasta indeksa nav") : send({{"adreses", list}});
    }
    if (path != "adreses")
        return problem(404, "nav", "Tāda resursa nav");
    const auto question = call.query.find("q");
    if (question != call.query.end()) {
        if (question->second.size() > longestQuery)
            return problem(400, "par-garu", "Meklējamais teksts ir par garu");
        for (const auto index : search(question->second, numberOf(call, "skaits", usualLimit, searchLimit)))
            list.push_back(toJson(world_.addresses[index]));
        return send({{"adreses", list}});
    }
    const auto after = call.query.find("pec");
    const auto afterIndex = after != call.query.end() ? world_.addressIndex(after->second) : std::nullopt;
    const auto limit = numberOf(call, "skaits", pageLimit, pageLimit);
    auto index = afterIndex ? *afterIndex + 1 : 0;
    for (; index < world_.addresses.size() && list.size() < limit; ++index)
        list.push_back(toJson(world_.addresses[index]));
    Json body{{"kopa", world_.addresses.size()}};
    if (index < world_.addresses.size())
        body["pec"] = world_.addresses[index - 1].code;
    body["adreses"] = std::move(list);
    return send(std::move(body));
}

HttpAnswer AddressService::closed(const HttpCall&, base::Timestamp until) {
    return problem(503, "slegts", "Reģistru slēdzis tā turētājs", {{"slegtsLidz", base::toRfc3339(until)}});
}

HttpAnswer AddressService::broken(const HttpCall&) {
    return problem(500, "kluda", "Iekšēja kļūda");
}

} // namespace vienlogs::registers
