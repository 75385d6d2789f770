// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "areas.h"

namespace vienlogs::base::failures {

std::span<const FailureText> cardArea() {
<<<<<<< HEAD
    static constexpr FailureText texts[] = {
        {"VL-CARD-0001", "Karšu lasītāju dienests neatbild.", "Brīdi pagaidiet. Ja tas nepalīdz, restartējiet datoru vai sazinieties ar atbalsta dienestu.",
         "The card reader service does not answer.", "Wait a moment. If that does not help, restart the computer or call support.",
         "Служба считывателей карт не отвечает.", "Подождите немного. Если не поможет, перезапустите компьютер или обратитесь в поддержку."},
        {"VL-CARD-0002", "Lasītājā nav kartes.", "Ievietojiet karti lasītājā ar mikroshēmu uz priekšu.",
         "There is no card in the reader.", "Put the card into the reader, chip first.",
         "В считывателе нет карты.", "Вставьте карту в считыватель чипом вперёд."},
        {"VL-CARD-0003", "Karte ir izņemta.", "Ievietojiet karti vēlreiz un atkārtojiet darbību.",
         "The card was taken out.", "Put the card in again and repeat the step.",
         "Карта извлечена.", "Вставьте карту снова и повторите действие."},
        {"VL-CARD-0004", "Šī nav Latvijas eID karte.", "Ievietojiet Latvijas personas apliecību (eID karti) vai pārbaudiet personas dokumentu citādi.",
         "This is not a Latvian eID card.", "Use a Latvian identity card (eID), or check the person's document in another way.",
         "Это не латвийская карта eID.", "Вставьте латвийское удостоверение личности (eID) или проверьте документ другим способом."},
        {"VL-CARD-0005", "PIN kods nav pareizs. Atlikušie mēģinājumi: %1.", "Ievadiet PIN kodu vēlreiz.",
         "The PIN is wrong. Tries left: %1.", "Enter the PIN again.",
         "Неверный PIN-код. Осталось попыток: %1.", "Введите PIN-код ещё раз."},
        {"VL-CARD-0006", "PIN kods ir bloķēts.", "Atbloķējiet to ar PUK kodu programmā eParakstītājs vai vērsieties PMLP nodaļā.",
         "The PIN is blocked.", "Unblock it with the PUK in the eParakstītājs program, or go to an office of PMLP.",
         "PIN-код заблокирован.", "Разблокируйте его кодом PUK в программе eParakstītājs или обратитесь в отделение PMLP."},
        {"VL-CARD-0007", "Lasītājs vairs nav pieslēgts: %1.", "Pieslēdziet lasītāju vai izvēlieties citu.",
         "The reader is no longer connected: %1.", "Connect the reader or choose another.",
         "Считыватель больше не подключён: %1.", "Подключите считыватель или выберите другой."},
        {"VL-CARD-0008", "Kartes sertifikāta derīgums beidzies: %1", "Karte vairs neder. Pārbaudiet personas dokumentu citādi; jaunu karti izsniedz PMLP.",
         "The card's certificate expired on %1", "The card cannot be used. Check the person's document in another way; PMLP issues a new card.",
         "Срок действия сертификата карты истёк: %1", "Карту использовать нельзя. Проверьте документ другим способом; новую карту выдаёт PMLP."},
        {"VL-CARD-0009", "Kartes sertifikāts vēl nav derīgs, tas derēs no: %1", "Pārbaudiet datora pulksteni. Ja tas rāda pareizi, nāciet ar šo karti vēlāk.",
         "The card's certificate is not valid yet, only from %1", "Check the computer's clock. If it is right, use this card later.",
         "Сертификат карты ещё не действует, он начнёт действовать: %1", "Проверьте часы компьютера. Если они верны, используйте карту позже."},
        {"VL-CARD-0010", "Kartes sertifikāta izdevējs nav zināms.", "Neuzticieties šai kartei. Pārbaudiet personas dokumentu citādi.",
         "The issuer of the card's certificate is not known.", "Do not trust this card. Check the person's document in another way.",
         "Издатель сертификата карты неизвестен.", "Не доверяйте этой карте. Проверьте документ другим способом."},
        {"VL-CARD-0011", "Kartes sertifikāts nav paredzēts šādai darbībai.", "Izmantojiet citu karti vai sazinieties ar atbalsta dienestu.",
         "The card's certificate is not meant for this.", "Use another card or call support.",
         "Сертификат карты не предназначен для этого действия.", "Используйте другую карту или обратитесь в поддержку."},
        {"VL-CARD-0012", "Kartes paraksts neatbilst tās sertifikātam.", "Neuzticieties šai kartei. Mēģiniet vēlreiz; ja tas atkārtojas, sazinieties ar atbalsta dienestu.",
         "The card's signature does not match its certificate.", "Do not trust this card. Try again; if it happens again, call support.",
         "Подпись карты не соответствует её сертификату.", "Не доверяйте этой карте. Попробуйте ещё раз; если повторится, обратитесь в поддержку."},
        {"VL-CARD-0013", "Karte atbild nesaprotami.", "Izņemiet karti, ievietojiet vēlreiz. Ja tas nepalīdz, izmantojiet citu karti vai lasītāju.",
         "The card answers in a way that makes no sense.", "Take the card out and put it in again. If that does not help, use another card or reader.",
         "Карта отвечает непонятно.", "Извлеките карту и вставьте снова. Если не поможет, используйте другую карту или считыватель."},
        {"VL-CARD-0014", "PIN kodam jābūt no %1 cipariem.", "Ievadiet PIN kodu tikai ar cipariem.",
         "The PIN must have %1 digits.", "Enter the PIN in digits only.",
         "PIN-код должен состоять из %1 цифр.", "Введите PIN-код только цифрами."},
        {"VL-CARD-0015", "Karte prasa PIN kodu.", "Ievadiet PIN kodu vēlreiz.",
         "The card asks for the PIN.", "Enter the PIN again.",
         "Карта требует PIN-код.", "Введите PIN-код ещё раз."},
        {"VL-CARD-0016", "Karte neatbild.", "Pārbaudiet, vai karte ievietota ar mikroshēmu uz priekšu un līdz galam.",
         "The card does not answer.", "Check that the card is all the way in, chip first.",
         "Карта не отвечает.", "Проверьте, что карта вставлена чипом вперёд и до конца."},
        {"VL-CARD-0017", "Lasītāju izmanto cita programma.", "Aizveriet programmas, kas lieto karti, un mēģiniet vēlreiz.",
         "Another program is using the reader.", "Close the programs that use the card and try again.",
         "Считыватель занят другой программой.", "Закройте программы, использующие карту, и попробуйте ещё раз."},
        {"VL-CARD-0018", "Karti pārtvēra cita programma.", "Aizveriet programmas, kas lieto karti, un mēģiniet vēlreiz.",
         "Another program took over the card.", "Close the programs that use the card and try again.",
         "Карту перехватила другая программа.", "Закройте программы, использующие карту, и попробуйте ещё раз."},
        {"VL-CARD-0019", "Nav pieslēgts neviens karšu lasītājs.", "Pieslēdziet karšu lasītāju.",
         "No card reader is connected.", "Connect a card reader.",
         "Не подключён ни один считыватель карт.", "Подключите считыватель карт."},
        {"VL-CARD-0020", "Kartes sertifikātā nevar nolasīt, kam tā pieder.", "Pārbaudiet personas dokumentu citādi.",
         "The card's certificate does not say readably whose it is.", "Check the person's document in another way.",
         "В сертификате карты нельзя прочитать, кому она принадлежит.", "Проверьте документ другим способом."},
    };
    return texts;
=======
    return {};
>>>>>>> main
}

} // namespace vienlogs::base::failures
