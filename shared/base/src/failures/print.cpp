// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "areas.h"

namespace vienlogs::base::failures {

std::span<const FailureText> printArea() {
    static constexpr FailureText texts[] = {
        {"VL-PRINT-0001", "Printeris nav atrasts.",
         "Izvēlieties citu printeri vai zvaniet atbalsta dienestam.", "The printer was not found.",
         "Choose another printer or call support.", "Принтер не найден.",
         "Выберите другой принтер или обратитесь в поддержку."},
        {"VL-PRINT-0002", "Printeris ir apturēts vai darbu nepieņēma.",
         "Izvēlieties citu printeri vai zvaniet atbalsta dienestam, tad drukājiet vēlreiz.",
         "The printer is stopped or did not accept the job.",
         "Choose another printer or call support, then print again.",
         "Принтер остановлен или не принял задание.",
         "Выберите другой принтер или обратитесь в поддержку, затем напечатайте ещё раз."},
        {"VL-PRINT-0003", "Drukāšana šajā datorā nedarbojas.",
         "Saglabājiet dokumentu un zvaniet atbalsta dienestam.", "Printing does not work on this computer.",
         "Keep the document and call support.", "Печать на этом компьютере не работает.",
         "Сохраните документ и обратитесь в поддержку."},
        {"VL-PRINT-0004", "Printerī beidzies papīrs.", "Ielieciet papīru un drukājiet vēlreiz.",
         "The printer is out of paper.", "Put in paper and print again.", "В принтере закончилась бумага.",
         "Положите бумагу и напечатайте ещё раз."},
        {"VL-PRINT-0005", "Printerim vajadzīga palīdzība.",
         "Paskatieties, vai tas ir ieslēgts, aizvērts, vai nav iesprūdis papīrs un beigusies krāsa, tad "
         "drukājiet vēlreiz.",
         "The printer needs attention.",
         "See whether it is on and closed, has no paper stuck and has toner, then print again.",
         "Принтеру нужна помощь.",
         "Проверьте, включён и закрыт ли он, не застряла ли бумага и есть ли краска, затем напечатайте ещё "
         "раз."},
    };
    return texts;
}

} // namespace vienlogs::base::failures
