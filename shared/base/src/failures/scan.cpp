// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "areas.h"

namespace vienlogs::base::failures {

std::span<const FailureText> scanArea() {
    static constexpr FailureText texts[] = {
        {"VL-SCAN-0001", "Skeneris nav atrasts.",
         "Pārbaudiet, vai skeneris ir ieslēgts un pievienots, un mēģiniet vēlreiz.",
         "The scanner was not found.", "Check that it is on and connected, then try again.",
         "Сканер не найден.", "Проверьте, включён ли он и подключён ли, и попробуйте ещё раз."},
        {"VL-SCAN-0002", "Skeneri lieto kāds cits.", "Pagaidiet un mēģiniet vēlreiz.",
         "Somebody else is using the scanner.", "Wait a moment and try again.", "Сканер сейчас занят.",
         "Подождите и попробуйте ещё раз."},
        {"VL-SCAN-0003", "Skenerī iesprūdis papīrs.",
         "Izņemiet iesprūdušo lapu un turpiniet. Jau noskenētās lapas ir saglabātas.",
         "Paper is stuck in the scanner.", "Take the sheet out and go on. The pages scanned so far are kept.",
         "В сканере застряла бумага.", "Выньте лист и продолжите. Уже отсканированные страницы сохранены."},
        {"VL-SCAN-0004", "Skenera vāks ir atvērts.", "Aizveriet vāku un mēģiniet vēlreiz.",
         "The scanner's cover is open.", "Close the cover and try again.", "Крышка сканера открыта.",
         "Закройте крышку и попробуйте ещё раз."},
        {"VL-SCAN-0005", "Padevējā nav papīra.", "Ielieciet lapas padevējā un mēģiniet vēlreiz.",
         "The feeder is empty.", "Put the pages into the feeder and try again.", "В податчике нет бумаги.",
         "Положите листы в податчик и попробуйте ещё раз."},
        {"VL-SCAN-0006", "Skeneris pārtrauca darbu.",
         "Pārbaudiet kabeli un strāvu, tad turpiniet. Jau noskenētās lapas ir saglabātas.",
         "The scanner stopped.", "Check its cable and power, then go on. The pages scanned so far are kept.",
         "Сканер прекратил работу.",
         "Проверьте кабель и питание, затем продолжите. Уже отсканированные страницы сохранены."},
        {"VL-SCAN-0007", "Lapas attēls ir pārāk liels (vairāk nekā %1 MB).",
         "Izvēlieties zemāku izšķirtspēju, piemēram, 300 punktus collā, un skenējiet vēlreiz.",
         "The picture of one page is too big (more than %1 MB).",
         "Choose a lower resolution, for example 300 dots per inch, and scan again.",
         "Изображение страницы слишком велико (более %1 МБ).",
         "Выберите меньшее разрешение, например 300 точек на дюйм, и отсканируйте ещё раз."},
        {"VL-SCAN-0008", "Dokuments ir pārāk liels (vairāk nekā %1).",
         "Saglabājiet noskenētās lapas un pārējās skenējiet kā nākamo dokumentu.",
         "The document is too big (more than %1).",
         "Keep the pages scanned so far and scan the rest as another document.",
         "Документ слишком велик (более %1).",
         "Сохраните отсканированные страницы, а остальные отсканируйте как следующий документ."},
        {"VL-SCAN-0009", "Šim skenerim nav lapu padevēja.", "Novietojiet lapas uz stikla pa vienai.",
         "This scanner has no feeder.", "Put the pages on the glass one by one.",
         "У этого сканера нет податчика.", "Кладите листы на стекло по одному."},
        {"VL-SCAN-0010", "Šis lietotājs nedrīkst lietot skeneri.", "Sazinieties ar atbalsta dienestu.",
         "This user may not use the scanner.", "Call support.",
         "Этому пользователю нельзя использовать сканер.", "Обратитесь в поддержку."},
    };
    return texts;
}

} // namespace vienlogs::base::failures
