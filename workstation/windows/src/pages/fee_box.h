// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QWidget>

#include "vienlogs/viewmodels/pay_view_model.h"

class QLabel;

namespace vienlogs::look {
class Button;
}

namespace vienlogs::windows {

class CardList;

/// Which fee of the service it is: the usual one until the clerk opens the list and chooses another by one
/// key; a relief that may be proved in several ways asks for one of them.
class FeeBox : public QWidget {
    Q_OBJECT

public:
    explicit FeeBox(viewmodels::PayViewModel& pay, QWidget* parent = nullptr);

    void refresh();
    void retranslate();
    /// Puts the list away; true if it was open.
    bool close();

private:
    void open();
    void chooseFee(int row);
    void chooseByKey(int row);

    viewmodels::PayViewModel& pay_;
    QLabel* question_;
    look::Button* another_;
    CardList* fees_;
    QLabel* proofQuestion_;
    CardList* proofs_;
    bool open_ = false;
    int relief_ = -1; ///< The fee whose proof is asked for.
};

} // namespace vienlogs::windows
