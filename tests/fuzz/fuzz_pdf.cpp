// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "changes.h"
#include "signature_reader.h"

using namespace vienlogs;

/// Reads whatever comes as a PDF: its pages, form, signatures and what the last revision changed.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    const pdf::MemorySource source(std::string(reinterpret_cast<const char*>(data), size));
    auto document = pdf::Document::open(source);
    if (!document)
        return 0;
    (void)pdf::findPage(*document, 2);
    (void)pdf::checkSignable(*document);
    verify::Evidence evidence;
    pdf::takeStore(*document, evidence);
    const auto signatures = pdf::readSignatures(*document);
    for (std::size_t i = 0; signatures && i < signatures->size(); ++i) {
        const auto& signature = (*signatures)[i];
        const auto covered = pdf::coverageOf(signature, source);
        if (!covered)
            continue;
        verify::SignatureReport report;
        pdf::checkCms(signature.contents, source, *covered, report, evidence);
    }
    for (std::size_t end = size / 2; end < size; end += size / 8 + 1) {
        auto earlier = pdf::Document::open(source, end);
        if (earlier)
            (void)pdf::changesBetween(*earlier, *document);
    }
    return 0;
}
