// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QTimer>

#include "form/field_editor.h"

class QLineEdit;
class QPlainTextEdit;

namespace vienlogs::windows {

/// One line: text, numbers, dates, codes, money, phone, e-mail, IBAN. Its width tells how much is expected.
class LineEditor : public FieldEditor {
    Q_OBJECT

public:
    explicit LineEditor(const viewmodels::FieldView& field, QWidget* parent = nullptr);

    void show(const viewmodels::FieldView& field) override;
    [[nodiscard]] QWidget* control() const override;
    [[nodiscard]] bool isBeingTyped() const override;
    void flush() override;

protected:
    [[nodiscard]] QLineEdit& line() const { return *line_; }
    /// What was typed is passed on.
    virtual void commit();
    void changeEvent(QEvent* event) override;

private:
    void fitWidth();

    QLineEdit* line_;
    QTimer pause_;
    int widthEm_;
    QString shown_;
};

/// Several lines.
class LongTextEditor : public FieldEditor {
    Q_OBJECT

public:
    explicit LongTextEditor(const viewmodels::FieldView& field, QWidget* parent = nullptr);

    void show(const viewmodels::FieldView& field) override;
    [[nodiscard]] QWidget* control() const override;
    [[nodiscard]] bool isBeingTyped() const override;
    void flush() override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void commit();

    QPlainTextEdit* edit_;
    QTimer pause_;
    int maxLength_;
};

} // namespace vienlogs::windows
