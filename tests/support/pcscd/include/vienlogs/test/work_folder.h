// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <fstream>
#include <string>

#include "vienlogs/base/bytes.h"
#include "vienlogs/test/child_process.h"
#include "vienlogs/test/temporary_folder.h"

namespace vienlogs::test {

/// A folder that goes with the test, and other programs that work in it.
class WorkFolder : public TemporaryFolder {
public:
    /// Runs a command of the shell to its end; what it wrote is in the file "output".
    bool succeeds(const std::string& command) const {
        ChildProcess shell(
            {"sh", "-c",
             "cd '" + path().string() + "' && { " + command + "; } >output 2>&1 && echo ok || echo failed"});
        return shell.readLine(std::chrono::seconds(60)) == "ok";
    }
    [[nodiscard]] std::string text(const std::string& file) const {
        std::ifstream stream(path() / file, std::ios::binary);
        return {std::istreambuf_iterator<char>(stream), {}};
    }
    [[nodiscard]] base::Bytes bytes(const std::string& file) const { return base::bytesOf(text(file)); }
    void write(const std::string& file, const base::Bytes& content) const {
        std::ofstream(path() / file, std::ios::binary)
            .write(reinterpret_cast<const char*>(content.data()), long(content.size()));
    }
    void write(const std::string& file, const std::string& content) const {
        write(file, base::bytesOf(content));
    }
};

} // namespace vienlogs::test
