// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/card/layout.h"

#include <algorithm>

namespace vienlogs::card {

namespace {

constexpr std::size_t mostCards = 16;
constexpr std::size_t mostPlaces = 2;
constexpr std::size_t shortestBlock = 128; // less might not reach beyond the certificate's serial number

bool beginsWith(const base::Bytes& whole, const base::Bytes& start) {
    return start.size() >= shortestBlock && whole.size() >= start.size() &&
           std::equal(start.begin(), start.end(), whole.begin());
}

} // namespace

std::vector<base::Bytes> LayoutCache::placesFor(const base::Bytes& answerToReset) const {
    const std::lock_guard lock(mutex_);
    std::vector<base::Bytes> places;
    for (const auto& entry : entries_) {
        const auto& place = entry.layout.authentication.certificatePath;
        if (entry.answerToReset == answerToReset && places.size() < mostPlaces &&
            std::find(places.begin(), places.end(), place) == places.end())
            places.push_back(place);
    }
    return places;
}

std::optional<CardLayout> LayoutCache::find(const base::Bytes& answerToReset,
                                            const base::Bytes& firstBlock) const {
    const std::lock_guard lock(mutex_);
    for (const auto& entry : entries_)
        if (entry.answerToReset == answerToReset &&
            beginsWith(entry.layout.authentication.certificate, firstBlock))
            return entry.layout;
    return std::nullopt;
}

void LayoutCache::store(const base::Bytes& answerToReset, const CardLayout& layout) {
    const std::lock_guard lock(mutex_);
    entries_.remove_if([&](const Entry& entry) {
        return entry.layout.authentication.certificate == layout.authentication.certificate;
    });
    entries_.push_front({answerToReset, layout});
    if (entries_.size() > mostCards)
        entries_.pop_back();
}

} // namespace vienlogs::card
