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

PrinterCondition conditionIn(ipp_t* answer) {
    PrinterCondition condition;
    auto* const reasons = ippFindAttribute(answer, "printer-state-reasons", IPP_TAG_KEYWORD);
    for (int at = 0; at < ippGetCount(reasons) && !condition.reported; ++at) {
        const std::string_view reason = ippGetString(reasons, at, nullptr);
        if (isOneOf(reason, paperReasons))
            condition.reported = base::Failure{ports::codes::printerOutOfPaper, std::string(reason)};
        else if (isOneOf(reason, handReasons) && !reason.ends_with("-report"))
            condition.reported = base::Failure{ports::codes::printerNeedsHand, std::string(reason)};
    }
    auto* const state = ippFindAttribute(answer, "printer-state", IPP_TAG_ENUM);
    auto* const accepting = ippFindAttribute(answer, "printer-is-accepting-jobs", IPP_TAG_BOOLEAN);
    if (state && ippGetInteger(state, 0) == IPP_PSTATE_STOPPED)
        condition.blocked = base::Failure{ports::codes::printerStopped, "stopped"};
    else if (accepting && !ippGetBoolean(accepting, 0))
        condition.blocked = base::Failure{ports::codes::printerStopped, "accepts no jobs"};
    return condition;
}

} // namespace

base::Result<CupsQueue> CupsQueue::open(const CupsSettings& settings) {
    const bool own = settings.server.empty();
    const auto server = own ? std::string(cupsServer()) : settings.server;
    const int port = own ? ippPort() : settings.port; // CUPS_SERVER may name both
    auto* const connection =
        httpConnect2(server.c_str(), port, nullptr, AF_UNSPEC, HTTP_ENCRYPTION_IF_REQUESTED, 1,
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

base::Result<PrinterCondition> CupsQueue::conditionOf(const std::string& printer) {
    const auto answer = ask(IPP_OP_GET_PRINTER_ATTRIBUTES, "printer-uri", printerUri(printer),
                            {"printer-state", "printer-state-reasons", "printer-is-accepting-jobs"});
    const auto status = answer ? ippGetStatusCode(answer.get()) : cupsLastError();
    if (status == IPP_STATUS_ERROR_NOT_FOUND)
        return base::fail(ports::codes::printerMissing);
    if (!answer || status > IPP_STATUS_OK_EVENTS_COMPLETE)
        return base::fail(ports::codes::printServiceSilent, ippErrorString(status));
    return conditionIn(answer.get());
}

base::Result<int> CupsQueue::send(const std::string& printer, const std::string& name,
                                  const base::Bytes& pdf) {
    auto* const connection = connection_.get();
    auto* const request = ippNewRequest(IPP_OP_PRINT_JOB);
    ippAddString(request, IPP_TAG_OPERATION, IPP_TAG_URI, "printer-uri", nullptr,
                 printerUri(printer).c_str());
    ippAddString(request, IPP_TAG_OPERATION, IPP_TAG_NAME, "requesting-user-name", nullptr, cupsUser());
    ippAddString(request, IPP_TAG_OPERATION, IPP_TAG_NAME, "job-name", nullptr, name.c_str());
    ippAddString(request, IPP_TAG_OPERATION, IPP_TAG_MIMETYPE, "document-format", nullptr, CUPS_FORMAT_PDF);
    const auto resource = "/printers/" + printer;
    const auto size = ippLength(request) + pdf.size();
    if (cupsSendRequest(connection, request, resource.c_str(), size) == HTTP_STATUS_CONTINUE)
        static_cast<void>(
            cupsWriteRequestData(connection, reinterpret_cast<const char*>(pdf.data()), pdf.size()));
    ippDelete(request); // cupsSendRequest() leaves it to us
    const Answer answer(cupsGetResponse(connection, resource.c_str()));
    auto* const job = answer ? ippFindAttribute(answer.get(), "job-id", IPP_TAG_INTEGER) : nullptr;
    if (!job)
        return base::fail(ports::codes::printerStopped,
                          std::string("print: ") + ippErrorString(cupsLastError()));
    return ippGetInteger(job, 0);
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
