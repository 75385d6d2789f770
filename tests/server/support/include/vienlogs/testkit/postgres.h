// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "vienlogs/testkit/process.h"

namespace vienlogs::testkit {

/// A real PostgreSQL server in a folder of its own, reached by a socket in that folder only; ended with this
/// object, by its own number. As root it runs as "postgres", because PostgreSQL refuses root.
class Postgres {
public:
    /// What survives a test is decided by processes, not by the disk, so only a benchmark waits for it.
    enum class Disk { Ignored, Waited };
    explicit Postgres(Disk disk = Disk::Ignored);
    /// One for a whole test program, started when first needed; each test takes a database of its own.
    [[nodiscard]] static Postgres& shared();
    /// A replica of a primary, as pg_basebackup makes it; `primary` waits for it at every commit from then
    /// on.
    explicit Postgres(Postgres& primary);
    ~Postgres();
    Postgres(const Postgres&) = delete;
    Postgres& operator=(const Postgres&) = delete;

    /// A new, empty database; its address.
    [[nodiscard]] std::string newDatabase();
    /// "postgresql://…" of a database here.
    [[nodiscard]] std::string address(const std::string& database) const;
    /// The same for a database that is here or on another server, whichever is primary.
    [[nodiscard]] std::string address(const std::string& database, const Postgres& other) const;
    /// Runs SQL with psql; what it prints. Throws when it fails.
    std::string sql(const std::string& database, const std::string& text) const;
    void start();
    /// As a power cut ends it.
    void kill();
    /// Makes a replica the primary.
    void promote();
    [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }

private:
    [[nodiscard]] std::filesystem::path data() const { return folder_ / "data"; }
    void makeFolder();
    std::filesystem::path folder_;
    std::unique_ptr<Process> process_;
    Disk disk_ = Disk::Ignored;
    int databases_ = 0;
};

} // namespace vienlogs::testkit
