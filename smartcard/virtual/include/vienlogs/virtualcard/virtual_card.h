// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <map>

#include "vienlogs/virtualcard/card_image.h"

namespace vienlogs::virtualcard {

/// Answers commands as an eID card does: applications, files, PINs, keys. Knows nothing of how they arrive.
class VirtualCard {
public:
    /// `changed` is called after each change of a PIN's tries, before the card answers: a real card writes
    /// them first, too, so that pulling it out gains no try.
    VirtualCard(CardImage image, std::function<void(const CardImage&)> changed);

    /// Power on, or a reset: forgets what was presented and selected.
    void reset();
    [[nodiscard]] const base::Bytes& answerToReset() const { return image_.profile.answerToReset; }
    [[nodiscard]] const CardImage& image() const { return image_; }
    /// The next signature will be one over something else than what was asked for.
    void signWrongHashOnce() { wrongHash_ = true; }
    /// The answer with its two status bytes.
    [[nodiscard]] base::Bytes process(const base::Bytes& command);

private:
    enum class Place { Main, Authentication, Signing };
    struct Request;
    struct Reply;

    Reply select(const Request& request);
    Reply selectApplication(const base::Bytes& identifier);
    Reply enter(Place place);
    Reply selectFile(std::uint16_t file, std::uint8_t wanted);
    Reply readBinary(const Request& request) const;
    Reply readCounter(const Request& request) const;
    Reply verify(const Request& request);
    Reply change(const Request& request);
    Reply unblock(const Request& request);
    Reply tryPin(PinState& pin, const base::Bytes& block);
    Reply setPin(std::uint8_t reference, PinState& pin, const base::Bytes& block);
    Reply setEnvironment(const Request& request);
    Reply authenticate(const Request& request);
    Reply sign(const Request& request);
    PinState* pinNamed(std::uint8_t reference);
    base::Bytes inputOf(const Request& request);
    [[nodiscard]] Place signingPlace() const;
    [[nodiscard]] const PinState* counterNamed(std::uint8_t number) const;
    [[nodiscard]] const ApplicationProfile* keyNamed(std::uint8_t reference) const;

    CardImage image_;
    std::function<void(const CardImage&)> changed_;
    std::map<Place, std::map<std::uint16_t, base::Bytes>> files_;
    Place place_ = Place::Main;
    const base::Bytes* file_ = nullptr;
    const ApplicationProfile* environment_ = nullptr; ///< The key chosen.
    bool pin1Presented_ = false, pin2Presented_ = false, pukPresented_ = false, wrongHash_ = false;
};

} // namespace vienlogs::virtualcard
