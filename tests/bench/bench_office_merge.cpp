// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
//
// Eighteen files with 600 comments and as many edits come back of an act of 2 400 articles: reading them all
// into one list, and taking over what nothing contradicts. The last lines say what misses its aim.
#include <sys/resource.h>

#include <chrono>
#include <cstdlib>
#include <iostream>
#include <random>

#include "vienlogs/acts/numbering.h"
#include "vienlogs/office/document.h"
#include "vienlogs/office/merge_files.h"

using namespace vienlogs;

namespace {

constexpr std::size_t articles = 2400, elements = 10'781, files = 18, comments = 600;
constexpr double mostSeconds = 5;
constexpr long mostKilobytes = 300 * 1024;

double now() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

base::Ulid newId() {
    return base::Ulid::make(base::SystemClock());
}

void must(const base::Result<void>& done) {
    if (!done)
        std::abort();
}

/// The act, every article with its parts.
acts::History lawOf() {
    acts::History law(newId(), acts::ActKind::Law);
    base::Ulid article, part;
    for (std::size_t i = 0; i < elements; ++i) {
        const auto fresh = newId();
        const bool heads = i * articles / elements != (i + elements - 1) % elements * articles / elements;
        std::string text = "Iestāde " + std::to_string(i);
        while (text.size() < 190)
            text += " pieņem lēmumu likumā noteiktajā kārtībā un termiņā";
        const auto kind = heads ? acts::ElementKind::Article : acts::ElementKind::Part;
        const acts::Place place = heads ? acts::Place{law.now().id(), article} : acts::Place{article, part};
        must(law.append(
            {newId(), {}, "Autore", "", acts::InsertElement{fresh, kind, place, {}, acts::plain(text)}}));
        (heads ? article : part) = fresh;
        if (heads)
            part = {};
    }
    for (const auto& operation : acts::renumber(law.now()))
        must(law.append({newId(), {}, "Autore", "", operation}));
    return law;
}

std::vector<office::ReturnedFile> returnedOf(const acts::History& law) {
    std::mt19937 random(11);
    const auto all = law.now().inOrder();
    std::vector<office::ReturnedFile> returned;
    for (std::size_t f = 0; f < files; ++f) {
        auto copy = law.now();
        for (std::size_t n = 0; n < (comments + files - 1) / files; ++n) {
            const auto& id = all[random() % all.size()]->id;
            const base::Timestamp time(std::chrono::seconds(1'790'000'000 + f * 1000 + n));
            if (copy.isLive(id))
                must(copy.apply(acts::AddComment{{newId(),
                                                  id,
                                                  {},
                                                  "Kolēģis " + std::to_string(f),
                                                  time,
                                                  "Iebildums: " + std::to_string(n)}}));
            const auto& edited = all[random() % all.size()]->id;
            if (!copy.isLive(edited))
                continue;
            if (n % 11 == 10)
                must(copy.apply(acts::DeleteElement{edited}));
            else
                must(copy.apply(acts::ReplaceText{edited, 8, 0, acts::plain("vai pašvaldība ")}));
        }
        auto bytes = office::writeDocument(office::Format::Odt, copy, law.entries().size());
        if (!bytes)
            std::abort();
        returned.push_back({"atzinums" + std::to_string(f) + ".odt", std::move(*bytes)});
    }
    return returned;
}

} // namespace

int main() {
    const auto law = lawOf();
    const auto returned = returnedOf(law);
    const auto begin = now();
    const auto list = office::mergeFiles(law, returned, newId);
    const auto merged = now() - begin;
    const auto accepted = office::accept(law.now(), list, office::allClear(list));
    const auto whole = now() - begin;
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    std::cout << law.now().inOrder().size() << " elements, " << returned.size() << " files, "
              << list.entries.size() << " lines: merged in " << merged << " s, with "
              << (accepted ? accepted->steps.size() : 0) << " operations accepted " << whole << " s, "
              << usage.ru_maxrss / 1024 << " MB\n";
    int missed = accepted ? 0 : 1;
    if (merged >= mostSeconds)
        std::cout << "misses " << mostSeconds << " s\n", ++missed;
    if (usage.ru_maxrss >= mostKilobytes)
        std::cout << "misses " << mostKilobytes / 1024 << " MB\n", ++missed;
    return missed;
}
