// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "areas.h"

namespace vienlogs::base::failures {

std::span<const FailureText> syncArea() {
    static constexpr FailureText texts[] = {
        {"VL-SYNC-0001",
         "Serveris tika atjaunots no rezerves kopijas. Šeit izdarītais tiek nosūtīts vēlreiz; gaida: %1.",
         "Turpiniet darbu. Ja kas tiks atteikts, to redzēsiet sadaļā “Nosūtīšana”.",
         "The server was restored from a backup. What was done here is being sent again; waiting: %1.",
         "Go on working. If anything is refused, you will see it under “Sending”.",
         "Сервер был восстановлен из резервной копии. Сделанное здесь отправляется снова; ждёт: %1.",
         "Продолжайте работу. Если что-то будет отклонено, вы увидите это в разделе «Отправка»."},
        {"VL-SYNC-0002",
         "Serveris par šo darba vietu zina vairāk nekā tā pati: tās dati ir no agrākas kopijas vai tos lieto "
         "arī cits dators. Gaidošais tiek nosūtīts vēlreiz: %1.",
         "Nekas no šeit redzamā nav zudis. Pēdējās lietas pārbaudiet sarakstā un paziņojiet administratoram.",
         "The server knows more of this desk than the desk itself: its data are of an earlier copy, or "
         "another "
         "computer uses them too. What waits is being sent again: %1.",
         "Nothing that you see here is lost. Check the latest cases in the list and tell the administrator.",
         "Сервер знает об этом рабочем месте больше, чем оно само: его данные из более ранней копии, или их "
         "использует и другой компьютер. Ожидающее отправляется снова: %1.",
         "Ничего из показанного здесь не потеряно. Проверьте последние дела в списке и сообщите "
         "администратору."},
        {"VL-SYNC-0003",
         "Šī darba vieta bija bez savienojuma ilgi; dienas: %1. Tagad viss ir nosūtīts un saņemts.",
         "Pārlūkojiet sadaļu “Nosūtīšana”: tur redzams, vai kas tika atteikts.",
         "This desk was without a connection for long; days: %1. Now everything is sent and received.",
         "Look through “Sending”: it shows whether anything was refused.",
         "Это рабочее место долго было без связи; дней: %1. Теперь всё отправлено и получено.",
         "Просмотрите раздел «Отправка»: там видно, не было ли чего отклонено."},
    };
    return texts;
}

} // namespace vienlogs::base::failures
