// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "cups_queue.h"

#include <array>
#include <string_view>

namespace vienlogs::devices::printer {

namespace {

/// printer-state-reasons (RFC 8011, 5.4.12) that stop paper, whatever they end in (-error, -warning,
/// -report).
constexpr std::array<std::string_view, 2> paperReasons{"media-empty", "media-needed"};
constexpr std::array<std::string_view, 9> handReasons{
    "media-jam", "cover-open",  "door-open",           "interlock-open",    "offline",
    "shutdown",  "toner-empty", "marker-supply-empty", "input-tray-missing"};
constexpr std::array<std::string_view, 2> stopReasons{"paused", "stopped"};

template<std::size_t N>
bool isOneOf(std::string_view reason, const std::array<std::string_view, N>& reasons) {
    for (const auto known : reasons)
        if (reason.starts_with(known))
            return true;
    return false;
}

std::string printerUri(const std::string& printer) {
    std::array<char, 1024> uri{};
    httpAssembleURIf(HTTP_URI_CODING_ALL, uri.data(), static_cast<int>(uri.size()), "ipp", nullptr,
                     "localhost", 0, "/printers/%s", printer.c_str());
    return uri.data();
}

std::optional<base::Failure> troubleIn(ipp_t* answer) {
    auto* const reasons = ippFindAttribute(answer, "printer-state-reasons", IPP_TAG_KEYWORD);
    for (int at = 0; at < ippGetCount(reasons); ++at) {
        const std::string_view reason = ippGetString(reasons, at, nullptr);
        if (isOneOf(reason, paperReasons))
            return base::Failure{ports::codes::printerOutOfPaper, std::string(reason)};
        if (isOneOf(reason, handReasons) && !reason.ends_with("-report"))
            return base::Failure{ports::codes::printerNeedsHand, std::string(reason)};
        if (isOneOf(reason, stopReasons))
            return base::Failure{ports::codes::printerStopped, std::string(reason)};
    }
    auto* const state = ippFindAttribute(answer, "printer-state", IPP_TAG_ENUM);
    auto* const accepting = ippFindAttribute(answer, "printer-is-accepting-jobs", IPP_TAG_BOOLEAN);
    if ((state && ippGetInteger(state, 0) == IPP_PSTATE_STOPPED) ||
        (accepting && !ippGetBoolean(accepting, 0)))
        return base::Failure{ports::codes::printerStopped, "stopped or not accepting"};
    return std::nullopt;
}

} // namespace

base::Result<CupsQueue> CupsQueue::open(const CupsSettings& settings) {
    const auto server = settings.server.empty() ? std::string(cupsServer()) : settings.server;
    auto* const connection =
        httpConnect2(server.c_str(), settings.port, nullptr, AF_UNSPEC, HTTP_ENCRYPTION_IF_REQUESTED, 1,
                     static_cast<int>(settings.answer.count()), nullptr);
    if (!connection)
        return base::fail(ports::codes::printServiceSilent, "httpConnect2");
    return CupsQueue(connection);
}

std::vector<ports::PrinterInfo> CupsQueue::printers() {
    cups_dest_t* destinations = nullptr;
    const int count = cupsGetDests2(connection_.get(), &destinations);
    std::vector<ports::PrinterInfo> found;
    for (int at = 0; at < count; ++at) {
        const auto& destination = destinations[at];
        if (destination.instance) // another set of options of the same printer
            continue;
        const char* const label = cupsGetOption("printer-info", destination.num_options, destination.options);
        found.push_back(
            {destination.name, label && *label ? label : destination.name, destination.is_default != 0});
    }
    cupsFreeDests(count, destinations);
    return found;
}

CupsQueue::Answer CupsQueue::ask(ipp_op_t operation, const std::string& uriName, const std::string& uri,
                                 const std::vector<const char*>& attributes) {
    auto* const request = ippNewRequest(operation);
    ippAddString(request, IPP_TAG_OPERATION, IPP_TAG_URI, uriName.c_str(), nullptr, uri.c_str());
    ippAddString(request, IPP_TAG_OPERATION, IPP_TAG_NAME, "requesting-user-name", nullptr, cupsUser());
    if (!attributes.empty())
        ippAddStrings(request, IPP_TAG_OPERATION, IPP_TAG_KEYWORD, "requested-attributes",
                      static_cast<int>(attributes.size()), nullptr, attributes.data());
    return Answer(cupsDoRequest(connection_.get(), request, "/")); // the request is freed by it
}

std::optional<base::Failure> CupsQueue::troubleOf(const std::string& printer) {
    const auto answer = ask(IPP_OP_GET_PRINTER_ATTRIBUTES, "printer-uri", printerUri(printer),
                            {"printer-state", "printer-state-reasons", "printer-is-accepting-jobs"});
    const auto status = answer ? ippGetStatusCode(answer.get()) : cupsLastError();
    if (status == IPP_STATUS_ERROR_NOT_FOUND)
        return base::Failure{ports::codes::printerMissing};
    if (!answer || status > IPP_STATUS_OK_EVENTS_COMPLETE)
        return base::Failure{ports::codes::printServiceSilent, ippErrorString(status)};
    return troubleIn(answer.get());
}

base::Result<int> CupsQueue::send(const std::string& printer, const std::string& name,
                                  const base::Bytes& pdf) {
    auto* const connection = connection_.get();
    const int job = cupsCreateJob(connection, printer.c_str(), name.c_str(), 0, nullptr);
    if (job == 0)
        return base::fail(ports::codes::printerStopped,
                          std::string("create: ") + ippErrorString(cupsLastError()));
    const bool begun = cupsStartDocument(connection, printer.c_str(), job, name.c_str(), CUPS_FORMAT_PDF,
                                         1) == HTTP_STATUS_CONTINUE;
    const bool written = begun && cupsWriteRequestData(connection, reinterpret_cast<const char*>(pdf.data()),
                                                       pdf.size()) == HTTP_STATUS_CONTINUE;
    if (written && cupsFinishDocument(connection, printer.c_str()) <= IPP_STATUS_OK_EVENTS_COMPLETE)
        return job;
    const std::string detail = std::string("send: ") + ippErrorString(cupsLastError());
    cancel(printer, job);
    return base::fail(ports::codes::printerStopped, detail);
}

std::optional<ipp_jstate_t> CupsQueue::stateOf(int job) {
    const auto answer = ask(IPP_OP_GET_JOB_ATTRIBUTES, "job-uri",
                            "ipp://localhost/jobs/" + std::to_string(job), {"job-state"});
    auto* const state = answer ? ippFindAttribute(answer.get(), "job-state", IPP_TAG_ENUM) : nullptr;
    return state ? std::optional(static_cast<ipp_jstate_t>(ippGetInteger(state, 0))) : std::nullopt;
}

void CupsQueue::cancel(const std::string& printer, int job) {
    cupsCancelJob2(connection_.get(), printer.c_str(), job, 1); // with its file: it is a person's
}

} // namespace vienlogs::devices::printer
