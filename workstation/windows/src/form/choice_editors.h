// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "form/field_editor.h"

class QAbstractButton;
class QComboBox;
class QLabel;
class QRadioButton;
class QVBoxLayout;

namespace vienlogs::windows {

/// Yes or no, side by side; neither is chosen beforehand.
class YesNoEditor : public FieldEditor {
    Q_OBJECT

public:
    explicit YesNoEditor(const viewmodels::FieldView& field, QWidget* parent = nullptr);

    void show(const viewmodels::FieldView& field) override;
    [[nodiscard]] QWidget* control() const override;
    void retranslate() override;

private:
    QRadioButton* yes_;
    QRadioButton* no_;
};

/// A few options in view: radio buttons for one of them, check boxes for any number.
class OptionsEditor : public FieldEditor {
    Q_OBJECT

public:
    OptionsEditor(const viewmodels::FieldView& field, bool several, QWidget* parent = nullptr);

    void show(const viewmodels::FieldView& field) override;
    [[nodiscard]] QWidget* control() const override;
    void retranslate() override;

private:
    void build(const viewmodels::FieldView& field);
    void give();

    bool several_;
    QString name_;
    QVector<viewmodels::OptionView> options_;
    std::vector<QAbstractButton*> buttons_;
    QVBoxLayout* column_;
    QLabel* empty_;
};

/// Many options: a list to open and to type in.
class ListEditor : public FieldEditor {
    Q_OBJECT

public:
    explicit ListEditor(const viewmodels::FieldView& field, QWidget* parent = nullptr);

    void show(const viewmodels::FieldView& field) override;
    [[nodiscard]] QWidget* control() const override;
    void retranslate() override;

private:
    QComboBox* list_;
    QVector<viewmodels::OptionView> options_;
};

} // namespace vienlogs::windows
