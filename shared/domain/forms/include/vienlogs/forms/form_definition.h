// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "vienlogs/base/result.h"
#include "vienlogs/forms/field.h"

namespace vienlogs::forms {

/// Fields under one heading of a page.
struct SectionDefinition {
    base::LocalizedText label;       ///< May be empty.
    std::vector<std::size_t> fields; ///< Indexes in FormDefinition::fields().
};

/// One page: what fits on a screen of the desk; the kiosk may show one field at a time.
struct PageDefinition {
    base::LocalizedText label;
    std::vector<SectionDefinition> sections;
};

/// A form as data: a JSON Schema (2020-12, the subset of README.md) for the values, a layout after JSON
/// Forms, and which register knows the answer already. Immutable; shared by every state made of it.
class FormDefinition {
public:
    /// Reads and checks a definition. VL-FORM-0001 with what and where as detail; bounded for hostile input.
    [[nodiscard]] static base::Result<std::shared_ptr<const FormDefinition>> parse(std::string_view text);

    [[nodiscard]] const std::string& id() const { return id_; }
    [[nodiscard]] int version() const { return version_; }
    [[nodiscard]] const base::LocalizedText& title() const { return title_; }
    /// What an operator says before reading the answers back.
    [[nodiscard]] const base::LocalizedText& readBackTitle() const { return readBackTitle_; }
    [[nodiscard]] const std::vector<PageDefinition>& pages() const { return pages_; }
    /// All fields in the order they are asked.
    [[nodiscard]] const std::vector<FieldDefinition>& fields() const { return fields_; }
    /// The field of a scope; nothing when there is none.
    [[nodiscard]] const FieldDefinition* field(std::string_view scope) const;
    /// The JSON Schema of the values.
    [[nodiscard]] const nlohmann::json& schema() const { return schema_; }
    /// The registers its prefill needs ("population", "enterprises"), without "client".
    [[nodiscard]] std::vector<std::string> registersNeeded() const;
    /// Whether some field is filled from below a path, "population.household".
    [[nodiscard]] bool isFilledFrom(std::string_view root) const;

private:
    friend class DefinitionParser;
    FormDefinition() = default;

    std::string id_;
    int version_ = 0;
    base::LocalizedText title_;
    base::LocalizedText readBackTitle_;
    std::vector<PageDefinition> pages_;
    std::vector<FieldDefinition> fields_;
    nlohmann::json schema_;
};

/// The paths a prefill may name; the same for every register stand-in, the server and the clients.
[[nodiscard]] std::span<const std::string_view> canonicalPrefillPaths();

using Forms = std::map<std::string, std::shared_ptr<const FormDefinition>, std::less<>>;

/// All forms ("forms/*.json") of a set of data files (name → text), by id. VL-FORM-0001 with the file as
/// argument.
[[nodiscard]] base::Result<Forms> loadForms(const std::map<std::string, std::string>& files);

} // namespace vienlogs::forms
