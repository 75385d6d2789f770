// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "xades.h"

namespace vienlogs::verify {

/// The digests of the container's files: by name, and for each by the hashes that some signature uses.
using FileDigests = std::map<std::string, std::map<Hash, base::Bytes>>;

/// The first half of a validation: files, signed properties, certificate and value (XML-DSig 3.2, ETSI EN 319
/// 102-1, sections 5.2.2 to 5.2.7). Fills in the signer's certificate of the evidence when all of it holds
/// together.
void checkSignature(xmlDoc* document, XadesSignature& signature, const FileDigests& files,
                    SignatureReport& report);

} // namespace vienlogs::verify
