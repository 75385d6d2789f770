// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>

#include "vienlogs/base/bytes.h"

struct _xmlDoc;

namespace vienlogs::trust {

struct FreeXml {
    void operator()(_xmlDoc* document) const;
};
using XmlDocument = std::unique_ptr<_xmlDoc, FreeXml>;

/// Parses XML that nobody vouches for yet: no network, no DTD and so no entities, at most `mostBytes` bytes
/// and 256 levels. Null when it is not well formed or breaks one of these. Nothing is written anywhere.
[[nodiscard]] XmlDocument parseXml(const base::Bytes& xml, std::size_t mostBytes);

/// Starts xmlsec once in a process; whoever uses xmlsec calls this first. False when it cannot be used.
[[nodiscard]] bool startXmlSec();

} // namespace vienlogs::trust
