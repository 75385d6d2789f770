// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QStringList>

#include "vienlogs/viewmodels/row_model.h"
#include "vienlogs/viewmodels/view_model.h"

namespace vienlogs::workflows {
class Contact;
class Reference;
} // namespace vienlogs::workflows

namespace vienlogs::viewmodels {

/// Step 1: an ordinary word finds life situations and services; a situation asks its questions.
class NeedViewModel final : public ViewModel {
    Q_OBJECT
    Q_PROPERTY(QString query READ query WRITE setQuery NOTIFY changed)
    Q_PROPERTY(bool catalogueLoaded READ catalogueLoaded NOTIFY changed)
    Q_PROPERTY(QString chosenName READ chosenName NOTIFY changed)
    Q_PROPERTY(bool canGoOn READ canGoOn NOTIFY changed)

public:
    enum class Kind { LifeEvent, Service };
    Q_ENUM(Kind)
    enum class QuestionKind { Choice, Number };
    Q_ENUM(QuestionKind)
    enum Column { NameRole = Qt::UserRole + 1, KindRole, KindTextRole, DescriptionRole };
    struct Result {
        Kind kind = Kind::Service;
        QString id;
        QString name;
        QString kindText; ///< "Life situation", "Service"
        QString description;
        friend bool operator==(const Result&, const Result&) = default;
    };
    struct Question {
        QString id;
        QuestionKind kind = QuestionKind::Choice;
        QString text;
        QString help;
        QStringList options;
        int chosen = -1; ///< Of a choice: index in options, -1 unanswered.
        QString number;  ///< Of a number: as typed.
        int minimum = 0, maximum = 0;
        friend bool operator==(const Question&, const Question&) = default;
    };

    NeedViewModel(workflows::Contact& contact, workflows::Reference& reference, QObject* parent = nullptr);

    [[nodiscard]] QString query() const { return query_; }
    /// False until the catalogue was received once.
    [[nodiscard]] bool catalogueLoaded() const;
    /// With an empty query: all life situations.
    [[nodiscard]] RowModel<Result>* results() { return &results_; }
    /// The life situation chosen; empty before.
    [[nodiscard]] QString chosenName() const;
    [[nodiscard]] const std::vector<Question>& questions() const { return questions_; }
    [[nodiscard]] bool canGoOn() const;

public Q_SLOTS:
    void setQuery(const QString& query);
    /// A life situation shows its questions; a service goes straight on.
    void choose(int row);
    void answerChoice(int question, int option);
    void answerNumber(int question, const QString& number);
    void next();

protected:
    void retranslate() override;

private:
    void search();
    void loadQuestions();
    workflows::Contact& contact_;
    workflows::Reference& reference_;
    QString query_;
    RowModel<Result> results_;
    std::vector<Question> questions_;
};

} // namespace vienlogs::viewmodels
