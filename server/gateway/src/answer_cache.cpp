// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "answer_cache.h"

namespace vienlogs::server::gateway {

std::optional<RegisterAnswer> AnswerCache::find(const std::string& key, std::chrono::seconds notOlder,
                                                Moment now) {
    const std::lock_guard lock(mutex_);
    const auto found = byKey_.find(key);
    if (found == byKey_.end() || now - found->second->at >= notOlder)
        return std::nullopt;
    entries_.splice(entries_.begin(), entries_, found->second);
    return found->second->answer;
}

void AnswerCache::put(const std::string& registerId, const std::string& key, const RegisterAnswer& answer,
                      Moment now) {
    const std::lock_guard lock(mutex_);
    if (const auto found = byKey_.find(key); found != byKey_.end()) {
        entries_.erase(found->second);
        byKey_.erase(found);
    }
    entries_.push_front({key, registerId, answer, now});
    byKey_[key] = entries_.begin();
    if (entries_.size() > capacity_) {
        byKey_.erase(entries_.back().key);
        entries_.pop_back();
    }
}

void AnswerCache::forget(const std::string& registerId) {
    const std::lock_guard lock(mutex_);
    std::erase_if(entries_, [&](const Entry& entry) {
        if (entry.registerId != registerId)
            return false;
        byKey_.erase(entry.key);
        return true;
    });
}

} // namespace vienlogs::server::gateway
