// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <QCommandLineParser>
#include <QCoreApplication>
#include <chrono>
#include <cstdio>

#include "history.h"
#include "vienlogs/test/temporary_folder.h"

using namespace vienlogs::simulation;

namespace {

struct Outcome {
    std::string fault;
    std::uint64_t hash = 0;
    std::size_t recorded = 0;
    std::vector<std::string> lines;
};

/// Histories over one set of templates and one folder.
class Runner {
public:
    Outcome run(const Plan& plan, bool keepTrace) {
        History history(plan, templates_, folder_ / "world", keepTrace);
        Outcome outcome;
        outcome.fault = history.run();
        outcome.hash = history.trace().hash();
        outcome.recorded = history.recorded();
        outcome.lines = history.trace().lines();
        return outcome;
    }

    /// The same kind of fault with as few steps as can be found.
    Plan shrink(Plan plan, const std::string& fault) {
        const auto kind = fault.substr(0, fault.find(':'));
        for (std::size_t i = plan.steps.size(); i-- > 0;) {
            auto smaller = plan;
            smaller.steps.erase(smaller.steps.begin() + std::ptrdiff_t(i));
            if (run(smaller, false).fault.starts_with(kind))
                plan = std::move(smaller);
        }
        return plan;
    }

private:
    vienlogs::test::TemporaryFolder folder_;
    Templates templates_{folder_ / "templates"};
};

void report(Runner& runner, const Plan& plan, const Outcome& outcome) {
    std::printf("seed %u: %s\n", plan.seed, outcome.fault.c_str());
    const auto smaller = runner.shrink(plan, outcome.fault);
    const auto again = runner.run(smaller, true);
    std::printf("the same with %zu of %zu steps: %s\n", smaller.steps.size(), plan.steps.size(),
                again.fault.c_str());
    for (const auto& line : again.lines)
        std::printf("  %s\n", line.c_str());
    std::fflush(stdout);
}

} // namespace

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOptions({{QStringLiteral("histories"), QStringLiteral("How many."), QStringLiteral("N"),
                        QStringLiteral("2000")},
                       {QStringLiteral("first"), QStringLiteral("The first seed."), QStringLiteral("SEED"),
                        QStringLiteral("1")},
                       {QStringLiteral("trace"), QStringLiteral("Print what happened.")},
                       {QStringLiteral("go-on"), QStringLiteral("Do not end at the first fault.")},
                       {QStringLiteral("twice"), QStringLiteral("Live each history twice and compare.")}});
    parser.process(application);
    const auto first = parser.value(QStringLiteral("first")).toUInt();
    const auto histories = parser.value(QStringLiteral("histories")).toUInt();
    Runner runner;
    std::uint64_t all = 0;
    std::size_t recorded = 0;
    unsigned faults = 0;
    const auto begun = std::chrono::steady_clock::now();
    for (auto seed = first; seed < first + histories; ++seed) {
        const auto plan = planOf(seed);
        const auto outcome = runner.run(plan, parser.isSet(QStringLiteral("trace")));
        for (const auto& line : outcome.lines)
            std::printf("  %s\n", line.c_str());
        all = all * 31 + outcome.hash;
        recorded += outcome.recorded;
        if (parser.isSet(QStringLiteral("twice")) && runner.run(plan, false).hash != outcome.hash) {
            std::printf("seed %u: not the same the second time\n", seed);
            ++faults;
        }
        if (outcome.fault.empty())
            continue;
        ++faults;
        report(runner, plan, outcome);
        if (!parser.isSet(QStringLiteral("go-on")))
            break;
    }
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begun;
    std::printf("%u histories, %zu commands, %u faults, %.1f s, trace %016llx\n", histories, recorded, faults,
                took.count(), static_cast<unsigned long long>(all));
    return faults == 0 && recorded > histories ? 0 : 1;
}
