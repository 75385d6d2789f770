// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "pages/scan_panel.h"

#include <QVBoxLayout>

#include "pages/scan_box.h"
#include "vienlogs/look/button.h"
#include "vienlogs/look/flow_layout.h"
#include "vienlogs/look/tokens.h"

namespace vienlogs::windows {

ScanPanel::ScanPanel(viewmodels::ScanViewModel& scan, QWidget* parent)
    : QFrame(parent), scan_(scan), box_(new ScanBox(scan, this)),
      use_(new look::Button(look::ButtonKind::Plain, this)),
      cancel_(new look::Button(look::ButtonKind::Quiet, this)) {
    setObjectName(QStringLiteral("formScan"));
    use_->setObjectName(QStringLiteral("formUseScan"));
    cancel_->setObjectName(QStringLiteral("formCancelScan"));
    auto* buttons = new look::FlowLayout(nullptr, look::space::m, look::space::s);
    buttons->addWidget(use_);
    buttons->addWidget(cancel_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(look::space::s);
    column->addWidget(box_);
    column->addLayout(buttons);
    connect(use_, &look::Button::clicked, this, &ScanPanel::use);
    connect(cancel_, &look::Button::clicked, this, [this] {
        close();
        Q_EMIT closed();
    });
    connect(&scan_, &viewmodels::ScanViewModel::changed, this, &ScanPanel::refresh);
    retranslate();
    hide();
}

void ScanPanel::open() {
    scan_.refreshScanners();
    show();
    box_->setFocus(Qt::OtherFocusReason);
}

bool ScanPanel::use() {
    if (isHidden() || !use_->isEnabled())
        return false;
    hide();
    Q_EMIT used();
    return true;
}

bool ScanPanel::scanning() const {
    return !isHidden() && scan_.scanning();
}

void ScanPanel::close() {
    if (isHidden())
        return;
    hide();
    scan_.cancel();
    scan_.clear();
}

void ScanPanel::retranslate() {
    use_->setText(tr("&Attach these pages"));
    cancel_->setText(tr("Do not scan"));
    box_->retranslate();
    refresh();
}

void ScanPanel::refresh() {
    use_->setEnabled(scan_.pages()->rowCount() > 0 && !scan_.scanning());
}

} // namespace vienlogs::windows
