// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "file_changes.h"

#include <algorithm>
#include <unordered_set>

#include "vienlogs/acts/words.h"

namespace vienlogs::office {

namespace {

using acts::Element;
using acts::Runs;

constexpr std::size_t mostBehind = 16;    ///< earlier siblings that are remembered
constexpr std::size_t mostStretches = 64; ///< of one text that are told apart

/// The identity of a line: FNV-1a of what it says, so that reading the file again gives the same.
class Key {
public:
    Key& add(std::string_view text) {
        for (const char c : text)
            byte(static_cast<unsigned char>(c));
        byte(0xFF); // in no UTF-8: ("ab", "c") is not ("a", "bc")
        return *this;
    }
    Key& add(const Runs& runs) {
        for (const auto& run : runs)
            add(run.text)
                .add(std::string{char('0' + int(run.bold)), char('0' + int(run.italic)),
                                 char('0' + int(run.script))})
                .add(run.link);
        return *this;
    }
    Key& add(const base::Ulid& id) { return add(id.toString()); }
    Key& add(const acts::Number& number) {
        return add(std::to_string(number.value)).add(std::to_string(number.index));
    }
    [[nodiscard]] std::string text() const {
        std::string out;
        for (int shift = 60; shift >= 0; shift -= 4)
            out += "0123456789abcdef"[hash_ >> shift & 15U];
        return out;
    }

private:
    void byte(unsigned char c) { hash_ = (hash_ ^ c) * 1099511628211ULL; }
    std::uint64_t hash_ = 14695981039346656037ULL;
};

std::string_view trimmed(std::string_view text) {
    const auto from = text.find_first_not_of(" \t\n");
    return from == std::string_view::npos ? std::string_view{}
                                          : text.substr(from, text.find_last_not_of(" \t\n") + 1 - from);
}

/// Whether one has the words of the other: a half that was split off, a text that was joined on.
bool holds(std::string_view one, std::string_view other) {
    one = trimmed(one);
    other = trimmed(other);
    return !one.empty() && !other.empty() &&
           (one.find(other) != std::string_view::npos || other.find(one) != std::string_view::npos);
}

class FileChanges {
public:
    FileChanges(const FileToRead& read, Added& added)
        : exported_(read.exported), now_(read.now), import_(read.import), read_(read), added_(added) {
        for (const auto& id : acts::movedBetween(exported_, now_))
            movedByUs_.insert(id);
        for (const auto& [id, element] : now_.elements())
            if (!exported_.find(id) && now_.isLive(id))
                newHere_.emplace(keyOfNew(element), id);
    }

    std::vector<MergeEntry> run() {
        for (const auto& item : import_.items)
            read(item);
        comments();
        tieTogether();
        return std::move(entries_);
    }

private:
    static std::string keyOfNew(const Element& element) {
        return Key().add(base::nameIn(acts::elementKindNames, element.kind)).add(element.text).text();
    }

    /// The element of the act for one of the file.
    [[nodiscard]] base::Ulid here(const base::Ulid& id) const {
        const auto found = here_.find(id);
        return found == here_.end() ? id : found->second;
    }
    [[nodiscard]] std::string keyOf(const base::Ulid& id) const {
        const auto found = keys_.find(id);
        return found == keys_.end() ? id.toString() : found->second;
    }

    void read(const MergeItem& item) {
        const auto* old = exported_.findLive(item.element);
        const auto* fresh = import_.act.findLive(item.element);
        const auto count = entries_.size();
        if (old && fresh) {
            texts(item, *old, *fresh);
            number(item, *old, *fresh);
            if (item.has(Fate::Moved))
                moved(item, *old, *fresh);
        } else if (fresh)
            addition(item, *fresh);
        else if (old)
            deletion(item, *old);
        if (entries_.size() == count && (item.has(Fate::Guessed) || !item.notes.empty()) && (fresh || !old))
            notice(item);
    }

    MergeEntry& start(const MergeItem& item, Change change, std::string id) {
        auto& entry = entries_.emplace_back();
        entry.id = std::move(id);
        entry.change = change;
        entry.element = here(item.element);
        entry.kind = item.kind;
        entry.origin = item.origin.isNil() ? item.origin : here(item.origin);
        entry.fates = item.fates;
        entry.notes = item.notes;
        return entry;
    }

    void voice(MergeEntry& entry, const TrackedChange* change) const {
        Voice voice{read_.file, read_.author};
        if (change)
            voice = {read_.file, change->author, change->time, true};
        for (const auto& known : entry.voices)
            if (known.author == voice.author && known.time == voice.time)
                return;
        entry.voices.push_back(std::move(voice));
    }

    void voices(MergeEntry& entry, const std::vector<TrackedChange>& changes) const {
        for (const auto& change : changes)
            voice(entry, &change);
        if (changes.empty())
            voice(entry, nullptr);
    }

    void texts(const MergeItem& item, const Element& old, const Element& fresh) {
        if (old.text == fresh.text)
            return;
        const auto before = acts::wordsOf(old.text), after = acts::wordsOf(fresh.text);
        auto hunks = acts::wordDifferences(before, after);
        if (hunks.empty() || hunks.size() > mostStretches)
            hunks = {{0, before.size(), 0, after.size()}};
        std::unordered_map<std::string, int> seen;
        for (const auto& hunk : hunks) {
            const Runs removed(before.begin() + std::ptrdiff_t(hunk.oldFrom),
                               before.begin() + std::ptrdiff_t(hunk.oldTo));
            const Runs inserted(after.begin() + std::ptrdiff_t(hunk.newFrom),
                                after.begin() + std::ptrdiff_t(hunk.newTo));
            const Runs head(before.begin(), before.begin() + std::ptrdiff_t(hunk.oldFrom));
            const Runs tail(before.begin() + std::ptrdiff_t(hunk.oldTo), before.end());
            Key key;
            key.add("text").add(old.id).add(acts::normalised(removed)).add(acts::normalised(inserted));
            key.add(Runs(head.end() - std::ptrdiff_t(std::min<std::size_t>(head.size(), 6)), head.end()));
            const auto again = seen[key.text()]++;
            auto& entry =
                start(item, Change::Text, again == 0 ? key.text() : key.add(std::to_string(again)).text());
            stretch(entry, old, acts::normalised(acts::joined(acts::joined(head, inserted), tail)));
            stretches_.push_back({entry.id, old.id, acts::textOf(removed), acts::textOf(inserted)});
            const auto from =
                acts::lengthOf(Runs(after.begin(), after.begin() + std::ptrdiff_t(hunk.newFrom)));
            voicesAt(entry, item, from, acts::lengthOf(inserted), !removed.empty());
        }
    }

    /// Lays one change of the exported text into the text that the act has now.
    void stretch(MergeEntry& entry, const Element& old, const Runs& changed) const {
        const auto* current = now_.findLive(old.id);
        entry.before = current ? current->text : old.text;
        entry.after = changed;
        if (!current) {
            entry.standing = Standing::Collides;
            entry.collidesWithAct = true;
            entry.notes.emplace_back("the act does not have the element any more");
        } else if (current->text != old.text) {
            const auto both = acts::mergeText(old.text, current->text, changed);
            entry.after = both.collides ? acts::mergeText(old.text, changed, current->text).text : both.text;
            entry.collidesWithAct = both.collides;
            entry.standing = both.collides                ? Standing::Collides
                             : both.text == current->text ? Standing::AlreadyIn
                                                          : Standing::Open;
        }
    }

    /// Those whose tracked changes are inside the stretch of words that begins at a character of the text.
    void voicesAt(MergeEntry& entry, const MergeItem& item, std::size_t from, std::size_t length,
                  bool removes) const {
        for (const auto& change : item.changes) {
            const auto at = change.at < item.labelled ? 0 : change.at - item.labelled;
            const bool touches = change.deletion ? removes && at >= from && at <= from + length
                                                 : at < from + length && from < at + change.length;
            if (touches)
                voice(entry, &change);
        }
        if (entry.voices.empty())
            voice(entry, nullptr);
    }

    void number(const MergeItem& item, const Element& old, const Element& fresh) {
        if (old.number == fresh.number)
            return;
        auto& entry = start(item, Change::Number, Key().add("number").add(old.id).add(fresh.number).text());
        entry.number = fresh.number;
        const auto* current = now_.findLive(old.id);
        entry.before = entry.after = current ? current->text : old.text;
        entry.collidesWithAct =
            !current || (current->number != old.number && current->number != fresh.number);
        if (current && current->number == fresh.number)
            entry.standing = Standing::AlreadyIn;
        voice(entry, nullptr);
    }

    void place(MergeEntry& entry, const Element& fresh) const {
        entry.parent = here(fresh.parent);
        const auto& siblings = import_.act.find(fresh.parent)->children;
        auto at = std::find(siblings.begin(), siblings.end(), fresh.id);
        while (at != siblings.begin() && entry.behind.size() < mostBehind)
            entry.behind.push_back(here(*--at));
    }

    [[nodiscard]] std::string placeKey(const Element& fresh) const {
        const auto place = import_.act.placeOf(fresh.id);
        return keyOf(place.parent) + (place.after.isNil() ? std::string{} : keyOf(place.after));
    }

    void moved(const MergeItem& item, const Element& old, const Element& fresh) {
        auto& entry = start(item, Change::Moved, Key().add("moved").add(old.id).add(placeKey(fresh)).text());
        const auto* current = now_.findLive(old.id);
        entry.before = entry.after = current ? current->text : old.text;
        place(entry, fresh);
        entry.collidesWithAct = !current || movedByUs_.contains(old.id);
        if (current && now_.placeOf(old.id) == placeIn(now_, entry)) {
            entry.standing = Standing::AlreadyIn;
            entry.collidesWithAct = false;
        }
        for (const auto& change : item.changes)
            if (!change.deletion && change.length >= acts::lengthOf(item.after))
                voice(entry, &change);
        if (entry.voices.empty())
            voice(entry, nullptr);
    }

    void addition(const MergeItem& item, const Element& fresh) {
        const auto key = Key()
                             .add("added")
                             .add(placeKey(fresh))
                             .add(base::nameIn(acts::elementKindNames, fresh.kind))
                             .add(fresh.text)
                             .text();
        keys_[fresh.id] = key;
        bool known = false;
        const auto parent = here(fresh.parent);
        const auto same = newHere_.equal_range(keyOfNew(fresh));
        for (auto at = same.first; at != same.second && !known; ++at)
            if (now_.find(at->second)->parent == parent) {
                here_[fresh.id] = at->second;
                newHere_.erase(at); // another new one with the same words is another one
                known = true;
                break;
            }
        if (!known)
            here_[fresh.id] = added_.try_emplace(key, fresh.id).first->second;
        auto& entry = start(item, Change::Added, key);
        entry.kind = fresh.kind;
        entry.after = fresh.text;
        entry.number = fresh.number;
        entry.standing = known ? Standing::AlreadyIn : Standing::Open;
        place(entry, fresh);
        if (const auto outer = keys_.find(fresh.parent); outer != keys_.end())
            entry.needs.push_back(outer->second);
        voices(entry, item.changes);
    }

    void deletion(const MergeItem& item, const Element& old) {
        if (!import_.act.isLive(old.parent))
            return; // said for what it stands in
        auto& entry = start(item, Change::Deleted, Key().add("deleted").add(old.id).text());
        const auto* current = now_.findLive(old.id);
        entry.before = current ? current->text : old.text;
        entry.standing = current ? Standing::Open : Standing::AlreadyIn;
        entry.collidesWithAct = current && changedHere(old);
        voices(entry, item.changes);
    }

    /// Whether the act went on working in what the file deletes.
    [[nodiscard]] bool changedHere(const Element& old) const {
        const auto differs = [&](const Element& element) {
            const auto* before = exported_.findLive(element.id);
            return !before || before->text != element.text || before->number != element.number ||
                   movedByUs_.contains(element.id);
        };
        const auto inner = now_.inside(old.id);
        return differs(*now_.find(old.id)) ||
               std::any_of(inner.begin(), inner.end(), [&](const auto* element) {
                   return now_.isLive(element->id) && differs(*element);
               });
    }

    void notice(const MergeItem& item) {
        Key key;
        key.add("notice").add(item.element);
        for (const auto& note : item.notes)
            key.add(note);
        auto& entry = start(item, Change::Notice, key.text());
        entry.before = item.before;
        entry.after = item.after;
        voice(entry, nullptr);
    }

    static bool same(const acts::Comment& one, const acts::Comment& other) {
        return one.author == other.author && one.time == other.time && one.text == other.text;
    }

    void comments() {
        std::unordered_map<base::Ulid, const acts::Comment*> known;
        for (const auto& comment : exported_.comments())
            known.emplace(comment.id, &comment);
        for (const auto& comment : import_.act.comments())
            if (const auto old = known.find(comment.id); old == known.end())
                remark(comment);
            else if (old->second->resolved != comment.resolved)
                resolved(comment);
    }

    MergeEntry& about(const acts::Comment& comment, Change change, std::string id) {
        MergeItem item;
        item.element = comment.element;
        const auto* element = import_.act.find(comment.element);
        item.kind = element ? element->kind : acts::ElementKind::Paragraph;
        auto& entry = start(item, change, std::move(id));
        entry.before = entry.after = element ? element->text : Runs{};
        entry.comment = comment;
        entry.comment.element = entry.element;
        entry.voices.push_back(
            {read_.file, comment.author, base::toRfc3339(comment.time).substr(0, 19), true});
        return entry;
    }

    void remark(const acts::Comment& comment) {
        const auto key = Key()
                             .add("comment")
                             .add(comment.author)
                             .add(base::toRfc3339(comment.time))
                             .add(comment.text)
                             .text();
        auto& entry = about(comment, Change::Remark, key);
        const auto& all = now_.comments();
        const auto known =
            std::find_if(all.begin(), all.end(), [&](const auto& c) { return same(c, comment); });
        if (known != all.end())
            entry.standing = Standing::AlreadyIn;
        entry.comment.id = known != all.end() ? known->id : added_.try_emplace(key, comment.id).first->second;
        comments_[comment.id] = {key, entry.comment.id};
        if (const auto parent = comments_.find(comment.replyTo); parent != comments_.end()) {
            entry.comment.replyTo = parent->second.second;
            entry.needs.push_back(parent->second.first);
        }
        if (const auto outer = keys_.find(comment.element); outer != keys_.end())
            entry.needs.push_back(outer->second);
    }

    void resolved(const acts::Comment& comment) {
        auto& entry = about(comment, Change::Resolved,
                            Key().add("resolved").add(comment.id).add(comment.resolved ? "1" : "0").text());
        entry.voices = {{read_.file, read_.author}};
        for (const auto& known : now_.comments())
            if (known.id == comment.id && known.resolved == comment.resolved)
                entry.standing = Standing::AlreadyIn;
    }

    void tie(MergeEntry& one, const std::string& other) const {
        if (std::find(one.needs.begin(), one.needs.end(), other) == one.needs.end())
            one.needs.push_back(other);
    }

    /// The halves of a split and of a join, and a deletion with what was moved out before.
    void tieTogether() {
        std::unordered_map<base::Ulid, std::string> moves;
        std::unordered_map<std::string, std::size_t> position;
        for (std::size_t i = 0; i < entries_.size(); ++i) {
            position.emplace(entries_[i].id, i);
            if (entries_[i].change == Change::Moved) {
                moves.emplace(entries_[i].element, entries_[i].id);
                for (const auto& [id, key] : keys_)
                    if (here(id) == entries_[i].parent)
                        tie(entries_[i], key);
            }
        }
        for (auto& entry : entries_) {
            if (entry.change == Change::Deleted)
                for (const auto* inner : exported_.inside(entry.element))
                    if (const auto move = moves.find(inner->id); move != moves.end())
                        tie(entry, move->second);
            const bool split = entry.change == Change::Added && !entry.origin.isNil();
            const bool joined = entry.change == Change::Deleted && !entry.origin.isNil();
            if (!split && !joined)
                continue;
            const auto words = acts::textOf(split ? entry.after : entry.before);
            for (const auto& half : stretches_)
                if (half.element == entry.origin && holds(split ? half.removed : half.inserted, words)) {
                    tie(entry, half.id);
                    tie(entries_[position.at(half.id)], entry.id);
                }
        }
    }

    struct Stretch {
        std::string id;
        base::Ulid element;
        std::string removed, inserted;
    };

    const acts::Act& exported_;
    const acts::Act& now_;
    const Import& import_;
    const FileToRead& read_;
    Added& added_;
    std::vector<MergeEntry> entries_;
    std::vector<Stretch> stretches_;
    std::unordered_set<base::Ulid> movedByUs_;
    std::unordered_map<base::Ulid, base::Ulid> here_;
    std::unordered_map<base::Ulid, std::string> keys_;
    std::unordered_map<base::Ulid, std::pair<std::string, base::Ulid>> comments_;
    std::unordered_multimap<std::string, base::Ulid> newHere_;
};

} // namespace

std::vector<MergeEntry> changesOf(const FileToRead& read, Added& added) {
    return FileChanges(read, added).run();
}

acts::Place placeIn(const acts::Act& act, const MergeEntry& entry) {
    acts::Place place{entry.parent};
    for (const auto& earlier : entry.behind)
        if (const auto* element = act.findLive(earlier);
            element && element->parent == entry.parent && earlier != entry.element) {
            place.after = earlier;
            break;
        }
    return place;
}

} // namespace vienlogs::office
