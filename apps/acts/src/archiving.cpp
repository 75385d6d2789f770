// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "archiving.h"

#include <iostream>
#include <set>

#include <nlohmann/json.hpp>

#include "act_file.h"
#include "akn_meta.h"
#include "pdf.h"
#include "schema.h"
#include "vienlogs/base/failures_base.h"
#include "vienlogs/digest/sha256.h"
#include "vienlogs/harmonisation/comparison.h"
#include "vienlogs/jsonread/json.h"
#include "vienlogs/office/document.h"
#include "vienlogs/office/failures.h"
#include "vienlogs/office/merge_list.h"
#include "vienlogs/office/odt.h"
#include "vienlogs/office/package.h"

namespace vienlogs::acts_tool {

using base::fail;
using base::Result;

namespace {

constexpr std::string_view aknName = "act.akn.xml", odtName = "act.odt", pdfName = "act.pdf",
                           logName = "act.log", manifestName = "manifest.json";

tl::unexpected<base::Failure> wrong(std::string what) {
    return fail(base::codes::invalidArgument, std::move(what));
}

std::string sumOf(std::string_view content) {
    return digest::toHex(digest::sha256(content));
}

std::string manifestOf(const acts::History& history, const std::vector<office::Part>& parts) {
    nlohmann::json files = nlohmann::json::array();
    for (const auto& part : parts)
        files.push_back(
            {{"name", part.name}, {"bytes", part.content.size()}, {"sha256", sumOf(part.content)}});
    return nlohmann::json{{"act", history.now().id().toString()},
                          {"version", history.entries().size()},
                          {"files", files}}
               .dump(1) +
           "\n";
}

/// Says what is wrong with one thing.
class Problems {
public:
    void add(const std::string& what) {
        std::cout << "! " << what << '\n';
        any_ = true;
    }
    [[nodiscard]] Result<void> result() const { return any_ ? fail(office::codes::invalid) : Result<void>{}; }

private:
    bool any_ = false;
};

void checkAct(const acts::Act& act, Problems& problems) {
    for (const auto& broken : acts::brokenInvariants(act))
        problems.add(broken);
}

void checkAkn(const std::string& text, const std::string& schema, const base::Clock& clock,
              Problems& problems, std::optional<acts::Act>& act) {
    if (!schema.empty())
        for (const auto& line : againstSchema(text, schema))
            problems.add(line);
    auto read = office::readAkn(text, [&] { return base::Ulid::make(clock); });
    if (!read) {
        problems.add("act.akn.xml: " + read.error().detail);
        return;
    }
    for (const auto& warning : read->warnings)
        problems.add(warning);
    checkAct(read->act, problems);
    act = std::move(read->act);
}

/// The names and sums that the manifest tells.
std::map<std::string, std::string> sumsIn(const std::string& manifest, Problems& problems) {
    std::map<std::string, std::string> sums;
    const auto json = jsonread::parse(manifest);
    if (!json || !json->is_object() || !json->contains("files") || !json->at("files").is_array()) {
        problems.add("manifest.json cannot be read");
        return sums;
    }
    for (const auto& file : json->at("files"))
        if (file.is_object() && file.value("name", nlohmann::json()).is_string() &&
            file.value("sha256", nlohmann::json()).is_string())
            sums[file.at("name")] = file.at("sha256");
    return sums;
}

void checkSums(const office::OpenedPackage& package, Problems& problems) {
    const auto manifest = package.parts.find(std::string(manifestName));
    if (manifest == package.parts.end())
        return problems.add("no manifest.json");
    auto sums = sumsIn(manifest->second, problems);
    for (const auto& name : package.names) {
        if (name == manifestName)
            continue;
        const auto known = sums.find(name);
        if (known == sums.end())
            problems.add(name + " is not in the manifest");
        else if (known->second != sumOf(package.parts.at(name)))
            problems.add(name + " was changed");
        sums.erase(name);
    }
    for (const auto& [name, sum] : sums)
        problems.add(name + " is missing");
}

/// Whether the two texts of an archive are one act.
void checkSame(const acts::Act& act, const std::string& odt, const base::Clock& clock, Problems& problems) {
    const auto returned = office::readDocument(odt);
    const auto import = returned
                            ? office::importReturned(act, *returned, [&] { return base::Ulid::make(clock); })
                            : fail(returned.error());
    if (!import)
        return problems.add("act.odt: " + import.error().detail);
    for (const auto& row : harmonisation::compare(act, import->act))
        if (!row.same())
            problems.add("act.odt says something else at " + row.element.toString());
}

Result<void> validateArchive(const std::string& bytes, const std::string& schema, const base::Clock& clock) {
    const auto names = office::openPackage(bytes, {});
    if (!names)
        return fail(names.error());
    const auto package = office::openPackage(bytes, names->names);
    if (!package)
        return fail(package.error());
    Problems problems;
    checkSums(*package, problems);
    std::optional<acts::Act> act;
    for (const auto name : {aknName, odtName, pdfName, logName})
        if (!package->parts.contains(std::string(name)))
            problems.add(std::string(name) + " is missing");
    if (const auto akn = package->parts.find(std::string(aknName)); akn != package->parts.end())
        checkAkn(akn->second, schema, clock, problems, act);
    if (const auto odt = package->parts.find(std::string(odtName)); act && odt != package->parts.end())
        checkSame(*act, odt->second, clock, problems);
    return problems.result();
}

} // namespace

Result<void> archiveAct(const Arguments& arguments) {
    const auto to = arguments.value("--to");
    if (arguments.rest.empty() || !to.ends_with(".zip"))
        return wrong("archive");
    const auto file = ActFile::open(arguments.rest[0]);
    if (!file)
        return fail(file.error());
    const auto& history = file->history();
    const auto odt = office::writeOdt(history.now(), history.entries().size());
    const auto log = file->content();
    const auto pdf = odt ? pdfOf(*odt) : fail(odt.error());
    if (!pdf || !log)
        return fail(!pdf ? pdf.error() : log.error());
    std::vector<office::Part> parts{
        {std::string(aknName),
         office::writeAkn(history.now(), aknMetaOf(history, arguments.value("--author")))},
        {std::string(odtName), *odt},
        {std::string(pdfName), *pdf},
        {std::string(logName), *log}};
    std::set<std::string> names;
    for (std::size_t i = 1; i < arguments.rest.size(); ++i) {
        const auto signature = readFile(arguments.rest[i], office::PackageBounds::packageBytes);
        if (!signature)
            return fail(signature.error());
        const auto name = std::filesystem::path(arguments.rest[i]).filename().string();
        if (!names.insert(name).second)
            return wrong(name);
        parts.push_back({"signatures/" + name, *signature});
    }
    parts.push_back({std::string(manifestName), manifestOf(history, parts)});
    const auto bytes = office::makePackage(parts);
    return bytes ? writeFile(to, *bytes) : fail(bytes.error());
}

Result<void> validate(const Arguments& arguments, const base::Clock& clock) {
    if (arguments.rest.size() != 1)
        return wrong("validate");
    const auto& path = arguments.rest[0];
    const auto schema = arguments.value("--schema");
    if (path.ends_with(".zip") || path.ends_with(".xml")) {
        const auto bytes = readFile(path, office::PackageBounds::packageBytes);
        if (!bytes)
            return fail(bytes.error());
        if (path.ends_with(".zip"))
            return validateArchive(*bytes, schema, clock);
        Problems problems;
        std::optional<acts::Act> act;
        checkAkn(*bytes, schema, clock, problems, act);
        return problems.result();
    }
    const auto file = ActFile::open(path);
    if (!file)
        return fail(file.error());
    Problems problems;
    checkAct(file->history().now(), problems);
    return problems.result();
}

} // namespace vienlogs::acts_tool
