// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QObject>
#include <QTimer>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "vienlogs/forms/form_state.h"
#include "vienlogs/ports/api_client.h"
#include "vienlogs/workflows/contact.h"
#include "vienlogs/workflows/reference.h"

namespace vienlogs::workflows {

/// One look into a register: what it said, or why it said nothing.
struct RegisterLook {
    std::string registerId;
    std::string operation;
    std::string parametersJson{}; ///< As contract::RegisterRequest.
    bool asking = false;
    std::string source;
    std::string state; ///< As contract::RegisterAnswer; "down" also without a connection,
                       ///< "refused" when the server may not ask for us.
    std::optional<base::Timestamp> asOf;
    nlohmann::json data;
    std::optional<base::Failure> failure;
};

/// The form of the case: its values, what the registers filled in, and the page that is shown.
class FormFilling final : public QObject {
    Q_OBJECT
public:
    using Addresses = std::vector<std::pair<std::string, std::string>>; ///< Text and code.

    FormFilling(Contact& contact, Reference& reference, ports::ApiClient& api, QObject* parent = nullptr);

    /// Nothing outside of a case.
    [[nodiscard]] forms::FormState* state() { return state_.get(); }
    [[nodiscard]] const forms::FormState* state() const { return state_.get(); }
    [[nodiscard]] const std::vector<RegisterLook>& looks() const { return looks_; }
    [[nodiscard]] bool asking() const;
    /// Index among the visible pages.
    [[nodiscard]] std::size_t page() const { return page_; }
    [[nodiscard]] const std::vector<forms::FieldProblem>& problems() const { return problems_; }

    void setText(const std::string& scope, const std::string& text);
    void setYesNo(const std::string& scope, bool value);
    void choose(const std::string& scope, const std::vector<std::string>& values);
    void setAddress(const std::string& scope, const std::string& text, const std::string& code);
    /// Asks the address register; only the newest question is answered, by `addressesFound`.
    void completeAddress(const std::string& scope, const std::string& text);
    /// Whether one more paper fits into a file field; VL-FORM-0002, VL-FORM-0019.
    [[nodiscard]] base::Result<void> roomForFile(const std::string& scope) const;
    /// Names a paper of the case in a file field; one that is there already is not named twice.
    void addFile(const std::string& scope, const std::string& name, const std::string& sha256,
                 const std::string& mediaType);
    /// False when the field does not name it.
    bool removeFile(const std::string& scope, const std::string& sha256);
    /// Some field of the form names this paper.
    [[nodiscard]] bool namesFile(const std::string& sha256) const;
    void nextPage();
    void previousPage();
    void askRegistersAgain();

Q_SIGNALS:
    /// The form or its page is another one.
    void fieldsChanged();
    void fieldChanged(const std::string& scope);
    void problemsChanged();
    void looksChanged();
    void addressesFound(const std::string& scope, const vienlogs::workflows::FormFilling::Addresses& found);
    /// The form is being left by another way than its own: what is still being typed is to be set now.
    void leaving();
    void failed(const vienlogs::base::Failure& failure);

private:
    void keep();
    void onCaseChanged();
    void open(const domain::cases::Case& theCase);
    void ask(std::size_t look);
    void takePerson(const nlohmann::json& person);
    void askHousehold(const nlohmann::json& person);
    void offerActingFor();
    void take(std::size_t look, const base::Result<contract::RegisterAnswer>& answer);
    void edited(const std::string& scope);
    void setFiles(const std::string& scope, nlohmann::json files);
    void dropLostFiles(const domain::cases::Case& theCase);
    [[nodiscard]] std::vector<std::string> visibleScopes() const;
    [[nodiscard]] contract::RegisterRequest requestFor(const RegisterLook& look, std::string subject) const;

    Contact& contact_;
    Reference& reference_;
    ports::ApiClient& api_;
    std::unique_ptr<forms::FormState> state_;
    base::Ulid caseId_;
    std::size_t page_ = 0;
    int opening_ = 0;  ///< Answers for an older form are dropped.
    int question_ = 0; ///< Answers to older address questions are dropped.
    std::vector<RegisterLook> looks_;
    std::vector<forms::FieldProblem> problems_;
    QTimer keepLater_;
};

} // namespace vienlogs::workflows
