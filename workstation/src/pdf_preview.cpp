// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "pdf_preview.h"

#include <QTimer>

namespace vienlogs::workstation {

namespace {

using namespace std::chrono_literals;

constexpr auto longest = 20s; // a PDF that keeps pdftoppm busy longer is not drawn

/// Images in Netpbm's P6, one behind the other.
QVector<QImage> pagesIn(const QByteArray& stream) {
    QVector<QImage> pages;
    qsizetype at = 0;
    while (at < stream.size()) {
        int fields[3] = {0, 0, 0};
        qsizetype next = at + 2;
        if (stream.mid(at, 2) != "P6")
            break;
        for (int& field : fields) {
            while (next < stream.size() && (stream[next] < '0' || stream[next] > '9'))
                ++next;
            for (; next < stream.size() && stream[next] >= '0' && stream[next] <= '9' && field < 100000;
                 ++next)
                field = field * 10 + (stream[next] - '0');
        }
        ++next; // one white space ends the header
        const qsizetype bytes = qsizetype(3) * fields[0] * fields[1];
        if (bytes <= 0 || next + bytes > stream.size())
            break;
        pages.push_back(QImage(reinterpret_cast<const uchar*>(stream.constData() + next), fields[0],
                               fields[1], 3 * fields[0], QImage::Format_RGB888)
                            .copy());
        at = next + bytes;
    }
    return pages;
}

} // namespace

PdfPreview::~PdfPreview() {
    if (process_) {
        process_->disconnect(this);
        process_->kill();
        process_->waitForFinished(1000);
    }
}

void PdfPreview::draw(const QByteArray& pdf) {
    if (process_) {
        process_->disconnect(this);
        process_->kill();
        process_->deleteLater();
    }
    auto* process = new QProcess(this);
    process_ = process;
    connect(process, &QProcess::finished, this, [this, process] {
        process->deleteLater();
        const auto pages = pagesIn(process->readAllStandardOutput());
        if (pages.isEmpty())
            Q_EMIT notDrawn();
        else
            Q_EMIT drawn(pages);
    });
    connect(process, &QProcess::errorOccurred, this, [this, process](QProcess::ProcessError error) {
        if (error != QProcess::FailedToStart)
            return; // what started also finishes
        process->deleteLater();
        Q_EMIT notDrawn();
    });
    QTimer::singleShot(longest, process, &QProcess::kill);
    const bool fixed = size_.longSide > 0;
    process->start(QStringLiteral("pdftoppm"),
                   {fixed ? QStringLiteral("-scale-to") : QStringLiteral("-r"),
                    QString::number(fixed ? size_.longSide : size_.dotsPerInch), QStringLiteral("-l"),
                    QString::number(size_.lastPage), QStringLiteral("-")});
    process->write(pdf);
    process->closeWriteChannel();
}

} // namespace vienlogs::workstation
