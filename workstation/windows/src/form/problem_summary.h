// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QFrame>

#include "vienlogs/viewmodels/form_view_model.h"

class QLabel;
class QVBoxLayout;

namespace vienlogs::windows {

/// On top of a form: everything that is wrong, each a way to its field.
class ProblemSummary : public QFrame {
    Q_OBJECT

public:
    explicit ProblemSummary(QWidget* parent = nullptr);

    void show(const QVector<viewmodels::ProblemView>& problems);

Q_SIGNALS:
    void fieldAsked(const QString& scope);

private:
    QLabel* heading_;
    QVBoxLayout* list_;
};

} // namespace vienlogs::windows
