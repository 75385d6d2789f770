// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "form/address_editor.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QLineEdit>
#include <QStringListModel>

namespace vienlogs::windows {

namespace {
constexpr int askAfterMs = 150;
constexpr int shortestQuestion = 3;
} // namespace

AddressEditor::AddressEditor(const viewmodels::FieldView& field, QWidget* parent)
    : LineEditor(field, parent), completer_(new QCompleter(this)), proposals_(new QStringListModel(this)) {
    completer_->setModel(proposals_);
    completer_->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    completer_->setWidget(&line());
    completer_->popup()->setObjectName(field.objectName + QStringLiteral("Proposals"));
    ask_.setSingleShot(true);
    ask_.setInterval(askAfterMs);
    connect(&line(), &QLineEdit::textEdited, this, [this](const QString& text) {
        if (text.trimmed().size() >= shortestQuestion)
            ask_.start();
    });
    connect(&ask_, &QTimer::timeout, this, [this] { Q_EMIT addressTyped(line().text().trimmed()); });
    connect(completer_, qOverload<const QString&>(&QCompleter::activated), this, &AddressEditor::pick);
}

void AddressEditor::propose(const QVector<viewmodels::AddressView>& addresses) {
    addresses_ = addresses;
    QStringList texts;
    for (const auto& address : addresses)
        texts.append(address.text);
    proposals_->setStringList(texts);
    if (texts.isEmpty() || !line().hasFocus())
        completer_->popup()->hide();
    else
        completer_->complete();
}

void AddressEditor::pick(const QString& text) {
    line().setText(text);
    commit();
    Q_EMIT finished();
}

void AddressEditor::commit() {
    const QString text = line().text().trimmed();
    for (const auto& address : addresses_)
        if (address.text == text)
            return Q_EMIT addressGiven(text, address.code);
    Q_EMIT addressGiven(text, {});
}

} // namespace vienlogs::windows
