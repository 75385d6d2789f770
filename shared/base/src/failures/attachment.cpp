// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "areas.h"

namespace vienlogs::base::failures {

std::span<const FailureText> attachmentArea() {
    static constexpr FailureText texts[] = {
        {"VL-ATT-0001", "Šāda veida failu nevar pievienot.",
         "Pievienojiet PDF, JPEG vai PNG failu vai ieskenējiet papīru.",
         "A file of this kind cannot be attached.", "Attach a PDF, JPEG or PNG file, or scan the paper.",
         "Файл такого вида нельзя приложить.", "Приложите файл PDF, JPEG или PNG либо отсканируйте бумагу."},
        {"VL-ATT-0002", "Fails ir par lielu; lielākais atļautais ir %1 MB.",
         "Sadaliet failu vai ieskenējiet papīru šeit.",
         "The file is too large; at most %1 MB may be attached.", "Split the file, or scan the paper here.",
         "Файл слишком велик; можно не больше %1 МБ.", "Разделите файл или отсканируйте бумагу здесь."},
        {"VL-ATT-0003", "Fails ir bojāts vai satur vēl kaut ko citu; tas nav pievienots.",
         "Palūdziet klientam citu failu vai ieskenējiet papīru.",
         "The file is damaged, or holds something else as well; it was not attached.",
         "Ask the client for another file, or scan the paper.",
         "Файл повреждён или содержит что-то ещё; он не приложен.",
         "Попросите у клиента другой файл или отсканируйте бумагу."},
        {"VL-ATT-0004", "PDF failā ir programma, cits fails vai parole; drošības dēļ tas nav pievienots.",
         "Palūdziet vienkāršu PDF vai izdrukājiet un ieskenējiet to.",
         "The PDF holds a program, another file or a password; for safety it was not attached.",
         "Ask for a plain PDF, or print it and scan it.",
         "В PDF есть программа, другой файл или пароль; из соображений безопасности он не приложен.",
         "Попросите простой PDF или распечатайте и отсканируйте его."},
    };
    return texts;
}

} // namespace vienlogs::base::failures
