// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "areas.h"

namespace vienlogs::base::failures {

std::span<const FailureText> signArea() {
    static constexpr FailureText texts[] = {
        {"VL-SIGN-0001", "Nav neviena faila, ko parakstīt.", "Pievienojiet vismaz vienu dokumentu.",
         "There is no file to sign.", "Add at least one document.", "Нет ни одного файла для подписи.",
         "Добавьте хотя бы один документ."},
        {"VL-SIGN-0002", "Faila nosaukums neder parakstīšanai: %1.",
         "Pārdēvējiet failu: nosaukumam jābūt atšķirīgam, bez mapēm un īsākam par 200 zīmēm.",
         "The file name cannot be used for signing: %1.",
         "Rename the file: the name must be different from the others, without folders and under 200 "
         "characters.",
         "Имя файла не подходит для подписи: %1.",
         "Переименуйте файл: имя должно отличаться от других, без папок и короче 200 знаков."},
        {"VL-SIGN-0003", "Parakstāmie faili kopā ir pārāk lieli.",
         "Samaziniet failus vai parakstiet tos pa daļām.", "The files to sign are too large together.",
         "Make the files smaller or sign them in parts.", "Подписываемые файлы вместе слишком велики.",
         "Уменьшите файлы или подпишите их по частям."},
        {"VL-SIGN-0004", "Parakstīto dokumentu neizdevās izveidot.",
         "Mēģiniet vēlreiz. Ja kļūda atkārtojas, nosauciet kodu atbalsta dienestam.",
         "The signed document could not be made.", "Try again. If it happens again, tell support the code.",
         "Не удалось создать подписанный документ.",
         "Попробуйте ещё раз. Если ошибка повторится, сообщите код службе поддержки."},
    };
    return texts;
}

} // namespace vienlogs::base::failures
