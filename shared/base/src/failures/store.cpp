// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "areas.h"

namespace vienlogs::base::failures {

std::span<const FailureText> storeArea() {
    static constexpr FailureText texts[] = {
        // 0001 to 0009: the encryption layer (shared/sqlcipher)
        {"VL-STORE-0001", "Datu krātuvi neizdevās atslēgt.",
         "Neko nedzēsiet. Sazinieties ar atbalsta dienestu un nosauciet kodu.",
         "The data store could not be unlocked.", "Delete nothing. Call support and tell them the code.",
         "Не удалось открыть хранилище данных.",
         "Ничего не удаляйте. Обратитесь в поддержку и назовите код."},
        {"VL-STORE-0002", "Datu krātuve nav šifrēta, tāpēc programma to neizmanto.",
         "Sazinieties ar atbalsta dienestu un nosauciet kodu.",
         "The data store is not encrypted, so the program does not use it.",
         "Call support and tell them the code.",
         "Хранилище данных не зашифровано, поэтому программа его не использует.",
         "Обратитесь в поддержку и назовите код."},
        {"VL-STORE-0003", "Datus saglabājusi jaunāka programmas versija.",
         "Atjauniniet programmu un atveriet to vēlreiz.", "A newer version of the program wrote these data.",
         "Update the program and open it again.", "Данные сохранены более новой версией программы.",
         "Обновите программу и откройте её снова."},
        {"VL-STORE-0004", "Datu krātuvi jau izmanto cita programma.",
         "Aizveriet otru programmas logu vai pagaidiet un mēģiniet vēlreiz.",
         "Another program is using the data store.", "Close the other window, or wait and try again.",
         "Хранилище данных уже использует другая программа.",
         "Закройте другое окно программы или подождите и попробуйте ещё раз."},
        {"VL-STORE-0005", "Datu krātuve ir bojāta.",
         "Neko nedzēsiet. Sazinieties ar atbalsta dienestu, lai atjaunotu datus.",
         "The data store is damaged.", "Delete nothing. Call support to restore the data.",
         "Хранилище данных повреждено.",
         "Ничего не удаляйте. Обратитесь в поддержку для восстановления данных."},
        {"VL-STORE-0006", "Šādu ierakstu saglabāt nevar.",
         "Mēģiniet vēlreiz. Ja kļūda atkārtojas, nosauciet kodu atbalsta dienestam.",
         "This record cannot be stored.", "Try again. If it happens again, tell support the code.",
         "Такую запись сохранить нельзя.",
         "Попробуйте ещё раз. Если ошибка повторится, сообщите код службе поддержки."},
    };
    return texts;
}

} // namespace vienlogs::base::failures
