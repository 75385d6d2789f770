// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QProcess>

#include "vienlogs/test/certificates.h"
#include "vienlogs/test/temporary_folder.h"

namespace vienlogs::test {

/// vienlogs-server as a process, set up by vienlogs-admin: the place CES, two devices and a clerk with a
/// card.
class RealServer {
public:
    RealServer();
    ~RealServer();

    /// Starts it on the same port as before, if there was one.
    void start();
    /// Ends it as a power cut does.
    void kill();
    /// Ends it in order.
    void stop();
    /// As if the disk with the scans was lost.
    void removeScans() const { std::filesystem::remove_all(folder_ / "data" / "blobs"); }
    /// Runs vienlogs-admin and gives its exit code.
    int admin(const QStringList& arguments) const;
    /// device.pem, device.key and ca.pem of a device.
    [[nodiscard]] std::filesystem::path device(const std::string& name) const { return folder_ / name; }
    /// The server's folder; to be written to only while it is stopped.
    [[nodiscard]] std::filesystem::path data() const { return folder_ / "data"; }
    [[nodiscard]] std::filesystem::path cardKey() const { return folder_ / "clerk.key"; }
    [[nodiscard]] std::filesystem::path cardCertificate() const { return folder_ / "clerk.pem"; }
    quint16 port = 0;

private:
    TemporaryFolder folder_;
    Authority cardIssuer_{"Test card issuer"};
    QProcess process_;
};

} // namespace vienlogs::test
