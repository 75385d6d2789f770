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
/// the newest question is answered. Without pdftoppm there is no preview.
class PdfPreview final : public QObject {
    Q_OBJECT
public:
    /// How large and how many. Papers from outside are drawn with `longSide`: the size that a page claims
    /// may be any.
    struct Size {
        int dotsPerInch = 90;
        int lastPage = 20;
        int longSide = 0; ///< In pixels, whatever the page says; 0 for by `dotsPerInch`.
    };
    explicit PdfPreview(QObject* parent = nullptr) : PdfPreview(Size{}, parent) {}
    explicit PdfPreview(const Size& size, QObject* parent = nullptr) : QObject(parent), size_(size) {}
    ~PdfPreview() override;
    void draw(const QByteArray& pdf);

Q_SIGNALS:
    void drawn(const QVector<QImage>& pages);
    /// The newest question has no answer.
    void notDrawn();

private:
    Size size_;
    QPointer<QProcess> process_;
};

} // namespace vienlogs::workstation
