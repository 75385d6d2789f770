// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "vienlogs/base/bytes.h"

namespace vienlogs::test {

/// A certificate authority of one test (P-256, one day), able to issue certificates into PEM files.
class Authority {
public:
    explicit Authority(const std::string& name);
    ~Authority();
    /// Writes NAME.pem (certificate) and NAME.key (mode 0600) into the folder; the certificate is for
    /// localhost and 127.0.0.1, or for a device when `client`.
    void issue(const std::filesystem::path& folder, const std::string& name, bool client) const;
    /// The same for a person's card: the identifier ("PNOLV-010181-15098") stands in the subject's
    /// serialNumber.
    void issueCard(const std::filesystem::path& folder, const std::string& name,
                   const std::string& identifier) const;
    /// The authority's own certificate.
    void writeTo(const std::filesystem::path& file) const;

private:
    void issueFor(const std::filesystem::path& folder, const std::string& name,
                  const std::string& serialNumber, bool client) const;
    struct Keys;
    std::unique_ptr<Keys> keys_;
};

/// Writes a new P-256 private key as PEM with mode 0600.
void writeKey(const std::filesystem::path& file);

/// What a card answers to a challenge: ES256 as r‖s (RFC 7518, section 3.4).
[[nodiscard]] base::Bytes signEs256(const std::filesystem::path& keyFile, const base::Bytes& message);

} // namespace vienlogs::test
