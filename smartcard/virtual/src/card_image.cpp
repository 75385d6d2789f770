// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/virtualcard/card_image.h"

#include <fcntl.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <unistd.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "vienlogs/base/failures_base.h"

namespace vienlogs::virtualcard {

namespace {

using base::codes::fileUnreadable;
using nlohmann::json;

base::Result<KeyPair> makePair(const Authority& authority, const Profile& profile, const Person& person,
                               CertificateUse use, Validity validity) {
    auto key = makeKey(profile.elliptic);
    if (!key)
        return base::fail(base::codes::internal, "making a key");
    auto certificate = authority.issue(person, key.get(), use, validity);
    if (!certificate)
        return base::fail(std::move(certificate.error()));
    return KeyPair{std::move(key), std::move(*certificate)};
}

struct FreeMemory {
    void operator()(BIO* memory) const { BIO_free(memory); }
};
using MemoryPtr = std::unique_ptr<BIO, FreeMemory>;

json toJson(const KeyPair& pair) {
    const MemoryPtr memory(BIO_new(BIO_s_mem()));
    PEM_write_bio_PrivateKey(memory.get(), pair.key.get(), nullptr, nullptr, 0, nullptr, nullptr);
    char* text = nullptr;
    const auto size = BIO_get_mem_data(memory.get(), &text);
    return {{"key", std::string(text, std::size_t(size))}, {"certificate", base::toBase64(pair.certificate)}};
}

KeyPair pairOf(const json& object) {
    const auto pem = object.at("key").get<std::string>();
    const MemoryPtr memory(BIO_new_mem_buf(pem.data(), int(pem.size())));
    KeyPtr key(PEM_read_bio_PrivateKey(memory.get(), nullptr, nullptr, nullptr));
    return {std::move(key),
            base::fromBase64(object.at("certificate").get<std::string>()).value_or(base::Bytes{})};
}

json toJson(const PinState& pin) {
    return {{"value", pin.value}, {"left", pin.left}};
}

PinState pinOf(const json& object) {
    return {object.at("value").get<std::string>(),
            std::clamp(object.at("left").get<int>(), 0, PinState::maximum)};
}

bool writeAll(int handle, const std::string& text) {
    for (std::size_t done = 0; done < text.size();) {
        const auto written = ::write(handle, text.data() + done, text.size() - done);
        if (written <= 0)
            return false;
        done += std::size_t(written);
    }
    return true;
}

} // namespace

base::Result<CardImage> makeCard(const Profile& profile, const Person& person, const CardOrder& order) {
    const ForeignIssuer stranger = person.issuer.value_or(ForeignIssuer{"Stranger Test eID ICA", "LV"});
    auto authority = order.unknownIssuer || person.issuer ? Authority::stranger(stranger)
                                                          : Authority::ofDirectory(order.authorityDirectory);
    if (!authority)
        return base::fail(authority.error());
    authority->setTrustUrl(order.trustUrl);
    auto authentication =
        makePair(*authority, profile, person, CertificateUse::Authentication, order.validity);
    auto signing = makePair(*authority, profile, person, CertificateUse::Signing, order.validity);
    if (!authentication || !signing)
        return base::fail(authentication ? signing.error() : authentication.error());
    base::Bytes serial(8);
    if (RAND_bytes(serial.data(), int(serial.size())) != 1)
        return base::fail(base::codes::internal, "random numbers");
    return CardImage{
        profile,       person,        base::toHex(serial), std::move(*authentication), std::move(*signing),
        {person.pin1}, {person.pin2}, {person.puk}};
}

base::Result<CardImage> loadCard(const std::filesystem::path& file, const Profile& profile,
                                 const Person& person) {
    std::ifstream stream(file);
    if (!stream)
        return base::fail(fileUnreadable, "no such card", file.filename().string());
    try {
        const auto object = json::parse(stream);
        if (object.at("profile") != profile.name || object.at("person") != person.identifier.toString())
            return base::fail(base::codes::invalidArgument,
                              "the file keeps another person's or another kind of card");
        CardImage card{profile,
                       person,
                       object.at("serial"),
                       pairOf(object.at("authentication")),
                       pairOf(object.at("signing")),
                       pinOf(object.at("pin1")),
                       pinOf(object.at("pin2")),
                       pinOf(object.at("puk"))};
        if (!card.authentication.key || !card.signing.key)
            return base::fail(fileUnreadable, "the card's keys", file.filename().string());
        return card;
    } catch (const json::exception&) {
        return base::fail(fileUnreadable, "not a card", file.filename().string());
    }
}

base::Result<void> saveCard(const CardImage& card, const std::filesystem::path& file) {
    const json object{{"profile", card.profile.name},    {"person", card.person.identifier.toString()},
                      {"serial", card.serial},           {"authentication", toJson(card.authentication)},
                      {"signing", toJson(card.signing)}, {"pin1", toJson(card.pin1)},
                      {"pin2", toJson(card.pin2)},       {"puk", toJson(card.puk)}};
    auto draft = file;
    draft += ".new";
    const int handle = ::open(draft.c_str(), O_CREAT | O_WRONLY | O_TRUNC | O_CLOEXEC, 0600);
    const bool written = handle >= 0 && writeAll(handle, object.dump(1));
    if (handle >= 0)
        ::close(handle);
    std::error_code error;
    if (written)
        std::filesystem::rename(draft, file, error);
    if (!written || error)
        return base::fail(fileUnreadable, "writing a card", file.filename().string());
    return {};
}

} // namespace vienlogs::virtualcard
