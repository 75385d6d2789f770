// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <libxml/tree.h>

#include <memory>
#include <string>
#include <vector>

#include "vienlogs/base/clock.h"
#include "vienlogs/card/certificate.h"
#include "vienlogs/ports/containers.h"

namespace vienlogs::sign {

/// META-INF/signatures0.xml while it is made: first all that is signed, then the signature over it.
class SignatureDocument {
public:
    [[nodiscard]] static base::Result<SignatureDocument> make(const std::vector<ports::ContainerFile>& files,
                                                              const card::Certificate& certificate,
                                                              base::Timestamp signedAt);
    /// The bytes that the key must sign: ds:SignedInfo in canonical form.
    [[nodiscard]] base::Result<base::Bytes> signedInfo() const;
    [[nodiscard]] base::Result<base::Bytes> complete(const base::Bytes& signatureValue);

private:
    struct FreeDocument {
        void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
    };
    using DocumentPtr = std::unique_ptr<xmlDoc, FreeDocument>;
    explicit SignatureDocument(DocumentPtr document) : document_(std::move(document)) {}
    [[nodiscard]] xmlNode* find(const char* identifier) const;
    [[nodiscard]] base::Result<base::Bytes> canonical(const char* identifier) const;
    DocumentPtr document_;
};

/// Escaped for text and attributes of XML.
[[nodiscard]] std::string escapeXml(const std::string& text);

} // namespace vienlogs::sign
