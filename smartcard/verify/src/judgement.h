// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "certificate_facts.h"
#include "chain.h"
#include "proofs.h"
#include "stamp.h"

namespace vienlogs::verify {

/// One run of Judge over one signature.
class Judgement {
public:
    Judgement(const Trust& trust, const Evidence& evidence, base::Timestamp now, SignatureReport& report);
    void run();

private:
    [[nodiscard]] base::Timestamp bestTime() const;
    void pass(CheckKind kind, std::string about);
    void note(CheckKind kind, std::string about, base::Failure why);

    void judgeStamps();
    [[nodiscard]] base::Result<void> judgeStamp(const StampEvidence& evidence, const Stamp& stamp,
                                                TimeStampData& data);
    void judgeStampRevocation(const Stamp& stamp, const std::vector<base::Bytes>& anchors,
                              base::Result<void>& holds);
    void askList(const CertificateFacts& facts);
    void judgeTimes();
    void judgePurpose(const CertificateFacts& facts);
    [[nodiscard]] bool judgeChain(const CertificateFacts& facts);
    void judgeDates(const CertificateFacts& facts);
    void judgeRevocation();
    void judgeLevels();
    [[nodiscard]] std::vector<base::Failure> missingProofs() const;
    void judgeQualified(const CertificateFacts* facts);
    void describe();

    const Trust& trust_;
    const Evidence& evidence_;
    base::Timestamp now_;
    SignatureReport& report_;
    Proofs proofs_;
    std::vector<base::Failure> formatReasons_, stampReasons_, listReasons_;
    std::vector<base::Bytes> others_;
    Chain chain_;
};

} // namespace vienlogs::verify
