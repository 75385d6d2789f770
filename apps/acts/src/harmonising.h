// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "arguments.h"
#include "vienlogs/base/clock.h"

/// The commands on what ministries say of a draft. It is kept beside the act's log, as "ACT.harm".
namespace vienlogs::acts_tool {

/// `opinion ACT [FILE]`: an institution's opinion, with the comments of its returned file as remarks.
[[nodiscard]] base::Result<void> addOpinion(const Arguments& arguments, const base::Clock& clock);
/// `answer ACT REMARK`: what the drafter says to a remark.
[[nodiscard]] base::Result<void> addAnswer(const Arguments& arguments, const base::Clock& clock);
/// `position ACT REMARK`: what the giver says to the answer.
[[nodiscard]] base::Result<void> addPosition(const Arguments& arguments, const base::Clock& clock);
/// `remarks ACT`: all remarks with their answers.
[[nodiscard]] base::Result<void> showRemarks(const Arguments& arguments);
/// `task ACT`: a new task, or one that is done.
[[nodiscard]] base::Result<void> addTask(const Arguments& arguments, const base::Clock& clock);
/// `tasks ACT`: the earliest due first.
[[nodiscard]] base::Result<void> showTasks(const Arguments& arguments, const base::Clock& clock);
/// `annotation ACT`: a field filled, or the whole on paper.
[[nodiscard]] base::Result<void> annotate(const Arguments& arguments, const base::Clock& clock);
/// `izzina ACT`: the izziņa on paper.
[[nodiscard]] base::Result<void> makeIzzina(const Arguments& arguments, const base::Clock& clock);
/// `reading ACT`: Saeima's table of a reading on paper.
[[nodiscard]] base::Result<void> makeReading(const Arguments& arguments, const base::Clock& clock);
/// `compare ACT`: two versions of an act side by side on paper, or inline on the standard output.
[[nodiscard]] base::Result<void> compareVersions(const Arguments& arguments, const base::Clock& clock);

} // namespace vienlogs::acts_tool
