// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QImage>
#include <QObject>
#include <QPointer>
#include <QProcess>
#include <QVector>

namespace vienlogs::workstation {

/// Draws the pages of a PDF by pdftoppm, through pipes: nothing personal touches a disk. Asynchronous; only
/// the newest question is answered. Without pdftoppm there is no preview and no answer.
class PdfPreview final : public QObject {
    Q_OBJECT
public:
    explicit PdfPreview(QObject* parent = nullptr) : QObject(parent) {}
    ~PdfPreview() override;
    void draw(const QByteArray& pdf);

Q_SIGNALS:
    void drawn(const QVector<QImage>& pages);

private:
    QPointer<QProcess> process_;
};

} // namespace vienlogs::workstation
