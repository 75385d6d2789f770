// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "pages/form_page.h"

#include <algorithm>
#include <utility>

#include <QLabel>
#include <QVBoxLayout>

#include "form/field_row.h"
#include "form/problem_summary.h"
#include "pages/scan_panel.h"
#include "vienlogs/look/button.h"
#include "vienlogs/look/icon_label.h"
#include "vienlogs/look/text.h"
#include "vienlogs/look/tokens.h"

namespace vienlogs::windows {

FormPage::FormPage(viewmodels::FormViewModel& form, viewmodels::ScanViewModel& scan, QWidget* parent)
    : Page(QStringLiteral("form"), parent), form_(form),
      progress_(look::makeText(look::TextRole::Heading, this)),
      prefilling_(new look::Mark(this, look::Mark::Shape::Wrapping)), problems_(new ProblemSummary(this)),
      fieldsBox_(new QWidget(this)), fields_(new QVBoxLayout(fieldsBox_)), scan_(new ScanPanel(scan, this)) {
    progress_->setObjectName(QStringLiteral("formProgress"));
    prefilling_->setObjectName(QStringLiteral("formPrefilling"));
    fieldsBox_->setObjectName(QStringLiteral("formFields"));
    fields_->setContentsMargins(0, 0, 0, 0);
    fields_->setSpacing(look::space::xl);
    column().addWidget(progress_);
    column().addWidget(prefilling_);
    column().addWidget(problems_);
    column().addWidget(fieldsBox_);
    column().addStretch(1);
    connect(scan_, &ScanPanel::used, this, [this] { form_.attachScan(std::exchange(scanScope_, {})); });
    connect(scan_, &ScanPanel::closed, this, &FormPage::endScan);
    connect(&scan, &viewmodels::ScanViewModel::changed, this, &FormPage::refreshContinue);
    connect(problems_, &ProblemSummary::fieldAsked, this, &FormPage::goTo);
    connect(&form_, &viewmodels::FormViewModel::changed, this, &FormPage::refresh);
    connect(&form_, &viewmodels::FormViewModel::leaving, this, &FormPage::finishTyping);
    connect(&form_, &viewmodels::FormViewModel::fieldsChanged, this, &FormPage::rebuild);
    connect(&form_, &viewmodels::FormViewModel::fieldChanged, this, &FormPage::refreshField);
    connect(&form_, &viewmodels::FormViewModel::problemsChanged, this, &FormPage::showProblems);
    connect(&form_, &viewmodels::FormViewModel::addressesFound, this,
            [this](const QString& scope, const QVector<viewmodels::AddressView>& addresses) {
                if (FieldRow* row = rowOf(scope))
                    row->propose(addresses);
            });
    retranslate();
}

void FormPage::enter() {
    rebuild();
    Page::enter();
    focusFirst();
}

/// The first field that can be answered, from the top.
void FormPage::focusFirst() {
    for (FieldRow* row : rows_)
        if (row->takeFocus())
            return;
}

QString FormPage::explanation() const {
    return tr("What the state already knows is filled in; beside it stands which register said so and when. "
              "Read it "
              "to the client and correct what is not right. What is not needed may be left empty. Everything "
              "is kept "
              "as you type.");
}

void FormPage::goOn() {
    if (scan_->scanning())
        return; // the pages that are still coming would be thrown away
    finishTyping();
    if (scan_->use())
        return; // scanned pages are not left behind; the next Enter goes on
    scan_->close();
    if (!form_.busy())
        form_.next();
}

void FormPage::goBack() {
    finishTyping();
    scan_->close();
    form_.back();
}

void FormPage::finishTyping() {
    // Also the rows that the keyboard has just left: each passes on only after a pause. Passing on may
    // rebuild the rows.
    for (FieldRow* row : std::vector<FieldRow*>(rows_))
        if (std::find(rows_.begin(), rows_.end(), row) != rows_.end())
            row->flush();
    QWidget* focus = focusWidget();
    if (!focus || !fieldsBox_->isAncestorOf(focus))
        return;
    focus->clearFocus();
    focus->setFocus(Qt::OtherFocusReason);
}

void FormPage::retranslate() {
    backButton().setText(tr("&Back"));
    for (FieldRow* row : rows_)
        row->retranslate();
    scan_->retranslate();
    refresh();
    showProblems();
}

void FormPage::refresh() {
    setTitle(form_.title());
    const QString place = form_.pageCount() > 1 ? tr("Part %1 of %2: %3", "page of a form, pages, its title")
                                                      .arg(form_.page() + 1)
                                                      .arg(form_.pageCount())
                                                      .arg(form_.pageTitle())
                                                : form_.pageTitle();
    progress_->setText(place);
    progress_->setVisible(!place.isEmpty());
    prefilling_->setVisible(form_.prefilling());
    prefilling_->show(QStringLiteral("waiting"), look::Tone::Info,
                      tr("Asking the registers. You can begin meanwhile."));
    refreshContinue();
}

void FormPage::refreshContinue() {
    const bool last = form_.page() + 1 >= form_.pageCount();
    setContinue(last ? tr("&To signing") : tr("&Continue"), !form_.busy() && !scan_->scanning());
}

FieldRow* FormPage::rowOf(const QString& scope) const {
    const auto found =
        std::find_if(rows_.begin(), rows_.end(), [&](FieldRow* row) { return row->scope() == scope; });
    return found == rows_.end() ? nullptr : *found;
}

FieldRow* FormPage::newRow(const viewmodels::FieldView& field) {
    auto* row = new FieldRow(form_, field, fieldsBox_);
    connect(row, &FieldRow::scanAsked, this, [this, row] { scanFor(*row); });
    return row;
}

/// Under the field that the paper is for.
void FormPage::scanFor(FieldRow& row) {
    scanScope_ = row.scope();
    fields_->insertWidget(fields_->indexOf(&row) + 1, scan_);
    scan_->open();
    reveal(*scan_);
}

void FormPage::endScan() {
    if (FieldRow* row = rowOf(std::exchange(scanScope_, {})))
        row->takeFocus();
}

/// Rows that stay are the same widgets, so that the keyboard and what is typed stay with them.
void FormPage::rebuild() {
    const QVector<viewmodels::FieldView> fields = form_.fields();
    std::vector<FieldRow*> rows;
    for (const auto& field : fields) {
        FieldRow* row = rowOf(field.scope);
        if (!row || row->kind() != field.kind)
            row = newRow(field);
        else
            row->show(field);
        rows.push_back(row);
    }
    while (QLayoutItem* item = fields_->takeAt(0)) {
        QWidget* widget = item->widget();
        if (widget != scan_ && std::find(rows.begin(), rows.end(), widget) == rows.end()) {
            widget->hide();
            widget->setParent(nullptr); // At once: names must not be found twice.
            widget->deleteLater();
        }
        delete item;
    }
    QString section;
    for (int i = 0; i < fields.size(); ++i) {
        if (fields.at(i).section != section && !fields.at(i).section.isEmpty()) {
            QLabel* heading = look::makeText(look::TextRole::Heading, fieldsBox_);
            heading->setText(fields.at(i).section);
            fields_->addWidget(heading);
        }
        section = fields.at(i).section;
        fields_->addWidget(rows[static_cast<std::size_t>(i)]);
        if (fields.at(i).scope == scanScope_)
            fields_->addWidget(scan_);
    }
    rows_ = std::move(rows);
    if (!rowOf(scanScope_)) {
        scan_->close();
        scanScope_.clear();
    }
    refresh();
    if (page_ != form_.page()) {
        page_ = form_.page();
        scrollToTop();
        if (isVisible())
            focusFirst();
    }
}

void FormPage::refreshField(const QString& scope) {
    if (FieldRow* row = rowOf(scope))
        row->show(form_.field(scope));
}

void FormPage::showProblems() {
    const QVector<viewmodels::ProblemView> problems = form_.problems();
    problems_->show(problems);
    for (FieldRow* row : rows_)
        row->show(form_.field(row->scope()));
    if (!problems.isEmpty() && isVisible()) {
        scrollToTop();
        goTo(problems.front().scope);
    }
}

void FormPage::goTo(const QString& scope) {
    FieldRow* row = rowOf(scope);
    if (!row)
        return;
    reveal(*row);
    row->takeFocus();
}

} // namespace vienlogs::windows
