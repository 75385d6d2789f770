// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "form/field_row.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include "form/field_editor.h"
#include "vienlogs/look/icon_label.h"
#include "vienlogs/look/text.h"
#include "vienlogs/look/tokens.h"

namespace vienlogs::windows {

namespace {

/// An icon and words beside it, as for sources and problems.
QWidget* remark(const char* iconName, look::Tone tone, QLabel& words, QWidget* parent) {
    auto* box = new QWidget(parent);
    auto* icon = new look::IconLabel(look::iconSmall, box);
    icon->show(QLatin1String(iconName), tone);
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(look::space::xs + 2);
    row->addWidget(icon, 0, Qt::AlignTop);
    row->addWidget(&words, 1);
    return box;
}

void fill(QLabel& label, const QString& text) {
    label.setText(text);
    label.setVisible(!text.isEmpty());
}

} // namespace

FieldRow::FieldRow(viewmodels::FormViewModel& form, const viewmodels::FieldView& field, QWidget* parent)
    : QWidget(parent), form_(form), scope_(field.scope), kind_(field.kind),
      label_(look::makeText(look::TextRole::Label, this)), help_(look::makeText(look::TextRole::Muted, this)),
      editor_(makeEditor(field, this)), example_(look::makeText(look::TextRole::Small, this)),
      originBox_(nullptr), origin_(look::makeText(look::TextRole::Source, this)), problemBox_(nullptr),
      problem_(look::makeText(look::TextRole::Problem, this)) {
    setObjectName(field.objectName + QStringLiteral("Row"));
    problem_->setObjectName(field.objectName + QStringLiteral("Problem"));
    origin_->setObjectName(field.objectName + QStringLiteral("Origin"));
    layOut();
    connect(editor_, &FieldEditor::textGiven, this,
            [this](const QString& text) { form_.setText(scope_, text); });
    connect(editor_, &FieldEditor::yesNoGiven, this, [this](bool value) { form_.setYesNo(scope_, value); });
    connect(editor_, &FieldEditor::chosen, this,
            [this](const QStringList& values) { form_.choose(scope_, values); });
    connect(editor_, &FieldEditor::addressGiven, this,
            [this](const QString& text, const QString& code) { form_.setAddress(scope_, text, code); });
    connect(editor_, &FieldEditor::addressTyped, this,
            [this](const QString& text) { form_.completeAddress(scope_, text); });
    connect(editor_, &FieldEditor::scanAsked, this, &FieldRow::scanAsked);
    connect(editor_, &FieldEditor::fileAsked, this, &FieldRow::askForFile);
    connect(editor_, &FieldEditor::fileRemoved, this,
            [this](const QString& sha256) { form_.removeFile(scope_, sha256); });
    connect(editor_, &FieldEditor::finished, this, [this] { show(form_.field(scope_)); });
    show(field);
}

void FieldRow::layOut() {
    originBox_ = remark("info", look::Tone::Info, *origin_, this);
    problemBox_ = remark("error", look::Tone::Error, *problem_, this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(look::space::xs);
    for (QWidget* widget :
         std::initializer_list<QWidget*>{label_, help_, problemBox_, editor_, example_, originBox_})
        column->addWidget(widget);
}

void FieldRow::show(const viewmodels::FieldView& field) {
    field_ = field;
    label_->setText(field.required || field.readOnly
                        ? field.label
                        : tr("%1 (may be left empty)", "label of a field").arg(field.label));
    label_->setBuddy(editor_);
    fill(*help_, field.help);
    fill(*example_, field.example.isEmpty() ? QString() : tr("For example: %1").arg(field.example));
    editor_->show(field);
    showOrigin();
    showProblem();
}

/// Qt's own dialog: the same keys and the same look as everything else, and the desk's work goes on behind
/// it.
void FieldRow::askForFile() {
    auto* dialog = new QFileDialog(this, tr("Attach a file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setOption(QFileDialog::DontUseNativeDialog);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Documents and pictures") + QStringLiteral(" (*.pdf *.jpg *.jpeg *.png)"),
                            tr("All files") + QStringLiteral(" (*)")});
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString& path) { form_.attachFile(scope_, path); });
    dialog->open();
}

void FieldRow::showOrigin() {
    originBox_->setVisible(!field_.prefill.isEmpty());
    origin_->setText(field_.prefillChanged ? tr("Was filled from: %1. Changed here.").arg(field_.prefill)
                                           : tr("Filled from: %1").arg(field_.prefill));
}

/// Nobody is told of a mistake in the middle of a word.
void FieldRow::showProblem() {
    const bool wasShown = !problemBox_->isHidden();
    const bool wrong = !field_.problem.isEmpty() && (wasShown || !editor_->isBeingTyped());
    problemBox_->setVisible(wrong);
    problem_->setText(field_.problem);
    if (QWidget* control = editor_->control())
        look::setLook(*control, "wrong", wrong);
}

void FieldRow::propose(const QVector<viewmodels::AddressView>& addresses) {
    editor_->propose(addresses);
}

bool FieldRow::takeFocus() {
    QWidget* control = editor_->control();
    if (!control || field_.readOnly || !field_.enabled)
        return false;
    control->setFocus(Qt::OtherFocusReason);
    return true;
}

void FieldRow::flush() {
    editor_->flush();
}

void FieldRow::retranslate() {
    editor_->retranslate();
    show(field_);
}

} // namespace vienlogs::windows
