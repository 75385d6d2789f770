// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
//
// Types into an act until it is killed and says after each key what is kept: acts_scribe FOLDER KEY ACT TITLE
#include <cstdio>

#include "vienlogs/acts_store/act_store.h"

using namespace vienlogs;

namespace {

int refused(const base::Failure& failure) {
    std::printf("failed %s\n", std::string(failure.code.text).c_str());
    return 1;
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 5)
        return 2;
    const base::SystemClock clock;
    const auto id = base::Ulid::parse(argv[3]);
    const auto title = base::Ulid::parse(argv[4]);
    auto store = acts_store::ActStore::open(argv[1], argv[2]);
    if (!store || !id || !title)
        return store ? 2 : refused(store.error());
    auto history = (*store)->load(*id);
    if (!history)
        return refused(history.error());
    std::string word;
    for (std::size_t typed = 0;; ++typed) {
        word += typed % 7 == 6 ? ' ' : char('a' + typed % 26);
        const auto length = acts::lengthOf(history->now().find(*title)->text);
        const acts::Entry entry{base::Ulid::make(clock), clock.now(), "Anna", "",
                                acts::ReplaceText{*title, length, 0, acts::plain(word)}};
        if (auto kept = (*store)->keepTyped(*id, entry); !kept)
            return refused(kept.error());
        std::printf("%zu\n", length + word.size());
        std::fflush(stdout);
        if (word.back() != ' ')
            continue;
        const auto count = history->entries().size();
        if (auto added = history->append(entry); !added)
            return refused(added.error());
        if (auto kept = (*store)->append(history->now(), count, std::span(history->entries()).last(1)); !kept)
            return refused(kept.error());
        word.clear();
    }
}
