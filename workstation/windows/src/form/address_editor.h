// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "form/line_editor.h"

class QCompleter;
class QStringListModel;

namespace vienlogs::windows {

/// An address: what is typed is completed from the address register; one that was picked carries its code.
class AddressEditor : public LineEditor {
    Q_OBJECT

public:
    explicit AddressEditor(const viewmodels::FieldView& field, QWidget* parent = nullptr);

    void propose(const QVector<viewmodels::AddressView>& addresses) override;

protected:
    void commit() override;

private:
    void pick(const QString& text);

    QCompleter* completer_;
    QStringListModel* proposals_;
    QVector<viewmodels::AddressView> addresses_;
    QTimer ask_;
};

} // namespace vienlogs::windows
