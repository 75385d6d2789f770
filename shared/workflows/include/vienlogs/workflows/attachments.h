// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QObject>
#include <optional>
#include <string>

#include "vienlogs/workflows/contact.h"
#include "vienlogs/workflows/form_filling.h"
#include "vienlogs/workflows/scanning.h"

namespace vienlogs::workflows {

/// Papers in the file fields of a form: picked or scanned, judged by their content, kept in the store and in
/// the case's documents before the field names them.
class Attachments final : public QObject {
    Q_OBJECT
public:
    /// Files are read and judged on the executor.
    Attachments(Contact& contact, FormFilling& form, Scanning& scanning, Executor& executor,
                QObject* parent = nullptr);

    /// A paper is being read or stored.
    [[nodiscard]] bool busy() const { return wanted_.has_value(); }
    /// Attaches a file of this machine. Fails with VL-ATT-0001 to -0004, VL-FORM when the field is full.
    void attachFile(const std::string& scope, const std::string& path);
    /// Attaches the pages that were scanned, under a name, and clears them.
    void attachScan(const std::string& scope, const std::string& name);
    /// Takes a paper off the field and, when no other field names it, out of the case.
    void remove(const std::string& scope, const std::string& sha256);
    /// Reads a paper of the case, to be shown; `loaded` follows when it is there.
    void load(const std::string& sha256);

Q_SIGNALS:
    void changed();
    void loaded(const std::string& sha256, const vienlogs::base::Bytes& bytes);
    void failed(const vienlogs::base::Failure& failure);

private:
    /// What is on its way into a field.
    struct Wanted {
        base::Ulid caseId;
        std::string scope;
        domain::cases::Document document;
    };
    /// Still this attempt, and still in its case.
    [[nodiscard]] bool goesOn(int attempt);
    [[nodiscard]] bool begin(const std::string& scope, const std::string& name);
    void store(const base::Bytes& bytes);
    void end(const std::optional<base::Failure>& failure);
    void onCaseChanged();

    Contact& contact_;
    FormFilling& form_;
    Scanning& scanning_;
    Executor& executor_;
    std::optional<Wanted> wanted_;
    int attempt_ = 0; ///< Answers to an older attempt are dropped.
};

} // namespace vienlogs::workflows
