// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "act_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>

#include "vienlogs/acts/log_codec.h"

namespace vienlogs::acts_tool {

using base::fail;

base::Result<void> ActFile::create(const std::filesystem::path& path, const base::Ulid& id,
                                   acts::ActKind kind) {
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0)
        return failed("create", path);
    const bool written = writeAll(file, acts::headLine(id, kind) + "\n");
    ::close(file);
    return written ? base::Result<void>{} : failed("write", path);
}

base::Result<ActFile> ActFile::open(const std::filesystem::path& path) {
    auto file = AppendedFile::open(path);
    if (!file)
        return fail(file.error());
    const auto content = file->content();
    if (!content)
        return fail(content.error());
    auto log = acts::readLog(*content);
    if (!log)
        return fail(log.error());
    if (log->torn)
        if (auto cut = file->cutTo(log->goodBytes); !cut)
            return fail(cut.error());
    return ActFile(std::move(*file), std::move(log->history));
}

base::Result<void> ActFile::append(const std::vector<acts::Operation>& operations, const std::string& author,
                                   const std::string& reason, const base::Clock& clock) {
    std::vector<Step> steps;
    for (const auto& operation : operations)
        steps.push_back({operation, reason});
    return append(steps, author, clock);
}

base::Result<void> ActFile::append(const std::vector<Step>& steps, const std::string& author,
                                   const base::Clock& clock) {
    auto history = history_;
    std::string lines;
    for (const auto& [operation, reason] : steps) {
        // A clock set back must not make an entry older than the one before it.
        const auto last = history.entries().empty() ? base::Timestamp{} : history.entries().back().time;
        acts::Entry entry{base::Ulid::make(clock), std::max(clock.now(), last), author, reason, operation};
        lines += acts::entryLine(entry) + "\n";
        if (auto added = history.append(std::move(entry)); !added)
            return added;
    }
    if (auto written = file_.append(lines); !written)
        return written;
    history_ = std::move(history);
    return {};
}

base::Result<void> keepAct(const acts::Act& act, const std::filesystem::path& path, const std::string& author,
                           const std::string& reason, const base::Clock& clock) {
    if (auto created = ActFile::create(path, act.id(), act.kind()); !created)
        return created;
    auto file = ActFile::open(path);
    if (!file)
        return fail(file.error());
    std::vector<acts::Operation> operations;
    for (const auto* element : act.inOrder())
        operations.emplace_back(acts::InsertElement{element->id, element->kind, act.placeOf(element->id),
                                                    element->number, element->text, element->spans,
                                                    element->origin});
    return file->append(operations, author, reason, clock);
}

} // namespace vienlogs::acts_tool
