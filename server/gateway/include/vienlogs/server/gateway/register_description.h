// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "vienlogs/base/language.h"
#include "vienlogs/base/result.h"

namespace vienlogs::server::gateway {

enum class Protocol { XRoadRest, Soap11, RestJson };

/// Who may use which operations, for what and on what ground. What no licence names is forbidden.
struct Licence {
    std::vector<std::string> institutions; ///< "*" stands for every institution.
    std::vector<std::string> purposes;
    std::vector<std::string> legalBases; ///< Acts, each with all its provisions, or single provisions.
    std::vector<std::string> operations;
};

/// One thing a register can be asked, and how its own words become ours.
struct Operation {
    std::string method;                ///< "GET" or "POST"
    std::string path;                  ///< After the register's path; "{text}" only for open data.
    std::string soapAction;            ///< Element and action of SOAP.
    nlohmann::ordered_json request;    ///< Template of the body; see request_template.h.
    nlohmann::json::json_pointer root; ///< Where the answer begins in the body.
    nlohmann::json result;             ///< Rules of canonical_mapping.h.
    std::chrono::seconds cacheFor{0};
    std::chrono::seconds keepFor{0}; ///< So long an old answer may stand in for a register that is down.
    bool write = false;
    bool openData = false; ///< About nobody: needs no purpose, no legal basis and no audit.
};

/// A register as its file in server/data/registers describes it.
struct RegisterDescription {
    std::string id;
    base::LocalizedText name;
    std::string owner;
    Protocol protocol = Protocol::RestJson;
    std::string address; ///< "http://127.0.0.1:8701"; may be replaced before use.
    std::string path;
    std::string xroadClient;
    std::string soapNamespace;
    nlohmann::json::json_pointer asOf; ///< From an operation's root.
    std::string closedMark;            ///< How the register says that it is closed.
    std::string notFoundMark;          ///< How it says that there is nobody.
    std::chrono::milliseconds connectTimeout{2000};
    std::chrono::milliseconds answerTimeout{5000};
    std::chrono::hours freshFor{24};
    int failuresToPause = 3;
    std::chrono::seconds pause{15};
    std::string probe; ///< Path that answers GET with anything when the register is well, about nobody.
    std::map<std::string, Operation> operations;
    std::vector<Licence> licences;
};

/// Reads one description; VL-REG-0010 with what is wrong, also when a personal look would put its subject
/// into a URL.
[[nodiscard]] base::Result<RegisterDescription> registerDescriptionFrom(std::string_view json);
/// Reads every *.json of a folder, in the order of their names; VL-REG-0010 also when there is none.
[[nodiscard]] base::Result<std::vector<RegisterDescription>>
loadRegisterDescriptions(const std::filesystem::path& folder);

} // namespace vienlogs::server::gateway
