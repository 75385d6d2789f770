// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "vienlogs/base/clock.h"
#include "vienlogs/base/result.h"
#include "vienlogs/forms/form_definition.h"

namespace vienlogs::forms {

/// Where a value came from before anybody touched it.
struct PrefillOrigin {
    std::string path;     ///< "population.person.residence"
    base::Timestamp asOf; ///< When the register said so.
    bool changed = false; ///< The clerk or the client has changed the value since.
};

/// Something wrong with one field. Show `label` and the failure's message together.
struct FieldProblem {
    std::string scope;
    base::LocalizedText label;
    base::Failure failure;
};

/// One field as it stands now: everything a renderer needs.
struct FormField {
    const FieldDefinition* definition = nullptr; ///< Never null; lives as long as the form's definition.
    std::vector<Option> options;                 ///< To choose from: its own, a classifier's or a register's.
    bool visible = true;
    bool enabled = true;
    nlohmann::json value; ///< Null when unanswered.
    std::string text; ///< What stands in an input line: as typed while it is wrong, else as people write it.
    std::vector<std::string> chosen;      ///< Choice, Children, Company: values of the options chosen.
    std::optional<PrefillOrigin> prefill; ///< Set when a register filled it.
    std::optional<base::Failure> problem; ///< What the last check found.
};

/// One answered and visible field, for printing and reading back.
struct Answer {
    std::string page, section, label, value;
    std::string scope;
    std::string source; ///< Register that filled it unchanged ("population"); empty when a person gave it.
};

/// What a state needs from outside.
struct FormContext {
    std::chrono::year_month_day today; ///< Day of the client's visit, for limits such as "not in the future".
    /// Options of a concept scheme by its id, in the order to show; empty when it is unknown.
    std::function<std::vector<Option>(std::string_view classifier)> classifier;
};

/// One form being filled: values, visibility, origins and problems. Not thread-safe.
class FormState {
public:
    FormState(std::shared_ptr<const FormDefinition> definition, FormContext context);

    [[nodiscard]] const FormDefinition& definition() const { return *definition_; }
    /// All fields in order, hidden ones too.
    [[nodiscard]] std::vector<FormField> fields() const;
    /// The visible fields of one page in order.
    [[nodiscard]] std::vector<FormField> fieldsOf(std::size_t page) const;
    /// Pages with at least one visible field, as indexes in definition().pages().
    [[nodiscard]] std::vector<std::size_t> visiblePages() const;
    /// VL-FORM-0002 when there is no such field.
    [[nodiscard]] base::Result<FormField> field(std::string_view scope) const;

    /// What a person typed: "23.11.2026.", "47,50", "LV80 BANK …", "29123456". It is kept even when it is
    /// wrong; then the field has the problem, no value, and the failure is returned. Empty text clears the
    /// field.
    base::Result<void> setText(std::string_view scope, std::string_view text);
    base::Result<void> setYesNo(std::string_view scope, bool value);
    /// Chooses options by value: one for Choice and Company, any number for Children. VL-FORM-0009 if not
    /// offered.
    base::Result<void> choose(std::string_view scope, const std::vector<std::string>& values);
    /// Any field by its JSON value (an address picked from the register, files). Null clears it.
    base::Result<void> setValue(std::string_view scope, nlohmann::json value);

    /// Fills what one register knows: `root` is "client", "population.person" or "enterprises.companies",
    /// `data` its answer in canonical names. Fields a person has answered stay as they are. Gives the number
    /// of fields filled.
    std::size_t prefill(std::string_view root, const nlohmann::json& data, base::Timestamp asOf);

    /// Checks one field and remembers what was wrong.
    std::optional<FieldProblem> validate(std::string_view scope);
    /// Checks all visible fields, in order; empty means the form can be submitted.
    std::vector<FieldProblem> validateAll();
    /// The same for one page, to move on.
    std::vector<FieldProblem> validatePage(std::size_t page);

    /// The values of visible fields: what is submitted. Valid against definition().schema() after
    /// validateAll().
    [[nodiscard]] nlohmann::json values() const;
    [[nodiscard]] std::vector<Answer> answers(base::Language language) const;
    [[nodiscard]] std::string displayText(std::string_view scope, base::Language language) const;

    /// Everything needed to go on later or in another channel, as JSON text (personal data: store encrypted).
    [[nodiscard]] std::string save() const;
    /// Takes up what save() gave; fields the definition no longer has are left out. VL-FORM-0020.
    base::Result<void> restore(std::string_view saved);

private:
    struct Entry {
        nlohmann::json value;
        std::string typed; ///< As typed, only while it is wrong.
        bool touched = false;
        std::optional<PrefillOrigin> prefill;
        std::optional<base::Failure> problem;
    };
    [[nodiscard]] const FieldDefinition* find(std::string_view scope) const {
        return definition_->field(scope);
    }
    [[nodiscard]] const Entry* entry(const FieldDefinition& field) const;
    [[nodiscard]] FormField describe(const FieldDefinition& field, const std::vector<bool>& visible) const;
    [[nodiscard]] std::vector<Option> optionsOf(const FieldDefinition& field) const;
    [[nodiscard]] std::vector<nlohmann::json> listed(const FieldDefinition& field) const;
    /// By field, in one pass: a condition looks only at fields before it.
    [[nodiscard]] std::vector<bool> visibility() const;
    [[nodiscard]] bool holds(const Condition& condition, const std::vector<bool>& visible) const;
    base::Result<void> accept(const FieldDefinition& field, base::Result<nlohmann::json> value,
                              std::string typed);
    base::Result<nlohmann::json> fromOptions(const FieldDefinition& field,
                                             const std::vector<std::string>& values) const;
    bool fill(const FieldDefinition& field, const std::string& path, const nlohmann::json& known,
              base::Timestamp asOf);
    [[nodiscard]] std::optional<base::Failure> check(const FieldDefinition& field) const;
    std::vector<FieldProblem> validateWhere(const std::function<bool(const FieldDefinition&)>& chosen);

    std::shared_ptr<const FormDefinition> definition_;
    FormContext context_;
    std::map<std::string, Entry, std::less<>> entries_; ///< By scope.
    std::map<std::string, nlohmann::json, std::less<>>
        registerLists_; ///< Lists to pick from, by canonical path.
};

} // namespace vienlogs::forms
