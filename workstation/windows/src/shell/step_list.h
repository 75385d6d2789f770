// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include <QFrame>

#include "vienlogs/viewmodels/contact_view_model.h"

class QVBoxLayout;

namespace vienlogs::look {
class Button;
}

namespace vienlogs::windows {

/// The six steps of a contact at the left: which are done, which is now, where one may go back to.
class StepList : public QFrame {
    Q_OBJECT

public:
    explicit StepList(viewmodels::ContactViewModel& contact, QWidget* parent = nullptr);

    /// Only numbers, where room is short.
    void setCompact(bool compact);

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();
    look::Button* append();

    viewmodels::ContactViewModel& contact_;
    QVBoxLayout* column_;
    std::vector<look::Button*> buttons_;
    bool compact_ = false;
};

} // namespace vienlogs::windows
