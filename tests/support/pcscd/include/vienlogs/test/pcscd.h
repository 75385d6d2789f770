// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <memory>

#include "vienlogs/test/child_process.h"

namespace vienlogs::test {

/// A real PC/SC service with two virtual readers, cut off from the machine's own: it has a folder for /run
/// and a network of its own, so that any number of them run side by side and nothing listens where others
/// could reach it. Makes this process use it (PCSCLITE_CSOCK_NAME), hence one at a time in a process.
class Pcscd {
public:
    static constexpr const char* firstReader = "Virtual PCD 00 00";
    static constexpr const char* secondReader = "Virtual PCD 00 01";
    /// Those of our own driver, which tells of cards at once; the second has a PIN pad.
    static constexpr const char* plainReader = "Vienlogs reader 00 00";
    static constexpr const char* padReader = "Vienlogs PIN pad 01 00";
    static constexpr int firstPort = 35963, secondPort = 35964;

    /// Throws std::runtime_error if the service does not come up; then the test cannot run.
    enum class Driver { Vpcd, Vienlogs };
    explicit Pcscd(Driver driver = Driver::Vpcd);
    ~Pcscd();
    Pcscd(const Pcscd&) = delete;
    Pcscd& operator=(const Pcscd&) = delete;

    /// The socket of whoever stands before the reader with the pad, see smartcard/virtual-reader.
    [[nodiscard]] std::filesystem::path padSocket() const { return directory_ / "pad"; }
    void start();
    void stop();
    /// A folder for the test's files, removed with this object.
    [[nodiscard]] const std::filesystem::path& directory() const { return directory_; }
    /// What to put before a command so that it runs in the service's network.
    [[nodiscard]] std::vector<std::string> within() const;

private:
    std::filesystem::path directory_;
    std::unique_ptr<ChildProcess> process_;
};

/// `vienlogs-card` in one of the readers. All cards of one service have the same authority, in
/// directory()/"ca".
class CardProcess {
public:
    /// Waits until the card lies in the reader, or for it to be ready if the service is down.
    CardProcess(const Pcscd& service, int port, const std::string& profile, const std::string& personalCode,
                const std::vector<std::string>& more = {});
    void insert();
    void remove();
    /// As for the program's option --fault.
    void fault(const std::string& text);
    /// The commands that came to the card since the insertion or the last count.
    int countCommands();
    /// Waits for the program to tell a line.
    void expect(const std::string& line);

private:
    std::unique_ptr<ChildProcess> process_;
};

} // namespace vienlogs::test
