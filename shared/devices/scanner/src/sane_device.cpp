// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "sane_device.h"

#include <sane/saneopts.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "vienlogs/base/failures_base.h"

namespace vienlogs::devices::scanner {

namespace {

constexpr double a4Width = 210; // millimetres
constexpr double a4Height = 297;
constexpr std::size_t mostLines = 100'000;

std::string lower(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
    return text;
}

bool isFeeder(const std::string& source) {
    const auto name = lower(source);
    return name.find("feeder") != std::string::npos || name.find("adf") != std::string::npos;
}

std::string megabytes(std::size_t bytes) {
    return std::to_string(bytes / (1024 * 1024));
}

/// The nearest value that a numeric option takes.
SANE_Word nearest(const SANE_Option_Descriptor& option, SANE_Word wanted) {
    if (option.constraint_type == SANE_CONSTRAINT_RANGE)
        return std::clamp(wanted, option.constraint.range->min, option.constraint.range->max);
    if (option.constraint_type != SANE_CONSTRAINT_WORD_LIST)
        return wanted;
    const auto* const list = option.constraint.word_list; // its first word is the count
    return *std::min_element(list + 1, list + 1 + list[0], [&](SANE_Word a, SANE_Word b) {
        return std::abs(static_cast<long>(a) - wanted) < std::abs(static_cast<long>(b) - wanted);
    });
}

/// One line as the scanner gives it to eight bits a sample.
void appendLine(base::Bytes& pixels, const std::uint8_t* line, const SANE_Parameters& parameters,
                int samples) {
    for (int at = 0; at < samples; ++at) {
        if (parameters.depth == 1) // a set bit is black
            pixels.push_back((line[at / 8] >> (7 - at % 8) & 1) != 0 ? 0x00 : 0xFF);
        else if (parameters.depth == 16)
            pixels.push_back(
                static_cast<std::uint8_t>(reinterpret_cast<const std::uint16_t*>(line)[at] >> 8));
        else
            pixels.push_back(line[at]);
    }
}

bool isReadable(const SANE_Parameters& parameters) {
    const int channels = parameters.format == SANE_FRAME_RGB ? 3 : 1;
    const bool knownFormat = parameters.format == SANE_FRAME_RGB || parameters.format == SANE_FRAME_GRAY;
    const bool knownDepth =
        parameters.depth == 8 || parameters.depth == 16 || (parameters.depth == 1 && channels == 1);
    const long bits = static_cast<long>(parameters.pixels_per_line) * channels * parameters.depth;
    return knownFormat && knownDepth && parameters.pixels_per_line > 0 &&
           static_cast<long>(parameters.bytes_per_line) >= (bits + 7) / 8;
}

} // namespace

base::Failure failureOf(SANE_Status status, const char* where) {
    const std::string detail = std::string(where) + ": " + sane_strstatus(status);
    switch (status) {
    case SANE_STATUS_CANCELLED:
        return {base::codes::cancelled, detail};
    case SANE_STATUS_DEVICE_BUSY:
        return {ports::codes::scannerBusy, detail};
    case SANE_STATUS_JAMMED:
        return {ports::codes::scannerJammed, detail};
    case SANE_STATUS_NO_DOCS:
        return {ports::codes::feederEmpty, detail};
    case SANE_STATUS_COVER_OPEN:
        return {ports::codes::scannerOpen, detail};
    case SANE_STATUS_ACCESS_DENIED:
        return {ports::codes::scannerForbidden, detail};
    default:
        return {ports::codes::scannerFailed, detail};
    }
}

base::Result<std::unique_ptr<SaneDevice>> SaneDevice::open(const std::string& id) {
    SANE_Handle handle = nullptr;
    const auto status = sane_open(id.c_str(), &handle);
    if (status == SANE_STATUS_INVAL || status == SANE_STATUS_IO_ERROR || status == SANE_STATUS_UNSUPPORTED)
        return base::fail(ports::codes::scannerMissing, failureOf(status, "sane_open").detail);
    if (status != SANE_STATUS_GOOD)
        return base::fail(failureOf(status, "sane_open"));
    return std::unique_ptr<SaneDevice>(new SaneDevice(handle));
}

SaneDevice::~SaneDevice() {
    sane_close(handle_);
}

std::optional<SaneDevice::Option> SaneDevice::option(const char* name) const {
    SANE_Int count = 0;
    if (sane_control_option(handle_, 0, SANE_ACTION_GET_VALUE, &count, nullptr) != SANE_STATUS_GOOD)
        return std::nullopt;
    for (SANE_Int index = 1; index < count; ++index) {
        const auto* const descriptor = sane_get_option_descriptor(handle_, index);
        if (descriptor && descriptor->name && std::string_view(descriptor->name) == name &&
            SANE_OPTION_IS_ACTIVE(descriptor->cap) && SANE_OPTION_IS_SETTABLE(descriptor->cap))
            return Option{index, descriptor};
    }
    return std::nullopt;
}

std::vector<std::string> SaneDevice::choices(const char* name) const {
    std::vector<std::string> found;
    const auto named = option(name);
    if (named && named->descriptor->type == SANE_TYPE_STRING &&
        named->descriptor->constraint_type == SANE_CONSTRAINT_STRING_LIST)
        for (const auto* text = named->descriptor->constraint.string_list; *text; ++text)
            found.emplace_back(*text);
    return found;
}

bool SaneDevice::setChoice(const char* name, const std::vector<std::string>& wanted) {
    const auto named = option(name);
    for (const auto& part : wanted)
        for (const auto& choice : choices(name)) {
            if (lower(choice).find(part) == std::string::npos)
                continue;
            std::vector<char> value(choice.begin(), choice.end());
            value.resize(
                std::max<std::size_t>(static_cast<std::size_t>(named->descriptor->size), value.size() + 1));
            return sane_control_option(handle_, named->index, SANE_ACTION_SET_VALUE, value.data(), nullptr) ==
                   SANE_STATUS_GOOD;
        }
    return false;
}

void SaneDevice::setNumber(const char* name, double value) {
    const auto named = option(name);
    if (!named || named->descriptor->size < static_cast<SANE_Int>(sizeof(SANE_Word)))
        return;
    const bool fixed = named->descriptor->type == SANE_TYPE_FIXED;
    if (!fixed && named->descriptor->type != SANE_TYPE_INT)
        return;
    std::vector<SANE_Word> words(static_cast<std::size_t>(named->descriptor->size) / sizeof(SANE_Word));
    words[0] =
        nearest(*named->descriptor, fixed ? SANE_FIX(value) : static_cast<SANE_Word>(std::lround(value)));
    // A refusal leaves the scanner's own value; what it really scans is read from its parameters.
    static_cast<void>(
        sane_control_option(handle_, named->index, SANE_ACTION_SET_VALUE, words.data(), nullptr));
}

std::optional<double> SaneDevice::number(const char* name) const {
    const auto named = option(name);
    if (!named || named->descriptor->size < static_cast<SANE_Int>(sizeof(SANE_Word)))
        return std::nullopt;
    std::vector<SANE_Word> words(static_cast<std::size_t>(named->descriptor->size) / sizeof(SANE_Word));
    if (sane_control_option(handle_, named->index, SANE_ACTION_GET_VALUE, words.data(), nullptr) !=
        SANE_STATUS_GOOD)
        return std::nullopt;
    return named->descriptor->type == SANE_TYPE_FIXED ? SANE_UNFIX(words[0]) : words[0];
}

bool SaneDevice::hasFeeder() const {
    const auto sources = choices(SANE_NAME_SCAN_SOURCE);
    return std::any_of(sources.begin(), sources.end(), isFeeder);
}

base::Result<void> SaneDevice::prepare(const ports::ScanRequest& request) {
    if (request.feeder && !hasFeeder())
        return base::fail(ports::codes::feederMissing);
    if (request.feeder)
        setChoice(SANE_NAME_SCAN_SOURCE, {"feeder", "adf"});
    else
        setChoice(SANE_NAME_SCAN_SOURCE, {"flatbed", "glass", "platen", "normal"});
    // Source first and mode next: they change what the other options allow.
    if (request.colour)
        setChoice(SANE_NAME_SCAN_MODE, {"color", "colour"});
    else
        setChoice(SANE_NAME_SCAN_MODE, {"gray", "grey"});
    setNumber(SANE_NAME_BIT_DEPTH, 8);
    setNumber(SANE_NAME_SCAN_RESOLUTION, request.dpi);
    setNumber(SANE_NAME_SCAN_TL_X, 0);
    setNumber(SANE_NAME_SCAN_TL_Y, 0);
    setNumber(SANE_NAME_SCAN_BR_X, a4Width);
    setNumber(SANE_NAME_SCAN_BR_Y, a4Height);
    dpi_ = static_cast<int>(std::lround(number(SANE_NAME_SCAN_RESOLUTION).value_or(request.dpi)));
    return {};
}

base::Result<bool> SaneDevice::startPage() {
    const auto status = sane_start(handle_);
    if (status == SANE_STATUS_NO_DOCS)
        return false;
    if (status != SANE_STATUS_GOOD)
        return base::fail(failureOf(status, "sane_start"));
    return true;
}

base::Result<ports::ScannedPage> SaneDevice::readPage(std::size_t mostBytes,
                                                      const std::atomic<bool>& cancelled,
                                                      const std::function<void(int)>& progress) {
    SANE_Parameters parameters{};
    if (const auto status = sane_get_parameters(handle_, &parameters); status != SANE_STATUS_GOOD)
        return base::fail(failureOf(status, "sane_get_parameters"));
    if (!isReadable(parameters))
        return base::fail(ports::codes::scannerFailed, "a picture format we do not read");
    ports::ScannedPage page;
    page.width = parameters.pixels_per_line;
    page.channels = parameters.format == SANE_FRAME_RGB ? 3 : 1;
    page.dpi = dpi_;
    const auto samples = static_cast<std::size_t>(page.width) * static_cast<std::size_t>(page.channels);
    const auto expectedLines = static_cast<std::size_t>(std::max(parameters.lines, 0)); // 0: not known before
    if (samples * std::max<std::size_t>(expectedLines, 1) > mostBytes)
        return base::fail(ports::codes::scanPageTooBig, "", megabytes(mostBytes));
    page.pixels.reserve(samples * expectedLines);
    base::Bytes line(static_cast<std::size_t>(parameters.bytes_per_line));
    std::size_t lines = 0;
    int told = -1;
    for (std::size_t filled = 0; lines < mostLines;) {
        SANE_Int count = 0;
        const auto status =
            sane_read(handle_, line.data() + filled, static_cast<SANE_Int>(line.size() - filled), &count);
        if (cancelled)
            return base::fail(base::codes::cancelled);
        if (status == SANE_STATUS_EOF)
            break;
        if (status != SANE_STATUS_GOOD)
            return base::fail(failureOf(status, "sane_read"));
        filled += static_cast<std::size_t>(count);
        if (filled < line.size())
            continue;
        filled = 0;
        ++lines;
        appendLine(page.pixels, line.data(), parameters, static_cast<int>(samples));
        if (page.pixels.size() + samples > mostBytes && lines != expectedLines)
            return base::fail(ports::codes::scanPageTooBig, "", megabytes(mostBytes));
        const auto percent = expectedLines > 0 ? static_cast<int>(lines * 100 / expectedLines) : 0;
        if (percent > told)
            progress(told = percent);
    }
    if (lines == 0)
        return base::fail(ports::codes::scannerFailed, "a page without lines");
    page.height = static_cast<int>(lines);
    return page;
}

void SaneDevice::cancel() {
    sane_cancel(handle_);
}

} // namespace vienlogs::devices::scanner
