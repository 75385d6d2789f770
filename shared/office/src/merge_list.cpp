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

/// LibreOffice 7.4 writes no parent, but begins a reply with `Reply to AUTHOR (DATE, TIME): "WORDS"` in its
/// own language, behind the comment that it answers (sw/source/uibase/docvw, STR_REPLY).
bool answers(const ReturnedComment& reply, const ReturnedComment& earlier) {
    const auto first = reply.text.substr(0, reply.text.find('\n'));
    const auto named = first.find(earlier.author + " (");
    return !earlier.author.empty() && named != std::string::npos &&
           first.find("): \"", named) != std::string::npos;
}

/// Position of the comment of the same paragraph that one answers; its own for none.
std::size_t parentOf(const std::vector<ReturnedComment>& comments, std::size_t at) {
    for (std::size_t i = 0; i < comments.size(); ++i)
        if (i != at && !comments[at].replyTo.empty() && comments[i].id == comments[at].replyTo)
            return i;
    for (auto i = at; i > 0; --i)
        if (answers(comments[at], comments[i - 1]))
            return i - 1;
    return at;
}

bool sameComment(const acts::Comment& known, const ReturnedComment& comment) {
    return known.author == comment.author && known.text == comment.text &&
           base::toRfc3339(known.time).substr(0, 19) == comment.time.substr(0, 19);
}

base::Timestamp timeOf(const ReturnedComment& comment) {
    return base::fromRfc3339(comment.time.substr(0, 19) + "Z").value_or(base::Timestamp{});
}

using ByName = std::map<std::string, base::Ulid>; ///< comments by their identity in the document

/// Brings the comments of one paragraph to the element that it became.
class CommentsOf {
public:
    CommentsOf(acts::Act& act, const std::vector<ReturnedComment>& comments, const base::Ulid& element,
               const std::function<base::Ulid()>& newId, ByName& byName)
        : act_(act), comments_(comments), element_(element), newId_(newId), byName_(byName),
          ids_(comments.size()) {}

    base::Result<void> add() {
        for (std::size_t i = 0; i < comments_.size(); ++i)
            if (auto added = one(i); !added)
                return added;
        return {};
    }

private:
    base::Result<void> one(std::size_t i) {
        if (!ids_[i].isNil())
            return {};
        const auto& comment = comments_[i];
        for (const auto& known : act_.comments())
            if (sameComment(known, comment)) {
                named(i, known.id);
                return act_.apply(acts::ResolveComment{known.id, comment.resolved});
            }
        const auto parent = parentOf(comments_, i);
        named(i, newId_());
        if (parent != i)
            if (auto added = one(parent); !added)
                return added;
        const auto elsewhere = byName_.find(comment.replyTo); // a thread over several paragraphs
        const auto answered = parent != i                  ? ids_[parent]
                              : elsewhere == byName_.end() ? base::Ulid{}
                                                           : elsewhere->second;
        return act_.apply(acts::AddComment{{ids_[i], element_, answered, comment.author, timeOf(comment),
                                            comment.text, comment.quoted, comment.resolved}});
    }

    void named(std::size_t i, const base::Ulid& id) {
        ids_[i] = id;
        if (!comments_[i].id.empty())
            byName_[comments_[i].id] = id;
    }

    acts::Act& act_;
    const std::vector<ReturnedComment>& comments_;
    const base::Ulid& element_;
    const std::function<base::Ulid()>& newId_;
    ByName& byName_;
    std::vector<base::Ulid> ids_;
};

base::Result<void> addComments(const acts::Act& exported, const Returned& returned, acts::Act& act,
                               const std::vector<base::Ulid>& elements,
                               const std::function<base::Ulid()>& newId) {
    for (const auto& known : exported.comments()) // what was said before stays said
        if (act.find(known.element))
            if (auto added = act.apply(acts::AddComment{known}); !added)
                return added;
    ByName added;
    for (std::size_t i = 0; i < returned.paragraphs.size(); ++i)
        if (auto done = CommentsOf(act, returned.paragraphs[i].comments, elements[i], newId, added).add();
            !done)
            return done;
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
