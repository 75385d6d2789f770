// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/office/merge_list.h"

#include <algorithm>
#include <map>
#include <unordered_set>

#include "rebuild.h"
#include "vienlogs/office/failures.h"

namespace vienlogs::office {

namespace {

/// The case in which a citation stands is not in the document: it is the one of the same words before.
void findCases(const acts::Act& exported, Returned& returned) {
    std::map<std::pair<base::Ulid, std::string>, acts::Reference> known;
    for (const auto& [id, element] : exported.elements())
        for (const auto& run : element.text)
            if (run.reference)
                known.emplace(std::pair(run.reference->target, run.text), *run.reference);
    for (auto& paragraph : returned.paragraphs)
        for (auto& run : paragraph.text)
            if (run.reference) {
                const auto found = known.find({run.reference->target, run.text});
                if (found != known.end())
                    run.reference = found->second;
                else // its words were changed: they are ordinary words now
                    run.reference.reset();
            }
}

base::Ulid elementWith(const Import& import, const std::vector<Identity>& identities,
                       const base::Ulid& absorbed) {
    for (const auto& identity : identities)
        if (std::find(identity.absorbed.begin(), identity.absorbed.end(), absorbed) !=
            identity.absorbed.end())
            return import.act.isLive(identity.id) ? identity.id : base::Ulid{};
    return {};
}

void addDeleted(const acts::Act& exported, const Returned& returned, const std::vector<Identity>& identities,
                Import& import) {
    for (const auto* element : exported.inOrder()) {
        if (import.act.isLive(element->id))
            continue;
        auto& item = import.items.emplace_back();
        item.element = element->id;
        item.kind = element->kind;
        item.before = element->text;
        item.fates.push_back(Fate::Deleted);
        item.origin = elementWith(import, identities, element->id);
        if (!item.origin.isNil())
            item.fates.push_back(Fate::Joined);
        for (const auto& [id, change] : returned.deleted)
            if (id == element->id)
                item.changes.push_back(change);
    }
}

void addMoved(const acts::Act& exported, Import& import) {
    const auto ids = acts::movedBetween(exported, import.act);
    const std::unordered_set<base::Ulid> moved(ids.begin(), ids.end());
    for (auto& item : import.items) {
        if (moved.contains(item.element))
            item.fates.push_back(Fate::Moved);
        if (item.fates.empty())
            item.fates.push_back(Fate::Unchanged);
    }
}

bool sameComment(const acts::Comment& known, const ReturnedComment& comment) {
    return known.author == comment.author && known.text == comment.text &&
           base::toRfc3339(known.time).substr(0, 19) == comment.time.substr(0, 19);
}

base::Timestamp timeOf(const ReturnedComment& comment) {
    return base::fromRfc3339(comment.time.substr(0, 19) + "Z").value_or(base::Timestamp{});
}

base::Result<void> addComments(const acts::Act& exported, const Returned& returned, acts::Act& act,
                               const std::vector<base::Ulid>& elements,
                               const std::function<base::Ulid()>& newId) {
    for (const auto& known : exported.comments()) // what was said before stays said
        if (act.find(known.element))
            if (auto added = act.apply(acts::AddComment{known}); !added)
                return added;
    std::map<std::string, base::Ulid> added; // by their identity in the document
    for (std::size_t i = 0; i < returned.paragraphs.size(); ++i)
        for (const auto& comment : returned.paragraphs[i].comments) {
            const auto& all = act.comments();
            const auto known =
                std::find_if(all.begin(), all.end(), [&](const auto& c) { return sameComment(c, comment); });
            const auto id = known != all.end() ? known->id : newId();
            if (!comment.id.empty())
                added[comment.id] = id;
            const auto replied = added.find(comment.replyTo);
            const acts::Operation change =
                known != all.end()
                    ? acts::Operation(acts::ResolveComment{id, comment.resolved})
                    : acts::AddComment{{id,
                                        elements[i],
                                        replied == added.end() ? base::Ulid{} : replied->second,
                                        comment.author,
                                        timeOf(comment),
                                        comment.text,
                                        {},
                                        comment.resolved}};
            if (auto done = act.apply(change); !done)
                return done;
        }
    return {};
}

} // namespace

bool MergeItem::has(Fate fate) const {
    return std::find(fates.begin(), fates.end(), fate) != fates.end();
}

base::Result<Import> importReturned(const acts::Act& exported, const Returned& document,
                                    const std::function<base::Ulid()>& newId) {
    if (!document.act.isNil() && document.act != exported.id())
        return base::fail(codes::anotherAct, document.act.toString());
    Returned returned = document;
    findCases(exported, returned);
    const auto identities = identify(exported, returned);
    std::vector<base::Ulid> elements;
    auto import = rebuild(exported, returned, identities, newId, elements);
    if (!import)
        return import;
    if (auto added = addComments(exported, returned, import->act, elements, newId); !added)
        return base::fail(added.error());
    addMoved(exported, *import);
    addDeleted(exported, returned, identities, *import);
    import->warnings = returned.warnings;
    return import;
}

} // namespace vienlogs::office
