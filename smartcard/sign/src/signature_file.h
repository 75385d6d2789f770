// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "vienlogs/sign/container.h"
#include "xml.h"

namespace vienlogs::sign {

/// A META-INF/signaturesN.xml that is there: its signatures, and what may be added to them.
class SignatureFile {
public:
    /// VL-SIGN-0005 if it is no XML, or has no signature or more than 100.
    [[nodiscard]] static base::Result<SignatureFile> parse(const base::Bytes& bytes);
    /// The lowest level of its signatures.
    [[nodiscard]] Level level() const;
    /// Adds to every signature what it lacks. What could be added stays, also when the rest failed.
    [[nodiscard]] base::Result<void> lift(Level wanted, const TrustServices& services);
    [[nodiscard]] bool changed() const { return changed_; }
    [[nodiscard]] base::Result<base::Bytes> bytes() const { return xml::write(document_.get()); }

private:
    SignatureFile(xml::DocumentPtr document, std::vector<xmlNode*> signatures)
        : document_(std::move(document)), signatures_(std::move(signatures)) {}
    xml::DocumentPtr document_;
    std::vector<xmlNode*> signatures_;
    bool changed_ = false;
};

} // namespace vienlogs::sign
