// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>

#include <QWidget>

#include "vienlogs/viewmodels/form_view_model.h"

namespace vienlogs::windows {

/// The part of a field where the answer is given; one class for each way of answering.
class FieldEditor : public QWidget {
    Q_OBJECT

public:
    explicit FieldEditor(QWidget* parent = nullptr) : QWidget(parent) {}

    /// Shows the value and whether it can be changed. What is being typed is not overwritten.
    virtual void show(const viewmodels::FieldView& field) = 0;
    /// The widget that the label belongs to and that takes the keyboard.
    [[nodiscard]] virtual QWidget* control() const = 0;
    [[nodiscard]] virtual bool isBeingTyped() const { return false; }
    /// What was typed is passed on now, not only after a pause.
    virtual void flush() {}
    /// Addresses the register proposes; only of use to one kind.
    virtual void propose(const QVector<viewmodels::AddressView>& /*addresses*/) {}
    virtual void retranslate() {}

Q_SIGNALS:
    void textGiven(const QString& text);
    void yesNoGiven(bool value);
    void chosen(const QStringList& values);
    void addressGiven(const QString& text, const QString& code);
    void addressTyped(const QString& text);
    /// A paper is to be scanned, picked from this machine, or taken off.
    void scanAsked();
    void fileAsked();
    void fileRemoved(const QString& sha256);
    /// The user is done with this field: it may be told what is wrong.
    void finished();
};

/// The editor for a kind of field.
[[nodiscard]] FieldEditor* makeEditor(const viewmodels::FieldView& field, QWidget* parent);

} // namespace vienlogs::windows
