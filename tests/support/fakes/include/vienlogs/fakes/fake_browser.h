// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "vienlogs/ports/account_login.h"

namespace vienlogs::fakes {

/// A browser that is told what it brings back.
class FakeBrowser final : public ports::LoginBrowser {
public:
    base::Result<std::string> listen(Heard heard) override {
        heard_ = std::move(heard);
        return "http://127.0.0.1:9/login";
    }
    bool open(const std::string& address) override {
        opened.push_back(address);
        return there;
    }
    void stop() override { heard_ = {}; }
    /// False too when nobody waits for it.
    bool comeBack(const Return& back) const {
        const auto heard = heard_;
        return heard && heard(back);
    }
    [[nodiscard]] bool awaited() const { return static_cast<bool>(heard_); }

    bool there = true;
    std::vector<std::string> opened;

private:
    Heard heard_;
};

} // namespace vienlogs::fakes
