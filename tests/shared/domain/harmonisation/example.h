// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gtest/gtest.h>

#include "../acts/random_acts.h"
#include "vienlogs/harmonisation/harmonising.h"

namespace vienlogs::harmonisation::test {

inline base::Timestamp at(int second) {
    return base::Timestamp(std::chrono::seconds(1'700'000'000 + second));
}

/// A law of two articles with its history, sent out after its fifth entry.
struct Draft {
    Draft() : history(random.id(), acts::ActKind::Law) {
        title = insert(acts::ElementKind::Title, history.now().id(), {}, {}, "Dokumentu likums");
        article = insert(acts::ElementKind::Article, history.now().id(), title, {5}, "Iesniegums");
        part = insert(acts::ElementKind::Part, article, {}, {1}, "Persona iesniedz iesniegumu.");
        second = insert(acts::ElementKind::Part, article, part, {2}, "Iestāde atbild mēneša laikā.");
        next = insert(acts::ElementKind::Article, history.now().id(), article, {6}, "Atbilde");
        sent = history.entries().size();
    }
    void change(acts::Operation operation) {
        ASSERT_TRUE(history.append({random.id(), at(++second_), "Līga", "", std::move(operation)}));
    }
    base::Ulid insert(acts::ElementKind kind, const base::Ulid& parent, const base::Ulid& after,
                      acts::Number number, std::string_view text) {
        const auto id = random.id();
        change(acts::InsertElement{id, kind, {parent, after}, number, acts::plain(text)});
        return id;
    }
    base::Result<void> say(Happening happening, const std::string& author = "Līga Kalniņa") {
        return steps.append({random.id(), at(++second_), author, std::move(happening)}, history);
    }
    /// An opinion with one objection; the objection's identity.
    base::Ulid object(const std::string& giver, const base::Ulid& element, const std::string& text) {
        const auto id = random.id();
        EXPECT_TRUE(say(Opinion{
            random.id(), giver, Stance::NotAgreed, sent, {{id, element, RemarkKind::Objection, text}}}));
        return id;
    }

    acts::test::RandomActs random{3};
    acts::History history;
    Harmonising steps;
    base::Ulid title, article, part, second, next;
    std::size_t sent = 0;

private:
    int second_ = 0;
};

} // namespace vienlogs::harmonisation::test
