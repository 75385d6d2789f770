// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "form/line_editor.h"

#include <QEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include "vienlogs/look/text.h"

namespace vienlogs::windows {

using forms::FieldKind;

namespace {

/// What was typed is kept after this pause already, so that a power cut costs a word at most.
constexpr int pauseMs = 400;
constexpr int longTextLines = 4;

int widthOf(const viewmodels::FieldView& field) {
    switch (field.kind) {
    case FieldKind::Date:
        return 12;
    case FieldKind::Integer:
        return 8;
    case FieldKind::Money:
        return 12;
    case FieldKind::PersonalCode:
        return 14;
    case FieldKind::Phone:
        return 16;
    case FieldKind::Iban:
        return 28;
    default:
        return field.maxLength > 0 && field.maxLength <= 20 ? 18 : 0;
    }
}

QString formatOf(FieldKind kind) {
    switch (kind) {
    case FieldKind::Date:
        return LineEditor::tr("dd.mm.yyyy.");
    case FieldKind::Money:
        return QStringLiteral("0,00");
    case FieldKind::PersonalCode:
        return QStringLiteral("000000-00000");
    case FieldKind::Phone:
        return QStringLiteral("+371");
    default:
        return {};
    }
}

Qt::InputMethodHints hintsOf(FieldKind kind) {
    switch (kind) {
    case FieldKind::Integer:
    case FieldKind::Money:
        return Qt::ImhFormattedNumbersOnly;
    case FieldKind::Phone:
        return Qt::ImhDialableCharactersOnly;
    case FieldKind::Email:
        return Qt::ImhEmailCharactersOnly;
    case FieldKind::PersonalCode:
    case FieldKind::Iban:
        return Qt::ImhNoPredictiveText;
    default:
        return Qt::ImhNone;
    }
}

} // namespace

LineEditor::LineEditor(const viewmodels::FieldView& field, QWidget* parent)
    : FieldEditor(parent), line_(new QLineEdit(this)), widthEm_(widthOf(field)) {
    line_->setObjectName(field.objectName);
    line_->setInputMethodHints(hintsOf(field.kind));
    line_->setPlaceholderText(formatOf(field.kind));
    pause_.setSingleShot(true);
    pause_.setInterval(pauseMs);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(line_);
    setFocusProxy(line_);
    connect(line_, &QLineEdit::textEdited, &pause_, qOverload<>(&QTimer::start));
    connect(&pause_, &QTimer::timeout, this, [this] { commit(); });
    connect(line_, &QLineEdit::editingFinished, this, [this] {
        if (pause_.isActive() || line_->text() != shown_)
            commit();
        Q_EMIT finished();
    });
    fitWidth();
}

void LineEditor::show(const viewmodels::FieldView& field) {
    line_->setEnabled(field.enabled);
    line_->setReadOnly(field.readOnly);
    line_->setAccessibleName(field.label);
    line_->setAccessibleDescription(field.problem.isEmpty() ? field.help : field.problem);
    shown_ = field.text;
    if (pause_.isActive())
        return; // typed and not yet passed on, even when a list that popped up has taken the focus
    const QSignalBlocker quiet(line_);
    if (line_->text() != field.text)
        line_->setText(field.text);
}

QWidget* LineEditor::control() const {
    return line_;
}

bool LineEditor::isBeingTyped() const {
    return line_->hasFocus() && line_->isModified() && pause_.isActive();
}

void LineEditor::flush() {
    if (!pause_.isActive())
        return;
    pause_.stop(); // also where commit() is another's
    commit();
}

void LineEditor::commit() {
    pause_.stop();
    Q_EMIT textGiven(line_->text());
}

void LineEditor::changeEvent(QEvent* event) {
    FieldEditor::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fitWidth();
}

void LineEditor::fitWidth() {
    if (widthEm_ > 0)
        line_->setMaximumWidth(widthEm_ * fontMetrics().horizontalAdvance(QLatin1Char('m')));
}

LongTextEditor::LongTextEditor(const viewmodels::FieldView& field, QWidget* parent)
    : FieldEditor(parent), edit_(new QPlainTextEdit(this)), maxLength_(field.maxLength) {
    edit_->setObjectName(field.objectName);
    edit_->setTabChangesFocus(true);
    edit_->setFixedHeight(fontMetrics().lineSpacing() * (longTextLines + 1));
    pause_.setSingleShot(true);
    pause_.setInterval(pauseMs);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(edit_);
    setFocusProxy(edit_);
    edit_->installEventFilter(this);
    connect(edit_, &QPlainTextEdit::textChanged, &pause_, qOverload<>(&QTimer::start));
    connect(&pause_, &QTimer::timeout, this, &LongTextEditor::commit);
}

void LongTextEditor::show(const viewmodels::FieldView& field) {
    edit_->setEnabled(field.enabled);
    edit_->setReadOnly(field.readOnly);
    edit_->setAccessibleName(field.label);
    edit_->setAccessibleDescription(field.problem.isEmpty() ? field.help : field.problem);
    if (pause_.isActive() || edit_->toPlainText() == field.text)
        return;
    const QSignalBlocker quiet(edit_);
    edit_->setPlainText(field.text);
}

QWidget* LongTextEditor::control() const {
    return edit_;
}

bool LongTextEditor::isBeingTyped() const {
    return edit_->hasFocus() && pause_.isActive();
}

void LongTextEditor::flush() {
    if (pause_.isActive())
        commit();
}

bool LongTextEditor::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::FocusOut) {
        if (pause_.isActive())
            commit();
        Q_EMIT finished();
    }
    return FieldEditor::eventFilter(watched, event);
}

void LongTextEditor::commit() {
    pause_.stop();
    Q_EMIT textGiven(maxLength_ > 0 ? edit_->toPlainText().left(maxLength_ + 1) : edit_->toPlainText());
}

} // namespace vienlogs::windows
