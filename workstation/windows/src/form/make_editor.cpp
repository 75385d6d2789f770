// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "form/address_editor.h"
#include "form/choice_editors.h"
#include "form/files_editor.h"
#include "form/line_editor.h"

namespace vienlogs::windows {

using forms::FieldKind;

namespace {
/// More options than this do not fit into view together.
constexpr int optionsInView = 7;
} // namespace

FieldEditor* makeEditor(const viewmodels::FieldView& field, QWidget* parent) {
    switch (field.kind) {
    case FieldKind::LongText:
        return new LongTextEditor(field, parent);
    case FieldKind::YesNo:
        return new YesNoEditor(field, parent);
    case FieldKind::Children:
        return new OptionsEditor(field, true, parent);
    case FieldKind::Company:
        return new OptionsEditor(field, false, parent);
    case FieldKind::Choice:
        if (field.options.size() > optionsInView)
            return new ListEditor(field, parent);
        return new OptionsEditor(field, false, parent);
    case FieldKind::Address:
        return new AddressEditor(field, parent);
    case FieldKind::Files:
        return new FilesEditor(field, parent);
    case FieldKind::Text:
    case FieldKind::Date:
    case FieldKind::Integer:
    case FieldKind::Money:
    case FieldKind::PersonalCode:
    case FieldKind::Phone:
    case FieldKind::Email:
    case FieldKind::Iban:
        return new LineEditor(field, parent);
    }
    return new LineEditor(field, parent);
}

} // namespace vienlogs::windows
