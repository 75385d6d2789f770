// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>

#include "vienlogs/acts/operation.h"
#include "vienlogs/base/failure.h"
#include "vienlogs/office/merge_list.h"

namespace vienlogs::office {

/// What became of one file that was given to a merge.
enum class FileStanding {
    Read,
    Twice,        ///< the same bytes as an earlier one: left aside
    AnotherAct,   ///< left aside
    LaterVersion, ///< of an act that has gone on elsewhere: left aside
    Unreadable,   ///< left aside, see `failure`
};

inline constexpr base::Names<FileStanding, 5> fileStandingNames{
    {{FileStanding::Read, "read"},
     {FileStanding::Twice, "twice"},
     {FileStanding::AnotherAct, "another-act"},
     {FileStanding::LaterVersion, "later-version"},
     {FileStanding::Unreadable, "unreadable"}}};

/// One file of a merge.
struct MergedFile {
    std::string name{};
    std::string author{}; ///< who saved it last, as the document says; empty for not said
    FileStanding standing = FileStanding::Read;
    std::size_t version = 0; ///< of the act that it was exported from, in log entries
    bool older = false;      ///< the act has gone on since
    std::vector<std::string> warnings{};
    std::optional<base::Failure> failure{};
};

/// What one line of the list does to the act.
enum class Change {
    Text,     ///< one stretch of words of one element
    Number,   ///< the number of a unit
    Added,    ///< a new element: inserted, split off or copied
    Deleted,  ///< an element with all inside
    Moved,    ///< an element to another place
    Remark,   ///< a comment or a reply
    Resolved, ///< a comment's mark that it is settled
    Notice,   ///< nothing: something that a person should look at
};

inline constexpr base::Names<Change, 8> changeNames{{{Change::Text, "text"},
                                                     {Change::Number, "number"},
                                                     {Change::Added, "added"},
                                                     {Change::Deleted, "deleted"},
                                                     {Change::Moved, "moved"},
                                                     {Change::Remark, "comment"},
                                                     {Change::Resolved, "resolved"},
                                                     {Change::Notice, "notice"}}};

/// How a line stands to the act and to the other files.
enum class Standing {
    Open,      ///< one file says it, nobody contradicts
    Agreed,    ///< several say it, nobody contradicts
    Collides,  ///< the act or another file says something else, see `against` and `collidesWithAct`
    AlreadyIn, ///< the act has it
};

inline constexpr base::Names<Standing, 4> standingNames{{{Standing::Open, "open"},
                                                         {Standing::Agreed, "agreed"},
                                                         {Standing::Collides, "collides"},
                                                         {Standing::AlreadyIn, "already-in"}}};

/// Who wants a change: the author and time of the tracked change, else who saved the file.
struct Voice {
    std::size_t file = 0; ///< position in MergeList::files
    std::string author{};
    std::string time{}; ///< ISO 8601 without a zone; empty when the change was not tracked
    bool tracked = false;
};

/// One change that one or several files want, to be taken over or left by itself.
struct MergeEntry {
    std::string id{}; ///< 16 hexadecimal digits; the same whenever the same change is read again
    Change change = Change::Notice;
    base::Ulid element{}; ///< the one it is about, or that it adds
    acts::ElementKind kind = acts::ElementKind::Paragraph;
    acts::Runs before{}; ///< the act's text; empty for an added element
    acts::Runs after{};  ///< that text with this change alone; empty for a deleted one
    acts::Number number{};
    base::Ulid parent{};              ///< of an added or moved one
    std::vector<base::Ulid> behind{}; ///< elements it stands behind, the nearest first
    base::Ulid origin{};              ///< from which it was split or copied, or into which it was joined
    acts::Comment comment{};
    std::vector<Voice> voices{};
    Standing standing = Standing::Open;
    bool collidesWithAct = false;
    std::vector<std::string> against{}; ///< lines that say something else about the same
    std::vector<std::string> needs{};   ///< lines that are taken over with it
    std::vector<Fate> fates{};          ///< how the element came back
    std::vector<std::string> notes{};
};

/// Everything that several returned files want of one act, by element in the order of the text.
struct MergeList {
    std::vector<MergedFile> files;
    std::vector<MergeEntry> entries;
    /// Null for an identity that is in no line.
    [[nodiscard]] const MergeEntry* find(std::string_view id) const;
};

/// A stretch of words for showing a change.
struct Piece {
    enum class Kind { Kept, Removed, Added } kind = Kind::Kept;
    acts::Runs text{};
};
/// The two texts of a line in one, word by word.
[[nodiscard]] std::vector<Piece> piecesOf(const acts::Runs& before, const acts::Runs& after);

} // namespace vienlogs::office
