// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>
#include <string>
#include <variant>
#include <vector>

#include "vienlogs/base/clock.h"
#include "vienlogs/base/names.h"
#include "vienlogs/base/ulid.h"

namespace vienlogs::harmonisation {

/// The result at the head of an opinion: saskaņots or nesaskaņots.
enum class Stance { Agreed, NotAgreed };
/// An objection (iebildums) must be settled before the act goes on; a proposal (priekšlikums) need not be.
enum class RemarkKind { Objection, Proposal };
/// What the drafter did about a remark.
enum class Outcome {
    Accepted,       ///< ņemts vērā
    PartlyAccepted, ///< daļēji ņemts vērā
    Explained,      ///< sniegts skaidrojums
    Rejected,       ///< nav ņemts vērā
};

inline constexpr base::Names<Stance, 2> stanceNames{
    {{Stance::Agreed, "agreed"}, {Stance::NotAgreed, "not-agreed"}}};
inline constexpr base::Names<RemarkKind, 2> remarkKindNames{
    {{RemarkKind::Objection, "objection"}, {RemarkKind::Proposal, "proposal"}}};
inline constexpr base::Names<Outcome, 4> outcomeNames{{{Outcome::Accepted, "accepted"},
                                                       {Outcome::PartlyAccepted, "partly-accepted"},
                                                       {Outcome::Explained, "explained"},
                                                       {Outcome::Rejected, "rejected"}}};

/// One remark of an institution on one element.
struct Remark {
    base::Ulid id;
    base::Ulid element{}; ///< nil: the act as a whole
    RemarkKind kind = RemarkKind::Objection;
    std::string text{};
    std::string proposed{}; ///< the wording it asks for; empty for none
    friend bool operator==(const Remark&, const Remark&) = default;
};

/// An opinion (atzinums) of one institution on one version of the draft.
struct Opinion {
    base::Ulid id;
    std::string giver{}; ///< the institution
    Stance stance = Stance::NotAgreed;
    std::size_t version = 0; ///< how many entries the act's log had when it was sent out
    std::vector<Remark> remarks{};
    friend bool operator==(const Opinion&, const Opinion&) = default;
};

/// What the drafter says to a remark; a later answer takes the place of an earlier one.
struct Answer {
    base::Ulid remark;
    Outcome outcome = Outcome::Accepted;
    std::string text{};
    friend bool operator==(const Answer&, const Answer&) = default;
};

/// What the giver says to the answer.
struct Position {
    base::Ulid remark;
    bool agreed = false;
    std::string maintained{}; ///< the objection as it is upheld, where it differs; empty for as it was
    friend bool operator==(const Position&, const Position&) = default;
};

/// Something that somebody has to do by a day.
struct Task {
    base::Ulid id;
    std::string what{};
    std::string who{};
    std::chrono::year_month_day due{};
    base::Ulid subject{}; ///< an element or a remark; nil for none
    friend bool operator==(const Task&, const Task&) = default;
};
struct TaskDone {
    base::Ulid task;
    friend bool operator==(const TaskDone&, const TaskDone&) = default;
};

/// One field of the annotation filled; an empty text takes it back.
struct AnnotationField {
    std::string field{}; ///< "1.2" (annotation.h)
    std::string text{};
    friend bool operator==(const AnnotationField&, const AnnotationField&) = default;
};

using Happening = std::variant<Opinion, Answer, Position, Task, TaskDone, AnnotationField>;

/// What happened, who entered it and when.
struct Step {
    base::Ulid id;
    base::Timestamp time{};
    std::string author{};
    Happening happening;
    friend bool operator==(const Step&, const Step&) = default;
};

} // namespace vienlogs::harmonisation
