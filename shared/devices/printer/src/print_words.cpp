// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "print_words.h"

namespace vienlogs::devices::printer {

namespace {

using Kind = ports::PrintedDocument::Kind;

PrintWords latvian(Kind kind) {
    const bool invoice = kind == Kind::Invoice;
    return {kind == Kind::Application ? u"Iesniegums"_qs
            : invoice                 ? u"Rēķins"_qs
                                      : u"Kvīts"_qs,
            kind == Kind::Application ? u"Kam"_qs : u"Maksātājs"_qs,
            u"Vieta"_qs,
            u"Datums"_qs,
            u"Numurs"_qs,
            u"Parakstot apliecinu, ka"_qs,
            u"Paraksts"_qs,
            u"Vārds, uzvārds"_qs,
            u"Datums"_qs,
            u"Maksājumu termināļa čeks"_qs,
            u"%1. lapa no %2"_qs};
}

PrintWords english(Kind kind) {
    const bool invoice = kind == Kind::Invoice;
    return {kind == Kind::Application ? u"Application"_qs
            : invoice                 ? u"Invoice"_qs
                                      : u"Receipt"_qs,
            kind == Kind::Application ? u"To"_qs : u"Payer"_qs,
            u"Place"_qs,
            u"Date"_qs,
            u"Number"_qs,
            u"By signing I confirm that"_qs,
            u"Signature"_qs,
            u"Name in full"_qs,
            u"Date"_qs,
            u"Receipt of the card terminal"_qs,
            u"Page %1 of %2"_qs};
}

PrintWords russian(Kind kind) {
    const bool invoice = kind == Kind::Invoice;
    return {kind == Kind::Application ? u"Заявление"_qs
            : invoice                 ? u"Счёт"_qs
                                      : u"Квитанция"_qs,
            kind == Kind::Application ? u"Кому"_qs : u"Плательщик"_qs,
            u"Место"_qs,
            u"Дата"_qs,
            u"Номер"_qs,
            u"Подписывая, подтверждаю, что"_qs,
            u"Подпись"_qs,
            u"Имя, фамилия"_qs,
            u"Дата"_qs,
            u"Чек платёжного терминала"_qs,
            u"Страница %1 из %2"_qs};
}

} // namespace

PrintWords wordsOf(Kind kind, base::Language language) {
    switch (language) {
    case base::Language::English:
        return english(kind);
    case base::Language::Russian:
        return russian(kind);
    case base::Language::Latvian:
        break;
    }
    return latvian(kind);
}

} // namespace vienlogs::devices::printer
