// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include "child_process.h"
#include "file_journal.h"
#include "vienlogs/devices/pos/zvt_terminal.h"
#include "vienlogs/payment_desk/payment_desk.h"

namespace vienlogs::test {

/// A folder that goes away with the test.
class TemporaryFolder {
public:
    TemporaryFolder() {
        std::string pattern = std::filesystem::temp_directory_path() / "vienlogs-desk-XXXXXX";
        path_ = ::mkdtemp(pattern.data());
    }
    ~TemporaryFolder() { std::filesystem::remove_all(path_); }
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

inline devices::pos::ZvtSettings quickSettings(std::uint16_t port) {
    devices::pos::ZvtSettings settings;
    settings.host = "127.0.0.1";
    settings.port = port;
    settings.acknowledgement = std::chrono::milliseconds(1000);
    settings.answer = std::chrono::milliseconds(2500);
    settings.idle = std::chrono::milliseconds(3000);
    settings.settle = std::chrono::milliseconds(2000);
    settings.pause = std::chrono::milliseconds(20);
    return settings;
}

/// A desk, its journal in a folder and the stand-in in a process of its own.
class DeskTest : public testing::Test {
protected:
    payment_desk::PaymentRequest request(std::int64_t cents = 4750) {
        return {base::Ulid::make(clock), base::Ulid::make(clock), base::Money::cents(cents)};
    }

    payment_desk::ReversalRequest reversalOf(const domain::payments::Payment& payment) {
        return {payment.invoiceId, payment.id, domain::payments::ReversalReason::ClientWithdrew,
                "pin-proved"};
    }

    base::SystemClock clock;
    TemporaryFolder folder;
    TerminalProcess terminal{{"--state", folder.path() / "terminal.json"}};
    FileJournal journal{folder.path() / "journal"};
    devices::pos::ZvtTerminal driver{quickSettings(terminal.port()), clock};
    payment_desk::PaymentDesk desk{driver, journal, clock};
};

} // namespace vienlogs::test
