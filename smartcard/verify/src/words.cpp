// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "words.h"

#include <map>

namespace vienlogs::verify::words {

using base::LocalizedText;

const LocalizedText& of(CheckKind kind) {
    static const std::map<CheckKind, LocalizedText> all{
        {CheckKind::Structure, {"Paraksta uzbūve", "Structure of the signature", "Строение подписи"}},
        {CheckKind::Algorithms, {"Algoritmu drošība", "Safety of the algorithms", "Надёжность алгоритмов"}},
        {CheckKind::FileDigest, {"Fails ir tas pats", "The file is the same", "Файл тот же"}},
        {CheckKind::Coverage, {"Parakstīti visi faili", "All files are signed", "Подписаны все файлы"}},
        {CheckKind::Properties,
         {"Parakstīts arī laiks un sertifikāts", "Time and certificate are signed, too",
          "Время и сертификат тоже подписаны"}},
        {CheckKind::SignatureValue,
         {"Paraksts atbilst atslēgai", "The signature fits the key", "Подпись соответствует ключу"}},
        {CheckKind::Certificate,
         {"Parakstītāja sertifikāts", "The signer's certificate", "Сертификат подписавшего"}},
        {CheckKind::Purpose, {"Sertifikāta mērķis", "Purpose of the certificate", "Назначение сертификата"}},
        {CheckKind::Chain, {"Uzticams izdevējs", "Trusted issuer", "Доверенный издатель"}},
        {CheckKind::Revocation,
         {"Sertifikāts nav atsaukts", "The certificate is not revoked", "Сертификат не отозван"}},
        {CheckKind::TimeStamp, {"Laika zīmogs", "Time stamp", "Метка времени"}},
        {CheckKind::StampRevocation,
         {"Laika zīmogu dienesta sertifikāts nav atsaukts",
          "The time stamp service's certificate is not revoked",
          "Сертификат службы меток времени не отозван"}},
        {CheckKind::Times,
         {"Norādītais un pierādītais laiks saskan", "Claimed and proved time agree",
          "Указанное и доказанное время совпадают"}},
        {CheckKind::TrustedListing, {"Uzticamais saraksts", "Trusted list", "Доверенный список"}},
        {CheckKind::Revision,
         {"Izmaiņas pēc parakstīšanas", "Changes after signing", "Изменения после подписания"}},
    };
    return all.at(kind);
}

const LocalizedText& of(Outcome outcome) {
    static const std::map<Outcome, LocalizedText> all{
        {Outcome::Passed, {"jā", "yes", "да"}},
        {Outcome::Failed, {"nē", "no", "нет"}},
        {Outcome::Noted, {"ievērībai", "note", "к сведению"}},
    };
    return all.at(outcome);
}

const LocalizedText& verdict(Indication indication, bool seal) {
    static const std::map<std::pair<Indication, bool>, LocalizedText> all{
        {{Indication::TotalPassed, false},
         {"Paraksts ir derīgs", "The signature is valid", "Подпись действительна"}},
        {{Indication::TotalPassed, true}, {"Zīmogs ir derīgs", "The seal is valid", "Печать действительна"}},
        {{Indication::Indeterminate, false},
         {"Nevar pateikt, vai paraksts ir derīgs", "It cannot be said whether the signature is valid",
          "Нельзя сказать, действительна ли подпись"}},
        {{Indication::Indeterminate, true},
         {"Nevar pateikt, vai zīmogs ir derīgs", "It cannot be said whether the seal is valid",
          "Нельзя сказать, действительна ли печать"}},
        {{Indication::TotalFailed, false},
         {"Paraksts NAV derīgs", "The signature is NOT valid", "Подпись НЕ действительна"}},
        {{Indication::TotalFailed, true},
         {"Zīmogs NAV derīgs", "The seal is NOT valid", "Печать НЕ действительна"}},
    };
    return all.at({indication, seal});
}

const LocalizedText& of(Label label) {
    static const std::map<Label, LocalizedText> all{
        {Label::Place, {"Paraksts", "Signature", "Подпись"}},
        {Label::Signed, {"Parakstīja", "Signed by", "Подписал(а)"}},
        {Label::Sealed, {"Apzīmogoja", "Sealed by", "Печать поставила"}},
        {Label::Claimed,
         {"Laiks pēc parakstītāja vārdiem", "Time by the signer's word", "Время со слов подписавшего"}},
        {Label::Proved, {"Pierādītais laiks", "Proved time", "Доказанное время"}},
        {Label::Level, {"Līmenis", "Level", "Уровень"}},
        {Label::Qualified,
         {"Kvalificēts elektroniskais paraksts", "Qualified electronic signature",
          "Квалифицированная электронная подпись"}},
        {Label::QualifiedSeal,
         {"Kvalificēts elektroniskais zīmogs", "Qualified electronic seal",
          "Квалифицированная электронная печать"}},
        {Label::NotQualified,
         {"Nav apliecināts kā kvalificēts", "Not confirmed as qualified",
          "Не подтверждена как квалифицированная"}},
        {Label::Files, {"Faili", "Files", "Файлы"}},
        {Label::Nobody, {"Neviens nav parakstījis", "Nobody has signed", "Никто не подписал"}},
        {Label::Reason, {"Iemesls", "Reason", "Причина"}},
        {Label::Missing, {"Nav sasniegts", "Not reached", "Не достигнут"}},
        {Label::Chain, {"Sertifikāti", "Certificates", "Сертификаты"}},
        {Label::Stamps, {"Laika zīmogi", "Time stamps", "Метки времени"}},
        {Label::Revocation, {"Ziņas par atsaukšanu", "Word on revocation", "Сведения об отзыве"}},
    };
    return all.at(label);
}

} // namespace vienlogs::verify::words
