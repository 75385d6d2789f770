// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QObject>
#include <QTimer>
#include <functional>
#include <optional>
#include <string>

#include "vienlogs/workflows/acts.h"
#include "vienlogs/workflows/contact_data.h"

namespace vienlogs::workflows {

/// The contact being served: client, step and case. Every act is stored before the step changes; what is
/// kept lets a killed program go on with the same contact.
class Contact final : public QObject {
    Q_OBJECT
public:
    /// How the client became known.
    struct Proof {
        domain::clients::Client client;
        domain::clients::IdentityEvidence evidence;
        std::string reader;
        std::string certificateSha256;
    };

    explicit Contact(Acts& acts, QObject* parent = nullptr);

    [[nodiscard]] bool active() const { return data_.step != ContactStep::None; }
    [[nodiscard]] ContactStep step() const { return data_.step; }
    [[nodiscard]] const ContactData& data() const { return data_; }
    /// The case of the service being applied for, as the store has it.
    [[nodiscard]] const std::optional<domain::cases::Case>& theCase() const { return case_; }
    /// restore() has ended: what was begun before is known, a new contact may begin.
    [[nodiscard]] bool ready() const { return ready_; }
    /// Something is being stored, or the contact is ending.
    [[nodiscard]] bool busy() const { return pending_ > 0 || ending_; }
    [[nodiscard]] Acts& acts() { return acts_; }

    /// Begins a contact, or adds to what is known in the running one; never forgets, never changes the
    /// client.
    void identify(const Proof& proof);
    /// The client's name as people write it: the register's spelling when it is the same name.
    [[nodiscard]] std::string clientName() const;
    /// What the population register calls the client; another name than the card's is not taken.
    void nameFromRegister(const std::string& givenName, const std::string& familyName);
    /// Whom the registers say the client may act for, besides themselves.
    [[nodiscard]] const std::vector<domain::clients::ActingFor>& actingForOptions() const {
        return actingFor_;
    }
    void offerActingFor(std::vector<domain::clients::ActingFor> options);
    /// Also for the draft being filled: it is withdrawn and begun anew with the same answers, because for
    /// whom a case is does not change afterwards.
    void setActingFor(const domain::clients::ActingFor& actingFor);
    void chooseLifeEvent(const std::string& id);
    /// A single service was named instead of a life situation.
    void nameService(const std::string& id);
    void answer(const std::string& question, const std::string& answer);
    /// The list of services is to be shown; `only` when a single service was named.
    void proposeServices();
    /// Opens a case for a service, or goes on with the one opened for it before.
    void openCase(const ServiceRef& service);
    /// Goes on with an incomplete case of this client.
    void resumeCase(base::Ulid id);
    /// What the form holds now and the page it shows, so that a killed program has it.
    void keepForm(const std::string& saved, std::size_t page);
    /// The answers are complete: stores them and goes on.
    void finishForm(const std::string& answersJson);
    void setDelivery(domain::cases::DeliveryWay way);
    void setPayLater(bool later);
    /// Stores acts of the case, all or none, reads the case again, then follows the event if there is one.
    /// `done` is told whether they were stored; `failed` says why not.
    void record(std::vector<domain::cases::CommandBody> bodies, std::optional<ContactEvent> then = {},
                std::function<void(bool)> done = {});
    /// Moves on without an act of its own.
    void advance(ContactEvent event);
    void back() { advance(ContactEvent::WentBack); }
    /// "served", "no-service", "interrupted"
    void end(const std::string& outcome);
    /// Takes up what was kept, for the clerk who is in now; another clerk's contact is ended as interrupted.
    void restore();
    /// Reads the case again (the server changed it).
    void reloadCase();
    /// The finished step times with the running one.
    [[nodiscard]] std::vector<domain::cases::StepTime> stepTimes() const;

Q_SIGNALS:
    void changed();
    void stepChanged();
    void caseChanged();
    /// A contact begins, was restored or ended.
    void clientChanged();
    void restored();
    /// The contact is about to go away from the form: what was typed last is to be kept now.
    void leavingForm();
    /// The disk took something again after it had been full.
    void roomAgain();
    void failed(const vienlogs::base::Failure& failure);

private:
    struct Outcome {
        std::optional<base::Failure> failure;
        std::optional<domain::cases::Case> theCase;
        std::string form;                        ///< What was kept of its form; empty when nothing was.
        std::optional<base::Ulid> answersSeen{}; ///< Kept with it: Case::answersKey that it goes on from.
    };
    void follow(ContactEvent event);
    void leaveForm();
    void enter(ContactStep step);
    void keep();
    /// How the store took something.
    void noteRoom(const base::Failure* failure);
    /// The answers of the draft stay with it when another case or nobody follows.
    void layDraftAside();
    void clear();
    /// The answers of the case as it is now are those that the form begins with or gave.
    void seeAnswers();
    void takeRestored(ContactData data, std::optional<domain::cases::Case> theCase);
    /// `here`: the contact, and the case acted on, are still the ones that were asked for.
    void take(const Outcome& outcome, std::optional<ContactEvent> then, bool here);
    void begin(ContactData data, const Proof& proof);
    [[nodiscard]] domain::cases::OpenCase opening() const;
    void beginAgain(base::Ulid draft, const domain::clients::ActingFor& before);

    Acts& acts_;
    ContactData data_;
    std::optional<domain::cases::Case> case_;
    std::string registerName_; ///< Empty until a register was asked.
    std::vector<domain::clients::ActingFor> actingFor_;
    bool ready_ = false;
    int pending_ = 0;
    bool ending_ = false; ///< The end is being stored.
    QTimer keepAgain_;
    bool notKept_ = false; ///< The newest state is not on the disk yet.
    bool full_ = false;    ///< The disk did not take what was stored last.
};

} // namespace vienlogs::workflows
