// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
//
// A law of 2 400 articles opened, exported and imported, beside LibreOffice's conversion of the same files in
// the same run; an element at a date of 10 000 operations; the memory of it all. The last lines say what
// misses its aim.
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <random>

#include "vienlogs/acts/log_codec.h"
#include "vienlogs/acts/numbering.h"
#include "vienlogs/office/document.h"
#include "vienlogs/office/merge_list.h"

using namespace vienlogs;
namespace fs = std::filesystem;

namespace {

constexpr std::size_t articles = 2400, paragraphs = 10'781, characters = 190;
constexpr double mostSeconds = 1, leastFaster = 5, mostElementMilliseconds = 50;
constexpr long mostKilobytes = 300 * 1024;

double now() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

class Writer {
    base::SystemClock clock_; // the history's identity is made with it

public:
    Writer() : history(id(), acts::ActKind::Law) {}
    base::Ulid id() { return base::Ulid::make(clock_); }

    void fill() {
        last_ = add(acts::ElementKind::Title, history.now().id(), {}, {});
        for (std::uint32_t i = 1; i <= articles; ++i) {
            last_ = add(acts::ElementKind::Article, history.now().id(), last_, {i});
            base::Ulid part;
            const auto parts = (paragraphs - history.entries().size() - (articles - i)) / (articles - i + 1);
            for (std::uint32_t n = 1; n <= parts; ++n)
                part = add(acts::ElementKind::Part, last_, part, {n});
        }
    }
    void append(acts::Operation operation) {
        time_ += std::chrono::seconds(1);
        if (!history.append({id(), time_, "Līga Kalniņa", "", std::move(operation)}))
            std::abort();
    }
    std::string words() {
        static const char* const all[] = {"iestāde", "persona", "iesniegumu", "termiņā", "saskaņā",
                                          "ar",      "likumu",  "nosaka",     "kārtību", "lēmumu",
                                          "pieņem",  "un",      "dienu",      "laikā"};
        std::string text = "Valsts";
        while (text.size() < characters)
            text += std::string(" ") + all[random_() % std::size(all)];
        return text + ".";
    }
    acts::History history;

private:
    base::Ulid add(acts::ElementKind kind, const base::Ulid& parent, const base::Ulid& after,
                   acts::Number number) {
        const auto fresh = id();
        append(acts::InsertElement{fresh, kind, {parent, after}, number, acts::plain(words())});
        return fresh;
    }
    base::Timestamp time_{std::chrono::seconds(1'700'000'000)};
    std::mt19937 random_{7};
    base::Ulid last_;
};

std::string logOf(const acts::History& history) {
    auto text = acts::headLine(history.now().id(), history.now().kind()) + "\n";
    for (const auto& entry : history.entries())
        text += acts::entryLine(entry) + "\n";
    return text;
}

/// soffice converting a file; with the program already warm, as its start is not the conversion.
double convert(const fs::path& folder, const std::string& file, const std::string& to) {
    const auto begin = now();
    if (const auto child = ::fork(); child == 0) {
        ::execlp("soffice", "soffice",
                 ("-env:UserInstallation=file://" + (folder / "profile").string()).c_str(), "--headless",
                 "--convert-to", to.c_str(), "--outdir", (folder / "out").c_str(), (folder / file).c_str(),
                 static_cast<char*>(nullptr));
        ::_exit(127);
    } else {
        int status = 0;
        ::waitpid(child, &status, 0);
        if (status != 0)
            return -1;
    }
    return now() - begin;
}

struct Figure {
    std::string what;
    double ours, theirs;
};

template<typename Work>
double best(Work work) {
    double least = 1e9;
    for (int i = 0; i < 3; ++i) {
        const auto begin = now();
        work();
        least = std::min(least, now() - begin);
    }
    return least;
}

double elementAtADate() {
    Writer writer;
    writer.fill();
    const auto element = writer.history.now().inOrder()[5000]->id;
    for (int i = 0; i < 10'000; ++i)
        writer.append(acts::ReplaceText{element, 0, 1, acts::plain(i % 2 == 0 ? "A" : "B")});
    const auto middle = writer.history.entries()[writer.history.entries().size() - 5000].time;
    return best([&] {
               if (!writer.history.elementAt(element, middle))
                   std::abort();
           }) *
           1000;
}

long peakKilobytes() {
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

} // namespace

int main() {
    std::string name = "/tmp/vienlogs-bench-XXXXXX";
    const fs::path folder = ::mkdtemp(name.data());
    std::vector<Figure> figures;
    double open = 0;
    {
        Writer writer;
        writer.fill();
        const auto& history = writer.history;
        const auto log = logOf(history);
        open = best([&] {
            if (!acts::readLog(log))
                std::abort();
        });
        for (const auto* ending : {"odt", "docx"}) {
            const auto format = *office::formatOf(std::string("a.") + ending);
            std::string bytes;
            const auto out = best([&] {
                bytes = office::writeDocument(format, history.now(), history.entries().size()).value();
            });
            std::size_t items = 0;
            const auto in = best([&] {
                const auto returned = office::readDocument(bytes);
                const auto exported = history.version(*returned->version);
                const auto import = office::importReturned(exported, *returned, [&] { return writer.id(); });
                items = import->items.size();
                if (!acts::merge(exported, history.now(), import->act).operations.empty())
                    std::abort();
            });
            if (items != paragraphs)
                std::abort();
            std::ofstream(folder / (std::string("act.") + ending), std::ios::binary) << bytes;
            figures.push_back({std::string("export ") + ending, out, 0});
            figures.push_back({std::string("import ") + ending, in, 0});
        }
    }
    const auto memory = peakKilobytes();
    convert(folder, "act.odt", "txt"); // makes its profile
    for (std::size_t i = 0; i < figures.size(); ++i) {
        const bool odt = i < 2;
        figures[i].theirs = i % 2 == 1 ? figures[i - 1].theirs
                                       : convert(folder, odt ? "act.odt" : "act.docx", odt ? "odt" : "docx");
    }
    const auto element = elementAtADate();
    bool missed = false;
    const auto judge = [&](bool good) {
        missed = missed || !good;
        return good ? "" : "  MISSED";
    };
    std::printf("%-14s %7.3f s%s\n", "open", open, judge(open < mostSeconds));
    for (const auto& figure : figures)
        std::printf("%-14s %7.3f s, soffice there and back %6.2f s, %5.1f times faster%s\n",
                    figure.what.c_str(), figure.ours, figure.theirs, figure.theirs / figure.ours,
                    judge(figure.ours < mostSeconds && figure.theirs > leastFaster * figure.ours));
    std::printf("element at a date of 10 000 operations: %.2f ms%s\n", element,
                judge(element < mostElementMilliseconds));
    std::printf("memory: %ld MB%s\n", memory / 1024, judge(memory < mostKilobytes));
    fs::remove_all(folder);
    return missed ? 1 : 0;
}
