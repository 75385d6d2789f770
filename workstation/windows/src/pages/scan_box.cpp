// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "pages/scan_box.h"

#include <QCheckBox>
#include <QLabel>
#include <QListWidget>
#include <QProgressBar>
#include <QShortcut>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include "vienlogs/look/button.h"
#include "vienlogs/look/combo_box.h"
#include "vienlogs/look/flow_layout.h"
#include "vienlogs/look/text.h"
#include "vienlogs/look/tokens.h"

namespace vienlogs::windows {

namespace {
constexpr QSize thumbnail(84, 112);
} // namespace

ScanBox::ScanBox(viewmodels::ScanViewModel& scan, QWidget* parent)
    : QWidget(parent), scan_(scan), scannerLabel_(look::makeLine(look::TextRole::Label, this)),
      scanner_(new look::ComboBox(this)), colour_(new QCheckBox(this)),
      feeder_(new look::Button(look::ButtonKind::Plain, this)),
      glass_(new look::Button(look::ButtonKind::Plain, this)),
      cancel_(new look::Button(look::ButtonKind::Danger, this)),
      again_(new look::Button(look::ButtonKind::Plain, this)), progress_(new QProgressBar(this)),
      empty_(look::makeText(look::TextRole::Muted, this)), pages_(new QListWidget(this)),
      left_(new look::Button(look::ButtonKind::Quiet, this)),
      right_(new look::Button(look::ButtonKind::Quiet, this)),
      remove_(new look::Button(look::ButtonKind::Quiet, this)),
      undo_(new look::Button(look::ButtonKind::Quiet, this)) {
    setObjectName(QStringLiteral("scanBox"));
    scanner_->setObjectName(QStringLiteral("scanScanner"));
    colour_->setObjectName(QStringLiteral("scanColour"));
    feeder_->setObjectName(QStringLiteral("scanFeeder"));
    glass_->setObjectName(QStringLiteral("scanGlass"));
    cancel_->setObjectName(QStringLiteral("scanCancel"));
    again_->setObjectName(QStringLiteral("scanAgain"));
    progress_->setObjectName(QStringLiteral("scanProgress"));
    pages_->setObjectName(QStringLiteral("scanPages"));
    left_->setObjectName(QStringLiteral("scanRotateLeft"));
    right_->setObjectName(QStringLiteral("scanRotateRight"));
    remove_->setObjectName(QStringLiteral("scanRemove"));
    undo_->setObjectName(QStringLiteral("scanUndo"));
    layOut();
    addButtons();
    connect(scanner_, &QComboBox::activated, &scan_, &viewmodels::ScanViewModel::setScannerIndex);
    connect(pages_, &QListWidget::currentRowChanged, this, [this] {
        refresh();
        Q_EMIT currentChanged();
    });
    connect(&scan_, &viewmodels::ScanViewModel::changed, this, &ScanBox::refresh);
    connect(scan_.pages(), &QAbstractItemModel::modelReset, this, &ScanBox::refreshPages);
    retranslate();
    refreshPages();
}

void ScanBox::layOut() {
    pages_->setViewMode(QListView::IconMode);
    pages_->setIconSize(thumbnail);
    pages_->setMovement(QListView::Static);
    pages_->setResizeMode(QListView::Adjust);
    pages_->setSpacing(look::space::xs);
    pages_->setMinimumHeight(thumbnail.height() + 2 * fontMetrics().height() + look::space::xl);
    scannerLabel_->setBuddy(scanner_);
    progress_->setRange(0, 100);
    auto* source = new look::FlowLayout(nullptr, look::space::m, look::space::s);
    for (QWidget* widget : std::initializer_list<QWidget*>{scannerLabel_, scanner_, colour_})
        source->addWidget(widget);
    auto* start = new look::FlowLayout(nullptr, look::space::s, look::space::s);
    for (QWidget* widget : std::initializer_list<QWidget*>{feeder_, glass_, cancel_, again_})
        start->addWidget(widget);
    auto* edit = new look::FlowLayout(nullptr, look::space::xs, look::space::xs);
    for (QWidget* widget : std::initializer_list<QWidget*>{left_, right_, remove_, undo_})
        edit->addWidget(widget);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(look::space::m);
    column->addLayout(source);
    column->addLayout(start);
    column->addWidget(progress_);
    column->addWidget(empty_);
    column->addWidget(pages_);
    column->addLayout(edit);
}

void ScanBox::addButtons() {
    feeder_->setIconName(QStringLiteral("scanner"));
    glass_->setIconName(QStringLiteral("document"));
    left_->setIconName(QStringLiteral("rotate-left"));
    right_->setIconName(QStringLiteral("rotate-right"));
    remove_->setIconName(QStringLiteral("trash"));
    undo_->setIconName(QStringLiteral("undo"));
    connect(feeder_, &look::Button::clicked, this, [this] { scan_.scan(true, colour_->isChecked()); });
    connect(glass_, &look::Button::clicked, this, [this] { scan_.scan(false, colour_->isChecked()); });
    connect(cancel_, &look::Button::clicked, &scan_, &viewmodels::ScanViewModel::cancel);
    connect(left_, &look::Button::clicked, this, [this] { scan_.rotate(current(), -90); });
    connect(right_, &look::Button::clicked, this, [this] { scan_.rotate(current(), 90); });
    connect(remove_, &look::Button::clicked, this, [this] { scan_.remove(current()); });
    connect(undo_, &look::Button::clicked, &scan_, &viewmodels::ScanViewModel::undoRemove);
    connect(again_, &look::Button::clicked, &scan_, &viewmodels::ScanViewModel::refreshScanners);
    auto* del = new QShortcut(Qt::Key_Delete, pages_);
    del->setContext(Qt::WidgetShortcut);
    connect(del, &QShortcut::activated, remove_, &look::Button::click);
}

int ScanBox::current() const {
    return pages_->currentRow();
}

void ScanBox::retranslate() {
    scannerLabel_->setText(tr("S&canner:"));
    colour_->setText(tr("In colour"));
    feeder_->setText(tr("Scan the &stack"));
    glass_->setText(tr("Scan &one page"));
    cancel_->setText(tr("Stop scanning"));
    progress_->setAccessibleName(tr("Progress of the page being scanned"));
    again_->setText(tr("&Look for scanners again"));
    pages_->setAccessibleName(tr("Scanned pages"));
    left_->setText(tr("Turn left"));
    right_->setText(tr("Turn right"));
    remove_->setText(tr("Leave out"));
    undo_->setText(tr("Put back"));
    refresh();
}

void ScanBox::refresh() {
    refreshScanners();
    const bool scanning = scan_.scanning();
    const bool any = scanner_->count() > 0;
    feeder_->setVisible(scan_.hasFeeder());
    feeder_->setEnabled(any && !scanning);
    glass_->setVisible(any);
    glass_->setEnabled(!scanning);
    again_->setVisible(!any);
    empty_->setText(any ? tr("The scanned pages appear here. Put the signed paper into the scanner.")
                        : tr("No scanner was found. Switch it on and look again, or have it signed with the "
                             "client's card."));
    colour_->setEnabled(!scanning);
    cancel_->setVisible(scanning);
    progress_->setVisible(scanning);
    progress_->setValue(scan_.progress());
    const bool chosen = current() >= 0 && !scanning;
    for (look::Button* button : {left_, right_, remove_}) {
        button->setVisible(pages_->count() > 0);
        button->setEnabled(chosen);
    }
    undo_->setVisible(scan_.canUndoRemove());
    empty_->setVisible(pages_->count() == 0);
    pages_->setVisible(pages_->count() > 0);
}

void ScanBox::refreshScanners() {
    const QSignalBlocker quiet(scanner_);
    QStringList shown;
    for (int i = 0; i < scanner_->count(); ++i)
        shown.append(scanner_->itemText(i));
    const QStringList scanners = scan_.scanners();
    if (shown != scanners) {
        scanner_->clear();
        scanner_->addItems(scanners);
    }
    scanner_->setCurrentIndex(scan_.scannerIndex());
    scanner_->setEnabled(!scan_.scanning());
    // With one scanner there is nothing to choose.
    scanner_->setVisible(scanners.size() > 1);
    scannerLabel_->setVisible(scanners.size() > 1);
}

void ScanBox::refreshPages() {
    const auto& rows = scan_.pages()->rows();
    const int before = current();
    const bool more = static_cast<int>(rows.size()) > pages_->count();
    {
        const QSignalBlocker quiet(pages_);
        pages_->clear();
        for (const auto& row : rows) {
            QIcon picture(QPixmap::fromImage(row.thumbnail));
            picture.addPixmap(QPixmap::fromImage(row.thumbnail), QIcon::Selected); // Not shaded.
            pages_->addItem(new QListWidgetItem(picture, QString::number(row.number)));
        }
        const int last = pages_->count() - 1;
        pages_->setCurrentRow(more || before < 0 ? last : qMin(before, last));
    }
    refresh();
    Q_EMIT currentChanged();
}

} // namespace vienlogs::windows
