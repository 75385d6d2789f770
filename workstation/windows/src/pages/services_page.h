// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "pages/page.h"
#include "vienlogs/viewmodels/services_view_model.h"

namespace vienlogs::look {
class Notice;
} // namespace vienlogs::look

namespace vienlogs::windows {

class CardList;

/// Step 2: the exact list of services, each with why, fee, deadline and channels; one is chosen.
class ServicesPage : public Page {
    Q_OBJECT

public:
    explicit ServicesPage(viewmodels::ServicesViewModel& services, QWidget* parent = nullptr);

    void enter() override;
    [[nodiscard]] QString explanation() const override;

protected:
    void goOn() override;
    void goBack() override { services_.back(); }
    void retranslate() override;

private:
    void refresh();
    void refreshDetails();

    viewmodels::ServicesViewModel& services_;
    look::Notice* none_;
    CardList* list_;
    QLabel* needHeading_;
    QLabel* need_;
    look::Notice* hint_;
};

} // namespace vienlogs::windows
