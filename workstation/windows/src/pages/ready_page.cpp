// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "pages/ready_page.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include "pages/case_table.h"
#include "vienlogs/look/button.h"
#include "vienlogs/look/flow_layout.h"
#include "vienlogs/look/icon_label.h"
#include "vienlogs/look/text.h"
#include "vienlogs/look/tokens.h"

namespace vienlogs::windows {

namespace {
constexpr int fieldEm = 16;
} // namespace

ReadyPage::ReadyPage(viewmodels::ContactViewModel& contact, viewmodels::CasesViewModel& cases,
                     QWidget* parent)
    : Page(QStringLiteral("ready"), parent), contact_(contact),
      picture_(new look::IconLabel(look::iconLarge, this)),
      prompt_(look::makeText(look::TextRole::Heading, this)),
      promptMore_(look::makeText(look::TextRole::Muted, this)),
      serveAgain_(new look::Button(look::ButtonKind::Plain, this)),
      byDocument_(new look::Button(look::ButtonKind::Plain, this)), document_(new QFrame(this)),
      begin_(new look::Button(look::ButtonKind::Main, document_)),
      cancel_(new look::Button(look::ButtonKind::Quiet, document_)),
      casesHeading_(look::makeText(look::TextRole::Heading, this)), cases_(new CaseTable(cases, this)) {
    prompt_->setObjectName(QStringLiteral("readyPrompt"));
    serveAgain_->setObjectName(QStringLiteral("readyServeAgain"));
    serveAgain_->setIconName(QStringLiteral("card"));
    byDocument_->setObjectName(QStringLiteral("readyByDocument"));
    byDocument_->setIconName(QStringLiteral("eye"));
    begin_->setObjectName(QStringLiteral("documentBegin"));
    cancel_->setObjectName(QStringLiteral("documentCancel"));
    document_->setObjectName(QStringLiteral("documentBox"));
    layOut();
    hideFooter();
    showDocument(false);
    connect(serveAgain_, &look::Button::clicked, &contact_, &viewmodels::ContactViewModel::serveAgain);
    connect(byDocument_, &look::Button::clicked, this, [this] { showDocument(true); });
    connect(cancel_, &look::Button::clicked, this, [this] { showDocument(false); });
    connect(begin_, &look::Button::clicked, this, &ReadyPage::goOn);
    connect(&contact_, &viewmodels::ContactViewModel::changed, this, &ReadyPage::refresh);
    for (QLineEdit* line : {code_, given_, family_})
        connect(line, &QLineEdit::textChanged, this, &ReadyPage::refresh);
    retranslate();
}

QWidget* ReadyPage::field(QLabel*& label, QLineEdit*& line, const char* name) {
    auto* box = new QWidget(document_);
    label = look::makeLine(look::TextRole::Label, box);
    line = new QLineEdit(box);
    line->setObjectName(QLatin1String(name));
    line->setMinimumWidth(fieldEm * fontMetrics().horizontalAdvance(QLatin1Char('m')));
    label->setBuddy(line);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(look::space::xs);
    column->addWidget(label);
    column->addWidget(line);
    return box;
}

void ReadyPage::layOut() {
    auto* texts = new QVBoxLayout;
    texts->setSpacing(look::space::xs);
    texts->addWidget(prompt_);
    texts->addWidget(promptMore_);
    texts->addSpacing(look::space::s);
    auto* ways = new look::FlowLayout(nullptr, look::space::m, look::space::s);
    ways->addWidget(serveAgain_);
    ways->addWidget(byDocument_);
    texts->addLayout(ways);
    auto* head = new QHBoxLayout;
    head->setSpacing(look::space::l);
    head->addWidget(picture_, 0, Qt::AlignTop);
    head->addLayout(texts, 1);
    document_->setProperty("frame", QStringLiteral("panel"));
    auto* fields = new look::FlowLayout(nullptr, look::space::l, look::space::m);
    fields->addWidget(field(codeLabel_, code_, "documentCode"));
    fields->addWidget(field(givenLabel_, given_, "documentGivenName"));
    fields->addWidget(field(familyLabel_, family_, "documentFamilyName"));
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(begin_);
    buttons->addWidget(cancel_);
    buttons->addStretch(1);
    auto* box = new QVBoxLayout(document_);
    box->setContentsMargins(look::space::l, look::space::l, look::space::l, look::space::l);
    box->setSpacing(look::space::l);
    box->addLayout(fields);
    box->addLayout(buttons);
    column().addLayout(head);
    column().addWidget(document_);
    column().addSpacing(look::space::m);
    column().addWidget(casesHeading_);
    column().addWidget(cases_);
    column().addStretch(1);
}

void ReadyPage::enter() {
    showDocument(false);
    Page::enter();
    byDocument_->setFocus(Qt::OtherFocusReason);
}

QString ReadyPage::explanation() const {
    return tr(
        "A contact begins when the client puts a card into the client's reader. Without a card, compare the "
        "client's identity document with the person and enter the names as they stand in it; the level of "
        "identification then stays “document seen”.");
}

void ReadyPage::showDocument(bool shown) {
    document_->setVisible(shown);
    byDocument_->setVisible(!shown);
    if (shown)
        return code_->setFocus(Qt::OtherFocusReason);
    for (QLineEdit* line : {code_, given_, family_})
        line->clear();
}

void ReadyPage::goOn() {
    if (!document_->isHidden() && begin_->isEnabled())
        contact_.identifyByDocument(code_->text().trimmed(), given_->text().trimmed(),
                                    family_->text().trimmed());
}

void ReadyPage::goBack() {
    showDocument(false);
    byDocument_->setFocus(Qt::OtherFocusReason);
}

void ReadyPage::retranslate() {
    setTitle(tr("Ready for the next client"));
    serveAgain_->setText(tr("&Serve the same client again"));
    byDocument_->setText(tr("The client has no card: identify by &document"));
    codeLabel_->setText(tr("&Personal code"));
    code_->setPlaceholderText(QStringLiteral("010181-15098"));
    givenLabel_->setText(tr("&Given name"));
    familyLabel_->setText(tr("&Family name"));
    begin_->setText(tr("I compared the document – &begin"));
    cancel_->setText(tr("Cancel"));
    casesHeading_->setText(tr("Recent cases of this place"));
    refresh();
}

void ReadyPage::refresh() {
    const bool reading = contact_.identifying();
    picture_->show(reading ? QStringLiteral("waiting") : QStringLiteral("card"), look::Tone::Info);
    const bool left = contact_.cardLeft();
    prompt_->setText(reading ? tr("Reading the client's card…")
                     : left  ? tr("The last client's card is still in the client's reader")
                             : tr("Ask the client to put their card into the client's reader"));
    promptMore_->setText(left ? tr("Give it back before the next client comes.")
                              : tr("The contact begins by itself."));
    serveAgain_->setVisible(left);
    byDocument_->setEnabled(!reading);
    begin_->setEnabled(!reading && !code_->text().trimmed().isEmpty() &&
                       !given_->text().trimmed().isEmpty() && !family_->text().trimmed().isEmpty());
}

} // namespace vienlogs::windows
