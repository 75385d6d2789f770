// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "client_bar.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>

#include "vienlogs/look/button.h"
#include "vienlogs/look/combo_box.h"
#include "vienlogs/look/flow_layout.h"
#include "vienlogs/look/icon_label.h"
#include "vienlogs/look/text.h"
#include "vienlogs/look/tokens.h"

namespace vienlogs::windows {

using Level = viewmodels::ContactViewModel::Level;

namespace {

struct LevelLook {
    const char* icon;
    look::Tone tone;
};

LevelLook lookOf(const viewmodels::ContactViewModel& contact) {
    if (contact.revoked())
        return {"error", look::Tone::Error};
    if (!contact.confirmed())
        return {"card", look::Tone::Warn};
    return contact.level() == Level::DocumentSeen ? LevelLook{"eye", look::Tone::Info}
                                                  : LevelLook{"card", look::Tone::Ok};
}

} // namespace

ClientBar::ClientBar(viewmodels::ContactViewModel& contact, QWidget* parent)
    : QFrame(parent), contact_(contact), initials_(look::makeLine(look::TextRole::Label, this)),
      name_(look::makeLine(look::TextRole::ClientName, this)),
      code_(look::makeLine(look::TextRole::Figures, this)), level_(new look::Mark(this)),
      pinProved_(new look::Mark(this)), photo_(new look::Mark(this)),
      provePin_(new look::Button(look::ButtonKind::State, this)),
      checkPhoto_(new look::Button(look::ButtonKind::State, this)), actingFor_(new QWidget(this)),
      actingForLabel_(look::makeLine(look::TextRole::Muted, actingFor_)),
      actingForChoice_(new look::ComboBox(actingFor_)),
      elapsed_(look::makeLine(look::TextRole::Figures, this)),
      end_(new look::Button(look::ButtonKind::State, this)) {
    setObjectName(QStringLiteral("clientBar"));
    setProperty("shell", QStringLiteral("clientBar"));
    initials_->setProperty("shell", QStringLiteral("initials"));
    initials_->setAlignment(Qt::AlignCenter);
    name_->setObjectName(QStringLiteral("clientName"));
    code_->setObjectName(QStringLiteral("clientCode"));
    level_->setObjectName(QStringLiteral("clientLevel"));
    pinProved_->setObjectName(QStringLiteral("clientPinProved"));
    photo_->setObjectName(QStringLiteral("clientPhoto"));
    checkPhoto_->setObjectName(QStringLiteral("clientCheckPhoto"));
    provePin_->setObjectName(QStringLiteral("clientProvePin"));
    actingForChoice_->setObjectName(QStringLiteral("actingFor"));
    elapsed_->setObjectName(QStringLiteral("contactTime"));
    end_->setObjectName(QStringLiteral("endContact"));
    layOut();
    connect(provePin_, &look::Button::clicked, this, &ClientBar::pinAsked);
    connect(checkPhoto_, &look::Button::clicked, &contact_, &viewmodels::ContactViewModel::checkPhoto);
    connect(end_, &look::Button::clicked, &contact_, &viewmodels::ContactViewModel::end);
    connect(actingForChoice_, &QComboBox::activated, &contact_, &viewmodels::ContactViewModel::setActingFor);
    connect(&contact_, &viewmodels::ContactViewModel::changed, this, &ClientBar::refresh);
    connect(&contact_, &viewmodels::ContactViewModel::elapsedChanged, this,
            [this] { elapsed_->setText(tr("Contact %1").arg(contact_.elapsed())); });
    retranslate();
}

void ClientBar::layOut() {
    auto* acting = new QHBoxLayout(actingFor_);
    acting->setContentsMargins(0, 0, 0, 0);
    acting->setSpacing(look::space::s);
    acting->addWidget(actingForLabel_);
    acting->addWidget(actingForChoice_);
    actingForLabel_->setBuddy(actingForChoice_);
    provePin_->setIconName(QStringLiteral("lock"));
    checkPhoto_->setIconName(QStringLiteral("eye"));
    end_->setIconName(QStringLiteral("close"));
    auto* flow = new look::FlowLayout(this, look::space::l, look::space::s);
    flow->setContentsMargins(look::space::l, look::space::s, look::space::l, look::space::s);
    for (QWidget* widget : std::initializer_list<QWidget*>{initials_, name_, code_, level_, pinProved_,
                                                           photo_, provePin_, checkPhoto_, actingFor_})
        flow->addWidget(widget);
    flow->alignRightFrom(flow->count());
    flow->addWidget(elapsed_);
    flow->addWidget(end_);
}

void ClientBar::changeEvent(QEvent* event) {
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        const int side = fontMetrics().height() * 2 - look::space::xs;
        initials_->setFixedSize(side, side);
    }
}

void ClientBar::retranslate() {
    setAccessibleName(tr("Client"));
    actingForLabel_->setText(tr("&Acting for:"));
    provePin_->setText(tr("Confirm by &PIN"));
    checkPhoto_->setText(tr("Photo compare&d"));
    checkPhoto_->setToolTip(
        tr("Press when you have compared the photo of the client's document with the person."));
    end_->setText(tr("&End"));
    end_->setToolTip(tr("Ends the contact with this client. What was begun is kept."));
    refresh();
}

void ClientBar::refresh() {
    const bool known = contact_.active() && (contact_.level() != Level::None || contact_.revoked());
    look::setLook(*this, "identified", known);
    initials_->setVisible(known);
    initials_->setText(contact_.initials());
    name_->setText(known ? contact_.clientName() : tr("No client is identified"));
    code_->setText(contact_.personalCode());
    code_->setVisible(known);
    const LevelLook levelLook = lookOf(contact_);
    level_->show(QLatin1String(levelLook.icon), levelLook.tone, contact_.levelText());
    level_->setVisible(contact_.active());
    pinProved_->show(QStringLiteral("lock"), look::Tone::Ok, contact_.pinText());
    pinProved_->setVisible(!contact_.pinText().isEmpty());
    photo_->show(QStringLiteral("eye"), look::Tone::Ok, contact_.photoText());
    photo_->setVisible(!contact_.photoText().isEmpty());
    checkPhoto_->setVisible(contact_.canCheckPhoto());
    provePin_->setVisible(known && contact_.canProvePin());
    actingFor_->setVisible(known && contact_.actingForOptions().size() > 0);
    elapsed_->setText(tr("Contact %1").arg(contact_.elapsed()));
    elapsed_->setVisible(contact_.active());
    end_->setVisible(contact_.active());
    refreshActingFor();
}

void ClientBar::refreshActingFor() {
    const QSignalBlocker quiet(actingForChoice_);
    const QStringList options = contact_.actingForOptions();
    bool same = options.size() == actingForChoice_->count();
    for (int i = 0; same && i < options.size(); ++i)
        same = actingForChoice_->itemText(i) == options.at(i);
    if (!same) {
        actingForChoice_->clear();
        actingForChoice_->addItems(options);
    }
    actingForChoice_->setCurrentIndex(contact_.actingForIndex());
}

} // namespace vienlogs::windows
