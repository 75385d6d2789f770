// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "form/field_editor.h"

class QLabel;
class QVBoxLayout;

namespace vienlogs::look {
class Button;
class Mark;
} // namespace vienlogs::look

namespace vienlogs::windows {

/// One attached paper: small picture, name, kind, a button to take it off.
class FileRow : public QWidget {
    Q_OBJECT

public:
    explicit FileRow(const QString& name, QWidget* parent = nullptr);

    void show(const viewmodels::FileView& file, bool changeable);

Q_SIGNALS:
    void removed();

private:
    QLabel* picture_;
    QLabel* name_;
    QLabel* kind_;
    look::Button* remove_;
};

/// Papers: those attached, and the two ways to one more.
class FilesEditor : public FieldEditor {
    Q_OBJECT

public:
    explicit FilesEditor(const viewmodels::FieldView& field, QWidget* parent = nullptr);

    void show(const viewmodels::FieldView& field) override;
    [[nodiscard]] QWidget* control() const override;
    void retranslate() override;

private:
    void refresh();

    viewmodels::FieldView field_;
    std::vector<FileRow*> rows_;
    QVBoxLayout* list_;
    look::Mark* busy_;
    look::Button* scan_;
    look::Button* file_;
};

} // namespace vienlogs::windows
