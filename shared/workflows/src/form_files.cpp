// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "vienlogs/forms/form_failures.h"
#include "vienlogs/workflows/form_filling.h"

/// The file fields of a form: which papers of the case they name.
namespace vienlogs::workflows {

namespace {

bool isOf(const nlohmann::json& file, const std::string& sha256) {
    return file.value("sha256", "") == sha256;
}

bool names(const nlohmann::json& files, const std::string& sha256) {
    return files.is_array() &&
           std::any_of(files.begin(), files.end(), [&](const auto& file) { return isOf(file, sha256); });
}

/// The list without what fits.
template<typename Fits>
nlohmann::json without(const nlohmann::json& files, Fits fits) {
    auto left = nlohmann::json::array();
    std::remove_copy_if(files.begin(), files.end(), std::back_inserter(left), fits);
    return left.empty() ? nlohmann::json() : left;
}

} // namespace

base::Result<void> FormFilling::roomForFile(const std::string& scope) const {
    const auto field = state_ ? state_->field(scope)
                              : base::Result<forms::FormField>(base::fail(forms::codes::unknownField));
    if (!field)
        return base::fail(field.error());
    if (field->definition->kind != forms::FieldKind::Files)
        return base::fail(forms::codes::unknownField, "no file field");
    if (field->value.is_array() && field->value.size() >= field->definition->maxLength)
        return base::fail(forms::codes::tooMany, {}, std::to_string(field->definition->maxLength));
    return {};
}

void FormFilling::setFiles(const std::string& scope, nlohmann::json files) {
    if (const auto set = state_->setValue(scope, std::move(files)); !set)
        Q_EMIT failed(set.error());
    edited(scope);
    contact_.keepForm(state_->save(), page_); // at once: the case has the paper already
}

void FormFilling::addFile(const std::string& scope, const std::string& name, const std::string& sha256,
                          const std::string& mediaType) {
    const auto field = state_ ? state_->field(scope)
                              : base::Result<forms::FormField>(base::fail(forms::codes::unknownField));
    if (!field || names(field->value, sha256))
        return;
    auto files = field->value.is_array() ? field->value : nlohmann::json::array();
    files.push_back({{"name", name}, {"sha256", sha256}, {"mediaType", mediaType}});
    setFiles(scope, std::move(files));
}

bool FormFilling::removeFile(const std::string& scope, const std::string& sha256) {
    const auto field = state_ ? state_->field(scope)
                              : base::Result<forms::FormField>(base::fail(forms::codes::unknownField));
    if (!field || !names(field->value, sha256))
        return false;
    setFiles(scope, without(field->value, [&](const auto& file) { return isOf(file, sha256); }));
    return true;
}

bool FormFilling::namesFile(const std::string& sha256) const {
    if (!state_)
        return false;
    const auto fields = state_->fields();
    return std::any_of(fields.begin(), fields.end(), [&](const auto& field) {
        return field.definition->kind == forms::FieldKind::Files && names(field.value, sha256);
    });
}

/// A killed program may have taken a paper out of the case before its field knew.
void FormFilling::dropLostFiles(const domain::cases::Case& theCase) {
    const auto lost = [&](const nlohmann::json& file) {
        return std::none_of(theCase.documents.begin(), theCase.documents.end(),
                            [&](const auto& document) { return isOf(file, document.sha256); });
    };
    for (const auto& field : state_->fields())
        if (field.definition->kind == forms::FieldKind::Files && field.value.is_array() &&
            std::any_of(field.value.begin(), field.value.end(), lost))
            if (const auto set = state_->setValue(field.definition->scope, without(field.value, lost)); !set)
                Q_EMIT failed(set.error());
}

} // namespace vienlogs::workflows
