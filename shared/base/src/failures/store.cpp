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
        // 0010 to 0029: the desk's store (shared/store)
        {"VL-STORE-0010", "Datu krātuves atslēga ir pazudusi.",
         "Neko nedzēsiet. Sazinieties ar atbalsta dienestu, lai atjaunotu atslēgu.",
         "The key of the data store is lost.", "Delete nothing. Call support to restore the key.",
         "Ключ хранилища данных утерян.",
         "Ничего не удаляйте. Обратитесь в поддержку для восстановления ключа."},
        {"VL-STORE-0011", "Atslēgas failu var lasīt arī citi: %1.",
         "Sazinieties ar atbalsta dienestu: faila tiesības jāsašaurina.",
         "Others can read a key file as well: %1.", "Call support: the file's permissions must be narrowed.",
         "Файл ключа доступен для чтения другим: %1.",
         "Обратитесь в поддержку: права на файл нужно ограничить."},
        {"VL-STORE-0012", "Saglabātais dokuments ir bojāts.",
         "Noskenējiet vai pievienojiet dokumentu vēlreiz. Nosauciet kodu atbalsta dienestam.",
         "A stored document is damaged.", "Scan or attach the document again. Tell support the code.",
         "Сохранённый документ повреждён.",
         "Отсканируйте или приложите документ ещё раз. Сообщите код службе поддержки."},
        {"VL-STORE-0013", "Šī darbība jau ir saglabāta.", "Nekas nav jādara: tā tiks nosūtīta vienu reizi.",
         "This action is already kept.", "There is nothing to do: it will be sent once.",
         "Это действие уже сохранено.", "Ничего делать не нужно: оно будет отправлено один раз."},
        {"VL-STORE-0014", "Dokuments ir pārāk liels: atļauti ne vairāk kā %1 MB.",
         "Skenējiet ar mazāku izšķirtspēju vai sadaliet dokumentu daļās.",
         "The document is too large: at most %1 MB are allowed.",
         "Scan at a lower resolution, or split the document.",
         "Документ слишком большой: допускается не более %1 МБ.",
         "Сканируйте с меньшим разрешением или разделите документ."},
        {"VL-STORE-0015", "Dokumentu šajā datorā vairs nevar nolasīt: %1.",
         "Saglabājiet papīra oriģinālu, neko nedzēsiet un nosauciet kodu atbalsta dienestam. Pārējais tiek "
         "nosūtīts.",
         "A document can no longer be read on this computer: %1.",
         "Keep the paper original, delete nothing and tell support the code. Everything else is being sent.",
         "Документ на этом компьютере больше не читается: %1.",
         "Сохраните бумажный оригинал, ничего не удаляйте и сообщите код службе поддержки. Остальное "
         "отправляется."},
    };
    return texts;
}

} // namespace vienlogs::base::failures
