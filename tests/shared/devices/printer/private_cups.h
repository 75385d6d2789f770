// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string>
#include <vector>

namespace vienlogs::test {

/// A real cupsd of our own: its files in a folder, its port on the loopback, one printer "galds" whose
/// backend does what a file says. Nothing of the machine's own printing is touched.
class PrivateCups {
public:
    PrivateCups();
    ~PrivateCups();
    PrivateCups(const PrivateCups&) = delete;
    PrivateCups& operator=(const PrivateCups&) = delete;

    /// Why it does not run; empty if it does.
    [[nodiscard]] const std::string& trouble() const { return trouble_; }
    [[nodiscard]] int port() const { return port_; }
    /// What the printer does with the next job: "ok", "paper", "cover", "slow", "fail".
    void setMode(const std::string& mode) const;
    /// The files it has printed.
    [[nodiscard]] std::vector<std::filesystem::path> printed() const;
    /// Runs one of CUPS's own commands on this service.
    [[nodiscard]] std::string run(const std::string& command, const std::string& arguments) const;
    void stop();

private:
    void writeFiles() const;
    bool start();

    std::filesystem::path folder_;
    int port_ = 0;
    pid_t pid_ = -1;
    std::string trouble_;
};

} // namespace vienlogs::test
