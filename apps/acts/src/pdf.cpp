// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "pdf.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <filesystem>
#include <thread>
#include <vector>

#include "files.h"
#include "vienlogs/office/failures.h"

namespace vienlogs::acts_tool {

using base::fail;
namespace fs = std::filesystem;

namespace {

constexpr auto patience = std::chrono::seconds(60);
constexpr std::size_t mostBytes = 200'000'000;
constexpr const char* filter = R"(pdf:writer_pdf_Export:{"SelectPdfVersion":{"type":"long","value":"2"}})";

/// A folder of our own that goes with everything in it.
struct Folder {
    Folder() {
        auto name = (fs::temp_directory_path() / "vienlogs-pdf-XXXXXX").string();
        if (::mkdtemp(name.data()))
            path = name;
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() {
        std::error_code ignored;
        if (!path.empty())
            fs::remove_all(path, ignored);
    }
    fs::path path;
};

/// Whether the process ended well in time; it and all it started are ended when not.
bool waitFor(pid_t process) {
    const auto end = std::chrono::steady_clock::now() + patience;
    int status = 0;
    while (::waitpid(process, &status, WNOHANG) == 0) {
        if (std::chrono::steady_clock::now() > end) {
            ::kill(-process, SIGKILL);
            ::waitpid(process, &status, 0);
            return false;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

bool convert(const fs::path& folder) {
    std::vector<std::string> words{"soffice",
                                   "-env:UserInstallation=file://" + (folder / "profile").string(),
                                   "--headless",
                                   "--norestore",
                                   "--convert-to",
                                   filter,
                                   "--outdir",
                                   folder.string(),
                                   (folder / "act.odt").string()};
    std::vector<char*> arguments;
    for (auto& word : words)
        arguments.push_back(word.data());
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    ::posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawnattr_t attributes;
    ::posix_spawnattr_init(&attributes);
    ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
    pid_t process = 0;
    const bool started =
        ::posix_spawnp(&process, words[0].c_str(), &actions, &attributes, arguments.data(), environ) == 0;
    ::posix_spawn_file_actions_destroy(&actions);
    ::posix_spawnattr_destroy(&attributes);
    return started && waitFor(process);
}

} // namespace

base::Result<std::string> pdfOf(const std::string& odt) {
    const Folder folder;
    if (folder.path.empty() || !writeFile(folder.path / "act.odt", odt))
        return fail(office::codes::noConverter, "no room for temporary files");
    if (!convert(folder.path))
        return fail(office::codes::noConverter, "soffice");
    auto pdf = readFile(folder.path / "act.pdf", mostBytes);
    return pdf && pdf->starts_with("%PDF-") ? pdf : fail(office::codes::noConverter, "no PDF came out");
}

} // namespace vienlogs::acts_tool
