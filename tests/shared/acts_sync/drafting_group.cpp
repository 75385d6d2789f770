// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "drafting_group.h"

#include <stdexcept>

namespace vienlogs::acts_sync::test {

namespace {

/// An act that some entries made already; the same log for everybody.
Log begun(acts::test::RandomActs& random) {
    Log history(random.id(), acts::ActKind::Law);
    while (history.entries().size() < 12)
        (void)history.append({random.id(), base::Timestamp{}, "begin", "", random.operation(history.now())});
    return history;
}

} // namespace

DraftingGroup::DraftingGroup(std::uint32_t seed, std::size_t drafters)
    : random_(seed), log_(begun(random_)), backup_(log_) {
    for (std::size_t i = 0; i < drafters; ++i)
        drafters_.push_back({{log_, log_.entries().size()}});
}

void DraftingGroup::type(Drafter& drafter) {
    auto& history = drafter.replica.history;
    const auto& all = history.entries();
    // Clocks differ: each drafter's is some minutes off, and never runs behind what his copy shows.
    const auto now = base::Timestamp{} + std::chrono::minutes(++minutes_ + std::int64_t(random_.below(30)));
    const auto time = all.empty() ? now : std::max(now, all.back().time);
    acts::Entry entry{random_.id(), time, "d" + std::to_string(&drafter - drafters_.data()), "",
                      random_.operation(history.now())};
    const auto id = entry.id;
    if (history.append(std::move(entry))) {
        drafter.made.insert(id);
        ++happened["typed"];
    }
}

DraftingGroup::Request DraftingGroup::ask(std::size_t who, bool push) {
    auto& drafter = drafters_[who];
    Request request{++numbers_, who, std::nullopt, {}};
    if (push) {
        request.push = pushOf(drafter.replica);
        drafter.pushed = request.push.entries.size();
    } else
        request.after = drafter.askAfter;
    drafter.waitsFor = request.number;
    return request;
}

DraftingGroup::Reply DraftingGroup::serve(const Request& request) {
    if (request.after)
        return {request.number, request.from, pageOf(log_, *request.after)};
    auto answer = receive(log_, request.push);
    if (!answer)
        throw std::logic_error("a drafter's changes are refused: " + std::string(answer.error().detail));
    ++happened[std::holds_alternative<Head>(*answer) ? "taken" : "stale"];
    return {request.number, request.from, std::move(*answer)};
}

void DraftingGroup::hear(const Reply& reply) {
    auto& drafter = drafters_[reply.to];
    if (drafter.waitsFor != reply.number)
        return;
    drafter.waitsFor = 0;
    if (const auto* head = std::get_if<Head>(&reply.answer)) {
        if (auto now = sent(drafter.replica, drafter.pushed, *head))
            drafter.replica = std::move(*now);
        drafter.askAfter = drafter.replica.shared;
        return;
    }
    const auto before = drafter.replica.shared;
    auto taken = take(drafter.replica, std::get<Page>(reply.answer), [this] { return random_.id(); });
    if (!taken)
        throw std::logic_error("a page is refused: " + std::string(taken.error().detail));
    drafter.replica = std::move(taken->replica);
    drafter.askAfter = taken->askAfter.value_or(drafter.replica.shared);
    happened["put back"] += drafter.replica.shared < before;
}

template<typename T>
std::optional<T> DraftingGroup::deliver(std::deque<T>& messages) {
    if (messages.empty())
        return std::nullopt;
    const auto at = random_.below(messages.size()); // any of them: they overtake each other
    const auto message = messages[at];
    if (random_.below(6) != 0) // else it comes again, perhaps much later
        messages.erase(messages.begin() + std::ptrdiff_t(at));
    if (random_.below(6) == 0) {
        ++happened["dropped"];
        return std::nullopt;
    }
    return message;
}

void DraftingGroup::step() {
    const auto who = random_.below(drafters_.size());
    switch (const auto what = random_.below(60)) {
    case 0:
        backup_ = log_;
        break;
    case 1:
        happened["restored"] += backup_.entries().size() < log_.entries().size();
        log_ = backup_;
        break;
    case 2: // the program is killed; what it waited for comes to nobody
        drafters_[who].waitsFor = 0;
        drafters_[who].askAfter = 0;
        ++happened["killed"];
        break;
    default:
        if (what < 20)
            type(drafters_[who]);
        else if (what < 35)
            requests_.push_back(ask(who, random_.below(2) == 0));
        else if (what < 48) {
            if (const auto request = deliver(requests_))
                replies_.push_back(serve(*request));
        } else if (const auto reply = deliver(replies_))
            hear(*reply);
    }
}

bool DraftingGroup::settle() {
    requests_.clear();
    replies_.clear();
    for (int round = 0; round < 20; ++round) {
        bool quiet = true;
        for (std::size_t who = 0; who < drafters_.size(); ++who)
            for (const bool push : {false, true, false}) {
                const auto& replica = drafters_[who].replica;
                hear(serve(ask(who, push)));
                quiet = quiet && replica.waiting() == 0 && replica.history.entries() == log_.entries();
            }
        if (quiet)
            return true;
    }
    return false;
}

} // namespace vienlogs::acts_sync::test
