// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "form/files_editor.h"

#include <QHBoxLayout>
#include <QLabel>

#include "vienlogs/look/button.h"
#include "vienlogs/look/flow_layout.h"
#include "vienlogs/look/icon_label.h"
#include "vienlogs/look/text.h"
#include "vienlogs/look/tokens.h"

namespace vienlogs::windows {

namespace {
constexpr QSize pictureSize(48, 64);
} // namespace

FileRow::FileRow(const QString& name, QWidget* parent)
    : QWidget(parent), picture_(new QLabel(this)), name_(look::makeText(look::TextRole::Body, this)),
      kind_(look::makeText(look::TextRole::Small, this)),
      remove_(new look::Button(look::ButtonKind::Quiet, this)) {
    setObjectName(name);
    remove_->setObjectName(name + QStringLiteral("Remove"));
    remove_->setIconName(QStringLiteral("close"));
    picture_->setFixedSize(pictureSize);
    picture_->setAlignment(Qt::AlignCenter);
    auto* words = new QVBoxLayout;
    words->setSpacing(look::space::xs);
    words->addWidget(name_);
    words->addWidget(kind_);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(look::space::m);
    row->addWidget(picture_);
    row->addLayout(words, 1);
    row->addWidget(remove_);
    connect(remove_, &look::Button::clicked, this, &FileRow::removed);
}

void FileRow::show(const viewmodels::FileView& file, bool changeable) {
    name_->setText(file.name);
    kind_->setText(file.kind);
    picture_->setPixmap(file.thumbnail.isNull()
                            ? QPixmap()
                            : QPixmap::fromImage(file.thumbnail.scaled(pictureSize, Qt::KeepAspectRatio,
                                                                       Qt::SmoothTransformation)));
    remove_->setText(tr("Remove"));
    remove_->setAccessibleName(tr("Remove %1", "an attached paper").arg(file.name));
    remove_->setEnabled(changeable);
}

FilesEditor::FilesEditor(const viewmodels::FieldView& field, QWidget* parent)
    : FieldEditor(parent), field_(field), list_(new QVBoxLayout),
      busy_(new look::Mark(this, look::Mark::Shape::Wrapping)),
      scan_(new look::Button(look::ButtonKind::Plain, this)),
      file_(new look::Button(look::ButtonKind::Plain, this)) {
    scan_->setObjectName(field.objectName + QStringLiteral("_scan"));
    file_->setObjectName(field.objectName + QStringLiteral("_file"));
    busy_->setObjectName(field.objectName + QStringLiteral("_busy"));
    scan_->setIconName(QStringLiteral("scanner"));
    list_->setSpacing(look::space::s);
    auto* buttons = new look::FlowLayout(nullptr, look::space::m, look::space::s);
    buttons->addWidget(scan_);
    buttons->addWidget(file_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(look::space::s);
    column->addLayout(list_);
    column->addWidget(busy_);
    column->addLayout(buttons);
    setFocusProxy(scan_);
    connect(scan_, &look::Button::clicked, this, &FilesEditor::scanAsked);
    connect(file_, &look::Button::clicked, this, &FilesEditor::fileAsked);
    refresh();
}

void FilesEditor::show(const viewmodels::FieldView& field) {
    field_ = field;
    refresh();
}

void FilesEditor::refresh() {
    const bool changeable = field_.enabled && !field_.readOnly && !field_.filesBusy;
    while (rows_.size() < static_cast<std::size_t>(field_.files.size())) {
        const auto number = rows_.size();
        auto* row = new FileRow(QStringLiteral("%1_%2").arg(field_.objectName).arg(number), this);
        connect(row, &FileRow::removed, this, [this, number] {
            if (number < static_cast<std::size_t>(field_.files.size()))
                Q_EMIT fileRemoved(field_.files.at(static_cast<qsizetype>(number)).sha256);
        });
        list_->addWidget(row);
        rows_.push_back(row);
    }
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        const bool used = i < static_cast<std::size_t>(field_.files.size());
        rows_[i]->setVisible(used);
        if (used)
            rows_[i]->show(field_.files.at(static_cast<qsizetype>(i)), changeable);
    }
    busy_->setVisible(field_.filesBusy);
    busy_->show(QStringLiteral("waiting"), look::Tone::Info, tr("The paper is being stored…"));
    const bool room = field_.maxLength <= 0 || field_.files.size() < field_.maxLength;
    scan_->setEnabled(changeable && room);
    file_->setEnabled(changeable && room);
    scan_->setText(tr("&Scan pages…"));
    file_->setText(tr("Choose a &file…"));
    scan_->setAccessibleDescription(field_.label);
    file_->setAccessibleDescription(field_.label);
}

QWidget* FilesEditor::control() const {
    return scan_;
}

void FilesEditor::retranslate() {
    refresh();
}

} // namespace vienlogs::windows
