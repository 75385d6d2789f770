// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "areas.h"

namespace vienlogs::base::failures {

std::span<const FailureText> actArea() {
    static constexpr FailureText texts[] = {
        {"VL-ACT-0001", "Šīs vienības tiesību aktā vairs nav.",
         "Atrodiet vienību vēlreiz; dzēstu vienību varat atjaunot no tās vēstures.",
         "This unit is no longer in the act.",
         "Find the unit again; a deleted one can be restored from its history.",
         "Этой единицы в акте больше нет.",
         "Найдите единицу снова; удалённую можно восстановить из её истории."},
        {"VL-ACT-0002", "Vienība ar šādu identitāti aktā jau ir bijusi; izmaiņa nav pieņemta.",
         "Atveriet aktu vēlreiz un atkārtojiet izmaiņu.",
         "A unit with this identity has been in the act before; the change was not accepted.",
         "Open the act again and repeat the change.",
         "Единица с таким идентификатором в акте уже была; изменение не принято.",
         "Откройте акт снова и повторите изменение."},
        {"VL-ACT-0003", "Šāda vienība šajā vietā nevar atrasties.",
         "Izvēlieties citu vietu vai citu vienības veidu.", "Such a unit cannot stand in this place.",
         "Choose another place, or another kind of unit.", "Такая единица не может стоять в этом месте.",
         "Выберите другое место или другой вид единицы."},
        {"VL-ACT-0004", "Šo tekstu nevar ievietot: tajā ir nederīgas zīmes, vai vieta tekstā vairs nepastāv.",
         "Iekopējiet tekstu bez formatējuma un mēģiniet vēlreiz.",
         "This text cannot be put in: it has invalid characters, or its place in the text is gone.",
         "Paste the text without formatting and try again.",
         "Этот текст нельзя вставить: в нём недопустимые знаки или места в тексте больше нет.",
         "Вставьте текст без форматирования и повторите."},
        {"VL-ACT-0005", "Tiesību akts ir pārāk liels.", "Sadaliet to vai ievietojiet daļu pielikumā.",
         "The act is too large.", "Divide it, or put a part of it into an annex.", "Акт слишком велик.",
         "Разделите его или вынесите часть в приложение."},
        {"VL-ACT-0006", "Akta fails ir bojāts; tas nav atvērts un nav mainīts.",
         "Atjaunojiet failu no rezerves kopijas vai zvaniet atbalsta dienestam un nosauciet kodu.",
         "The act's file is damaged; it was not opened and not changed.",
         "Restore the file from a backup, or call support and name the code.",
         "Файл акта повреждён; он не открыт и не изменён.",
         "Восстановите файл из резервной копии или позвоните в поддержку и назовите код."},
        {"VL-ACT-0007", "Izmaiņas nav nosūtītas: šī datora pulkstenis steidzas.",
         "Iestatiet pareizu laiku un sinhronizējiet vēlreiz; izmaiņas ir saglabātas šajā datorā.",
         "The changes were not sent: this computer's clock is fast.",
         "Set the right time and synchronise again; the changes are kept on this computer.",
         "Изменения не отправлены: часы этого компьютера спешат.",
         "Установите правильное время и синхронизируйте снова; изменения сохранены на этом компьютере."},
        {"VL-ACT-0008", "Aktu tikmēr mainīja kāds cits.",
         "Sinhronizējiet vēlreiz: jūsu izmaiņas tiks pievienotas citu izmaiņām.",
         "Somebody else has changed the act meanwhile.",
         "Synchronise again: your changes will be put on top of the others'.",
         "Акт тем временем изменил кто-то другой.",
         "Синхронизируйте снова: ваши изменения будут добавлены к чужим."}};
    return texts;
}

} // namespace vienlogs::base::failures
