// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/drafting/drafting_window.h"

#include <QCloseEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QSaveFile>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QTimer>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "page_editor.h"
#include "start_page.h"
#include "vienlogs/acts/numbering.h"
#include "vienlogs/base/failure_text.h"
#include "vienlogs/base/failures_base.h"
#include "vienlogs/drafting_rules/lint.h"
#include "vienlogs/look/button.h"
#include "vienlogs/look/flow_layout.h"
#include "vienlogs/look/notice.h"
#include "vienlogs/look/text.h"
#include "vienlogs/look/tokens.h"
#include "vienlogs/office/document.h"

namespace vienlogs::drafting {

using acts::ElementKind;
using look::Button;
using look::ButtonKind;

namespace {

constexpr int checkAfterMilliseconds = 400; // of rest in typing
constexpr int startPage = 0, actPage = 1;
constexpr int mostLetters = 60;

bool isInOutline(ElementKind kind) {
    return acts::hasHeading(kind) || kind == ElementKind::Title || kind == ElementKind::Point;
}

} // namespace

DraftingWindow::DraftingWindow(acts_store::ActStore& store, const base::Clock& clock, std::string author,
                               QWidget* parent)
    : QMainWindow(parent), store_(store), clock_(clock), author_(std::move(author)) {
    auto* whole = new QWidget(this);
    auto* column = new QVBoxLayout(whole);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    notice_ = new look::Notice(look::Tone::Error, whole);
    notice_->setObjectName(QStringLiteral("notice"));
    notice_->setDismissible(true);
    notice_->hide();
    connect(notice_, &look::Notice::dismissed, notice_, &QWidget::hide);
    column->addWidget(notice_);
    pages_ = new QStackedWidget(whole);
    pages_->addWidget(start_ = new StartPage(whole));
    pages_->addWidget(makeAct());
    column->addWidget(pages_, 1);
    setCentralWidget(whole);
    check_ = new QTimer(this);
    check_->setSingleShot(true);
    check_->setInterval(checkAfterMilliseconds);
    connect(check_, &QTimer::timeout, this, &DraftingWindow::showFindings);
    connect(start_, &StartPage::opened, this, &DraftingWindow::openAct);
    connect(start_, &StartPage::wanted, this, &DraftingWindow::beginAct);
    translate();
    showActs();
}

DraftingWindow::~DraftingWindow() {
    page_->setEditing(nullptr);
}

QWidget* DraftingWindow::makeBar() {
    auto* bar = new QWidget(this);
    auto* row = new look::FlowLayout(bar, look::space::s, look::space::s);
    row->setContentsMargins(look::space::m, look::space::s, look::space::m, look::space::s);
    const auto button = [&](const char* name) {
        auto* made = new Button(ButtonKind::Plain, bar);
        made->setObjectName(QLatin1String(name));
        made->setFocusPolicy(Qt::TabFocus); // a click leaves the caret where it is
        row->addWidget(made);
        return made;
    };
    connect(back_ = button("back"), &Button::clicked, this, &DraftingWindow::closeAct);
    connect(undo_ = button("undo"), &Button::clicked, this, [this] { undo(false); });
    connect(redo_ = button("redo"), &Button::clicked, this, [this] { undo(true); });
    connect(insert_ = button("insert"), &Button::clicked, this, &DraftingWindow::insert);
    connect(export_ = button("export"), &Button::clicked, this, [this] {
        const auto path =
            QFileDialog::getSaveFileName(this, tr("Export"), {}, tr("Documents (*.odt *.docx)"));
        if (!path.isEmpty())
            exportTo(path);
    });
    connect(new QShortcut(QKeySequence::Undo, this), &QShortcut::activated, this, [this] { undo(false); });
    connect(new QShortcut(QKeySequence::Redo, this), &QShortcut::activated, this, [this] { undo(true); });
    return bar;
}

QWidget* DraftingWindow::makeAct() {
    auto* act = new QWidget(this);
    auto* column = new QVBoxLayout(act);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeBar());
    column->addWidget(look::makeRule(act));
    auto* parts = new QSplitter(act);
    const auto side = [&](QLabel*& title, QWidget* content) {
        auto* panel = new QWidget(parts);
        auto* inside = new QVBoxLayout(panel);
        inside->setContentsMargins(look::space::m, look::space::m, look::space::m, look::space::m);
        inside->addWidget(title = look::makeText(look::TextRole::Heading, panel));
        inside->addWidget(content, 1);
        return panel;
    };
    outline_ = new QTreeWidget(parts);
    outline_->setObjectName(QStringLiteral("outline"));
    outline_->setHeaderHidden(true);
    connect(outline_, &QTreeWidget::itemActivated, this,
            [this](QTreeWidgetItem* item) { follow(item->data(0, Qt::UserRole).value<base::Ulid>()); });
    connect(outline_, &QTreeWidget::itemClicked, outline_, &QTreeWidget::itemActivated);
    parts->addWidget(side(outlineTitle_, outline_));
    page_ = new PageEditor(parts);
    page_->setObjectName(QStringLiteral("page"));
    connect(page_, &PageEditor::changed, this, &DraftingWindow::changed);
    connect(page_, &PageEditor::refused, this, &DraftingWindow::say);
    parts->addWidget(page_);
    findings_ = new QListWidget(parts);
    findings_->setObjectName(QStringLiteral("findings"));
    findings_->setWordWrap(true);
    findings_->setTextElideMode(Qt::ElideNone);
    findings_->setResizeMode(QListView::Adjust);
    findings_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(findings_, &QListWidget::itemClicked, this,
            [this] { follow(found_[std::size_t(findings_->currentRow())]); });
    connect(findings_, &QListWidget::currentRowChanged, this, [this] { showButtons(); });
    auto* panel = side(findingsTitle_, findings_);
    fix_ = new Button(ButtonKind::Plain, panel);
    fix_->setObjectName(QStringLiteral("fix"));
    connect(fix_, &Button::clicked, this, [this] { fix(findings_->currentRow()); });
    panel->layout()->addWidget(fix_);
    panel->layout()->addWidget(keys_ = look::makeText(look::TextRole::Small, panel));
    parts->addWidget(panel);
    parts->setStretchFactor(1, 1);
    parts->setSizes({260, 760, 260});
    column->addWidget(parts, 1);
    return act;
}

void DraftingWindow::translate() {
    setWindowTitle(tr("Drafting of acts"));
    back_->setText(tr("&Acts"));
    undo_->setText(tr("&Undo"));
    redo_->setText(tr("&Redo"));
    insert_->setText(tr("&Insert"));
    export_->setText(tr("&Export"));
    fix_->setText(tr("Put it &right"));
    outlineTitle_->setText(tr("Outline"));
    findingsTitle_->setText(tr("Checks"));
    outline_->setAccessibleName(tr("Outline"));
    findings_->setAccessibleName(tr("Checks"));
    page_->setAccessibleName(tr("Text of the act"));
    keys_->setText(
        tr("Enter – next unit, Tab and Shift+Tab – deeper and back, Alt+Shift+Up and Down – move."));
}

void DraftingWindow::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        translate();
        if (editing_)
            showFindings();
    }
    QMainWindow::changeEvent(event);
}

void DraftingWindow::closeEvent(QCloseEvent* event) {
    if (editing_)
        if (const auto kept = editing_->finishTyping(); !kept)
            say(kept.error()); // what was typed is kept all the same, see ActStore::keepTyped
    event->accept();
}

void DraftingWindow::showActs() {
    if (const auto acts = store_.acts())
        start_->setActs(*acts);
    else
        say(acts.error());
    pages_->setCurrentIndex(startPage);
}

void DraftingWindow::beginAct(acts::ActKind kind) {
    const acts::History history(base::Ulid::make(clock_), kind);
    if (const auto added = store_.add(history, clock_.now()); !added)
        return say(added.error());
    openAct(history.now().id());
    if (!editing_)
        return;
    if (const auto title = editing_->insert(ElementKind::Title, {}); !title)
        say(title.error());
    page_->reload();
    changed(true);
}

void DraftingWindow::openAct(const base::Ulid& act) {
    auto opened = acts_editing::Editing::open(store_, act, author_, clock_);
    if (!opened)
        return say(opened.error());
    page_->setEditing(nullptr);
    editing_ = std::move(*opened);
    page_->setEditing(editing_.get());
    pages_->setCurrentIndex(actPage);
    page_->setFocus();
    changed(true);
}

void DraftingWindow::closeAct() {
    if (editing_)
        if (const auto kept = editing_->finishTyping(); !kept)
            return say(kept.error());
    page_->setEditing(nullptr);
    editing_.reset();
    showActs();
}

void DraftingWindow::changed(bool structure) {
    if (structure)
        showOutline();
    showButtons();
    check_->start();
}

void DraftingWindow::showOutline() {
    outline_->clear();
    const auto& act = editing_->act();
    QTreeWidgetItem* chapter = nullptr;
    for (const auto* element : act.inOrder()) {
        if (!isInOutline(element->kind) || act.find(element->parent)->kind == ElementKind::Part ||
            (element->kind == ElementKind::Point && act.find(element->parent)->kind == ElementKind::Article))
            continue;
        const bool outer = element->parent == act.id();
        auto* item = outer || !chapter ? new QTreeWidgetItem(outline_) : new QTreeWidgetItem(chapter);
        if (outer)
            chapter = acts::hasHeading(element->kind) ? item : nullptr;
        const auto label =
            QString::fromStdString(acts::withRaisedDigits(acts::labelOf(act, element->id).text));
        const auto words = QString::fromStdString(acts::textOf(element->text)).left(mostLetters);
        item->setText(0, label.isEmpty() ? words : label + QLatin1Char(' ') + words);
        item->setData(0, Qt::UserRole, QVariant::fromValue(element->id));
        item->setExpanded(true);
    }
}

void DraftingWindow::showFindings() {
    if (!editing_)
        return;
    findings_->clear();
    found_.clear();
    for (const auto& finding : drafting_rules::lint(editing_->act())) {
        const auto message = base::messageOf(base::Failure{finding.rule.code}, language_);
        auto text = QString::fromStdString(message.happened);
        if (!finding.words.empty())
            text =
                QStringLiteral("“%1”\n").arg(QString::fromStdString(finding.words).left(mostLetters)) + text;
        auto* item = new QListWidgetItem(text, findings_);
        item->setToolTip(QString::fromStdString(message.todo + " " + std::string(finding.rule.code.text)));
        item->setData(Qt::UserRole, !finding.fix.empty());
        found_.push_back(finding.element);
    }
    showButtons();
}

void DraftingWindow::showButtons() {
    undo_->setEnabled(editing_ && editing_->canUndo());
    redo_->setEnabled(editing_ && editing_->canRedo());
    const auto* item = findings_->currentItem();
    fix_->setEnabled(item && item->data(Qt::UserRole).toBool());
}

void DraftingWindow::fix(int row) {
    if (!editing_ || row < 0)
        return;
    const auto found = drafting_rules::lint(editing_->act());
    if (std::size_t(row) >= found.size())
        return;
    if (const auto done = editing_->carryOut(found[std::size_t(row)].fix, tr("checks").toStdString()); !done)
        return say(done.error());
    page_->reload();
    changed(true);
    showFindings();
}

void DraftingWindow::undo(bool again) {
    if (!editing_)
        return;
    if (const auto done = again ? editing_->redo() : editing_->undo(); !done)
        say(done.error());
    page_->reload();
    changed(true);
}

void DraftingWindow::insert() {
    const std::pair<ElementKind, QString> kinds[] = {
        {ElementKind::Chapter, tr("Chapter")},
        {ElementKind::Article, tr("Article")},
        {ElementKind::Part, tr("Part")},
        {ElementKind::Point, tr("Point")},
        {ElementKind::Paragraph, tr("Text without a number")},
        {ElementKind::Basis, tr("Legal basis")},
        {ElementKind::TransitionalProvisions, tr("Transitional provisions")},
        {ElementKind::Annex, tr("Annex")},
        {ElementKind::Signature, tr("Signature")}};
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const auto& [kind, name] : kinds)
        menu->addAction(name, this, [this, kind = kind] {
            const auto caret = editing_->insert(kind, page_->caret().element);
            if (!caret)
                return say(caret.error());
            page_->reload();
            page_->setCaret(*caret);
            page_->setFocus();
            changed(true);
        });
    menu->popup(insert_->mapToGlobal(QPoint(0, insert_->height())));
}

void DraftingWindow::follow(const base::Ulid& element) {
    if (editing_ && editing_->act().isLive(element)) {
        page_->setCaret({element, 0});
        page_->setFocus();
    }
}

void DraftingWindow::exportTo(const QString& path) {
    if (!editing_)
        return;
    if (const auto kept = editing_->finishTyping(); !kept)
        return say(kept.error());
    const auto format = office::formatOf(path.toStdString()).value_or(office::Format::Odt);
    const auto bytes = office::writeDocument(format, editing_->act(), editing_->history().entries().size());
    if (!bytes)
        return say(bytes.error());
    const bool named = office::formatOf(path.toStdString()).has_value();
    QSaveFile file(named ? path : path + QStringLiteral(".odt"));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes->data(), qint64(bytes->size())) < 0 ||
        !file.commit())
        return say(
            base::Failure{base::codes::fileUnreadable, {}, {QFileInfo(path).fileName().toStdString()}});
    notice_->hide();
}

void DraftingWindow::say(const base::Failure& failure) {
    const auto message = base::messageOf(failure, language_);
    notice_->setTexts(QString::fromStdString(message.happened), QString::fromStdString(message.todo),
                      QString::fromStdString(message.code));
    notice_->show();
}

} // namespace vienlogs::drafting
