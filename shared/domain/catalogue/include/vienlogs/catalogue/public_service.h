// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "vienlogs/base/language.h"
#include "vienlogs/base/money.h"

namespace vienlogs::catalogue {

/// Ways to apply or to get the result.
enum class Channel { Desk, Online, Phone, Kiosk, Post, Institution };
/// How surely a client must be identified, weakest first.
enum class IdentityLevel { None, QuestionsAnswered, DocumentSeen, CardPresent, CertificateValid, PinProved };
enum class Audience { Persons, Businesses, Everybody };

[[nodiscard]] std::string_view codeOf(Channel channel);     ///< "desk", "online", …
[[nodiscard]] std::string_view codeOf(IdentityLevel level); ///< "pin-proved", …
[[nodiscard]] std::string_view codeOf(Audience audience);   ///< "persons", …
[[nodiscard]] std::optional<Channel> channelFrom(std::string_view code);
[[nodiscard]] std::optional<IdentityLevel> identityLevelFrom(std::string_view code);
[[nodiscard]] std::optional<Audience> audienceFrom(std::string_view code);

/// Who provides a service (cv:PublicOrganisation).
struct Authority {
    std::string id; ///< "PMLP"
    base::LocalizedText name;
};

/// How long the institution may take.
struct ProcessingTime {
    int days = 0; ///< 0: at once.
    bool workingDays = false;
    std::string urgency; ///< "standard" or "urgent".
};

/// The rule a service stands on (cv:LegalResource).
struct LegalBasis {
    std::string act;     ///< Title of the act, in Latvian as published.
    std::string article; ///< "3. pants"; may be empty.
    std::string uri;     ///< https://likumi.lv/…
};

/// What the client must show (cv:Evidence) or gets (cv:Output).
struct NamedThing {
    std::string id;
    base::LocalizedText name;
};

/// Who pays less, or nothing, and what proves it.
struct Relief {
    base::LocalizedText ground;
    std::vector<NamedThing> proofs; ///< Documents and facts; one of them is enough.
};

/// One price of a service (cv:Cost). Several may hold: by urgency, by channel, by who the client is.
struct Cost {
    std::string id; ///< Unique in the service: "standard", "urgent", "child".
    base::Money amount;
    base::LocalizedText label;
    std::string urgency;                  ///< "standard" or "urgent".
    std::optional<Channel> channel;       ///< Only through it; nothing means every channel.
    std::optional<LegalBasis> legalBasis; ///< Nothing: that of the service.
    std::optional<Relief> relief;         ///< Nothing: for everybody.
};

/// Why registers may be looked at for this service; goes with each look into the audit.
struct RegisterUse {
    std::string purpose;                ///< Code of the classifier "register-purposes".
    std::string legalBasis;             ///< The provision, in Latvian.
    std::vector<std::string> registers; ///< "population", "enterprises", "addresses".
};

/// A service of an institution, shaped after CPSV-AP 3.2 (cpsv:PublicService).
struct PublicService {
    std::string id;
    int version = 0;
    int changedIn = 0; ///< Version of the catalogue that brought this version of the service.
    base::LocalizedText name;
    base::LocalizedText description;
    base::LocalizedText whatYouNeed;
    Authority authority;
    Audience audience = Audience::Persons;
    std::vector<Channel> channels;
    std::vector<Cost> costs; ///< Empty: free of charge.
    std::vector<ProcessingTime> processing;
    std::vector<LegalBasis> legalBasis;
    std::vector<NamedThing> evidence;
    std::vector<NamedThing> outputs;
    std::vector<std::string> keywords; ///< Ordinary words of all languages.
    IdentityLevel identityLevel = IdentityLevel::DocumentSeen;
    std::string formId;
    RegisterUse registerUse;

    [[nodiscard]] bool offeredBy(Channel channel) const;
    /// The prices that hold in a channel, in the order of the data.
    [[nodiscard]] std::vector<const Cost*> costsIn(Channel channel) const;
    [[nodiscard]] const Cost* cost(std::string_view costId) const;
    [[nodiscard]] bool free() const;
};

/// A situation in life that needs several services (cv:LifeEvent).
struct LifeEvent {
    std::string id;
    int changedIn = 0;
    base::LocalizedText name;
    base::LocalizedText description;
    std::vector<std::string> keywords;
    std::string questionnaireId;
    std::vector<std::string> services; ///< Every service the questionnaire may lead to.
};

} // namespace vienlogs::catalogue
