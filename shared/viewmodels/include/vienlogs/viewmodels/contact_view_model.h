// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QStringList>
#include <QTimer>
#include <optional>

#include "vienlogs/viewmodels/row_model.h"
#include "vienlogs/viewmodels/view_model.h"

namespace vienlogs::workflows {
class Contact;
class Identification;
} // namespace vienlogs::workflows

namespace vienlogs::viewmodels {

/// The client bar and the steps: who is served, how surely known, for whom they act, how long it has taken.
class ContactViewModel final : public ViewModel {
    Q_OBJECT
    Q_PROPERTY(bool active READ active NOTIFY changed)
    Q_PROPERTY(QString clientName READ clientName NOTIFY changed)
    Q_PROPERTY(QString personalCode READ personalCode NOTIFY changed)
    Q_PROPERTY(QString initials READ initials NOTIFY changed)
    Q_PROPERTY(Level level READ level NOTIFY changed)
    Q_PROPERTY(QString levelText READ levelText NOTIFY changed)
    Q_PROPERTY(bool confirmed READ confirmed NOTIFY changed)
    Q_PROPERTY(QString pinText READ pinText NOTIFY changed)
    Q_PROPERTY(QString photoText READ photoText NOTIFY changed)
    Q_PROPERTY(QString elapsed READ elapsed NOTIFY elapsedChanged)
    Q_PROPERTY(bool cardPresent READ cardPresent NOTIFY changed)
    Q_PROPERTY(bool identifying READ identifying NOTIFY changed)
    Q_PROPERTY(bool provingPin READ provingPin NOTIFY changed)
    Q_PROPERTY(bool cardLeft READ cardLeft NOTIFY changed)
    Q_PROPERTY(bool canProvePin READ canProvePin NOTIFY changed)
    Q_PROPERTY(int pinTriesLeft READ pinTriesLeft NOTIFY changed)
    Q_PROPERTY(bool otherCard READ otherCard NOTIFY changed)
    Q_PROPERTY(int actingForIndex READ actingForIndex NOTIFY changed)

public:
    enum class Level { None, DocumentSeen, CardPresent, CertificateValid, PinProved };
    Q_ENUM(Level)
    enum class StepState { Todo, Current, Done };
    Q_ENUM(StepState)
    enum Column { NumberRole = Qt::UserRole + 1, TitleRole, StateRole, EnabledRole };
    struct Step {
        int number = 0; ///< 1 need … 6 submit.
        QString title;
        StepState state = StepState::Todo;
        bool enabled = false; ///< goToStep() may be used.
        friend bool operator==(const Step&, const Step&) = default;
    };

    ContactViewModel(workflows::Contact& contact, workflows::Identification& identification,
                     QObject* parent = nullptr);

    [[nodiscard]] bool active() const;
    [[nodiscard]] QString clientName() const;
    [[nodiscard]] QString personalCode() const;
    [[nodiscard]] QString initials() const;
    [[nodiscard]] Level level() const;
    /// What the card or document says: "Certificate valid (OCSP, 10:42)", "Card read 10:42; certificate not
    /// confirmed: the status service does not answer", "Document seen 10:40". PIN and photo are told by
    /// themselves.
    [[nodiscard]] QString levelText() const;
    /// Nothing is missing from what `levelText` says: the issuer gave its word.
    [[nodiscard]] bool confirmed() const;
    /// The issuer says that the card was revoked.
    [[nodiscard]] bool revoked() const;
    /// "PIN proved 10:43"; empty while it was not.
    [[nodiscard]] QString pinText() const;
    /// "Photo checked 10:44"; empty while it was not.
    [[nodiscard]] QString photoText() const;
    [[nodiscard]] bool canCheckPhoto() const;
    /// "04:12"; from an hour on in hours, from a day on in days: "3 hours".
    [[nodiscard]] QString elapsed() const;
    /// The card by which the client was identified lies in the client's reader now.
    [[nodiscard]] bool cardPresent() const;
    /// A card in the client's reader is being read.
    [[nodiscard]] bool identifying() const;
    [[nodiscard]] bool canProvePin() const;
    [[nodiscard]] bool provingPin() const;
    /// The client's reader has keys of its own.
    [[nodiscard]] bool hasPad() const;
    /// The client is to enter PIN1 with them now.
    [[nodiscard]] bool atPad() const;
    /// The card of the client served last was not taken out.
    [[nodiscard]] bool cardLeft() const;
    /// -1 until known, 0 when the PIN is blocked.
    [[nodiscard]] int pinTriesLeft() const;
    /// A card of somebody else lies in the client's reader: end this contact first, or take it out.
    [[nodiscard]] bool otherCard() const;
    [[nodiscard]] QStringList actingForOptions() const;
    [[nodiscard]] int actingForIndex() const;
    [[nodiscard]] RowModel<Step>* steps() { return &steps_; }

public Q_SLOTS:
    /// 0 self, 1… the children and companies that the registers know.
    void setActingFor(int index);
    /// Goes back to a step that was done, or to where the contact stands.
    void goToStep(int number);
    void end();
    /// Begins anew with the client whose card was left in the reader.
    void serveAgain();
    /// The clerk compared an identity document; the names as they stand in it.
    void identifyByDocument(const QString& personalCode, const QString& givenName, const QString& familyName);
    /// The client typed PIN1 at the client's reader.
    void provePin(const QString& pin);
    void provePinAtPad();
    /// The clerk compared the photo of the client's document with the person.
    void checkPhoto();

Q_SIGNALS:
    void elapsedChanged();

protected:
    void retranslate() override;

private:
    void refresh();
    [[nodiscard]] static QString noWordText(const std::optional<base::Failure>& why);
    workflows::Contact& contact_;
    workflows::Identification& identification_;
    RowModel<Step> steps_;
    QTimer timer_;
};

} // namespace vienlogs::viewmodels
