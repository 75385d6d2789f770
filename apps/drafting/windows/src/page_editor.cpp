// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "page_editor.h"

#include <QApplication>
#include <QClipboard>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QTimer>
#include <algorithm>

#include "vienlogs/look/style_sheet.h"

namespace vienlogs::drafting {

using acts_editing::Caret;

namespace {

constexpr int pageMargin = 24, innerMargin = 76, pageWidthAt100 = 794; // A4 at 96 points an inch
constexpr int restMilliseconds = 1000;
constexpr std::size_t mostLayouts = 400;
constexpr int charactersALine = 84;

} // namespace

PageEditor::PageEditor(QWidget* parent) : QAbstractScrollArea(parent), rest_(new QTimer(this)) {
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_InputMethodEnabled);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setCursor(Qt::IBeamCursor);
    rest_->setSingleShot(true);
    rest_->setInterval(restMilliseconds);
    connect(rest_, &QTimer::timeout, this, [this] {
        if (editing_)
            if (const auto kept = editing_->finishTyping(); !kept)
                Q_EMIT refused(kept.error());
    });
}

void PageEditor::setEditing(acts_editing::Editing* editing) {
    editing_ = editing;
    caret_ = {};
    reload();
    if (!lines_.empty())
        setCaret({lines_.front().id, 0});
}

double PageEditor::scale() const {
    constexpr double bodyPoints = 10.5;
    return std::max(1.0, font().pointSizeF() / bodyPoints);
}

int PageEditor::pageWidth() const {
    return std::min(int(pageWidthAt100 * scale()), std::max(viewport()->width() - 2 * pageMargin, 200));
}

int PageEditor::textWidth() const {
    return pageWidth() - 2 * std::min(int(innerMargin * scale()), pageWidth() / 8);
}

int PageEditor::textLeft() const {
    return (viewport()->width() - textWidth()) / 2;
}

void PageEditor::reload() {
    const int stood = indexOf(caret_.element);
    lines_.clear();
    index_.clear();
    layouts_.clear();
    if (editing_)
        for (const auto* element : editing_->act().inOrder())
            if (acts::hasText(element->kind)) {
                index_.emplace(element->id, lines_.size());
                lines_.push_back({element->id});
            }
    measureAll();
    if (lines_.empty())
        caret_ = {};
    else if (indexOf(caret_.element) < 0) { // its element is gone: where it stood, or before that
        const auto& id = lines_[std::min(std::size_t(std::max(stood - 1, 0)), lines_.size() - 1)].id;
        caret_ = {id, toCharacters(words(id), int(words(id).size()))};
    }
    caret_.at = std::min(caret_.at, toCharacters(words(caret_.element), int(words(caret_.element).size())));
    updateScroll();
    viewport()->update();
}

/// A guess for each: laying out ten thousand paragraphs would take seconds.
void PageEditor::measureAll() {
    for (auto& line : lines_) {
        const auto* element = editing_->act().find(line.id);
        const auto look = lookOf(editing_->act(), *element);
        const auto rows = acts::lengthOf(element->text) / charactersALine + 1;
        line.height = int((double(rows) * look.points * 1.6 + look.above + look.below) * scale());
        line.measured = false;
    }
}

const LaidLine& PageEditor::laid(std::size_t index) {
    auto& line = lines_[index];
    if (const auto known = layouts_.find(line.id); known != layouts_.end())
        return known->second;
    if (layouts_.size() > mostLayouts)
        layouts_.clear();
    auto made = layOutLine(editing_->act(), *editing_->act().find(line.id), textWidth(), scale());
    line.height = made.height;
    line.measured = true;
    return layouts_.emplace(line.id, std::move(made)).first->second;
}

int PageEditor::indexOf(const base::Ulid& id) const {
    const auto found = index_.find(id);
    return found == index_.end() ? -1 : int(found->second);
}

int PageEditor::topOf(std::size_t index) const {
    int y = 2 * pageMargin;
    for (std::size_t i = 0; i < index; ++i)
        y += lines_[i].height;
    return y;
}

std::size_t PageEditor::lineAt(int y) const {
    int top = 2 * pageMargin;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
        top += lines_[i].height;
        if (y < top)
            return i;
    }
    return lines_.empty() ? 0 : lines_.size() - 1;
}

void PageEditor::updateScroll() {
    const int whole = topOf(lines_.size()) + 2 * pageMargin;
    verticalScrollBar()->setRange(0, std::max(0, whole - viewport()->height()));
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(int(24 * scale()));
}

void PageEditor::paintEvent(QPaintEvent*) {
    QPainter painter(viewport());
    const auto& colours = palette();
    painter.fillRect(viewport()->rect(), colours.color(QPalette::AlternateBase));
    const int left = (viewport()->width() - pageWidth()) / 2, offset = verticalScrollBar()->value();
    const int bottom =
        std::max(topOf(lines_.size()) + pageMargin - offset, viewport()->height() - pageMargin);
    painter.fillRect(QRect(left, pageMargin - offset, pageWidth(), bottom - pageMargin + offset),
                     colours.color(QPalette::Base));
    painter.setPen(colours.color(QPalette::Text));
    if (lines_.empty())
        return;
    const auto first = lineAt(offset);
    int y = topOf(first) - offset;
    bool guessed = false;
    for (std::size_t i = first; i < lines_.size() && y < viewport()->height(); ++i) {
        guessed = guessed || !lines_[i].measured;
        const auto& line = laid(i);
        const QPointF place(textLeft(), y);
        line.layout->draw(&painter, place);
        if (lines_[i].id == caret_.element && hasFocus())
            line.layout->drawCursor(&painter, place, line.prefix + toUnits(words(caret_.element), caret_.at),
                                    2);
        y += line.height;
    }
    if (guessed)
        updateScroll();
}

void PageEditor::resizeEvent(QResizeEvent* event) {
    layouts_.clear();
    updateScroll();
    QAbstractScrollArea::resizeEvent(event);
}

void PageEditor::changeEvent(QEvent* event) {
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        reload();
    QAbstractScrollArea::changeEvent(event);
}

QString PageEditor::words(const base::Ulid& id) const {
    const auto* element = editing_ ? editing_->act().find(id) : nullptr;
    return element ? QString::fromStdString(acts::textOf(element->text)) : QString();
}

void PageEditor::setCaret(const Caret& caret) {
    caret_ = caret;
    reveal();
    viewport()->update();
    Q_EMIT caretMoved();
}

void PageEditor::reveal() {
    const int index = indexOf(caret_.element);
    if (index < 0)
        return;
    const auto& line = laid(std::size_t(index));
    updateScroll();
    const auto row =
        line.layout->lineForTextPosition(line.prefix + toUnits(words(caret_.element), caret_.at));
    const int top = topOf(std::size_t(index)) + int(row.y()), bottom = top + int(row.height());
    auto* bar = verticalScrollBar();
    if (top < bar->value() + pageMargin)
        bar->setValue(top - pageMargin);
    else if (bottom > bar->value() + viewport()->height() - pageMargin)
        bar->setValue(bottom - viewport()->height() + pageMargin);
}

void PageEditor::done(const base::Result<Caret>& caret, bool structure) {
    if (!caret) {
        Q_EMIT refused(caret.error());
        return;
    }
    if (structure)
        reload();
    else
        layouts_.erase(caret->element);
    setCaret(*caret);
    rest_->start();
    Q_EMIT changed(structure);
}

void PageEditor::typeText(const QString& text) {
    if (!editing_ || caret_.element.isNil() || text.isEmpty())
        return;
    done(editing_->type(caret_, 0, acts::plain(text.toStdString())), false);
    if (text.endsWith(QLatin1Char(' ')))
        if (const auto kept = editing_->finishTyping(); !kept)
            Q_EMIT refused(kept.error());
}

void PageEditor::pasteText(const QString& text) {
    const auto parts = text.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    for (qsizetype i = 0; i < parts.size(); ++i) {
        if (i > 0)
            done(editing_->enter(caret_), true);
        typeText(parts[i].simplified());
    }
}

void PageEditor::erase(int direction) {
    const auto length = toCharacters(words(caret_.element), int(words(caret_.element).size()));
    if (direction < 0 && caret_.at == 0)
        return done(editing_->joinBefore(caret_.element), true);
    if (direction > 0 && caret_.at == length) {
        const int next = indexOf(caret_.element) + 1;
        if (next > 0 && std::size_t(next) < lines_.size())
            done(editing_->joinBefore(lines_[std::size_t(next)].id), true);
        return;
    }
    done(editing_->type({caret_.element, caret_.at - (direction < 0 ? 1 : 0)}, 1, {}), false);
}

bool PageEditor::structureKey(QKeyEvent* event) {
    const auto modifiers = event->modifiers();
    const bool moves = modifiers == (Qt::AltModifier | Qt::ShiftModifier);
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        done(editing_->enter(caret_), true);
    else if (event->key() == Qt::Key_Backtab)
        done(editing_->promote(caret_.element), true);
    else if (event->key() == Qt::Key_Tab)
        done(editing_->demote(caret_.element), true);
    else if (moves && event->key() == Qt::Key_Up)
        done(editing_->moveUp(caret_.element), true);
    else if (moves && event->key() == Qt::Key_Down)
        done(editing_->moveDown(caret_.element), true);
    else if (event->key() == Qt::Key_Backspace)
        erase(-1);
    else if (event->key() == Qt::Key_Delete)
        erase(1);
    else if (event->matches(QKeySequence::Paste))
        pasteText(QApplication::clipboard()->text());
    else
        return false;
    return true;
}

void PageEditor::moveSideways(int direction) {
    const auto text = words(caret_.element);
    const auto length = toCharacters(text, int(text.size()));
    const int index = indexOf(caret_.element), next = index + direction;
    if (direction < 0 ? caret_.at > 0 : caret_.at < length)
        return setCaret({caret_.element, direction < 0 ? caret_.at - 1 : caret_.at + 1});
    if (next < 0 || std::size_t(next) >= lines_.size())
        return;
    const auto& id = lines_[std::size_t(next)].id;
    setCaret({id, direction < 0 ? toCharacters(words(id), int(words(id).size())) : 0});
}

void PageEditor::moveVertically(int direction) {
    const int index = indexOf(caret_.element);
    if (index < 0)
        return;
    const auto* line = &laid(std::size_t(index));
    const int unit = line->prefix + toUnits(words(caret_.element), caret_.at);
    const auto row = line->layout->lineForTextPosition(unit);
    const double x = row.cursorToX(unit);
    int target = row.lineNumber() + direction;
    auto at = std::size_t(index);
    if (target < 0 || target >= line->layout->lineCount()) {
        if (direction < 0 ? index == 0 : at + 1 >= lines_.size())
            return;
        at = std::size_t(index + direction);
        line = &laid(at);
        target = direction < 0 ? line->layout->lineCount() - 1 : 0;
    }
    const int found = line->layout->lineCount() > 0 ? line->layout->lineAt(target).xToCursor(x) : 0;
    const auto text = words(lines_[at].id);
    setCaret({lines_[at].id, toCharacters(text, std::max(0, found - line->prefix))});
}

bool PageEditor::caretKey(QKeyEvent* event) {
    const auto text = words(caret_.element);
    switch (event->key()) {
    case Qt::Key_Left:
        moveSideways(-1);
        return true;
    case Qt::Key_Right:
        moveSideways(1);
        return true;
    case Qt::Key_Up:
        moveVertically(-1);
        return true;
    case Qt::Key_Down:
        moveVertically(1);
        return true;
    case Qt::Key_Home:
        setCaret({caret_.element, 0});
        return true;
    case Qt::Key_End:
        setCaret({caret_.element, toCharacters(text, int(text.size()))});
        return true;
    default:
        return false;
    }
}

void PageEditor::keyPressEvent(QKeyEvent* event) {
    if (!editing_ || caret_.element.isNil() || structureKey(event) || caretKey(event))
        return;
    const auto text = event->text();
    if (!text.isEmpty() && text[0].isPrint() &&
        !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier)))
        typeText(text);
    else
        QAbstractScrollArea::keyPressEvent(event);
}

void PageEditor::inputMethodEvent(QInputMethodEvent* event) {
    typeText(event->commitString());
    event->accept();
}

QVariant PageEditor::inputMethodQuery(Qt::InputMethodQuery query) const {
    if (query == Qt::ImEnabled)
        return editing_ != nullptr;
    if (query == Qt::ImSurroundingText)
        return words(caret_.element);
    if (query == Qt::ImCursorPosition)
        return toUnits(words(caret_.element), caret_.at);
    return QAbstractScrollArea::inputMethodQuery(query);
}

void PageEditor::mousePressEvent(QMouseEvent* event) {
    if (lines_.empty())
        return;
    const int y = int(event->position().y()) + verticalScrollBar()->value();
    const auto index = lineAt(y);
    const auto& line = laid(index);
    const double inside = y - topOf(index), x = event->position().x() - textLeft();
    int found = line.prefix;
    for (int i = 0; i < line.layout->lineCount(); ++i)
        if (const auto row = line.layout->lineAt(i); inside >= row.y() || i == 0)
            found = row.xToCursor(x);
    const auto text = words(lines_[index].id);
    setCaret({lines_[index].id, toCharacters(text, std::max(0, found - line.prefix))});
}

} // namespace vienlogs::drafting
