// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QImage>
#include <QStringList>
#include <QVector>

#include "vienlogs/forms/field.h"

/// What a window draws of a form.
namespace vienlogs::viewmodels {

/// One thing that can be chosen in a field.
struct OptionView {
    QString value;
    QString label;
    friend bool operator==(const OptionView&, const OptionView&) = default;
};

/// One paper attached to a file field.
struct FileView {
    QString sha256; ///< Names it in every command.
    QString name;
    QString kind;     ///< "PDF, 3 pages"
    QImage thumbnail; ///< Null until it was drawn, or when it cannot be.
    friend bool operator==(const FileView&, const FileView&) = default;
};

/// One field as a window draws it.
struct FieldView {
    QString scope;      ///< Names the field in every command.
    QString objectName; ///< "field_newAddress": for the widget and for tests.
    forms::FieldKind kind = forms::FieldKind::Text;
    QString label, example, help;
    QString section; ///< Heading above it; the same for neighbours of one section.
    bool required = false, readOnly = false, enabled = true;
    int maxLength = 0;
    QVector<OptionView> options;
    QString text;       ///< What stands in the line.
    QStringList chosen; ///< Values of the options chosen.
    int yesNo = -1;     ///< -1 unanswered, 0 no, 1 yes.
    QString prefill;    ///< "Population register, 23.11.2026. 10:40"; empty when nobody filled it before.
    bool prefillChanged = false;
    QVector<FileView> files; ///< Of a file field.
    bool filesBusy = false;  ///< A paper is being read or stored.
    QString problem;         ///< What is wrong, with what to do; empty when nothing is.
    friend bool operator==(const FieldView&, const FieldView&) = default;
};

struct ProblemView {
    QString scope;
    QString label;
    QString text;
    friend bool operator==(const ProblemView&, const ProblemView&) = default;
};

/// An address proposed by the address register.
struct AddressView {
    QString text;
    QString code;
    friend bool operator==(const AddressView&, const AddressView&) = default;
};

} // namespace vienlogs::viewmodels
