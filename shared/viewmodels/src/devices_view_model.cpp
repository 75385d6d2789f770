// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/viewmodels/devices_view_model.h"

#include "texts.h"

namespace vienlogs::viewmodels {

namespace {

constexpr std::size_t deviceCount = 5;

} // namespace

DevicesViewModel::DevicesViewModel(QObject* parent)
    : ViewModel(parent), entries_(deviceCount),
      rows_({{NameRole, "name", [](const Row& r) { return r.name; }},
             {StateRole, "state", [](const Row& r) { return static_cast<int>(r.state); }},
             {TextRole, "text", [](const Row& r) { return r.text; }}}) {
    refresh();
}

DevicesViewModel::Row DevicesViewModel::device(Device device) const {
    return rows_.rows()[static_cast<std::size_t>(device)];
}

void DevicesViewModel::setState(Device device, State state, const QString& detail) {
    entries_[static_cast<std::size_t>(device)] = {.state = state, .detail = detail};
    refresh();
}

void DevicesViewModel::setFailure(Device device, const base::Failure& failure) {
    entries_[static_cast<std::size_t>(device)] = {
        .state = State::Missing, .failure = failure, .hasFailure = true};
    refresh();
}

void DevicesViewModel::refresh() {
    retranslate();
    Q_EMIT changed();
}

void DevicesViewModel::retranslate() {
    const auto nameOf = [](Device device) {
        switch (device) {
        case Device::ClerkReader:
            return tr("Your reader");
        case Device::ClientReader:
            return tr("Client's reader");
        case Device::Scanner:
            return tr("Scanner");
        case Device::Terminal:
            return tr("Terminal");
        case Device::Printer:
            return tr("Printer");
        }
        return QString();
    };
    const auto textOf = [](State state) {
        switch (state) {
        case State::Checking:
            return tr("is being looked for");
        case State::Ok:
            return tr("ready");
        case State::Busy:
            return tr("busy");
        case State::Warning:
            return tr("needs attention");
        case State::Missing:
            return tr("missing");
        }
        return QString();
    };
    std::vector<Row> rows;
    for (std::size_t i = 0; i < deviceCount; ++i) {
        const auto& entry = entries_[i];
        Row row{.device = static_cast<Device>(i),
                .name = nameOf(static_cast<Device>(i)),
                .state = entry.state,
                .text = entry.hasFailure ? view(entry.failure).happened : textOf(entry.state)};
        if (!entry.detail.isEmpty())
            row.text += QStringLiteral(": ") + entry.detail;
        rows.push_back(std::move(row));
    }
    rows_.setRows(std::move(rows));
}

} // namespace vienlogs::viewmodels
