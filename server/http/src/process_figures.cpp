// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <sys/resource.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "metrics.h"

namespace vienlogs::server::http {

namespace {

double memory() {
    std::ifstream pages("/proc/self/statm");
    long all = 0;
    long resident = 0;
    pages >> all >> resident;
    return static_cast<double>(resident) * static_cast<double>(::sysconf(_SC_PAGESIZE));
}

double processorSeconds() {
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

double openFiles() {
    std::error_code error;
    const std::filesystem::directory_iterator files("/proc/self/fd", error);
    return error ? 0 : static_cast<double>(std::distance(begin(files), end(files)));
}

} // namespace

std::string processFigures() {
    return figure("process_resident_memory_bytes", "gauge", "Memory in use.", memory()) +
           figure("process_cpu_seconds_total", "counter", "Processor time used.", processorSeconds()) +
           figure("process_open_fds", "gauge", "Open files and connections.", openFiles());
}

} // namespace vienlogs::server::http
