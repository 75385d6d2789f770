// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "areas.h"

namespace vienlogs::base::failures {

std::span<const FailureText> officeArea() {
    static constexpr FailureText texts[] = {
        {"VL-OFFICE-0001", "Šis nav .odt vai .docx dokuments, vai tas ir bojāts. Akts nav mainīts.",
         "Saglabājiet dokumentu LibreOffice vai Word programmā kā .odt vai .docx un mēģiniet vēlreiz.",
         "This is no .odt or .docx document, or it is damaged. The act was not changed.",
         "Save the document as .odt or .docx in LibreOffice or Word and try again.",
         "Это не документ .odt или .docx, или он повреждён. Акт не изменён.",
         "Сохраните документ как .odt или .docx в LibreOffice или Word и повторите."},
        {"VL-OFFICE-0002", "Dokuments ir pārāk liels vai pārāk sarežģīts. Akts nav mainīts.",
         "Izņemiet attēlus un pielikumus vai sadaliet dokumentu.",
         "The document is too large or too complex. The act was not changed.",
         "Take out pictures and attachments, or divide the document.",
         "Документ слишком велик или слишком сложен. Акт не изменён.",
         "Уберите изображения и вложения или разделите документ."},
        {"VL-OFFICE-0003", "Dokumenta saturs ir bojāts vai satur aizliegtas norādes. Akts nav mainīts.",
         "Atveriet dokumentu LibreOffice vai Word programmā, saglabājiet to vēlreiz un mēģiniet vēlreiz.",
         "The document's content is damaged, or has forbidden declarations. The act was not changed.",
         "Open the document in LibreOffice or Word, save it again and try again.",
         "Содержимое документа повреждено или содержит запрещённые объявления. Акт не изменён.",
         "Откройте документ в LibreOffice или Word, снова сохраните и повторите."},
        {"VL-OFFICE-0004", "Dokuments ir aizsargāts ar paroli.",
         "Atveriet to, saglabājiet bez paroles un mēģiniet vēlreiz.",
         "The document is protected by a password.", "Open it, save it without the password and try again.",
         "Документ защищён паролем.", "Откройте его, сохраните без пароля и повторите."},
        {"VL-OFFICE-0005", "Dokuments ir izveidots no cita akta. Šis akts nav mainīts.",
         "Atveriet aktu, no kura dokuments tika eksportēts.",
         "The document was made from another act. This act was not changed.",
         "Open the act that the document was exported from.",
         "Документ создан из другого акта. Этот акт не изменён.",
         "Откройте акт, из которого документ был экспортирован."},
        {"VL-OFFICE-0006", "Dokumentu neizdevās izveidot.",
         "Mēģiniet vēlreiz; ja neizdodas, zvaniet atbalsta dienestam.", "The document could not be made.",
         "Try again; if it fails, call support.", "Не удалось создать документ.",
         "Повторите; если не получится, позвоните в поддержку."},
        {"VL-OFFICE-0007", "PDF failu neizdevās izveidot.",
         "Pārbaudiet, vai šajā datorā ir LibreOffice Writer, un mēģiniet vēlreiz.",
         "The PDF file could not be made.",
         "Make sure that LibreOffice Writer is on this computer, and try again.",
         "Не удалось создать файл PDF.",
         "Проверьте, есть ли на этом компьютере LibreOffice Writer, и повторите."},
        {"VL-OFFICE-0008", "Pārbaudē atrastas kļūdas.",
         "Izlasiet sarakstu un izlabojiet tās vai izveidojiet failu no jauna.", "Validation found problems.",
         "Read the list and correct them, or make the file anew.", "При проверке найдены ошибки.",
         "Прочтите список и исправьте их или создайте файл заново."},
        {"VL-OFFICE-0009", "Šo labojumu aktā vairs nevar ieviest. Akts nav mainīts.",
         "Apvienojiet failus vēlreiz un no pretrunīgiem labojumiem izvēlieties vienu.",
         "This change cannot be taken over into the act any more. The act was not changed.",
         "Merge the files again, and of changes that contradict each other choose one.",
         "Эту правку больше нельзя внести в акт. Акт не изменён.",
         "Объедините файлы снова и из противоречащих правок выберите одну."}};
    return texts;
}

} // namespace vienlogs::base::failures
