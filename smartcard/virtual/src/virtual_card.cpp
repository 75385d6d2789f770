// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/virtualcard/virtual_card.h"

#include <algorithm>
#include <utility>

#include "card_keys.h"
#include "file_system.h"

namespace vienlogs::virtualcard {

namespace {

constexpr std::uint16_t ok = 0x9000, wrongLength = 0x6700, notSatisfied = 0x6982, blocked = 0x6983,
                        wrongData = 0x6A80, noFile = 0x6A82, wrongParameters = 0x6A86, noReference = 0x6A88,
                        outsideOfFile = 0x6B00, noInstruction = 0x6D00, noFileSelected = 0x6986;

const base::Bytes mainIdentifier{0xA0, 0x00, 0x00, 0x00, 0x77, 0x01, 0x08, 0x00,
                                 0x07, 0x00, 0x00, 0xFE, 0x00, 0x00, 0x01, 0x00};
const base::Bytes awpIdentifier{0xE8, 0x28, 0xBD, 0x08, 0x0F, 0xF2, 0x50, 0x4F, 0x54, 0x20, 0x41, 0x57, 0x50};
const base::Bytes qscdIdentifier{0x51, 0x53, 0x43, 0x44, 0x20, 0x41, 0x70, 0x70,
                                 0x6C, 0x69, 0x63, 0x61, 0x74, 0x69, 0x6F, 0x6E};

} // namespace

struct VirtualCard::Request {
    std::uint8_t instruction = 0, p1 = 0, p2 = 0;
    base::Bytes data;
    std::size_t expected = 0; ///< 0: no data wanted.

    /// Short commands only, as the readers of such cards send them.
    static std::optional<Request> parse(const base::Bytes& command) {
        if (command.size() < 4)
            return std::nullopt;
        Request request{command[1], command[2], command[3], {}, 0};
        const auto le = [](std::uint8_t byte) { return byte ? byte : std::size_t(256); };
        if (command.size() == 5)
            request.expected = le(command[4]);
        if (command.size() <= 5)
            return request;
        const std::size_t length = command[4];
        if (length == 0 || (command.size() != 5 + length && command.size() != 6 + length))
            return std::nullopt;
        request.data.assign(command.begin() + 5, command.begin() + 5 + long(length));
        if (command.size() == 6 + length)
            request.expected = le(command.back());
        return request;
    }
};

struct VirtualCard::Reply {
    std::uint16_t status = ok;
    base::Bytes data{};

    [[nodiscard]] base::Bytes encode() && {
        data.insert(data.end(), {std::uint8_t(status >> 8), std::uint8_t(status & 0xFF)});
        return std::move(data);
    }
};

VirtualCard::VirtualCard(CardImage image, std::function<void(const CardImage&)> changed)
    : image_(std::move(image)), changed_(std::move(changed)) {
    files_[Place::Main] = mainFiles(image_);
    files_[Place::Authentication] = authenticationFiles(image_);
    files_[Place::Signing] = signingFiles(image_);
}

void VirtualCard::reset() {
    place_ = Place::Main;
    file_ = nullptr;
    environment_ = nullptr;
    pin1Presented_ = pin2Presented_ = pukPresented_ = false;
}

base::Bytes VirtualCard::process(const base::Bytes& command) {
    const auto request = Request::parse(command);
    if (!request)
        return Reply{wrongLength}.encode();
    switch (request->instruction) {
    case 0xA4:
        return select(*request).encode();
    case 0xB0:
        return readBinary(*request).encode();
    case 0xCB:
        return readCounter(*request).encode();
    case 0x20:
        return verify(*request).encode();
    case 0x24:
        return change(*request).encode();
    case 0x2C:
        return unblock(*request).encode();
    case 0x22:
        return setEnvironment(*request).encode();
    case 0x88:
        return authenticate(*request).encode();
    case 0x2A:
        return sign(*request).encode();
    default:
        return Reply{noInstruction}.encode();
    }
}

VirtualCard::Reply VirtualCard::select(const Request& request) {
    constexpr std::uint8_t dedicatedFiles = 0xAD;
    const auto& data = request.data;
    const auto fileAt = [&](std::size_t at) { return std::uint16_t(data[at] << 8 | data[at + 1]); };
    if (request.p1 == 0x04)
        return selectApplication(data);
    if (request.p1 == 0x00 && (data.empty() || fileAt(0) == 0x3F00))
        return enter(Place::Main);
    if (request.p1 == 0x01 && data.size() == 2 && data[0] == dedicatedFiles)
        return enter(data[1] == 0xF1 ? Place::Authentication : Place::Signing);
    if ((request.p1 == 0x01 || request.p1 == 0x02) && data.size() == 2)
        return selectFile(fileAt(0), request.p2);
    if ((request.p1 != 0x08 && request.p1 != 0x09) || (data.size() != 2 && data.size() != 4))
        return {wrongParameters};
    if (data.size() == 4) {
        if (data[0] != dedicatedFiles)
            return {noFile};
        if (auto entered = enter(data[1] == 0xF1 ? Place::Authentication : Place::Signing);
            entered.status != ok)
            return entered;
    }
    return selectFile(fileAt(data.size() - 2), request.p2);
}

VirtualCard::Reply VirtualCard::selectApplication(const base::Bytes& identifier) {
    const auto place = identifier == mainIdentifier   ? std::optional(Place::Main)
                       : identifier == awpIdentifier  ? std::optional(Place::Authentication)
                       : identifier == qscdIdentifier ? std::optional(Place::Signing)
                                                      : std::nullopt;
    if (!place)
        return {noFile};
    auto reply = enter(*place);
    if (reply.status == ok)
        pin2Presented_ = false; // belongs to one application; PIN1 belongs to the card
    return reply;
}

VirtualCard::Reply VirtualCard::enter(Place place) {
    if (files_[place].empty())
        return {noFile};
    place_ = place;
    file_ = nullptr;
    environment_ = nullptr;
    return {};
}

VirtualCard::Reply VirtualCard::selectFile(std::uint16_t file, std::uint8_t wanted) {
    const auto& files = files_[place_];
    const auto found = files.find(file);
    if (found == files.end())
        return {noFile};
    file_ = &found->second;
    if (wanted != 0x04)
        return {};
    const auto high = std::uint8_t(file_->size() >> 8), low = std::uint8_t(file_->size() & 0xFF);
    return {ok,
            {0x62, 0x0E, 0x80, 0x02, high, low, 0x82, 0x01, 0x01, 0x83, 0x02, std::uint8_t(file >> 8),
             std::uint8_t(file & 0xFF), 0x8A, 0x01, 0x05}};
}

VirtualCard::Reply VirtualCard::readBinary(const Request& request) const {
    if (!file_)
        return {noFileSelected};
    const std::size_t offset = std::size_t(request.p1) << 8 | request.p2;
    if (offset > file_->size() || request.p1 & 0x80)
        return {outsideOfFile};
    const auto size = std::min(request.expected, file_->size() - offset);
    const auto start = file_->begin() + long(offset);
    return {size < request.expected ? std::uint16_t(0x6282) : ok, {start, start + long(size)}};
}

VirtualCard::Reply VirtualCard::readCounter(const Request& request) const {
    const base::Bytes start{0x4D, 0x08, 0x70, 0x06, 0xBF, 0x81};
    const auto& data = request.data;
    if (data.size() != 10 || !std::equal(start.begin(), start.end(), data.begin()))
        return {wrongData};
    const auto* pin = counterNamed(data[6]);
    if (!pin)
        return {noReference};
    const auto left = std::uint8_t(pin->left), maximum = std::uint8_t(PinState::maximum);
    // What follows the counters is who may use the PIN; programs want it to be there.
    return {ok, {0x70, 0x1E, 0xBF, 0x81, data[6], 0x1A, 0xA0, 0x18, 0x9A, 0x01, maximum,
                 0x9B, 0x01, left, 0xA1, 0x10,    0x8C, 0x06, 0xF3, 0x00, 0x00, 0x73,
                 0x43, 0x00, 0x9C, 0x06, 0xF3,    0x00, 0x00, 0x73, 0x43, 0x00}};
}

VirtualCard::Place VirtualCard::signingPlace() const {
    return image_.profile.applications == Applications::One ? Place::Authentication : Place::Signing;
}

const PinState* VirtualCard::counterNamed(std::uint8_t number) const {
    constexpr std::uint8_t withoutLocalMark = 0x0F;
    if (place_ == signingPlace())
        return number == (image_.profile.pin2Reference & withoutLocalMark) ? &image_.pin2 : nullptr;
    if (place_ != Place::Main)
        return nullptr;
    return number == 0x01 ? &image_.pin1 : number == 0x02 ? &image_.puk : nullptr;
}

PinState* VirtualCard::pinNamed(std::uint8_t reference) {
    if (reference == 0x01)
        return &image_.pin1;
    if (reference == 0x02)
        return &image_.puk;
    return reference == image_.profile.pin2Reference && place_ == signingPlace() ? &image_.pin2 : nullptr;
}

/// Compares a filled-up PIN and counts the tries; a blocked one is not compared at all.
VirtualCard::Reply VirtualCard::tryPin(PinState& pin, const base::Bytes& block) {
    if (pin.left == 0)
        return {blocked};
    base::Bytes expected(image_.profile.pinLength, 0xFF);
    std::copy(pin.value.begin(), pin.value.end(), expected.begin());
    const bool right = block == expected;
    pin.left = right ? PinState::maximum : pin.left - 1;
    changed_(image_);
    if (right)
        return {};
    return {pin.left ? std::uint16_t(0x63C0 | pin.left) : blocked};
}

VirtualCard::Reply VirtualCard::verify(const Request& request) {
    auto* pin = pinNamed(request.p2);
    if (!pin || request.p1 != 0)
        return {noReference};
    if (request.data.size() != image_.profile.pinLength)
        return {wrongLength};
    auto reply = tryPin(*pin, request.data);
    (request.p2 == 0x01   ? pin1Presented_
     : request.p2 == 0x02 ? pukPresented_
                          : pin2Presented_) = reply.status == ok;
    return reply;
}

VirtualCard::Reply VirtualCard::setPin(std::uint8_t reference, PinState& pin, const base::Bytes& block) {
    const auto end = std::find(block.begin(), block.end(), 0xFF);
    const auto size = std::size_t(end - block.begin());
    const bool digits =
        std::all_of(block.begin(), end, [](std::uint8_t byte) { return byte >= '0' && byte <= '9'; });
    const bool filled = std::all_of(end, block.end(), [](std::uint8_t byte) { return byte == 0xFF; });
    if (!digits || !filled || size < (reference == 0x01 ? 4u : reference == 0x02 ? 8u : 6u))
        return {wrongData};
    pin = {std::string(block.begin(), end)};
    changed_(image_);
    return {};
}

VirtualCard::Reply VirtualCard::change(const Request& request) {
    auto* pin = pinNamed(request.p2);
    if (!pin || request.p1 != 0)
        return {noReference};
    if (request.data.size() != 2 * image_.profile.pinLength)
        return {wrongLength};
    const auto middle = request.data.begin() + long(image_.profile.pinLength);
    if (auto tried = tryPin(*pin, {request.data.begin(), middle}); tried.status != ok)
        return tried;
    return setPin(request.p2, *pin, {middle, request.data.end()});
}

VirtualCard::Reply VirtualCard::unblock(const Request& request) {
    auto* pin = pinNamed(request.p2);
    if (!pin || pin == &image_.puk || request.p1 != 0x02)
        return {noReference};
    if (!pukPresented_)
        return {notSatisfied};
    if (request.data.size() != image_.profile.pinLength)
        return {wrongLength};
    pukPresented_ = false; // one PIN for one PUK
    return setPin(request.p2, *pin, request.data);
}

/// The key that a command to this application may name; nothing if it has no such key.
const ApplicationProfile* VirtualCard::keyNamed(std::uint8_t reference) const {
    const auto& profile = image_.profile;
    if (place_ == Place::Authentication && reference == profile.authentication.keyReference)
        return &profile.authentication;
    return place_ == signingPlace() && reference == profile.signing.keyReference ? &profile.signing : nullptr;
}

VirtualCard::Reply VirtualCard::setEnvironment(const Request& request) {
    const std::uint8_t wanted = place_ == Place::Signing ? 0xB6 : 0xA4;
    const auto& data = request.data;
    if (place_ == Place::Main || request.p1 != 0x41 || request.p2 != wanted)
        return {wrongParameters};
    const std::size_t size = data.size() > 2 && data[0] == 0x80 ? data[1] : 0;
    if (size == 0 || data.size() != size + 5 || data[2 + size] != 0x84 || data[3 + size] != 1)
        return {wrongData};
    const auto* key = keyNamed(data.back());
    if (!key || base::Bytes(data.begin() + 2, data.begin() + 2 + long(size)) != key->algorithm)
        return {noReference};
    environment_ = key;
    return {};
}

/// What the key is to sign: what was asked for, or something else if the test wants that.
base::Bytes VirtualCard::inputOf(const Request& request) {
    auto input = request.data;
    if (std::exchange(wrongHash_, false) && !input.empty())
        input.back() ^= 0x01;
    return input;
}

VirtualCard::Reply VirtualCard::authenticate(const Request& request) {
    const bool forSigning = environment_ == &image_.profile.signing;
    auto& presented = forSigning ? pin2Presented_ : pin1Presented_;
    if (place_ != Place::Authentication || !environment_ || !presented)
        return {notSatisfied};
    if (forSigning)
        presented = false; // one signature for one PIN2
    const auto& pair = forSigning ? image_.signing : image_.authentication;
    auto value = signAsGiven(pair.key.get(), inputOf(request));
    return value ? Reply{ok, std::move(*value)} : Reply{wrongData};
}

VirtualCard::Reply VirtualCard::sign(const Request& request) {
    if (request.p1 != 0x9E || request.p2 != 0x9A)
        return {wrongParameters};
    if (place_ != Place::Signing || !environment_ || !pin2Presented_)
        return {notSatisfied};
    pin2Presented_ = false; // one signature for one PIN2
    auto value = image_.profile.elliptic ? signAsGiven(image_.signing.key.get(), inputOf(request))
                                         : signSha256(image_.signing.key.get(), inputOf(request));
    return value ? Reply{ok, std::move(*value)} : Reply{wrongData};
}

} // namespace vienlogs::virtualcard
