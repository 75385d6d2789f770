// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "system_browser.h"

#include <QDesktopServices>
#include <QUrl>

namespace vienlogs::workstation {

bool SystemBrowser::open(const std::string& address) {
    return QDesktopServices::openUrl(QUrl(QString::fromStdString(address), QUrl::StrictMode));
}

} // namespace vienlogs::workstation
