// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <optional>
#include <unordered_map>
#include <unordered_set>

#include "vienlogs/acts/history.h"
#include "vienlogs/base/result.h"
#include "vienlogs/harmonisation/steps.h"

namespace vienlogs::harmonisation {

/// Bounds of one harmonisation; the largest known has a tenth of it.
struct Bounds {
    static constexpr std::size_t steps = 100'000;
    static constexpr std::size_t remarks = 50'000;
    static constexpr std::size_t textBytes = 1 << 18; ///< of one remark or answer
};

/// A remark with where it stands.
struct RemarkState {
    const Opinion* opinion = nullptr;
    const Remark* remark = nullptr;
    const Answer* answer = nullptr;     ///< null: not answered yet
    const Position* position = nullptr; ///< null: the giver has not said a word to the answer
    /// Settled: the giver says so, or gave an agreeing opinion later, or the remark was accepted and the
    /// giver did not contradict. A proposal is settled by any answer.
    bool agreed = false;
};

/// A task with whether it is done.
struct TaskState {
    const Task* task = nullptr;
    std::optional<base::Timestamp> done{};
    [[nodiscard]] bool overdue(std::chrono::year_month_day today) const { return !done && task->due < today; }
};

/// Everything said about one draft, as a list of steps that is only ever added to.
class Harmonising {
public:
    /// Keeps the step; a refused one leaves no trace. VL-HARM-0001 to 0004, 0006. The act decides which
    /// elements and versions there are.
    [[nodiscard]] base::Result<void> append(Step step, const acts::History& act);
    [[nodiscard]] const std::vector<Step>& steps() const { return steps_; }
    /// In the order in which they came.
    [[nodiscard]] std::vector<const Opinion*> opinions() const;
    [[nodiscard]] std::vector<RemarkState> remarks() const;
    /// The earliest due first, done ones at the end.
    [[nodiscard]] std::vector<TaskState> tasks() const;
    /// Field to text, as last filled.
    [[nodiscard]] const std::map<std::string, std::string>& annotation() const { return annotation_; }

private:
    [[nodiscard]] base::Result<void> check(const Step& step, const acts::History& act) const;
    [[nodiscard]] base::Result<void> checkOpinion(const Opinion& opinion, const acts::History& act) const;
    void note(const Step& step, std::size_t at);

    std::vector<Step> steps_;
    std::vector<std::size_t> opinions_;
    std::unordered_set<base::Ulid> used_;                   ///< every identity
    std::unordered_map<base::Ulid, std::size_t> answers_;   ///< remark to step
    std::unordered_map<base::Ulid, std::size_t> positions_; ///< remark to step
    std::unordered_map<base::Ulid, std::size_t> tasks_;     ///< task to step
    std::unordered_map<base::Ulid, base::Timestamp> done_;  ///< task to when
    std::unordered_set<base::Ulid> remarks_;
    std::map<std::string, std::string> annotation_;
};

/// What a colleague's comments are as remarks: "Iebildums: …" is an objection, all else a proposal; replies
/// are left out. The comments' own identities become the remarks'.
[[nodiscard]] std::vector<Remark> remarksOf(const std::vector<acts::Comment>& comments);

} // namespace vienlogs::harmonisation
