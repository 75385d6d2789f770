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
        // 0030 to 0039: the server's store on a database server (server/store)
        {"VL-STORE-0030", "Datubāze pašlaik neatbild.",
         "Nekas nav zaudēts: pagaidiet minūti un mēģiniet vēlreiz. Ja tas atkārtojas, nosauciet kodu "
         "atbalsta "
         "dienestam.",
         "The database does not answer at the moment.",
         "Nothing is lost: wait a minute and try again. If it happens again, tell support the code.",
         "База данных сейчас не отвечает.",
         "Ничего не потеряно: подождите минуту и попробуйте ещё раз. Если это повторится, сообщите код "
         "службе "
         "поддержки."},
        {"VL-STORE-0031", "Dati tiek pārcelti uz citu datubāzi.",
         "Nekas nav zaudēts: pagaidiet minūti un mēģiniet vēlreiz.",
         "The data are being moved to another database.", "Nothing is lost: wait a minute and try again.",
         "Данные переносятся в другую базу данных.",
         "Ничего не потеряно: подождите минуту и попробуйте ещё раз."},
        {"VL-STORE-0032",
         "Datubāzes adrese nav droša: tajā ir parole vai tīklā nav prasīta pārbaudīta šifrēšana.",
         "Paroli glabājiet atslēgu mapē vai PGPASSFILE failā un adresē norādiet sslmode=verify-full.",
         "The database's address is not safe: it holds a password, or asks for no checked encryption on the "
         "network.",
         "Keep the password in the keyring or in a PGPASSFILE, and put sslmode=verify-full into the address.",
         "Адрес базы данных небезопасен: в нём пароль или в сети не требуется проверяемое шифрование.",
         "Храните пароль в папке ключей или в файле PGPASSFILE и укажите в адресе sslmode=verify-full."},
        {"VL-STORE-0033", "Datu pārcelšana uz šo datubāzi nav pabeigta.",
         "Palaidiet vēlreiz \"vienlogs-admin move\": tā turpinās, kur apstājās.",
         "The move of the data to this database is not finished.",
         "Run \"vienlogs-admin move\" again: it goes on where it stopped.",
         "Перенос данных в эту базу не завершён.",
         "Запустите \"vienlogs-admin move\" ещё раз: он продолжится с места остановки."},
        {"VL-STORE-0034", "Mērķī jau ir citi dati.",
         "Izvēlieties tukšu datubāzi vai mapi; šeit nekas nav mainīts.",
         "The target already holds other data.",
         "Choose an empty database or folder; nothing was changed here.",
         "В месте назначения уже есть другие данные.",
         "Выберите пустую базу данных или папку; здесь ничего не изменено."},
        {"VL-STORE-0035", "Kopija atšķiras no oriģināla: %1.",
         "Oriģināls joprojām ir spēkā. Palaidiet komandu vēlreiz; ja kļūda atkārtojas, nosauciet kodu "
         "atbalsta "
         "dienestam.",
         "The copy is not the same as the original: %1.",
         "The original is still in force. Run the command again; if it happens again, tell support the code.",
         "Копия отличается от оригинала: %1.",
         "Оригинал по-прежнему в силе. Запустите команду ещё раз; если ошибка повторится, сообщите код "
         "службе "
         "поддержки."},
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
