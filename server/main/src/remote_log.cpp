// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "remote_log.h"

#include <unistd.h>

#include <array>

#include "vienlogs/server/app/data_folder.h"
#include "vienlogs/server/syslog/failures.h"

namespace vienlogs::server {

namespace {

std::string hostName() {
    std::array<char, 256> name{};
    return ::gethostname(name.data(), name.size() - 1) == 0 ? name.data() : "";
}

syslog::Severity severityOf(std::string_view level) {
    return level == "error"     ? syslog::Severity::Error
           : level == "warning" ? syslog::Severity::Warning
                                : syslog::Severity::Information;
}

} // namespace

RemoteLog::RemoteLog(syslog::Target target, const base::Clock& clock, http::Log& log)
    : clock_(clock), log_(log), origin_{hostName(), "vienlogs-server", ::getpid()},
      sender_(std::move(target)) {
    log_.listen(this);
}

RemoteLog::~RemoteLog() {
    log_.listen(nullptr);
}

base::Result<std::unique_ptr<RemoteLog>> RemoteLog::open(const Options& options, const base::Clock& clock,
                                                         http::Log& log) {
    if (options.syslog.empty())
        return std::unique_ptr<RemoteLog>();
    auto target = syslog::targetOf(options.syslog);
    if (!target)
        return base::fail(target.error());
    if (target->transport == syslog::Target::Transport::Tls) {
        if (options.syslogCa.empty())
            return base::fail(syslog::codes::collector, "--syslog-ca is missing", options.syslog);
        const app::DataFolder data{options.data, options.store};
        target->ca = options.syslogCa;
        target->certificate = data.serverCertificate();
        target->key = data.keyring().folder() / "server.key";
    }
    return std::unique_ptr<RemoteLog>(new RemoteLog(std::move(*target), clock, log));
}

void RemoteLog::heard(std::string_view level, std::string_view event, std::span<const Field> fields) {
    if (level == "info" && event == "request")
        return;
    const auto facility = event == "security" ? syslog::Facility::Authorisation : syslog::Facility::Local0;
    sender_.post(syslog::messageOf(origin_, facility, severityOf(level), clock_.now(), event, fields));
}

std::vector<http::Figure> RemoteLog::figures() const {
    const auto now = sender_.figures();
    return {
        {"vienlogs_syslog_sent_total", "counter", "Events taken by the collector.", double(now.sent)},
        {"vienlogs_syslog_lost_total", "counter", "Events for which there was no room.", double(now.lost)},
        {"vienlogs_syslog_waiting", "gauge", "Events that wait for the collector.", double(now.waiting)},
        {"vienlogs_syslog_up", "gauge", "1 while the collector is connected.", now.isConnected ? 1.0 : 0.0}};
}

} // namespace vienlogs::server
