// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "areas.h"

namespace vienlogs::base::failures {

std::span<const FailureText> harmArea() {
    static constexpr FailureText texts[] = {
        {"VL-HARM-0001", "Tas, par ko ir runa, šajā projektā nav atrasts.",
         "Atveriet projekta jaunāko redakciju un izvēlieties iebildumu, uzdevumu vai vienību vēlreiz.",
         "What this is about was not found in this draft.",
         "Open the latest version of the draft and choose the remark, task or unit again.",
         "То, о чём идёт речь, в этом проекте не найдено.",
         "Откройте последнюю редакцию проекта и снова выберите возражение, задание или единицу."},
        {"VL-HARM-0002", "Atzinums ir \"Saskaņots\", bet tajā ir iebildums.",
         "Norādiet \"Nesaskaņots\" vai ierakstiet iebildumu kā priekšlikumu.",
         "The opinion says \"Agreed\", and yet it has an objection.",
         "Choose \"Not agreed\", or enter the objection as a proposal.",
         "В заключении указано «Согласовано», но в нём есть возражение.",
         "Укажите «Не согласовано» или впишите возражение как предложение."},
        {"VL-HARM-0003", "Trūkst teksta vai nosaukuma, vai tas ir pārāk garš.",
         "Aizpildiet visus laukus; ja iebildums nav ņemts vērā, pamatojiet to.",
         "A text or a name is missing or too long.",
         "Fill in all fields; where a remark is not accepted, give the reason.",
         "Не хватает текста или названия, или текст слишком длинный.",
         "Заполните все поля; если возражение не учтено, обоснуйте это."},
        {"VL-HARM-0004", "Šis atzinums vai uzdevums jau ir ievadīts.",
         "Pārbaudiet sarakstu; otrreiz tas nav jāievada.", "This opinion or task has been entered already.",
         "Look at the list; it need not be entered again.", "Это заключение или задание уже введено.",
         "Проверьте список; повторно вводить не нужно."},
        {"VL-HARM-0005", "Saskaņošanas fails ir bojāts; tas nav atvērts un nav mainīts.",
         "Atjaunojiet failu no rezerves kopijas vai zvaniet atbalsta dienestam un nosauciet kodu.",
         "The file of the harmonisation is damaged; it was not opened and not changed.",
         "Restore the file from a backup, or call support and name the code.",
         "Файл согласования повреждён; он не открыт и не изменён.",
         "Восстановите файл из резервной копии или позвоните в поддержку и назовите код."},
        {"VL-HARM-0006", "Šim projektam ir pārāk daudz iebildumu un ierakstu.",
         "Zvaniet atbalsta dienestam un nosauciet kodu.", "This draft has too many remarks and entries.",
         "Call support and name the code.", "У этого проекта слишком много возражений и записей.",
         "Позвоните в поддержку и назовите код."}};
    return texts;
}

} // namespace vienlogs::base::failures
