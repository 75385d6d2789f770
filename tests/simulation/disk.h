// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>

namespace vienlogs::simulation {

/// What a machine's disk lets through. The program is linked so that every system call of the stores by which
/// a file changes (SQLCipher's own too) asks the disk of the machine that is running just now.
class Disk {
public:
    /// The machine dies at its n-th change of a file from now: this one is done by half, later ones not at
    /// all.
    void dieAfter(int changes) {
        left_ = changes;
        dying_ = true;
    }
    /// The disk is full at its n-th change from now, until repair().
    void fillAfter(int changes) {
        left_ = changes;
        filling_ = true;
    }
    void die() { dead_ = true; }
    void repair() { *this = Disk(); }
    [[nodiscard]] bool dead() const { return dead_; }
    [[nodiscard]] bool full() const { return full_; }

    /// Makes a disk the one that is asked, for the length of a scope.
    class Scope {
    public:
        explicit Scope(Disk& disk);
        Scope(const Scope&) = delete;
        Scope& operator=(const Scope&) = delete;
        ~Scope();

    private:
        Disk* before_;
    };

    enum class Answer { Go, Half, NoSpace, Dead };
    /// Asked by the system calls; `grows` when the change needs room.
    [[nodiscard]] Answer ask(bool grows);
    /// The disk in use; nothing outside a scope.
    [[nodiscard]] static Disk* inUse();

private:
    int left_ = 0;
    bool dying_ = false;
    bool filling_ = false;
    bool dead_ = false;
    bool full_ = false;
};

} // namespace vienlogs::simulation
