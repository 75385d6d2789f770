// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <array>
#include <iostream>
#include <span>

#include "commands.h"
#include "failures.h"
#include "vienlogs/base/failure_text.h"
#include "vienlogs/server/store/folder_lock.h"

namespace {

using namespace vienlogs;
using namespace vienlogs::server::admin;
using vienlogs::server::app::DataFolder;
using vienlogs::server::store::FolderLock;

struct Command {
    std::string_view words;
    std::string_view usage;
    Done (*run)(const Context&, const Arguments&);
};

constexpr std::array<Command, 22> commands{
    {{"init", "                                    device CA, server certificate, keys", init},
     {"place add", " CODE NAME [--kind centre|call-centre|office]", addPlace},
     {"device add", " NAME --place CODE --out DIR         writes device.key, device.pem, ca.pem", addDevice},
     {"device revoke", " NAME", revokeDevice},
     {"user add",
      " --id ID --identifier PNOLV-… --name NAME --institution NAME --role "
      "clerk|operator|auditor|admin",
      addUser},
     {"user leave", " ID", endUser},
     {"user second-factor", " ID                          a new one; its address is shown once",
      addSecondFactor},
     {"users import", " FILE [--force]                     the whole list of staff", importUsers},
     {"security list", "                                  what was refused, the newest first", listSecurity},
     {"days list",
      " [--since YYYY-MM-DD] [--place CODE]   ends of days of the card terminals, the newest first",
      listDays},
     {"card-ca add", " FILE                               an issuer of eID cards to be trusted",
      addCardIssuer},
     {"card-ca list", "                                   fingerprints and certificates", listCardIssuers},
     {"card-ca remove", " FINGERPRINT                     its cards open nothing any more", removeCardIssuer},
     {"audit status", "                                   records, and what waits for a time stamp",
      showAuditStatus},
     {"audit verify", " [--file EXPORT] [--key audit.pem] [--head FILE] [--tsa-ca FILE]", verifyAudit},
     {"audit export", " FILE", exportAudit},
     {"audit rotate-key", "                        a new key signs from the server's next start on",
      rotateAuditKey},
     {"backup", " FILE                                   one encrypted file with everything, scans as well",
      backup},
     {"restore",
      " FILE                                  into an empty database, or in place of the store's file",
      restore},
     {"verify", " [FILE]                                 store or backup: sums, audit, every scan", verify},
     {"move", " --to postgresql://…                      the running server follows by itself", move},
     {"--check", "                                      store and keys are there and whole", check}}};

void printHelp(std::ostream& out) {
    out << "vienlogs-admin --data DIR [--store postgresql://…] COMMAND\n";
    for (const auto& command : commands)
        out << "  " << command.words << command.usage << '\n';
    out << "vienlogs-admin --version | --help\n";
}

int report(const base::Failure& failure) {
    const auto message = base::messageOf(failure, base::Language::English);
    std::cerr << message.code << ": " << message.happened << " " << message.todo;
    if (!failure.detail.empty())
        std::cerr << " (" << failure.detail << ")";
    std::cerr << '\n';
    return 1;
}

Arguments read(std::span<char*> given) {
    Arguments arguments;
    for (std::size_t i = 0; i < given.size(); ++i) {
        const std::string text = given[i];
        if (text.starts_with("--") && i + 1 < given.size())
            arguments.options[text.substr(2)] = given[++i];
        else
            arguments.words.push_back(text);
    }
    return arguments;
}

/// Finds the command whose words the line begins with, and takes them off it.
const Command* take(Arguments& arguments) {
    for (const auto& command : commands) {
        const auto space = command.words.find(' ');
        const std::string first(command.words.substr(0, space));
        const std::string second(space == std::string_view::npos ? "" : command.words.substr(space + 1));
        auto& words = arguments.words;
        if (words.empty() || words[0] != first ||
            (!second.empty() && (words.size() < 2 || words[1] != second)))
            continue;
        words.erase(words.begin(), words.begin() + (second.empty() ? 1 : 2));
        return &command;
    }
    return nullptr;
}

} // namespace

base::Result<std::string> Arguments::option(const std::string& name) const {
    const auto found = options.find(name);
    if (found == options.end() || found->second.empty())
        return base::fail(codes::usage, "--" + name + " is missing");
    return found->second;
}

base::Result<std::string> Arguments::word(std::size_t at, const char* meaning) const {
    if (at >= words.size() || words[at].empty())
        return base::fail(codes::usage, std::string(meaning) + " is missing");
    return words[at];
}

int main(int argc, char** argv) {
    auto arguments = read(std::span(argv + 1, static_cast<std::size_t>(argc - 1)));
    if (arguments.words == std::vector<std::string>{"--help"}) {
        printHelp(std::cout);
        return 0;
    }
    if (arguments.words == std::vector<std::string>{"--version"}) {
        std::cout << "vienlogs-admin " VIENLOGS_VERSION "\n";
        return 0;
    }
    const auto data = arguments.option("data");
    const auto* command = take(arguments);
    if (!data || !command) {
        printHelp(std::cerr);
        return 2;
    }
    const base::SystemClock clock;
    const DataFolder folder{*data, arguments.option("store").value_or("")};
    const auto kind = command->run == restore ? FolderLock::Kind::Alone : FolderLock::Kind::Shared;
    const auto lock = FolderLock::take(*data, kind);
    if (!lock)
        return report(lock.error());
    const auto done = command->run({folder, clock, std::cout}, arguments);
    return done ? 0 : report(done.error());
}
