// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "tls_protection.h"

namespace vienlogs::server::front {

/// What became of reading or writing.
enum class Progress { Good, Again, Closed };
struct Done {
    Progress state = Progress::Good;
    std::size_t bytes = 0;
};

/// A TLS 1.3 connection after its handshake: application data, key updates and alerts, nothing else. Holds
/// some hundred bytes where OpenSSL's own connection holds 18 kB.
class TlsRecords {
public:
    /// `incoming` opens the client's records, `outgoing` protects ours.
    TlsRecords(int socket, TlsDirection incoming, TlsDirection outgoing)
        : socket_(socket), incoming_(incoming), outgoing_(outgoing) {}

    /// `into` has room for a whole record at least.
    [[nodiscard]] Done read(std::span<char> into);
    /// Takes some of the bytes; they have gone out when hasUnsent() is false. None are taken while it is not.
    [[nodiscard]] Done write(std::span<const char> from);
    [[nodiscard]] bool hasUnsent() const { return !sending_.empty(); }
    /// Says that nothing more comes.
    void finish();

private:
    /// Of the first record, when its header has come.
    [[nodiscard]] std::size_t protectedSize() const;
    [[nodiscard]] Done receive(std::span<char> room);
    /// Opens the first record, which has come whole.
    [[nodiscard]] Done take(std::span<char> into);
    [[nodiscard]] bool updateKeys(std::string_view message);
    /// Tells why, and ends.
    [[nodiscard]] Done fail(std::uint8_t alert);
    [[nodiscard]] bool send(std::uint8_t type, std::string_view content);
    [[nodiscard]] Progress flush();

    int socket_;
    TlsDirection incoming_;
    TlsDirection outgoing_;
    std::string received_; ///< Protected, beginning with a record.
    std::string sending_;  ///< Protected, not gone out.
    int updates_ = 0;      ///< Of the client's keys since its last data.
};

} // namespace vienlogs::server::front
