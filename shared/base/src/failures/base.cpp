// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "areas.h"

namespace vienlogs::base::failures {

std::span<const FailureText> base() {
    static constexpr FailureText texts[] = {
        {"VL-BASE-0001", "Programmā radās kļūda.",
         "Mēģiniet vēlreiz. Ja kļūda atkārtojas, nosauciet kodu atbalsta dienestam.",
         "The program made an error.", "Try again. If it happens again, tell support the code.",
         "В программе произошла ошибка.",
         "Попробуйте ещё раз. Если ошибка повторится, сообщите код службе поддержки."},
        {"VL-BASE-0002", "Kāda vērtība nav derīga.", "Pārbaudiet ievadīto un mēģiniet vēlreiz.",
         "A value is not valid.", "Check what was entered and try again.", "Некоторое значение недопустимо.",
         "Проверьте введённое и попробуйте ещё раз."},
        {"VL-BASE-0003", "Meklētais nav atrasts.", "Pārbaudiet, vai tas ir norādīts pareizi.",
         "What was asked for was not found.", "Check that it was given correctly.", "Запрошенное не найдено.",
         "Проверьте, правильно ли оно указано."},
        {"VL-BASE-0004", "Šajā datorā beigusies vieta diskā.",
         "Līdz šim saglabātais ir drošībā. Atbrīvojiet vietu vai sazinieties ar atbalsta dienestu, tad "
         "turpiniet.",
         "This computer has run out of disk space.",
         "What was stored so far is safe. Free some space or call support, then go on.",
         "На этом компьютере закончилось место на диске.",
         "Сохранённое ранее в безопасности. Освободите место или обратитесь в поддержку, затем продолжите."},
        {"VL-BASE-0005", "Failu neizdevās nolasīt vai ierakstīt: %1.",
         "Pārbaudiet, vai fails pastāv un vai tam var piekļūt.", "A file could not be read or written: %1.",
         "Check that the file exists and can be accessed.", "Не удалось прочитать или записать файл: %1.",
         "Проверьте, что файл существует и доступен."},
        {"VL-BASE-0006", "Šāds personas kods nav iespējams.",
         "Salīdziniet kodu ar personas dokumentu un ievadiet vēlreiz.", "There is no such personal code.",
         "Compare the code with the identity document and enter it again.",
         "Такого персонального кода быть не может.", "Сверьте код с документом и введите ещё раз."},
        {"VL-BASE-0007", "Datora pulkstenis no servera pulksteņa atšķiras par %1.",
         "Iestatiet pareizu datumu un laiku vai sazinieties ar atbalsta dienestu. Strādāt var, bet parakstu "
         "un "
         "ierakstu laiks ir nepareizs.",
         "The computer's clock differs from the server's by %1.",
         "Set the right date and time, or call support. You can work, but signatures and records carry the "
         "wrong "
         "time.",
         "Часы компьютера отличаются от часов сервера на %1.",
         "Установите верные дату и время или обратитесь в поддержку. Работать можно, но время подписей и "
         "записей "
         "неверное."},
        {"VL-BASE-0008", "Darbība ir atcelta.", "Ja vajag, sāciet to no jauna.", "The action was cancelled.",
         "Start it again if you need to.", "Действие отменено.", "При необходимости начните его заново."},
    };
    return texts;
}

} // namespace vienlogs::base::failures
