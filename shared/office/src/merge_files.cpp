// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/office/merge_files.h"

#include <algorithm>
#include <unordered_set>

#include "file_changes.h"
#include "vienlogs/acts/words.h"
#include "vienlogs/office/document.h"

namespace vienlogs::office {

namespace {

using acts::Act;

/// Whether any paragraph carries an identity of the act.
bool carries(const Returned& document, const Act& act) {
    const auto known = [&](const base::Ulid& id) { return !id.isNil() && act.find(id); };
    return std::any_of(document.paragraphs.begin(), document.paragraphs.end(), [&](const auto& paragraph) {
        return known(paragraph.xmlId) || known(paragraph.styleId) ||
               std::any_of(paragraph.marks.begin(), paragraph.marks.end(),
                           [&](const auto& mark) { return known(mark.id); });
    });
}

class MergingFiles {
public:
    MergingFiles(const acts::History& history, const std::function<base::Ulid()>& newId)
        : history_(history), now_(history.now()), newId_(newId) {}

    void add(const ReturnedFile& file, bool twice) {
        list_.files.push_back({file.name});
        auto& out = list_.files.back();
        if (twice) {
            out.standing = FileStanding::Twice;
            return;
        }
        const auto document = readDocument(file.bytes);
        if (!document) {
            out.standing = FileStanding::Unreadable;
            out.failure = document.error();
            return;
        }
        read(*document, out);
    }

    MergeList finish() {
        for (std::size_t i = 0; i < list_.entries.size(); ++i)
            byElement_[list_.entries[i].element].push_back(i);
        for (const auto& [element, lines] : byElement_)
            sameElement(lines);
        samePlace();
        for (const auto& entry : list_.entries)
            if (entry.change == Change::Deleted)
                deletion(entry.id);
        for (auto& entry : list_.entries)
            stand(entry);
        order();
        return std::move(list_);
    }

private:
    void read(const Returned& document, MergedFile& out) {
        const auto count = history_.entries().size();
        out.author = document.author;
        out.version = document.version.value_or(count);
        out.older = out.version < count;
        const bool foreign =
            document.act.isNil() && !now_.root().children.empty() && !carries(document, now_);
        if (foreign || (!document.act.isNil() && document.act != now_.id())) {
            out.standing = FileStanding::AnotherAct;
            return;
        }
        if (out.version > count) {
            out.standing = FileStanding::LaterVersion;
            return;
        }
        const auto& exported = out.older ? version(out.version) : now_;
        const auto import = importReturned(exported, document, newId_);
        if (!import) {
            out.standing = FileStanding::Unreadable;
            out.failure = import.error();
            return;
        }
        out.warnings = import->warnings;
        const auto author = out.author.empty() ? out.name : out.author;
        for (auto& entry : changesOf({exported, now_, *import, list_.files.size() - 1, author}, added_))
            gather(std::move(entry));
    }

    const Act& version(std::size_t count) {
        const auto known = versions_.find(count);
        return known != versions_.end() ? known->second
                                        : versions_.emplace(count, history_.version(count)).first->second;
    }

    void gather(MergeEntry entry) {
        const auto [at, fresh] = position_.try_emplace(entry.id, list_.entries.size());
        if (fresh) {
            list_.entries.push_back(std::move(entry));
            return;
        }
        auto& known = list_.entries[at->second];
        for (auto& voice : entry.voices)
            known.voices.push_back(std::move(voice));
        for (auto& need : entry.needs)
            if (std::find(known.needs.begin(), known.needs.end(), need) == known.needs.end())
                known.needs.push_back(std::move(need));
    }

    void against(MergeEntry& one, MergeEntry& other) {
        const auto needs = [](const MergeEntry& a, const MergeEntry& b) {
            return std::find(a.needs.begin(), a.needs.end(), b.id) != a.needs.end();
        };
        if (one.standing == Standing::AlreadyIn || other.standing == Standing::AlreadyIn ||
            needs(one, other) || needs(other, one) ||
            std::find(one.against.begin(), one.against.end(), other.id) != one.against.end())
            return;
        one.against.push_back(other.id);
        other.against.push_back(one.id);
    }

    /// Two numbers, two places, two words for one.
    void sameElement(const std::vector<std::size_t>& lines) {
        for (std::size_t i = 0; i < lines.size(); ++i)
            for (std::size_t j = i + 1; j < lines.size(); ++j) {
                auto& one = list_.entries[lines[i]];
                auto& other = list_.entries[lines[j]];
                if (one.change != other.change)
                    continue;
                const bool differ = one.change == Change::Number || one.change == Change::Moved ||
                                    one.change == Change::Resolved ||
                                    (one.change == Change::Text &&
                                     acts::mergeText(one.before, one.after, other.after).collides);
                if (differ)
                    against(one, other);
            }
    }

    /// Two files put units of the same kind in the same place that are mostly alike.
    void samePlace() {
        constexpr double alike = 0.5;
        std::map<std::tuple<base::Ulid, base::Ulid, acts::ElementKind>, std::vector<std::size_t>> places;
        for (std::size_t i = 0; i < list_.entries.size(); ++i)
            if (const auto& entry = list_.entries[i]; entry.change == Change::Added)
                places[{entry.parent, entry.behind.empty() ? base::Ulid{} : entry.behind.front(), entry.kind}]
                    .push_back(i);
        for (const auto& [place, lines] : places)
            for (std::size_t i = 0; i < lines.size(); ++i)
                for (std::size_t j = i + 1; j < lines.size(); ++j)
                    if (auto& one = list_.entries[lines[i]], &other = list_.entries[lines[j]];
                        acts::likeness(one.after, other.after) >= alike)
                        against(one, other);
    }

    /// One deletes what another goes on working in.
    void deletion(const std::string& id) {
        auto& deleted = list_.entries[position_.at(id)];
        auto inner = now_.inside(deleted.element);
        inner.push_back(now_.find(deleted.element));
        std::unordered_set<base::Ulid> ids;
        for (const auto* element : inner) {
            ids.insert(element->id);
            if (const auto lines = byElement_.find(element->id); lines != byElement_.end())
                for (const auto line : lines->second)
                    if (auto& other = list_.entries[line]; other.change == Change::Text ||
                                                           other.change == Change::Number ||
                                                           other.change == Change::Moved)
                        against(deleted, other);
        }
        for (auto& other : list_.entries)
            if ((other.change == Change::Added || other.change == Change::Moved) &&
                ids.contains(other.parent))
                against(deleted, other);
    }

    static void stand(MergeEntry& entry) {
        if (entry.standing == Standing::AlreadyIn)
            return;
        std::unordered_set<std::size_t> files;
        for (const auto& voice : entry.voices)
            files.insert(voice.file);
        const bool collides = entry.collidesWithAct || !entry.against.empty();
        entry.standing = collides ? Standing::Collides : files.size() > 1 ? Standing::Agreed : Standing::Open;
    }

    /// In the order of the text; what is added directly behind what it stands behind.
    void order() {
        std::unordered_map<base::Ulid, std::size_t> at;
        for (const auto* element : now_.inOrder())
            at.emplace(element->id, at.size() + 1);
        const auto place = [&](const MergeEntry& entry) {
            if (const auto known = at.find(entry.element); known != at.end())
                return known->second;
            for (const auto& earlier : entry.behind)
                if (const auto known = at.find(earlier); known != at.end())
                    return known->second;
            const auto parent = at.find(entry.parent);
            return parent == at.end() ? 0 : parent->second;
        };
        std::unordered_map<std::string, std::size_t> places;
        for (const auto& entry : list_.entries) { // what an added one holds comes behind it
            places.emplace(entry.id, place(entry));
            at.emplace(entry.element, places[entry.id]);
        }
        std::stable_sort(list_.entries.begin(), list_.entries.end(), [&](const auto& one, const auto& other) {
            return places[one.id] < places[other.id];
        });
    }

    const acts::History& history_;
    const Act& now_;
    const std::function<base::Ulid()>& newId_;
    MergeList list_;
    Added added_;
    std::map<std::size_t, Act> versions_;
    std::unordered_map<std::string, std::size_t> position_;
    std::unordered_map<base::Ulid, std::vector<std::size_t>> byElement_;
};

} // namespace

MergeList mergeFiles(const acts::History& history, std::span<const ReturnedFile> files,
                     const std::function<base::Ulid()>& newId) {
    MergingFiles merging(history, newId);
    for (std::size_t i = 0; i < files.size(); ++i)
        merging.add(files[i],
                    std::any_of(files.begin(), files.begin() + std::ptrdiff_t(i),
                                [&](const auto& earlier) { return earlier.bytes == files[i].bytes; }));
    return merging.finish();
}

const MergeEntry* MergeList::find(std::string_view id) const {
    const auto found =
        std::find_if(entries.begin(), entries.end(), [&](const auto& entry) { return entry.id == id; });
    return found == entries.end() ? nullptr : &*found;
}

std::vector<Piece> piecesOf(const acts::Runs& before, const acts::Runs& after) {
    const auto old = acts::wordsOf(before), fresh = acts::wordsOf(after);
    std::vector<Piece> pieces;
    const auto put = [&](Piece::Kind kind, const std::vector<acts::Run>& words, std::size_t from,
                         std::size_t to) {
        if (from < to)
            pieces.push_back({kind, acts::normalised({words.begin() + std::ptrdiff_t(from),
                                                      words.begin() + std::ptrdiff_t(to)})});
    };
    std::size_t at = 0;
    for (const auto& hunk : acts::wordDifferences(old, fresh)) {
        put(Piece::Kind::Kept, old, at, hunk.oldFrom);
        put(Piece::Kind::Removed, old, hunk.oldFrom, hunk.oldTo);
        put(Piece::Kind::Added, fresh, hunk.newFrom, hunk.newTo);
        at = hunk.oldTo;
    }
    put(Piece::Kind::Kept, old, at, old.size());
    return pieces;
}

} // namespace vienlogs::office
