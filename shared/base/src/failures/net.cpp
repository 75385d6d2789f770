// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "areas.h"

namespace vienlogs::base::failures {

std::span<const FailureText> netArea() {
    static constexpr FailureText texts[] = {
        {"VL-NET-0001", "Nav savienojuma ar serveri.",
         "Turpiniet darbu: viss ir saglabāts un tiks nosūtīts pats. Ja tas ieilgst, pārbaudiet tīkla kabeli.",
         "There is no connection to the server.",
         "Go on working: everything is kept and will be sent by itself. If it lasts, check the network "
         "cable.",
         "Нет соединения с сервером.",
         "Продолжайте работу: всё сохранено и отправится само. Если это затянется, проверьте сетевой "
         "кабель."},
        {"VL-NET-0002", "Serveris neatbildēja laikā.",
         "Turpiniet darbu: viss ir saglabāts, un programma mēģinās vēlreiz.",
         "The server did not answer in time.",
         "Go on working: everything is kept and the program will try again.", "Сервер не ответил вовремя.",
         "Продолжайте работу: всё сохранено, программа попробует ещё раз."},
        {"VL-NET-0003", "Serveris nevar pierādīt, ka tas ir īstais.",
         "Nekas nav nosūtīts. Pārbaudiet datora pulksteni un sazinieties ar atbalsta dienestu.",
         "The server cannot prove that it is the right one.",
         "Nothing was sent. Check the computer's clock and call support.",
         "Сервер не может подтвердить свою подлинность.",
         "Ничего не отправлено. Проверьте часы компьютера и обратитесь в поддержку."},
        {"VL-NET-0004", "Servera atbilde nav saprotama: %1.",
         "Turpiniet darbu: viss ir saglabāts. Nosauciet kodu atbalsta dienestam.",
         "The server's answer cannot be understood: %1.",
         "Go on working: everything is kept. Tell support the code.", "Ответ сервера непонятен: %1.",
         "Продолжайте работу: всё сохранено. Сообщите код службе поддержки."},
        {"VL-NET-0005", "Serveris nepieņem šīs darbvietas sertifikātu.",
         "Sazinieties ar atbalsta dienestu: darbvieta jāreģistrē no jauna.",
         "The server does not accept this workplace's certificate.",
         "Call support: the workplace has to be registered again.",
         "Сервер не принимает сертификат этого рабочего места.",
         "Обратитесь в поддержку: рабочее место нужно зарегистрировать заново."},
        {"VL-NET-0006", "Jūsu darba sesija ir beigusies.",
         "Pieslēdzieties vēlreiz ar savu karti. Iesāktais ir saglabāts.", "Your session has ended.",
         "Log in again with your card. What was begun is kept.", "Ваш сеанс завершён.",
         "Войдите снова со своей картой. Начатое сохранено."},
        {"VL-NET-0007", "Darbvietas sertifikātu vai atslēgu neizdevās nolasīt: %1.",
         "Sazinieties ar atbalsta dienestu: darbvieta jāreģistrē no jauna.",
         "The workplace's certificate or key could not be read: %1.",
         "Call support: the workplace has to be registered again.",
         "Не удалось прочитать сертификат или ключ рабочего места: %1.",
         "Обратитесь в поддержку: рабочее место нужно зарегистрировать заново."},
        {"VL-NET-0008", "Servera atbilde ir pārāk liela.",
         "Sašauriniet meklējumu vai nosauciet kodu atbalsta dienestam.", "The server's answer is too large.",
         "Narrow the search, or tell support the code.", "Ответ сервера слишком велик.",
         "Сузьте поиск или сообщите код службе поддержки."},
    };
    return texts;
}

} // namespace vienlogs::base::failures
