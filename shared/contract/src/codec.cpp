// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/contract/codec.h"

#include "fields_wire.h"
#include "vienlogs/base/failures_base.h"
#include "vienlogs/digest/sha256.h"

namespace vienlogs::contract {

namespace {

constexpr std::size_t maxDepth = 64;

/// Builds a value; refuses what is too deep or says a key twice.
class StrictSax {
public:
    explicit StrictSax(Json& root) : root_(root) {}
    bool null() { return put(nullptr); }
    bool boolean(bool v) { return put(v); }
    bool number_integer(std::int64_t v) { return put(v); }
    bool number_unsigned(std::uint64_t v) { return put(v); }
    bool number_float(double v, const std::string&) { return put(v); }
    // No text of ours has a NUL, and PostgreSQL keeps none.
    bool string(std::string& v) { return v.find('\0') == std::string::npos && put(std::move(v)); }
    bool binary(Json::binary_t&) { return false; } // JSON has none
    bool start_object(std::size_t) { return open(Json::object()); }
    bool key(std::string& v) {
        const auto [at, isNew] = open_.back()->get_ref<Json::object_t&>().emplace(std::move(v), nullptr);
        member_ = &at->second;
        return isNew;
    }
    bool end_object() { return close(); }
    bool start_array(std::size_t) { return open(Json::array()); }
    bool end_array() { return close(); }
    bool parse_error(std::size_t, const std::string&, const Json::exception&) { return false; }

private:
    /// Where the next value belongs.
    Json& place() {
        if (open_.empty())
            return root_;
        return open_.back()->is_array() ? open_.back()->get_ref<Json::array_t&>().emplace_back() : *member_;
    }
    bool put(Json value) {
        place() = std::move(value);
        return true;
    }
    bool open(Json value) {
        auto& here = place();
        here = std::move(value);
        open_.push_back(&here);
        return open_.size() <= maxDepth;
    }
    bool close() {
        open_.pop_back();
        return true;
    }

    Json& root_;
    std::vector<Json*> open_; ///< From the root to the innermost; an element moves only while it is not open.
    Json* member_ = nullptr;
};

template<typename Body>
void readBody(const Json& json, domain::cases::CommandBody& body) {
    Body value;
    read(json, value, "body");
    body = std::move(value);
}

/// Reads the body that the type names, trying each alternative of the variant.
template<std::size_t... I>
void readBodyOf(const std::string& type, const Json& json, domain::cases::CommandBody& body,
                std::index_sequence<I...>) {
    using Variant = domain::cases::CommandBody;
    const bool found = ((type == domain::cases::typeOf(Variant(std::in_place_index<I>)) &&
                         (readBody<std::variant_alternative_t<I, Variant>>(json, body), true)) ||
                        ...);
    if (!found)
        throw WrongShape{"type"};
}

template<typename V>
void envelope(V& v, domain::cases::Command& c) {
    v("key", c.key);
    v("stream", c.stream);
    v("device", c.device);
    v("epoch", c.epoch);
    v("sequence", c.sequence);
    v("clerk", c.clerk);
    v("place", c.place);
    v("at", c.at);
}

} // namespace

template<typename V>
void fields(V& v, domain::cases::Command& c) {
    envelope(v, c);
    if constexpr (std::is_same_v<V, Writer>) {
        v.json["type"] = std::string(domain::cases::typeOf(c.body));
        v.json["body"] = std::visit([](const auto& body) { return write(body); }, c.body);
    } else {
        std::string type;
        v("type", type);
        const auto body = v.json.find("body");
        readBodyOf(type, body == v.json.end() ? Json() : *body, c.body,
                   std::make_index_sequence<std::variant_size_v<domain::cases::CommandBody>>());
    }
}

base::Result<Json> parseJson(std::string_view text, std::size_t maxBytes) {
    if (text.size() > maxBytes)
        return base::fail(base::codes::invalidArgument, "JSON over the limit");
    Json json;
    StrictSax sax(json);
    try {
        if (!Json::sax_parse(text.begin(), text.end(), &sax))
            return base::fail(base::codes::invalidArgument, "not strict JSON");
    } catch (const Json::exception&) {
        return base::fail(base::codes::invalidArgument, "not JSON");
    }
    return json;
}

template<typename T>
Json toJson(const T& value) {
    return write(value);
}

template<typename T>
base::Result<T> fromJson(const Json& json) {
    T value{};
    try {
        read(json, value, "");
    } catch (const WrongShape& wrong) {
        return base::fail(base::codes::invalidArgument, "field " + wrong.field);
    } catch (const Json::exception& error) {
        return base::fail(base::codes::invalidArgument, "JSON value " + std::to_string(error.id));
    }
    return value;
}

template<typename T>
std::string encode(const T& value) {
    return write(value).dump(-1, ' ', false, Json::error_handler_t::replace);
}

/// The feed sends a month of cases after a month away, and they are JSON already: they go in as they are
/// kept.
template<>
std::string encode<ChangesPage>(const ChangesPage& page) {
    const auto quoted = [](const std::string& text) {
        return Json(text).dump(-1, ' ', false, Json::error_handler_t::replace);
    };
    std::string text = "{\"changes\":[";
    for (const auto& change : page.changes) {
        if (text.back() != '[')
            text += ',';
        text.append("{\"body\":").append(change.bodyJson.empty() ? "null" : change.bodyJson);
        text.append(",\"id\":").append(quoted(change.id)).append(",\"kind\":").append(quoted(change.kind));
        text.append(",\"sequence\":").append(std::to_string(change.sequence));
        text.append(",\"tombstone\":").append(change.tombstone ? "true}" : "false}");
    }
    text.append("],\"epoch\":").append(quoted(page.epoch)).append(",\"more\":");
    return text.append(page.more ? "true" : "false").append(",\"next\":").append(quoted(page.next)) + "}";
}

template<typename T>
base::Result<T> decode(std::string_view text) {
    const auto json = parseJson(text);
    if (!json)
        return base::fail(json.error());
    return fromJson<T>(*json);
}

bool needsNewEpoch(const CommandResult& result) {
    return result.status == CommandStatus::Conflict && result.problem &&
           (result.problem->code == "VL-SRV-0014" || result.problem->code == "VL-SRV-0015");
}

std::string auditHeadText(const AuditHead& head) {
    return std::to_string(head.size) + "\n" + head.root + "\n" + base::toRfc3339(head.at);
}

std::string auditStampText(const AuditHead& head) {
    return "vienlogs-audit-stamp\n" + auditHeadText(head) + "\n" + head.signature;
}

std::string auditKeyText(const AuditKeyInfo& key) {
    return "vienlogs-audit-key\n" + key.endorsedBy + "\n" + key.publicKey;
}

std::string fingerprintOf(const domain::cases::Command& command) {
    auto said = command;
    said.epoch = said.sequence = 0;
    return digest::toHex(digest::sha256(encode(said)));
}

#define VIENLOGS_WIRE(T)                                                                                     \
    template Json toJson<T>(const T&);                                                                       \
    template base::Result<T> fromJson<T>(const Json&);                                                       \
    template std::string encode<T>(const T&);                                                                \
    template base::Result<T> decode<T>(std::string_view);

VIENLOGS_WIRE(domain::cases::Command)
VIENLOGS_WIRE(domain::cases::Case)
VIENLOGS_WIRE(domain::payments::Payment)
VIENLOGS_WIRE(domain::payments::DayClosing)
VIENLOGS_WIRE(std::vector<domain::cases::Command>)
VIENLOGS_WIRE(Problem)
VIENLOGS_WIRE(LoginChallenge)
VIENLOGS_WIRE(LoginRequest)
VIENLOGS_WIRE(Session)
VIENLOGS_WIRE(std::vector<LoginIssuer>)
VIENLOGS_WIRE(FederatedBegin)
VIENLOGS_WIRE(FederatedChallenge)
VIENLOGS_WIRE(FederatedLoginRequest)
VIENLOGS_WIRE(std::vector<SecurityEvent>)
VIENLOGS_WIRE(CommandResult)
VIENLOGS_WIRE(std::vector<CommandResult>)
// Its encode() is above.
template Json toJson<ChangesPage>(const ChangesPage&);
template base::Result<ChangesPage> fromJson<ChangesPage>(const Json&);
template base::Result<ChangesPage> decode<ChangesPage>(std::string_view);
VIENLOGS_WIRE(BlobState)
VIENLOGS_WIRE(RegisterRequest)
VIENLOGS_WIRE(RegisterAnswer)
VIENLOGS_WIRE(ReferenceManifest)
VIENLOGS_WIRE(std::vector<HistoryEntry>)
VIENLOGS_WIRE(std::vector<AccessRecord>)
VIENLOGS_WIRE(AuditHead)
VIENLOGS_WIRE(AuditHeads)
VIENLOGS_WIRE(AuditKeyInfo)
VIENLOGS_WIRE(AuditStamp)
VIENLOGS_WIRE(AuditStampState)
VIENLOGS_WIRE(AuditInclusion)
VIENLOGS_WIRE(AuditConsistency)
VIENLOGS_WIRE(std::vector<RegisterHealth>)

} // namespace vienlogs::contract
