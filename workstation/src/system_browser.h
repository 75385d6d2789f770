// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "vienlogs/api_client/loopback_receiver.h"
#include "vienlogs/viewmodels/account_login_view_model.h"

namespace vienlogs::workstation {

/// The browser that the system opens addresses with.
class SystemBrowser final : public ports::LoginBrowser {
public:
    base::Result<std::string> listen(Heard heard) override { return receiver_.listen(std::move(heard)); }
    bool open(const std::string& address) override;
    void stop() override { receiver_.stop(); }

private:
    api_client::LoopbackReceiver receiver_{&viewmodels::AccountLoginViewModel::browserText};
};

} // namespace vienlogs::workstation
