// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/harmonisation/harmonising.h"

#include <algorithm>

#include "vienlogs/harmonisation/annotation.h"
#include "vienlogs/harmonisation/failures.h"

namespace vienlogs::harmonisation {

using base::fail;
using base::Result;

namespace {

template<typename... Cases>
struct Overloaded : Cases... {
    using Cases::operator()...;
};
template<typename... Cases>
Overloaded(Cases...) -> Overloaded<Cases...>;

bool isSaid(const std::string& text) {
    return text.find_first_not_of(" \t\n") != std::string::npos && text.size() <= Bounds::textBytes &&
           acts::isCleanText(text);
}

bool isAllowed(const std::string& text) {
    return text.size() <= Bounds::textBytes && acts::isCleanText(text);
}

bool isKnown(const base::Ulid& element, const acts::History& act) {
    return element.isNil() || act.now().find(element) != nullptr;
}

} // namespace

Result<void> Harmonising::checkOpinion(const Opinion& opinion, const acts::History& act) const {
    if (!isSaid(opinion.giver))
        return fail(codes::incomplete, "giver");
    if (opinion.version > act.entries().size())
        return fail(codes::unknownSubject, "version");
    if (remarks_.size() + opinion.remarks.size() > Bounds::remarks)
        return fail(codes::tooLarge, "remarks");
    std::unordered_set<base::Ulid> here{opinion.id};
    for (const auto& remark : opinion.remarks) {
        if (!isSaid(remark.text) || !isAllowed(remark.proposed))
            return fail(codes::incomplete, "remark");
        if (remark.id.isNil() || used_.contains(remark.id) || !here.insert(remark.id).second)
            return fail(codes::usedTwice, "remark");
        if (!isKnown(remark.element, act))
            return fail(codes::unknownSubject, "element");
        if (opinion.stance == Stance::Agreed && remark.kind == RemarkKind::Objection)
            return fail(codes::contradiction, "objection");
    }
    if (opinion.stance == Stance::NotAgreed && opinion.remarks.empty())
        return fail(codes::incomplete, "objection");
    return opinion.id.isNil() || used_.contains(opinion.id) ? fail(codes::usedTwice, "opinion")
                                                            : Result<void>{};
}

Result<void> Harmonising::check(const Step& step, const acts::History& act) const {
    if (steps_.size() >= Bounds::steps)
        return fail(codes::tooLarge, "steps");
    if (!isSaid(step.author))
        return fail(codes::incomplete, "author");
    const auto known = [](bool found, const char* what) {
        return found ? Result<void>{} : fail(codes::unknownSubject, what);
    };
    return std::visit(
        Overloaded{[&](const Opinion& opinion) { return checkOpinion(opinion, act); },
                   [&](const Answer& answer) -> Result<void> {
                       // "Accepted" says all; the others owe the giver a reason.
                       if (answer.outcome == Outcome::Accepted ? !isAllowed(answer.text)
                                                               : !isSaid(answer.text))
                           return fail(codes::incomplete, "answer");
                       return known(remarks_.contains(answer.remark), "remark");
                   },
                   [&](const Position& position) -> Result<void> {
                       if (!isAllowed(position.maintained))
                           return fail(codes::incomplete, "position");
                       return known(answers_.contains(position.remark), "answer");
                   },
                   [&](const Task& task) -> Result<void> {
                       if (!isSaid(task.what) || !isSaid(task.who) || !task.due.ok())
                           return fail(codes::incomplete, "task");
                       if (task.id.isNil() || used_.contains(task.id))
                           return fail(codes::usedTwice, "task");
                       return known(remarks_.contains(task.subject) || isKnown(task.subject, act), "subject");
                   },
                   [&](const TaskDone& done) { return known(tasks_.contains(done.task), "task"); },
                   [&](const AnnotationField& field) -> Result<void> {
                       if (!isAllowed(field.text))
                           return fail(codes::incomplete, "field");
                       return known(annotationField(field.field) != nullptr, "field");
                   }},
        step.happening);
}

void Harmonising::note(const Step& step, std::size_t at) {
    std::visit(Overloaded{[&](const Opinion& opinion) {
                              opinions_.push_back(at);
                              used_.insert(opinion.id);
                              for (const auto& remark : opinion.remarks) {
                                  used_.insert(remark.id);
                                  remarks_.insert(remark.id);
                              }
                          },
                          [&](const Answer& answer) {
                              answers_[answer.remark] = at;
                              positions_.erase(answer.remark); // it was about the answer before
                          },
                          [&](const Position& position) { positions_[position.remark] = at; },
                          [&](const Task& task) {
                              tasks_[task.id] = at;
                              used_.insert(task.id);
                          },
                          [&](const TaskDone& done) { done_.try_emplace(done.task, step.time); },
                          [&](const AnnotationField& field) {
                              if (field.text.empty())
                                  annotation_.erase(field.field);
                              else
                                  annotation_[field.field] = field.text;
                          }},
               step.happening);
}

Result<void> Harmonising::append(Step step, const acts::History& act) {
    if (auto checked = check(step, act); !checked)
        return checked;
    note(step, steps_.size());
    steps_.push_back(std::move(step));
    return {};
}

std::vector<const Opinion*> Harmonising::opinions() const {
    std::vector<const Opinion*> list;
    for (const auto at : opinions_)
        list.push_back(&std::get<Opinion>(steps_[at].happening));
    return list;
}

std::vector<RemarkState> Harmonising::remarks() const {
    const auto given = opinions();
    std::unordered_map<std::string, std::size_t> agreedAt; // giver to the last agreeing opinion
    for (std::size_t i = 0; i < given.size(); ++i)
        if (given[i]->stance == Stance::Agreed)
            agreedAt[given[i]->giver] = i;
    std::vector<RemarkState> list;
    for (std::size_t i = 0; i < given.size(); ++i)
        for (const auto& remark : given[i]->remarks) {
            RemarkState state{given[i], &remark};
            if (const auto found = answers_.find(remark.id); found != answers_.end())
                state.answer = &std::get<Answer>(steps_[found->second].happening);
            if (const auto found = positions_.find(remark.id); found != positions_.end())
                state.position = &std::get<Position>(steps_[found->second].happening);
            const auto later = agreedAt.find(given[i]->giver);
            const bool byAnswer = state.answer && (remark.kind == RemarkKind::Proposal ||
                                                   state.answer->outcome == Outcome::Accepted);
            state.agreed = (later != agreedAt.end() && later->second > i) ||
                           (state.position ? state.position->agreed : byAnswer);
            list.push_back(state);
        }
    return list;
}

std::vector<TaskState> Harmonising::tasks() const {
    std::vector<TaskState> list;
    for (const auto& [id, at] : tasks_) {
        const auto done = done_.find(id);
        list.push_back({&std::get<Task>(steps_[at].happening),
                        done == done_.end() ? std::nullopt : std::optional(done->second)});
    }
    std::ranges::sort(list, {}, [](const TaskState& state) {
        return std::tuple(state.done.has_value(), std::chrono::sys_days(state.task->due), state.task->id);
    });
    return list;
}

std::vector<Remark> remarksOf(const std::vector<acts::Comment>& comments) {
    constexpr std::string_view objection = "Iebildums:";
    std::vector<Remark> list;
    for (const auto& comment : comments) {
        if (!comment.replyTo.isNil())
            continue;
        Remark remark{comment.id, comment.element, RemarkKind::Proposal, comment.text};
        if (comment.text.starts_with(objection)) {
            remark.kind = RemarkKind::Objection;
            const auto text = comment.text.find_first_not_of(' ', objection.size());
            remark.text = text == std::string::npos ? std::string{} : comment.text.substr(text);
        }
        list.push_back(std::move(remark));
    }
    return list;
}

} // namespace vienlogs::harmonisation
