// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <map>
#include <mutex>
#include <optional>
#include <string>

#include "token_key.h"
#include "vienlogs/base/clock.h"
#include "vienlogs/standin/web.h"

namespace vienlogs::oidc_standin {

using standin::Answer;
using standin::Call;

/// The issuer of an institution: discovery, keys, login page, tokens; beside it the institution's list of
/// staff, and a switch for what goes wrong.
class Issuer {
public:
    /// People who may log in: `[{"sub": "…", "name": "…"}]`; staff: a file that is served as it is.
    Issuer(nlohmann::json people, std::filesystem::path staff, const base::Clock& clock)
        : people_(std::move(people)), staff_(std::move(staff)), clock_(clock) {}
    void setAddress(std::string address) { address_ = std::move(address); }
    /// Nothing: the connection ends without an answer.
    [[nodiscard]] std::optional<Answer> answer(const Call& call);

private:
    /// What a code stands for.
    struct Grant {
        std::string sub;
        std::string clientId;
        std::string redirectUri;
        std::string nonce;
        std::string challenge;
        base::Timestamp expiresAt;
    };
    [[nodiscard]] Answer control(const Call& call);
    [[nodiscard]] Answer discovery() const;
    [[nodiscard]] Answer authorize(const Call& call);
    [[nodiscard]] Answer token(const Call& call);
    [[nodiscard]] Answer staff() const;
    [[nodiscard]] std::string tokenFor(const Grant& grant) const;

    const nlohmann::json people_;
    const std::filesystem::path staff_;
    const base::Clock& clock_;
    std::string address_;
    TokenKey key_{"key-1"};
    TokenKey otherKey_{"key-1"}; ///< Of somebody else who uses the same name for it.
    std::mutex mutex_;
    std::string state_ = "up";
    std::map<std::string, Grant> grants_;
};

} // namespace vienlogs::oidc_standin
