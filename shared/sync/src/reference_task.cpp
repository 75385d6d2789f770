// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "reference_task.h"

#include <set>

namespace vienlogs::sync {

using contract::ReferenceManifest;

void ReferenceTask::run() {
    link_.api.referenceManifest(then<ReferenceManifest>([this](ReferenceManifest manifest) {
        manifest_ = std::move(manifest);
        inStore([](ports::LocalStore& store) { return store.referenceManifest(); },
                [this](const ReferenceManifest& here) { compare(here); });
    }));
}

void ReferenceTask::compare(const ReferenceManifest& here) {
    if (here == manifest_)
        return done();
    std::set<std::string> known;
    for (const auto& item : here.items)
        known.insert(item.sha256);
    missing_.clear();
    fetched_.clear();
    for (const auto& item : manifest_.items)
        if (known.insert(item.sha256).second)
            missing_.push_back(item);
    nextItem();
}

void ReferenceTask::nextItem() {
    if (fetched_.size() == missing_.size())
        return save();
    link_.api.referenceItem(missing_[fetched_.size()].sha256, then<std::string>([this](std::string text) {
                                fetched_.emplace_back(missing_[fetched_.size()].name, std::move(text));
                                nextItem();
                            }));
}

void ReferenceTask::save() {
    inStore([manifest = manifest_, items = std::move(fetched_)](
                ports::LocalStore& store) { return store.saveReference(manifest, items); },
            [this] {
                done();
                Q_EMIT saved(manifest_.version);
            });
}

} // namespace vienlogs::sync
