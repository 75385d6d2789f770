// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QAbstractScrollArea>
#include <QTimer>
#include <unordered_map>

#include "line_layout.h"
#include "vienlogs/acts_editing/editing.h"

namespace vienlogs::drafting {

/// The act as a page on which one writes. Shows what Editing has and sends it what the keys mean; only what
/// is seen is laid out, so that an act of thousands of articles is as quick as a short one.
class PageEditor : public QAbstractScrollArea {
    Q_OBJECT
public:
    explicit PageEditor(QWidget* parent = nullptr);
    /// Null closes the act.
    void setEditing(acts_editing::Editing* editing);
    [[nodiscard]] const acts_editing::Caret& caret() const { return caret_; }
    void setCaret(const acts_editing::Caret& caret);
    /// Reads the act anew after a change made elsewhere.
    void reload();

Q_SIGNALS:
    /// The words of one element, or (structure) which elements there are.
    void changed(bool structure);
    void caretMoved();
    void refused(const base::Failure& failure);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void inputMethodEvent(QInputMethodEvent* event) override;
    [[nodiscard]] QVariant inputMethodQuery(Qt::InputMethodQuery query) const override;
    void mousePressEvent(QMouseEvent* event) override;
    bool focusNextPrevChild(bool) override { return false; } // Tab is a key of the act
    void changeEvent(QEvent* event) override;

private:
    /// One element in the order of the text; heights are guessed until it is seen.
    struct Line {
        base::Ulid id;
        int height = 0;
        bool measured = false;
    };
    [[nodiscard]] double scale() const;
    [[nodiscard]] int pageWidth() const;
    [[nodiscard]] int textWidth() const;
    [[nodiscard]] int textLeft() const;
    [[nodiscard]] const LaidLine& laid(std::size_t index);
    [[nodiscard]] int indexOf(const base::Ulid& id) const;
    [[nodiscard]] int topOf(std::size_t index) const;
    /// The line at a height of the whole page; the nearest one.
    [[nodiscard]] std::size_t lineAt(int y) const;
    void measureAll();
    void updateScroll();
    void reveal();
    [[nodiscard]] QString words(const base::Ulid& id) const;
    /// Takes the caret over when the operation was allowed.
    void done(const base::Result<acts_editing::Caret>& caret, bool structure);
    void typeText(const QString& text);
    void pasteText(const QString& text);
    bool structureKey(QKeyEvent* event);
    bool caretKey(QKeyEvent* event);
    void erase(int direction);
    void moveVertically(int direction);
    void moveSideways(int direction);

    acts_editing::Editing* editing_ = nullptr;
    std::vector<Line> lines_;
    std::unordered_map<base::Ulid, std::size_t> index_;
    std::unordered_map<base::Ulid, LaidLine> layouts_;
    acts_editing::Caret caret_;
    QTimer* rest_;
};

} // namespace vienlogs::drafting
