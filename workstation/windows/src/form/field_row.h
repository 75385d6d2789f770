// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QWidget>

#include "vienlogs/viewmodels/form_view_model.h"

class QLabel;

namespace vienlogs::look {
class IconLabel;
}

namespace vienlogs::windows {

class FieldEditor;

/// One field of a form: label above, help, the answer, an example under it, where a prefilled answer came
/// from, and what is wrong with it.
class FieldRow : public QWidget {
    Q_OBJECT

public:
    FieldRow(viewmodels::FormViewModel& form, const viewmodels::FieldView& field, QWidget* parent = nullptr);

    [[nodiscard]] const QString& scope() const { return scope_; }
    [[nodiscard]] forms::FieldKind kind() const { return kind_; }
    void show(const viewmodels::FieldView& field);
    void propose(const QVector<viewmodels::AddressView>& addresses);
    /// False when nothing can be answered here.
    bool takeFocus();
    void retranslate();
    /// What was typed here is passed on at once.
    void flush();

Q_SIGNALS:
    /// Pages are to be scanned for this field.
    void scanAsked();

private:
    void layOut();
    void askForFile();
    void showOrigin();
    void showProblem();

    viewmodels::FormViewModel& form_;
    QString scope_;
    forms::FieldKind kind_;
    viewmodels::FieldView field_;
    QLabel* label_;
    QLabel* help_;
    FieldEditor* editor_;
    QLabel* example_;
    QWidget* originBox_;
    QLabel* origin_;
    QWidget* problemBox_;
    QLabel* problem_;
};

} // namespace vienlogs::windows
